"""Objects: whether a noun phrase is complete, so that the verb's object may begin beside it.

All positions are token positions.
"""

from __future__ import annotations

from quotecli.aside import Asides
from quotecli.grammar import Grammar
from quotecli.model import Layout

_POSSESSED = 4
"""Letters that a noun with a possessive pronoun is longer than."""


class Objects(Asides):
    """Finds the objects of the verbs of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        super().__init__(layout, grammar)
        bit, letters = grammar.bits, grammar.letters
        self.joined = letters["conjunctions-joined"]
        self.comma, self.bound, self.mark = bit["commas"], bit["prepositions-bound"], bit["marks"]
        self.to_the, self.cue = grammar.to_the, bit["cues"]
        self.leads, self.heads, self.named = bit["leads"], bit["heads"], bit["given-names"]
        self.country, self.people = bit["countries"], bit["offices-plural"]
        self.owned, self.adverb, self.courtesy = bit["occasions-possessed"], bit["adverbs"], bit["courtesies"]
        self.mark |= bit["brackets-close"] | bit["bodies-named"]
        self.agency, self.before_agency = bit["agencies"], bit["outlets"] | bit["reporting"]
        self.mark |= bit["prepositions-with-pronoun"] | bit["reflexives"]  # في بيان لها | مقتل كذا
        self.definite = self.named | self.comma | self.country | self.owned | self.courtesy
        self.no_object = self.preposition | self.alone | self.punctuation | self.finite | self.time_adjunct
        self.no_object |= self.date | bit["openers"] | self.relative
        self.verbal, self.tanwin = bit["nominal-heads"], bit["accusative"]
        self.noun = bit["occasions"] | bit["documents"] | bit["nominal-heads"]
        self.not_bound = bit["not-bound"]
        self.also_name = bit["months"] | bit["quantities"] | bit["name-particles"]
        self.within = bit["office-prepositions"]
        self.thing = self.noun | bit["common-nouns"] | bit["not-speakers"] | bit["disclosures"]
        self.thing |= bit["plurals-nonhuman"]
        self.no_thing = self.named | self.leads | bit["bodies"] | bit["outlets"] | self.bound | self.adverb
        self.no_thing |= self.preposition | bit["privatives"]
        self.open = self.comma | self.preposition | self.within | bit["finite-verbs-ambiguous"]
        self.several = bit["plurals-nonhuman"] | bit["feminine-without-ta-marbuta"]
        self.feminine, self.plural = letters["feminine-endings"]
        self.nisba, self.accusative = letters["nisba-endings"], letters["accusative-endings"]
        self.nominative, self.oblique = letters["nominative-endings"], letters["oblique-endings"]

    def complete(self, at: int) -> bool:
        """Whether the noun phrase before ``at`` is complete, so that a new one may begin."""
        before, word = self.kinds[at - 1], self.words[at - 1]
        surname = at > 1 and before & self.also_name and self._may_name(at - 2)
        led = before & self.bound and (word.startswith(self.article, 1) or word[:2] == self.to_the)
        sure = self.definite & ~self.named if before & self.organ else self.definite  # رئيس أركان | الجيش
        definite = before & (sure | self.mark) or self.defined(at - 1) or led
        definite = definite or (at > 1 and before & self.agency and self.kinds[at - 2] & self.before_agency)
        return bool(
            not before or definite or surname or (before & self.people and word.endswith(self.nominative))
        )

    def defined(self, at: int) -> bool:
        """Whether a word bears the article, perhaps after a conjunction (الطاقة، والطاقة; not: والد)."""
        word = self.words[at]
        if word[0] not in self.joined:
            return word.startswith(self.article)
        return word.startswith(self.article, 1) and not self.kinds[at] & self.not_bound

    def owned_after(self, at: int) -> bool:
        """Whether a preposition here brings a possession of somebody, named in full (فلان | في كتابه)."""
        return self.complete(at) and self.owned_at(at + 1)

    def object_at(self, at: int) -> bool:
        """Whether an object begins here: a noun of the subject before it (قراره), or an indefinite one."""
        word, kind = self.words[at], self.kinds[at]
        if kind & self.tanwin and self.complete(at):
            return not kind & self.adverb
        if self._courtesy(at - 1):
            return not kind & self.no_object
        if self._unannexed(at) or self._thing(at):
            return True
        joined = word[0] in self.joined and not kind
        if joined or kind & (self.named | self.within) or not self.complete(at):
            return False
        if word.startswith(self.article):
            stated = self._stated_noun(word, kind, self._masculine(at - 1)) or self._led_noun(at)
            return stated and self._name_over(at)
        if word.endswith(self.accusative):
            return bool(kind & (self.owned if word.endswith(self.possessives) else self.noun))
        if kind:
            return len(word) > _POSSESSED and word.endswith(self.possessives) and not kind & self.portfolio
        return len(word) > _POSSESSED and word.endswith(self.long_possessives)

    def stem(self, at: int) -> int:
        """The lists that a definite noun is in without its article (القرار), none for other words."""
        word = self.words[at]
        return self.lexicon.get(word[len(self.article) :], 0) if word.startswith(self.article) else 0

    def _thing(self, at: int) -> bool:
        """Whether a common noun begins a phrase of its own, as it has no article and one before it has.

        (شرح الوزير | تفاصيل الخطة)
        """
        kind, before = self.kinds[at], self.kinds[at - 1]
        if not kind & self.thing or kind & self.no_thing or before & self.open:
            return False
        definite = self.words[at].startswith(self.article) or self._joined(at)
        return not definite and self._name_over(at)

    def _joined(self, at: int) -> bool:
        """Whether a conjunction is written on to a word, and not its own first letter (وبلدية، وفد)."""
        word = self.words[at]
        return word[0] in self.joined and (not self.kinds[at] or word[1:] in self.lexicon)

    def _courtesy(self, at: int) -> bool:
        """Whether a courtesy is a whole noun phrase here (دعا سموه | الدول؛ not: عن سعادته)."""
        return bool(self.kinds[at] & self.courtesy) and not self.kinds[at - 1] & self.preposition

    def _unannexed(self, at: int) -> bool:
        """Whether a plural that keeps its ن stands before a definite noun, which it so does not govern.

        (وصف ناشطون | الخطوة بكذا)
        """
        if self.kinds[at] or not self.kinds[at - 1] & self.people:
            return False
        before = self.words[at - 1]
        whole = before.endswith(self.nominative) and not before.startswith(self.article)
        return whole and self.words[at].startswith(self.article)

    def _stated_noun(self, word: str, kind: int, after_man: bool) -> bool:
        """Whether a definite noun is one that says what was said, and no title, adjective or portfolio.

        A feminine one may be an adjective, but not of what is masculine, as ``after_man`` tells.
        """
        stem = self.lexicon.get(word[len(self.article) :], 0)
        other = kind & (self.heads | self.portfolio) or (word.endswith(self.feminine) and not after_man)
        return bool(stem & self.verbal) and not other

    def _led_noun(self, at: int) -> bool:
        """Whether what may be a document is a verbal noun, as its preposition tells (أعلن | الكشف عن)."""
        led = at + 1 < len(self.kinds) and self.kinds[at + 1] & self.about
        named = led and self._in_name(at - 1) and self._in_name(at - 2) and self.complete(at)
        return bool(named and self.stem(at) & self.verbal) and not self.kinds[at] & self.leads

    def _masculine(self, at: int) -> bool:
        """Whether somebody or a body in the masculine singular stands here (المجلس، الجانب المصري)."""
        other = self.people | self.several
        adjective = self.words[at].startswith(self.article) and self.words[at].endswith(self.nisba)
        return bool(self.kinds[at] & self.heads or adjective) and not (
            self.kinds[at] & other or self.words[at].endswith((self.feminine, self.plural))
        )

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

    def thing_at(self, at: int) -> bool:
        """Whether an indefinite feminine noun begins a new phrase here (اعتبر الوزير | سياسة كذا خطأ)."""
        thing = self.words[at].endswith(self.feminine) and not self.kinds[at] & (self.heads | self.named)
        name = at > 1 and not self.kinds[at - 1] and self.kinds[at - 2] & self.finite
        apart = name or self.words[at - 1].startswith(self.article) or self.kinds[at - 1] & self.named
        return bool(apart) and thing and self.words[at][0] not in self.joined and self._bare(at)

    def _bare(self, at: int) -> bool:
        """Whether the word has neither article nor preposition joined on."""
        return not self.words[at].startswith(self.article) and not self.kinds[at] & self.bound

    def like_joined(self, at: int) -> bool:
        """Whether a name begins like a preposition and an article (كايا كالاس ... وقالت كالاس إن)."""
        word = self.words[at]
        if self.kinds[at] or word[:2] == self.to_the or any(self.lexicon.get(word[n:]) for n in (1, 3)):
            return False
        after = self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        alone = word[0] == self.prepositions_joined[-1] and after & self.said
        before = (n - 1 for n, other in enumerate(self.words) if n and other == word)
        return bool(alone and self.kinds[at - 1] & self.cue) or any(
            self.kinds[n] & self.named for n in before
        )
