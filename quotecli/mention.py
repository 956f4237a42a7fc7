"""The names that an article gives its people and bodies: from a short name to the fullest."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.normalize import fold, loose

_LONGEST = 14
"""Words in a name with its titles."""
_MOST = 40
"""Mentions of one name that are looked at, so that no article takes long."""


class Mentions:
    """Looks up names in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, sources: list[Range]) -> None:
        self.layout, self.words, self.kinds = layout, layout.words, layout.kinds
        self.readings = grammar.readings
        self.prepositions = grammar.letters["prepositions-joined"]
        self.accusative = grammar.letters["accusative-endings"]
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
        self._fullest: dict[frozenset[str], Range | None] = {}
        self._headed: dict[str, list[Range]] = defaultdict(list)
        self._named: dict[str, list[tuple[Range, frozenset[str]]]] = defaultdict(list)
        for source in sources:
            self._remember(source)

    def _remember(self, source: Range) -> None:
        self._headed[self.keys[self.head(source)]].append(source)
        core = self.core(source)
        if self.personal(core):
            names = frozenset(self.keys[at] for at in self.proper(core))
            for name in names:
                self._named[name].append((core, names))

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
        """The phrase as a name: no relative clause, no second noun phrase, no adjunct after a bare name."""
        start, stop = phrase
        bare = not self.kinds[self.head(phrase)] & self.common
        for at in range(start + 1, stop):
            if self.kinds[at] & self.comma:
                bare = False
            if self._breaks_name(at, bare):
                stop = at
                break
        while stop > start + 1 and self.kinds[stop - 1] & self.comma:
            stop -= 1
        return Range((start, stop))

    def _breaks_name(self, at: int, bare: bool) -> bool:
        kind, word = self.kinds[at], self.words[at]
        if kind & self.relative or word in self.prepositions:
            return True
        if bare and kind & self.breaks and (self._adjacent(at - 1, 1) or self._adjacent(at, 1)):
            return True
        if not self.words[at - 1].startswith(self.article):
            return False
        return bool(kind & self.nominal and not kind & self.bound) or (not kind and word.endswith(self.accusative))

    def fullest(self, phrase: Range) -> Range:
        """The longest name in the article that contains the person's names in ``phrase``."""
        best = self.core(phrase)
        wanted = frozenset(self.keys[at] for at in self.proper(best))
        if not wanted or not self.personal(best):
            return best
        if wanted not in self._fullest:
            self._fullest[wanted] = self._longest(wanted, self.keys[self.proper(best)[-1]])
        longest = self._fullest[wanted]
        return longest if longest and longest[1] - longest[0] > best[1] - best[0] else best

    def _longest(self, wanted: frozenset[str], last: str) -> Range | None:
        named = [other for other, names in self._named[last][:_MOST] if wanted <= names]
        around = [self._around(at) for at in self.places[last][:_MOST]]
        named += [other for other in around if wanted <= {self.keys[at] for at in self.proper(other)}]
        fitting = [other for other in named if other[1] - other[0] <= _LONGEST]
        return max(fitting, key=lambda other: other[1] - other[0], default=None)

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

    def _adjacent(self, at: int, least: int = 0) -> bool:
        """Whether the next token follows in the same line, after at least so many spaces."""
        between = self.layout.article.text[self.layout.ends[at] : self.layout.starts[at + 1]]
        return not between.strip() and "\n" not in between and len(between) >= least

    def _continues(self, at: int, after: int) -> bool:
        kind, word = self.kinds[at], self.words[at]
        if kind & self.breaks or not word[0].isalpha() or not self._adjacent(at) or self._verbal(word):
            return False
        return not (kind & self.bound and not kind & self.leads) and not self._joined(at)

    def _verbal(self, word: str) -> bool:
        """Whether a noun is also a reporting verb (طالب), and so stands before a name rather than in it."""
        return any(reading.mood == "perfect" for reading in self.readings.get(word, ()))

    def earlier(self, phrase: Range) -> Range | None:
        """For a common noun, the earlier and longer phrase of the same head; else the last one in the text."""
        head, length = self.head(phrase), phrase[1] - phrase[0]
        if not self.words[head].startswith(self.article) and not self.kinds[head] & self.bound and head == phrase[0]:
            return None
        key, wanted = self.keys[head], set(self.keys[head : phrase[1]])
        recent = [other for other in self._headed[key] if other[0] < phrase[0]][-_MOST:][::-1]
        defined = [other for other in recent if self.words[self.head(other)].startswith(self.article)]
        for other in (*defined, *recent):
            longer = other[1] - other[0] > length or phrase[0] < head
            if longer and wanted <= set(self.keys[self.head(other) : other[1]]):
                return self.core(other)
        if not self.kinds[head] & self.common:
            return None
        places = self.places[key]
        for at in reversed(places[max(0, bisect_left(places, phrase[0]) - _MOST) : bisect_left(places, phrase[0])]):
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
