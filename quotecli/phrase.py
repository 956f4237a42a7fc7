"""Noun phrases: where the source after a cue begins and ends.

Nothing here parses: a source is what remains between a cue and the next fixed point once asides are taken
off its two ends. All positions are token positions.
"""

from __future__ import annotations

from quotecli.aside import Asides
from quotecli.grammar import Grammar
from quotecli.model import Layout, Range

Gap = tuple[Range | None, bool]
"""A source, if there is one, and whether asides account for all the rest before the fixed point."""

_POSSESSED = 4
"""Letters that a noun with a possessive pronoun is longer than."""


class Phrases(Asides):
    """Reads noun phrases of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        super().__init__(layout, grammar)
        bit = grammar.bits
        self.comma, self.bound = bit["commas"], bit["prepositions-bound"]
        self.demonstrative = bit["demonstratives"]
        self.leads, self.heads, self.named = bit["leads"], bit["heads"], bit["given-names"]
        self.country = bit["countries"]
        self.nisba = grammar.letters["nisba-endings"]
        self.accusative_bit = bit["accusative"]
        self.mark = bit["marks"]
        self.rank = bit["office-ranks"]
        self.people, self.plural_oblique = bit["offices-plural"], grammar.letters["oblique-endings"]
        self.plural = grammar.letters["feminine-endings"][1]
        self.second = bit["numbers"] | bit["heads"] | bit["demonstratives"] | self.country
        self.body, self.press = bit["bodies"] | bit["documents"], bit["outlets"] | bit["agencies"]
        self.what, self.nominative, self.all = (
            bit["as-what"],
            grammar.letters["nominative-endings"],
            bit["universals"],
        )
        self.negative, self.verbal = bit["negatives"], bit["nominal-heads"]
        self.feminine = grammar.letters["feminine-endings"][:1]
        self.lexicon, self.portfolio = grammar.kinds, bit["portfolios"]
        self.noun = bit["occasions"] | bit["documents"] | bit["nominal-heads"]
        self.accusative, self.possessives = (
            grammar.letters["accusative-endings"],
            grammar.letters["possessives"],
        )
        self.long_possessives = tuple(one for one in self.possessives if len(one) > 1)
        self.saying = bit["reporting-nouns"]
        self.breaks = bit["finite"] | bit["openers"] | bit["demonstratives"] | bit["reporting-nouns"]
        self.not_source = (
            bit["openers"] | bit["finite"] | bit["prepositions"] | bit["prepositions-with-pronoun"]
            | bit["relatives"] | bit["negatives"] | bit["sentence-ends"]
        )  # fmt: skip
        self.joined, self.article = grammar.letters["conjunctions-joined"], grammar.article
        (to,), self.hash = grammar.letters["preposition-to"], "#"
        self.to_the = to * 2
        self.not_late = (self.joined[0], to, self.prepositions_joined[0])

    def gap(self, start: int, stop: int) -> Gap:
        """The source between a cue and a fixed point, and whether asides account for all the rest."""
        at = self.asides(start, stop)
        if at >= stop:
            return self._late_source(start, stop), True
        if not self.can_start(at):
            return None, False
        end = self.source_end(at, stop)
        complete = end >= stop or self.aside(end, stop) > end or self.kinds[end] & self.saying
        return Range((at, end)), bool(complete)

    def named_by(self, start: int, stop: int) -> Gap:
        """The source right after an according-to phrase, its joined preposition included (وفقا للبيان)."""
        joined = start < stop and self.words[start][0] in self.prepositions_joined
        named = start < stop and (joined or self.can_start(start))
        if not named or self.kinds[start] & self.what:
            return None, False
        end = self.source_end(start, stop)
        return Range((start, end)), end > start and (end >= stop or self.aside(end, stop) > end)

    def _late_source(self, start: int, stop: int) -> Range | None:
        """A source after an aside that no comma closes (قال في تصريح لوكالة محلية رئيس البلدية)."""
        no_break = self.preposition | self.occasion | self.heads | self.punctuation
        for at in range(start + 2, stop):
            free = self.kinds[at] & self.leads and not self.kinds[at - 1] & no_break
            if free and not self.words[at].startswith(self.not_late):
                return Range((at, self.source_end(at, stop)))
        return None

    def can_start(self, at: int) -> bool:
        """Whether a noun phrase may begin here."""
        if at in self.quotations:
            return True
        word = self.words[at]
        joined = word[0] in self.prepositions_joined and (
            word[1:3] == self.article or word[:2] == self.to_the
        )
        named = word[0].isalnum() or word == self.hash
        return named and not self.kinds[at] & self.not_source and not joined

    def source_end(self, start: int, stop: int) -> int:
        """Where the noun phrase that begins at ``start`` ends, at most at ``stop``."""
        at, relative = start, False
        while at < stop:
            kind = self.kinds[at]
            if kind & self.finite and at > start and self.asyndetic(at, start):
                relative = True
            if at in self.quotations:
                at = min(self.quotations[at].close, stop - 1)
            elif kind & self.bracket_open:
                if self.words[at + 1 : at + 2] and self.words[at + 1][0].isdigit():
                    return at
                at = self.bracket(at, stop)
            elif kind & self.punctuation:
                relative = False
                if not self._apposition(at + 1, stop):
                    return at
            elif at > start and not relative:
                relative = bool(kind & self.relative)
                if not relative and (
                    kind & self.breaks or self.object_at(at) or self._turns(at, start, stop)
                ):
                    return at
            at += 1
        return stop

    def _turns(self, at: int, start: int, stop: int) -> bool:
        """Whether an aside begins here that is no part of a body's own name (النقابة الوطنية للصحفيين)."""
        of_body = self.kinds[at] & self.to and self.kinds[start] & self.body
        if of_body and not self.kinds[at] & self.press:
            return False
        if at == start + 2 and self.kinds[at] & self.to and self._of_office(start):
            return False
        return self.aside(at, stop) > at

    def _of_office(self, start: int) -> bool:
        """Whether an office and its rank begin here, and the body comes next (المدير العام لشركة كذا)."""
        office = self.kinds[start] & self.leads and self.words[start].startswith(self.article)
        return bool(office and self.kinds[start + 1] & self.rank)

    def asyndetic(self, at: int, start: int) -> bool:
        """Whether a verb here may open a relative clause on an indefinite noun before it (بيان أصدرته).

        That is the noun right before it, or the one that heads the phrase from ``start`` on.
        """
        at -= bool(self.kinds[at - 1] & self.negative)
        near, head = self._indefinite(at - 1), self._indefinite(start)
        return near or (head and not self.kinds[at - 1] & (self.punctuation | self.named))

    def _indefinite(self, at: int) -> bool:
        kind = self.kinds[at]
        listed = kind & (self.heads | self.occasion) and not kind & self.punctuation
        return bool(listed) and not self.words[at].startswith(self.article)

    def _apposition(self, at: int, stop: int) -> bool:
        return (
            at < stop
            and self.can_start(at)
            and self.aside(at, stop) == at
            and not self.kinds[at] & self.finite
        )

    def complete(self, at: int) -> bool:
        """Whether the noun phrase before ``at`` is complete, so that a new one may begin."""
        before = self.kinds[at - 1]
        return (
            bool(before & (self.named | self.comma | self.country | self.mark))
            or not before
            or self.words[at - 1].startswith(self.article)
        )

    def object_at(self, at: int) -> bool:
        """Whether an object begins here: a noun of the subject before it (قراره), or an indefinite one."""
        word, kind = self.words[at], self.kinds[at]
        if kind & self.accusative_bit and self.complete(at):
            return True
        if kind & self.named or not self.complete(at) or (word[0] in self.joined and not kind):
            return False
        if word.startswith(self.article):
            of_people = self.words[at - 1].endswith(self.plural_oblique) and self.kinds[at - 1] & self.people
            other = of_people and word.endswith(self.feminine) and not kind & self.portfolio
            return bool(other) or (self._stated_noun(word, kind) and self._name_over(at))
        if word.endswith(self.accusative):
            return bool(kind & self.noun) and not word.endswith(self.possessives)
        if kind:
            return len(word) > _POSSESSED and word.endswith(self.possessives)
        return len(word) > _POSSESSED and (word.endswith(self.long_possessives) or self._opened(word))

    def _opened(self, word: str) -> bool:
        """Whether a feminine noun carries a pronoun, its ة opened (زياراته، فكرته)."""
        return any(word.endswith(self.plural[-1] + one) for one in self.possessives)

    def is_thing(self, phrase: Range) -> bool:
        """Whether the phrase tells an event or a text, which no one is (وصف القرار بأنه ظالم)."""
        word, kind = self.words[phrase[0]], self.kinds[phrase[0]]
        stem = self.lexicon.get(word[len(self.article) :], 0) if word.startswith(self.article) else 0
        return bool((kind | stem & self.verbal) & self.noun) and not kind & self.leads

    def thing_at(self, at: int) -> bool:
        """Whether an indefinite feminine noun begins a new phrase here (اعتبر الوزير | سياسة الشركة خطأ)."""
        thing = self.words[at].endswith(self.feminine) and not self.kinds[at] & (self.heads | self.named)
        name = at > 1 and not self.kinds[at - 1] and self.kinds[at - 2] & self.finite
        apart = name or self.words[at - 1].startswith(self.article) or self.kinds[at - 1] & self.named
        return bool(apart) and thing and self.words[at][0] not in self.joined and self.indefinite(at)

    def indefinite(self, at: int) -> bool:
        """Whether the word has neither article nor preposition joined on."""
        return not self.words[at].startswith(self.article) and not self.kinds[at] & self.bound

    def _stated_noun(self, word: str, kind: int) -> bool:
        """Whether a definite noun is one that says what was said, and no title, adjective or portfolio."""
        stem = self.lexicon.get(word[len(self.article) :], 0)
        other = kind & (self.heads | self.portfolio) or word.endswith(self.feminine)
        return bool(stem & self.verbal) and not other

    def _name_over(self, at: int) -> bool:
        """Whether the word before ``at`` is definite for certain, so that no noun can be annexed to it."""
        before = self.kinds[at - 1]
        name = not before and at > 1 and bool(not self.kinds[at - 2] or self.kinds[at - 2] & self.named)
        definite = self.words[at - 1].startswith(self.article)
        return bool(before & (self.named | self.comma | self.country)) or name or definite

    def another(self, start: int, stop: int) -> bool:
        """Whether, after a noun phrase and asides, a second one fills the rest (الوزير، أمس، الشركة بكذا)."""
        at = self.asides(start, stop)
        begins = at < stop and (self.kinds[at] & self.demonstrative or self.object_at(at))
        apart = start < at < stop or begins
        return apart and self.can_start(at) and self.source_end(at, stop) >= stop

    def _things(self, at: int) -> bool:
        """Whether a definite plural of things stands here, which no adjective of a person is (الضربات)."""
        plural = self.words[at].startswith(self.article) and self.words[at].endswith(self.plural)
        return plural and not self.kinds[at] and self._name_over(at)

    def _adjective(self, at: int) -> bool:
        """Whether a definite word in ي right after a definite noun qualifies it (الحزب الديمقراطي)."""
        pair = self.words[at - 1].startswith(self.article), self.words[at].startswith(self.article)
        person = self.kinds[at - 1] & self.leads
        return all(pair) and not person and self.words[at].endswith(self.nisba)

    def split(self, phrase: Range) -> int | None:
        """Where, in two noun phrases side by side, the second begins (اتهم الوزير | الشركة بكذا)."""
        for at in range(phrase[0] + 1, phrase[1]):
            kind = self.kinds[at]
            free = not kind & self.bound and not self.kinds[at - 1] & self.preposition
            total = (
                kind & self.all
                and self.words[at + 1 : at + 2]
                and self.words[at + 1].startswith(self.article)
            )
            other = (
                total
                or (kind & self.second and not self.words[at].endswith(self.nominative))
                or self._things(at)
            )
            if other and free and self.words[at][0] not in self.joined and self.complete(at):
                if not self._adjective(at):
                    return at
        return None
