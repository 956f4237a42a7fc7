"""Which words are proper names."""

from __future__ import annotations

from quotecli.agree import Agreement
from quotecli.grammar import Grammar
from quotecli.model import Layout, Range

_DEFINITE = 4
"""Letters that a noun with the article is longer than."""


class ProperNames:
    """Finds the proper names of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, agreement: Agreement) -> None:
        self.layout, self.words, self.kinds = layout, layout.words, layout.kinds
        self.head, self.object_stem, self.lexicon = agreement.head, grammar.object_stem, grammar.kinds
        self._found: dict[Range, list[int]] = {}
        self.article, self.prepositions = grammar.article, grammar.letters["prepositions-joined"]
        self.to_the, self.accusative = grammar.to_the, grammar.letters["accusative-endings"]
        self.possessives, self.feminines = grammar.letters["possessives"], agreement.feminine_endings
        self.joined = grammar.letters["conjunctions-joined"]
        bit = grammar.bits
        self.bound, self.not_bound = bit["prepositions-bound"], bit["not-bound"]
        self.given, self.finite = bit["given-names"], bit["finite"]
        self.leads, self.quantity = bit["ranks"], bit["quantities"]
        self.somebody, self.body = bit["persons"], bit["bodies"]
        self.common = (
            bit["heads"] | bit["quantities"] | bit["occasions"] | bit["plurals-nonhuman"] | bit["numbers"]
            | bit["time-qualifiers"] | bit["portfolios"] | bit["common-nouns"]
        )  # fmt: skip
        self.personal_head = bit["ranks"] | bit["given-names"]
        self.breaks = (
            bit["openers"] | bit["finite"] | bit["prepositions"] | bit["negatives"] | bit["relatives"]
            | bit["prepositions-with-pronoun"] | bit["reporting-participles"] | bit["sentence-ends"]
            | bit["colons"] | bit["dashes"] | bit["time-adjuncts"]
        )  # fmt: skip
        self.particle, self.own_noun = bit["name-particles"], bit["reporting-nouns"]
        self.single = bit["offices"] | bit["offices-feminine"] | bit["titles"] | bit["given-names"]
        self.title, self.nisba = bit["titles"], grammar.letters["nisba-endings"]
        self.within = bit["office-prepositions"]
        self.same, self.country, self.this = bit["reflexives"], bit["countries"], bit["demonstratives"]
        self.comma, self.nominal, self.ordinal = bit["commas"], bit["nominal-heads"], bit["numbers"]
        self.relative = bit["relatives"] | bit["what-words"]

    def proper(self, phrase: Range) -> list[int]:
        """The tokens of a phrase that are names and not common nouns."""
        found = self._found.get(phrase)
        if found is None:
            first, found = self.head(phrase), self._found.setdefault(phrase, [])
            for at in range(*phrase):
                of_name = found[-1:] == [at - 1] and self._goes_on(at, phrase[1])
                trade = found == [at - 1] and self.trade(at) and (at + 1 == phrase[1] or self._comma(at + 1))
                if of_name or trade or self._proper(at, first, phrase[1]):
                    found.append(at)
        return found

    def _goes_on(self, at: int, stop: int) -> bool:
        """Whether a word belongs to the name before it (سعد البكري، عبد الله، زين الدين منصور)."""
        joins = self.kinds[at] & self.particle and not self.kinds[at] & self.breaks  # سالم | آل ثاني
        if joins or self.surname(at) or self.kinds[at - 1] & self.particle:
            return True
        inside = self.words[at].startswith(self.article) and self.kinds[at - 1] & self.given
        if not inside or at + 1 >= stop or self.kinds[at] & (self.common | self.breaks):
            return False
        return self.words[at + 1].isalpha() and not self.kinds[at + 1] & ~self.given

    def surname(self, at: int) -> bool:
        """Whether a word with the article goes on a name before it (سعد البكري، فهد الثالث)."""
        word, kind = self.words[at], self.kinds[at]
        ordinal = kind & self.ordinal and self.kinds[at - 1] & self.given
        return word.startswith(self.article) and (not kind or bool(ordinal) or word.endswith(self.nisba))

    def trade(self, at: int) -> bool:
        """Whether an office with the article stands right after a given name, as a surname does (النجار)."""
        if not (self.kinds[at] & self.single and self.kinds[at - 1] & self.given):
            return False
        return self.words[at].startswith(self.article) and not self.words[at - 1].startswith(self.article)

    def _proper(self, at: int, first: int, stop: int) -> bool:
        word, kind = self.words[at], self.kinds[at]
        if not word.isalpha() or kind & (self.breaks | self.comma) or self._and_the(word):
            return False
        if at == first < stop - 1 and kind & self.title and not self.kinds[at + 1] & self.common:
            return False
        if at > first and kind & self.body and word.startswith(self.article):
            return False  # رئيس الهلال
        if kind & (self.given | self.common):
            return bool(kind & self.given) and not (at > first and kind & self.within)
        if at > first and self.kinds[at - 1] & self.within & ~self.given:
            return False  # مدير المصنع في كذا
        annexed = (
            at + 1 < stop and self.kinds[at + 1] & self.common and self.words[at + 1].startswith(self.article)
        )
        return at == first or not (annexed or word.startswith(self.article))

    def _and_the(self, word: str) -> bool:
        """Whether a conjunction and the article are written on to a word (والصيد)."""
        return word[0] in self.joined and self._definite(word[1:])

    def _definite(self, word: str) -> bool:
        """Whether a word has the article, and is not the rest of a name (فالح، والتر)."""
        if not word.startswith(self.article) or len(word) <= _DEFINITE:
            return False
        return bool(self.lexicon.get(word.removeprefix(self.article)) or word in self.words)

    def adjacent(self, at: int, least: int = 0) -> bool:
        """Whether a next token follows in the same line, after at least so many spaces."""
        if at + 1 >= len(self.words):
            return False
        between = self.layout.article.text[self.layout.ends[at] : self.layout.starts[at + 1]]
        return not between.strip() and "\n" not in between and len(between) >= least

    def _comma(self, at: int) -> bool:
        return at < len(self.words) and bool(self.kinds[at] & self.comma)
