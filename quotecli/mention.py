"""The names that an article gives its people and bodies: from a short name to the fullest."""

from __future__ import annotations

from collections import defaultdict

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.normalize import fold, loose

_LONGEST = 14
"""Words in a name with its titles."""


class Mentions:
    """Looks up names in one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.layout, self.words, self.kinds = layout, layout.words, layout.kinds
        self.readings = grammar.readings
        self.article, self.joined = fold(grammar.article), grammar.letters["conjunctions-joined"]
        bit = grammar.bits
        self.bound, self.not_bound = bit["prepositions-bound"], bit["not-bound"]
        self.leads = bit["offices"] | bit["offices-feminine"] | bit["titles"] | bit["offices-plural"]
        self.common = (
            self.leads | bit["bodies"] | bit["documents"] | bit["outlets"] | bit["sources"] | bit["quantities"]
            | bit["occasions"] | bit["plurals-nonhuman"] | bit["numbers"] | bit["time-qualifiers"] | bit["portfolios"]
        )  # fmt: skip
        self.given = bit["given-names-masculine"] | bit["given-names-feminine"]
        self.quantity = bit["quantities"]
        self.breaks = (
            bit["finite-verbs"] | bit["reporting"] | bit["prepositions"] | bit["conjunctions"] | bit["particles"]
            | bit["complementizers"] | bit["negatives"] | bit["relatives"] | bit["prepositions-with-pronoun"]
            | bit["reporting-participles"] | bit["sentence-ends"] | bit["colons"] | bit["dashes"] | bit["time-adjuncts"]
        )  # fmt: skip
        self.marks = bit["marks-open"] | bit["marks-close"] | bit["marks-either"]
        self.comma, self.relative, self.nominal = bit["commas"], bit["relatives"], bit["nominal-heads"]
        self.places: dict[str, list[int]] = defaultdict(list)
        known = {word: self._key(word, kind) for word, kind in dict(zip(self.words, self.kinds)).items()}
        self.keys = [known[word] for word in self.words]
        for at, key in enumerate(self.keys):
            self.places[key].append(at)

    def _key(self, word: str, kind: int) -> str:
        """A word for comparing: folded, without joined preposition and article."""
        word = loose(word)
        if kind & self.bound and len(word) > 3:
            word = word[2:] if word[:2] == self.article[1] * 2 else word[1:]
        if word.startswith(self.article) and len(word) > 4:
            word = word[len(self.article) :]
        return word

    def name(self, phrase: Range) -> str:
        """The words of a phrase as a name: no joined preposition or conjunction before it."""
        start, end = self.layout.span(phrase)
        text, word = self.layout.article.text[start:end], self.words[phrase[0]]
        if self.kinds[phrase[0]] & self.bound and not self.kinds[phrase[0]] & self.not_bound:
            double = word[:2] == self.article[1] * 2
            return self.article + text[2:] if double else text[1:]
        return text

    def proper(self, phrase: Range) -> list[int]:
        """The tokens of a phrase that are names and not common nouns."""
        first = self.head(phrase)
        return [at for at in range(*phrase) if self._proper(at, first, phrase[1])]

    def _proper(self, at: int, first: int, stop: int) -> bool:
        word, kind = self.words[at], self.kinds[at]
        if not word.isalpha() or kind & (self.breaks | self.comma):
            return False
        if kind & self.given:
            return True
        if kind & self.common:
            return False
        annexed = at + 1 < stop and self.kinds[at + 1] & self.common and self.words[at + 1].startswith(self.article)
        return at == first or not (annexed or word.startswith(self.article))

    def head(self, phrase: Range) -> int:
        """The first word of a phrase that is no quantity and no demonstrative."""
        at, stop = phrase
        while at < stop - 1 and (self.kinds[at] & self.quantity or not self.words[at].isalpha()):
            at += 1
        return at

    def personal(self, phrase: Range) -> bool:
        """Whether the phrase is a person's name, with or without titles."""
        head = self.kinds[self.head(phrase)]
        return bool(self.proper(phrase)) and (bool(head & (self.leads | self.given)) or not head & self.common)

    def core(self, phrase: Range) -> Range:
        """The phrase without a relative clause and, after a bare name, without anything but the name."""
        start, stop = phrase
        bare = not self.kinds[self.head(phrase)] & self.common
        for at in range(start + 1, stop):
            kind = self.kinds[at]
            if kind & self.relative or (bare and kind & self.breaks):
                stop = at
                break
        while stop > start + 1 and self.kinds[stop - 1] & self.comma:
            stop -= 1
        return Range((start, stop))

    def fullest(self, phrase: Range, sources: list[Range]) -> Range:
        """The longest name in the article that contains the person's names in ``phrase``."""
        best = self.core(phrase)
        proper = self.proper(best)
        if not proper or not self.personal(best):
            return best
        wanted = {self.keys[at] for at in proper}
        around = (self._around(at) for at in self.places[self.keys[proper[-1]]])
        named = [self.core(other) for other in sources if self.personal(other)]
        for other in (*named, *around):
            length = other[1] - other[0]
            if best[1] - best[0] < length <= _LONGEST and wanted <= {self.keys[at] for at in self.proper(other)}:
                best = other
        return best

    def _around(self, at: int) -> Range:
        """The name that ends at ``at``, with the titles before it."""
        start, lead = at, -1
        while start > 0 and at - start < _LONGEST - 1 and self._continues(start - 1, start):
            start -= 1
            if self.kinds[start] & self.leads:
                lead = start
            if self.kinds[start] & self.bound:
                break
        if lead >= 0:
            return Range((lead, at + 1))
        start = at
        while start > 0 and self._given(start - 1):
            start -= 1
        return Range((start, at + 1))

    def _given(self, at: int) -> bool:
        """Whether a word can only be part of the name after it."""
        kind = self.kinds[at]
        if kind & (self.breaks | self.comma) or not self.words[at].isalpha() or not self._adjacent(at):
            return False
        return bool(kind & self.given)

    def _adjacent(self, at: int) -> bool:
        between = self.layout.article.text[self.layout.ends[at] : self.layout.starts[at + 1]]
        return not between.strip() and "\n" not in between

    def _continues(self, at: int, after: int) -> bool:
        kind, word = self.kinds[at], self.words[at]
        if kind & self.breaks or not word[0].isalpha() or not self._adjacent(at) or self._verbal(word):
            return False
        return not (kind & self.bound and not kind & self.leads) and not self._joined(at)

    def _verbal(self, word: str) -> bool:
        """Whether a noun is also a reporting verb (طالب), and so stands before a name rather than in it."""
        return any(reading.mood == "perfect" for reading in self.readings.get(word, ()))

    def earlier(self, phrase: Range, sources: list[Range]) -> Range | None:
        """For a common noun, the earlier and longer phrase of the same head; else the last one in the text."""
        head, length = self.head(phrase), phrase[1] - phrase[0]
        if not self.words[head].startswith(self.article) and not self.kinds[head] & self.bound and head == phrase[0]:
            return None
        key, wanted = self.keys[head], set(self.keys[head : phrase[1]])
        recent = [other for other in reversed(sources) if other[0] < phrase[0]]
        defined = [other for other in recent if self.words[self.head(other)].startswith(self.article)]
        for other in (*defined, *recent):
            there = self.head(other)
            longer = other[1] - other[0] > length or phrase[0] < head
            if other[0] < phrase[0] and longer and self.keys[there] == key and wanted <= set(self.keys[there : other[1]]):
                return self.core(other)
        if not self.kinds[head] & self.common:
            return None
        for at in reversed([at for at in self.places[key] if at < phrase[0]]):
            stop = self._after(at)
            if stop - at > max(length, 1) and wanted <= set(self.keys[at:stop]):
                return Range((at, stop))
        return None

    def _after(self, at: int) -> int:
        stop = at + 1
        while stop < len(self.words) and stop - at < 7 and self.words[stop][0].isalpha() and self._adjacent(stop - 1):
            kind = self.kinds[stop]
            if kind & (self.breaks | self.comma | self.bound | self.nominal) or self._joined(stop):
                break
            stop += 1
        return stop

    def _joined(self, at: int) -> bool:
        return self.words[at][0] in self.joined and self.words[at][1:3] == self.article
