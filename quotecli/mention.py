"""The names that an article gives its people and bodies: from a short name to the fullest."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.name import Names
from quotecli.normalize import loose
from quotecli.titles import Titles

_LONGEST = 24
"""Words in a name with its titles and office."""
MOST = 40
"""Mentions of one name, noun or title that are looked at, so that no article takes long."""


class Mentions:
    """Looks up names in one article; ``keys`` are its words for comparing."""

    def __init__(self, layout: Layout, grammar: Grammar, names: Names, sources: Iterable[Range]) -> None:
        self.words, self.kinds, self.names = layout.words, layout.kinds, names
        self.titles = Titles(layout, grammar, names)
        self.article, self.group = names.article, grammar.bits["offices-plural"]
        self.keys = self._keys()
        self._places: dict[str, list[int]] = {}
        self._fullest: dict[frozenset[str], Range | None] = {}
        self.headed: dict[str, list[Range]] = defaultdict(list)
        self._named: dict[str, list[tuple[Range, frozenset[str]]]] = defaultdict(list)
        for source in sources:
            self._remember(source)

    def _keys(self) -> list[str]:
        """Words folded, without joined preposition and article."""
        folded, bound = loose("\n".join(self.words)), self.names.bound
        keys = re.sub(rf"(?m)^{self.article}(?=...)", "", folded).split("\n")
        for at in [at for at, kind in enumerate(self.kinds) if kind & bound]:
            word = loose(self.words[at])
            if len(word) > 3:
                word = word[2:] if word.startswith(self.names.to_the) else word[1:]
                keys[at] = word.removeprefix(self.article) if len(word) > 4 else word
        particle = self.names.particle
        for at in [at for at, kind in enumerate(self.kinds[:-1]) if kind & particle]:
            if self.names.compound(at):
                # عبد الله and عبدالله are one name
                keys[at] = keys[at + 1] = loose(self.words[at] + self.words[at + 1])
        return keys

    def where(self, key: str) -> list[int]:
        """The tokens with that key."""
        if key not in self._places:
            places = self._places[key] = []
            for _ in range(self.keys.count(key)):
                places.append(self.keys.index(key, places[-1] + 1 if places else 0))
        return self._places[key]

    def known(self, key: str) -> bool:
        """Whether a source bears the name."""
        return key in self._named

    def _remember(self, source: Range) -> None:
        self.headed[self.keys[self.names.head(source)]].append(source)
        core = self.names.core(source)
        if self.names.personal(core) and not self.kinds[core[0]] & self.names.quantity:
            keys = frozenset(self.keys[at] for at in self.names.proper(core))
            for key in keys:
                self._named[key].append((core, keys))

    def fullest(self, phrase: Range) -> Range:
        """The longest name in the article that contains the person's names in ``phrase``."""
        best = self.names.core(phrase)
        if not self.names.personal(best) or self.titles.related(best):
            return best
        wanted = frozenset(self.keys[at] for at in self.names.proper(best))
        if wanted not in self._fullest:
            self._fullest[wanted] = self._longest(wanted, self.names.proper(best))
        return max(best, self._fullest[wanted] or best, key=length)

    def trimmed(self, phrase: Range) -> Range:
        """A phrase without what follows people, or a name that a source bears (فلان | السبب)."""
        proper = self.names.proper(phrase)
        if proper and self.kinds[phrase[0]] & self.group and self._definite(phrase[0], proper[0]):
            return Range((phrase[0], proper[0]))
        for size in range(len(proper), 0, -1):
            keys = frozenset(self.keys[at] for at in proper[:size])
            named = self._named.get(self.keys[proper[size - 1]], ())
            alone = proper[0] == phrase[0] and not self.kinds[proper[0]] & self.names.given
            if any(keys == other if size > 1 else alone for _, other in named[:MOST]):
                return Range((phrase[0], proper[size - 1] + 1)) if size < len(proper) else phrase
        return self._of_surname(phrase) or phrase

    def _of_surname(self, phrase: Range) -> Range | None:
        """The surname that a phrase begins with, if its person has a full name elsewhere."""
        first = Range((phrase[0], phrase[0] + 1))
        if length(phrase) < 2 or self.kinds[phrase[0]] or self.words[phrase[0] + 1].startswith(self.article):
            return None
        alone = length(self.fullest(phrase)) <= length(phrase) and length(self.fullest(first)) > 1
        return first if alone and self.names.personal(self.fullest(first)) else None

    def _definite(self, start: int, stop: int) -> bool:
        return start < stop and all(self.words[at].startswith(self.article) for at in range(start, stop))

    def _longest(self, wanted: frozenset[str], proper: list[int]) -> Range | None:
        last, whole = self.keys[proper[-1]], range(proper[0], proper[-1] + 1)
        parts = [self.keys[at] for at in (whole if len(whole) <= len(proper) + 1 else proper)]
        size = len(parts)
        named = [other for other, keys in self._named[last][:MOST] if wanted <= keys]
        places = [at for at in self.where(last)[:MOST] if self._runs(at + 1 - size, at, parts)]
        around = [self.names.whole(self.titles.before(at, size)) for at in places]
        one = [other for other in named if self._names(other, last)]
        one += [other for other in around if self._holds(other, wanted)]
        fit = [other for other in map(self.titles.office, one) if length(other) <= _LONGEST]
        fit = self._one_person(fit, last) if len(wanted) == 1 else fit
        alone = {tuple(self.keys[slice(*other)]) for other in fit}
        return max((other for other in fit if not self._of_another(other, alone)), key=length, default=None)

    def _one_person(self, mentions: list[Range], last: str) -> list[Range]:
        """Of people who share a surname, the mentions of the one whom the article names most often."""
        given = {other: self._given(other, last) for other in mentions}
        full = [other for other in mentions if given[other]]
        often = Counter(given[other] for other in sorted(full))
        if len(often) < 2:
            return mentions
        whose = often.most_common(1)[0][0]
        return [other for other in full if given[other] == whose]

    def _given(self, phrase: Range, last: str) -> str:
        """The given name right before a surname."""
        at = next((n for n in range(phrase[0] + 1, phrase[1]) if self.keys[n] == last), phrase[0])
        given = at > phrase[0] and self.titles.given(at - 1)
        return self.keys[at - 1] if given and not self.words[at - 1].startswith(self.article) else ""

    def _runs(self, start: int, stop: int, parts: list[str]) -> bool:
        """Whether all words here are part of a name, or given names beside it."""
        return all(
            self.keys[at] in parts or self.kinds[at] & self.names.given for at in range(max(0, start), stop)
        )

    def _of_another(self, phrase: Range, alone: set[tuple[str, ...]]) -> bool:
        """Whether a phrase ends with another's name and title (مستشار للرئيس فلان), found alone, too."""
        bound = (at for at in range(phrase[0] + 1, phrase[1]) if self.words[at].startswith(self.names.to_the))
        return any(tuple(self.keys[at : phrase[1]]) in alone for at in bound)

    def _holds(self, phrase: Range, wanted: frozenset[str]) -> bool:
        """Whether a phrase that ends with a name is a mention of the person so named."""
        proper = {self.keys[at] for at in self.names.proper(phrase)}
        joined = any(
            self.titles.and_somebody(at) and not self.kinds[at] & self.names.common for at in range(*phrase)
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
        """For one word with the article, the person in the article who has it as a surname (البكري)."""
        if length(phrase) != 1 or not self.names.surname(phrase[0]):
            return None
        for at in self.where(self.keys[phrase[0]])[:MOST]:
            if at and self.titles.given(at - 1) and self.names.surname(at):
                return self.fullest(self.titles.office(self.titles.before(at, 2)))
        return None


def length(phrase: Range) -> int:
    """How many tokens a phrase has."""
    return phrase[1] - phrase[0]
