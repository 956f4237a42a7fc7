"""Seams: where one noun phrase is complete and another begins beside it.

Arabic puts subject and object side by side, with nothing between them (اتهم الوزير | الشركة). All positions
are token positions.
"""

from __future__ import annotations

from quotecli.aside import Asides
from quotecli.grammar import Grammar
from quotecli.model import Layout, Range

_POSSESSED = 4
"""Letters that a noun with a possessive pronoun is longer than."""


class Seams(Asides):
    """Finds the seams between the noun phrases of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        super().__init__(layout, grammar)
        bit, letters = grammar.bits, grammar.letters
        self.lexicon, self.article, self.joined = (
            grammar.kinds,
            grammar.article,
            letters["conjunctions-joined"],
        )
        self.comma, self.bound, self.mark = bit["commas"], bit["prepositions-bound"], bit["marks"]
        self.leads, self.heads, self.named = bit["leads"], bit["heads"], bit["given-names"]
        self.country, self.portfolio, self.people = bit["countries"], bit["portfolios"], bit["offices-plural"]
        self.owned = bit["occasions-possessed"]
        self.definite = self.named | self.comma | self.country | self.owned
        self.verbal, self.tanwin = bit["nominal-heads"], bit["accusative"]
        self.noun = bit["occasions"] | bit["documents"] | bit["nominal-heads"]
        self.adverb = bit["adverbs"]
        self.second = bit["numbers"] | bit["heads"] | bit["demonstratives"] | bit["countries"]
        self.also_name = bit["months"] | bit["quantities"] | bit["name-particles"]
        self.all, self.within = bit["universals"], bit["office-prepositions"]
        self.feminine, self.plural = letters["feminine-endings"]
        self.nisba, self.accusative = letters["nisba-endings"], letters["accusative-endings"]
        self.nominative, self.oblique = letters["nominative-endings"], letters["oblique-endings"]
        self.possessives = letters["possessives"]
        self.long_possessives = (
            *(one for one in self.possessives if len(one) > 1),
            *(self.plural[-1] + one for one in self.possessives),
        )

    def complete(self, at: int) -> bool:
        """Whether the noun phrase before ``at`` is complete, so that a new one may begin."""
        before = self.kinds[at - 1]
        surname = at > 1 and before & self.also_name and self._may_name(at - 2)
        definite = before & (self.definite | self.mark) or self.words[at - 1].startswith(self.article)
        return bool(not before or definite or surname)

    def split(self, phrase: Range) -> int | None:
        """Where, of two noun phrases side by side, the first ends (اتهم الوزير | الشركة بكذا)."""
        inside = phrase[0]
        for at in range(phrase[0] + 1, phrase[1]):
            kind = self.kinds[at]
            if at - 1 in self.quotations:
                inside = self.quotations[at - 1].close
            if at <= inside:
                continue
            free = not kind & self.bound and not self.kinds[at - 1] & (self.preposition | self.within)
            titled = (kind & self.named and self.kinds[at - 1] & self.leads) or self._surname(at, phrase[1])
            listed = kind & self.second and not titled and not self.words[at].endswith(self.nominative)
            other = (
                self.total(at)
                or self._things(at)
                or self._after_full_name(at, phrase[0])
                or (listed and not self._adjective(at))
            )
            if other and free and not self._joined(at) and self.complete(at):
                return at - 1 if self.kinds[at - 1] & self.comma else at
        return None

    def total(self, at: int) -> bool:
        """Whether a word of totality begins a phrase of its own, as an object does (دعا | جميع الدول إلى)."""
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        return bool(self.kinds[at] & self.all) and after.startswith(self.article)

    def _joined(self, at: int) -> bool:
        """Whether a conjunction is written on to a word, and not its own first letter (وبلدية، وفد)."""
        word = self.words[at]
        return word[0] in self.joined and (not self.kinds[at] or word[1:] in self.lexicon)

    def _surname(self, at: int, stop: int) -> bool:
        """Whether an office that ends a phrase is the surname of the one named before it (سالم الحداد)."""
        given = self.kinds[at - 1] & self.named and not self.kinds[at - 1] & self.leads
        return (
            bool(given and self.kinds[at] & self.leads and self.words[at].startswith(self.article))
            and at + 1 == stop
        )

    def _after_full_name(self, at: int, start: int) -> bool:
        """Whether an unknown definite noun follows a name of two words or more (اتهم فلان بيرغ | الغرب)."""
        names = at - 2, at - 1
        if at - 2 < start or not self._unknown(at):
            return False
        bare = all(self._bare(n) and not self.kinds[n] & ~self.named for n in names)
        return bare and not self.kinds[at - 1]

    def after_name(self, phrase: Range) -> int | None:
        """Where a source ends whose verb must have an object: before an office after a name alone, a comma.

        (اتهم فلان | وزير كذا، اتهم الوزير، فلان |، الغرب)
        """
        commas = [at for at in range(*phrase) if self.kinds[at] & self.comma]
        if commas and commas[-1] + 1 < phrase[1] and (len(commas) > 1 or self._unknown(commas[-1] + 1)):
            return commas[-1]
        for at in range(phrase[0] + 1, phrase[1]):
            if self.kinds[at] & self.leads and not self.words[at].startswith(self.article):
                return at
            if self.kinds[at - 1] & ~self.named or not self.words[at - 1].isalpha():
                return None
        return None

    def _unknown(self, at: int) -> bool:
        """Whether an unknown definite noun stands here, and no adjective."""
        word = self.words[at]
        return not self.kinds[at] and word.startswith(self.article) and not word.endswith(self.nisba)

    def object_at(self, at: int) -> bool:
        """Whether an object begins here: a noun of the subject before it (قراره), or an indefinite one."""
        word, kind = self.words[at], self.kinds[at]
        if kind & self.tanwin and self.complete(at):
            return not kind & self.adverb
        if self._unannexed(at):
            return True
        joined = word[0] in self.joined and not kind
        if joined or kind & (self.named | self.within) or not self.complete(at):
            return False
        if word.startswith(self.article):
            of_people = self.words[at - 1].endswith(self.oblique) and self.kinds[at - 1] & self.people
            other = of_people and word.endswith(self.feminine) and not kind & self.portfolio
            return bool(other) or (self._stated_noun(word, kind) and self._name_over(at))
        if word.endswith(self.accusative):
            return bool(kind & (self.owned if word.endswith(self.possessives) else self.noun))
        if not kind and self._annexing(at):
            return True
        if kind:
            return len(word) > _POSSESSED and word.endswith(self.possessives) and not kind & self.portfolio
        return len(word) > _POSSESSED and word.endswith(self.long_possessives)

    def _unannexed(self, at: int) -> bool:
        """Whether a plural that keeps its ن stands before a definite noun, which it so does not govern.

        (وصف ناشطون | الخطوة بكذا)
        """
        before = self.words[at - 1]
        whole = before.endswith(self.nominative) and not before.startswith(self.article)
        definite = self.words[at].startswith(self.article) and not self.kinds[at]
        return whole and definite and bool(self.kinds[at - 1] & self.people)

    def _annexing(self, at: int) -> bool:
        """Whether a bare plural in ي, after a definite noun, governs another (الوزير | مرتكبي الهجمات)."""
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        plural = after.startswith(self.article) and after.endswith(self.plural) and not self.kinds[at + 1]
        return plural and self.words[at].endswith(self.nisba) and self.words[at - 1].startswith(self.article)

    def _stated_noun(self, word: str, kind: int) -> bool:
        """Whether a definite noun is one that says what was said, and no title, adjective or portfolio."""
        stem = self.lexicon.get(word[len(self.article) :], 0)
        other = kind & (self.heads | self.portfolio) or word.endswith(self.feminine)
        return bool(stem & self.verbal) and not other

    def _name_over(self, at: int) -> bool:
        """Whether the word before ``at`` is definite for certain, so that no noun can be annexed to it."""
        before = self.kinds[at - 1]
        name = not before and at > 1 and self._may_name(at - 2)
        definite = self.words[at - 1].startswith(self.article)
        return bool(before & self.definite) or name or definite

    def _may_name(self, at: int) -> bool:
        """Whether a word may begin a name: a given name, or unknown and no adjective (أمريكي، أمنية)."""
        adjective = self.words[at].endswith((*self.nisba, self.feminine))
        return bool(self.kinds[at] & self.named) or not (self.kinds[at] or adjective)

    def _things(self, at: int) -> bool:
        """Whether a definite plural of things stands here, which no adjective of a person is (الضربات)."""
        plural = self.words[at].startswith(self.article) and self.words[at].endswith(self.plural)
        return plural and not self.kinds[at] and self._name_over(at)

    def _adjective(self, at: int) -> bool:
        """Whether a definite word in ي right after a definite noun qualifies it (الحزب الديمقراطي)."""
        pair = self.words[at - 1].startswith(self.article), self.words[at].startswith(self.article)
        person = self.kinds[at - 1] & self.leads
        return all(pair) and not person and self.words[at].endswith(self.nisba)

    def thing_at(self, at: int) -> bool:
        """Whether an indefinite feminine noun begins a new phrase here (اعتبر الوزير | سياسة كذا خطأ)."""
        thing = self.words[at].endswith(self.feminine) and not self.kinds[at] & (self.heads | self.named)
        name = at > 1 and not self.kinds[at - 1] and self.kinds[at - 2] & self.finite
        apart = name or self.words[at - 1].startswith(self.article) or self.kinds[at - 1] & self.named
        return bool(apart) and thing and self.words[at][0] not in self.joined and self._bare(at)

    def _bare(self, at: int) -> bool:
        """Whether the word has neither article nor preposition joined on."""
        return not self.words[at].startswith(self.article) and not self.kinds[at] & self.bound
