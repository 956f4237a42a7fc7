"""The names that an article gives its people and bodies: from a short name to the fullest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.name import Names
from quotecli.normalize import loose
from quotecli.titles import Titles

_LONGEST = 24
"""Words in a name with its titles and office."""
_MOST = 40
"""Mentions of one name that are looked at, so that no article takes long."""
_PHRASE = 7
"""Words in the phrase that a common noun in the text is taken to begin."""


class Mentions:
    """Looks up names in one article; ``keys`` are its words for comparing."""

    def __init__(self, layout: Layout, grammar: Grammar, names: Names, sources: Iterable[Range]) -> None:
        self.words, self.kinds, self.names = layout.words, layout.kinds, names
        self.titles = Titles(layout, grammar, names)
        self.article = names.article
        self.not_phrase = names.breaks | names.comma | names.bound | names.nominal
        self.keys = self._keys()
        self._places: dict[str, list[int]] = {}
        self._fullest: dict[frozenset[str], Range | None] = {}
        self._headed: dict[str, list[Range]] = defaultdict(list)
        self._named: dict[str, list[tuple[Range, frozenset[str]]]] = defaultdict(list)
        for source in sources:
            self._remember(source)

    def _keys(self) -> list[str]:
        """Words folded, without joined preposition and article."""
        folded, bound = loose("\n".join(self.words)), self.names.bound
        keys = re.sub(rf"(?m)^{self.article}(?=...)", "", folded).split("\n")
        whole = folded.split("\n")
        for at in [at for at, kind in enumerate(self.kinds) if kind & bound]:
            word = whole[at]
            if len(word) > 3:
                word = word[2:] if word.startswith(self.names.to_the) else word[1:]
                keys[at] = word.removeprefix(self.article) if len(word) > 4 else word
        return keys

    def _where(self, key: str) -> list[int]:
        """The tokens with that key."""
        if key not in self._places:
            places = self._places[key] = []
            for _ in range(self.keys.count(key)):
                places.append(self.keys.index(key, places[-1] + 1 if places else 0))
        return self._places[key]

    def _remember(self, source: Range) -> None:
        self._headed[self.keys[self.names.head(source)]].append(source)
        core = self.names.core(source)
        if self.names.personal(core) and not self.kinds[core[0]] & self.names.quantity:
            keys = frozenset(self.keys[at] for at in self.names.proper(core))
            for key in keys:
                self._named[key].append((core, keys))

    def fullest(self, phrase: Range) -> Range:
        """The longest name in the article that contains the person's names in ``phrase``."""
        best = self.names.core(phrase)
        if not self.names.personal(best):
            return best
        proper = [self.keys[at] for at in self.names.proper(best)]
        wanted = frozenset(proper)
        if wanted not in self._fullest:
            self._fullest[wanted] = self._longest(wanted, proper)
        return max(best, self._fullest[wanted] or best, key=_length)

    def _longest(self, wanted: frozenset[str], proper: list[str]) -> Range | None:
        last, size = proper[-1], len(proper)
        named = [other for other, keys in self._named[last][:_MOST] if wanted <= keys]
        around = [self.titles.before(at, size) for at in self._where(last)[:_MOST]]
        one = [other for other in named if self._names(other, last)]
        one += [other for other in around if self._holds(other, wanted)]
        fit = [other for other in map(self.titles.office, one) if _length(other) <= _LONGEST]
        alone = {tuple(self.keys[slice(*other)]) for other in fit}
        return max((other for other in fit if not self._of_another(other, alone)), key=_length, default=None)

    def _of_another(self, phrase: Range, alone: set[tuple[str, ...]]) -> bool:
        """Whether a phrase ends with another's name and title (مستشار للرئيس فلان), found alone, too."""
        bound = (at for at in range(phrase[0] + 1, phrase[1]) if self.words[at].startswith(self.names.to_the))
        return any(tuple(self.keys[at : phrase[1]]) in alone for at in bound)

    def _holds(self, phrase: Range, wanted: frozenset[str]) -> bool:
        """Whether a phrase that ends with a name is a mention of the person so named."""
        proper = {self.keys[at] for at in self.names.proper(phrase)}
        joined = any(
            self.titles.and_the(at) and not self.kinds[at] & self.names.common for at in range(*phrase)
        )
        return wanted <= proper and not joined and not self.titles.owned(phrase)

    def _names(self, phrase: Range, last: str) -> bool:
        """Whether a phrase names one person by ``last`` (not: أحد مستشاري فلان، فلان والوزير فلان)."""
        first, *others = self.names.proper(phrase)
        end = first + 1
        for at in others:
            other = last not in self.keys[first:end] or self._annexed(phrase[0], first)
            apposed = at > end and self.kinds[at - 1] & self.names.comma and other
            first, end = (at, at + 1) if apposed else (first, end + (at == end))
        if last not in self.keys[first:end]:
            return False
        another = next((at for at in range(end, phrase[1]) if self.kinds[at] & self.names.leads), end)
        return another == phrase[1] or not self.titles.and_the(another)

    def _annexed(self, start: int, first: int) -> bool:
        """Whether a name belongs to the office before it (المستشار في حملة فلان، فلان)."""
        within = any(self.kinds[at] & self.names.within for at in range(start, first))
        before = self.kinds[first - 1] & self.names.leads or self.words[first - 1].startswith(self.article)
        return within and not before

    def surname(self, phrase: Range) -> Range | None:
        """For one word with the article, the person in the article who has it as a surname (المالكي)."""
        if _length(phrase) != 1 or not self.names.surname(phrase[0]):
            return None
        for at in self._where(self.keys[phrase[0]])[:_MOST]:
            if at and self.titles.given(at - 1) and self.names.surname(at):
                return self.titles.office(self.titles.before(at, 2))
        return None

    def earlier(self, phrase: Range) -> Range | None:
        """For a common noun, the earlier, longer phrase of the same head; else the last one in the text."""
        head = self.names.head(phrase)
        annexed = self.words[head + 1 : phrase[1]][:1]
        definite = self.kinds[head] & self.names.bound or any(
            word.startswith(self.article) for word in (self.words[head], *annexed)
        )
        counted = self.kinds[phrase[0]] & self.names.quantity
        if counted or (not definite and head == phrase[0]):
            return None
        return self._source_before(phrase, head) or self._text_before(phrase, head)

    def _wanted(self, start: int, stop: int) -> set[str]:
        """What an earlier phrase has to have: all but words for the same (المصدر ذاته)."""
        return {self.keys[at] for at in range(start, stop) if not self.kinds[at] & self.names.same}

    def _source_before(self, phrase: Range, head: int) -> Range | None:
        wanted = self._wanted(head, phrase[1])
        recent = [other for other in self._headed[self.keys[head]] if other[0] < phrase[0]][-_MOST:][::-1]
        defined = [other for other in recent if self.words[self.names.head(other)].startswith(self.article)]
        for other in (*defined, *recent):
            longer = _length(other) > len(wanted) or phrase[0] < head
            if longer and wanted <= set(self.keys[self.names.head(other) : other[1]]):
                return self._alone(self.names.core(other))
        return None

    def _text_before(self, phrase: Range, head: int) -> Range | None:
        if not self.kinds[head] & self.names.common:
            return None
        wanted = self._wanted(head, phrase[1])
        places = self._where(self.keys[head])
        here = bisect_left(places, phrase[0])
        for at in reversed(places[max(0, here - _MOST) : here]):
            stop = self._phrase_end(at)
            stop = self._seam(at, stop)
            if stop - at > max(_length(phrase), 1) and wanted <= set(self.keys[at:stop]):
                return Range((at, stop))
        return None

    def _seam(self, start: int, stop: int) -> int:
        """Where, of two definite noun phrases side by side, the second begins (نفت المملكة | الاتهامات)."""
        at = self.titles.phrases.split(Range((start, stop))) or stop
        pair = self.words[at - 1 : at + 1]
        return at if at < stop and all(word.startswith(self.article) for word in pair) else stop

    def _alone(self, phrase: Range) -> Range:
        """A phrase without the second body that is named beside the first (الشرطة | وهيئة الأسواق)."""
        for at in range(phrase[0] + 1, phrase[1]):
            if self.words[at][0] in self.titles.joined and self.kinds[at] & self.titles.heads:
                return Range((phrase[0], at))
        return phrase

    def _phrase_end(self, at: int) -> int:
        """Where the noun phrase that a common noun begins ends."""
        stop, limit = at + 1, min(len(self.words), at + _PHRASE)
        definite = (self.names.to_the, self.article)
        owner = self.words[at].startswith(definite) and not self.kinds[at] & self.names.leads
        while stop < limit and self.words[stop][0].isalpha() and self.names.adjacent(stop - 1):
            if self.kinds[stop] & (self.not_phrase | self.names.leads) or self.titles.and_the(stop):
                break
            if owner and not self.words[stop].startswith(self.article):
                break  # the name after it is not its own (الرئيسة التنفيذية للشركة فلانة)
            stop += 1
        return stop


def _length(phrase: Range) -> int:
    return phrase[1] - phrase[0]
