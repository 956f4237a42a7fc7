"""Whom an epithet means: somebody named elsewhere, told by what they are (الفنانة المصرية)."""

from __future__ import annotations

from collections.abc import Iterable

from quotecli.grammar import Grammar
from quotecli.holder import Holders
from quotecli.mention import MOST
from quotecli.model import Layout, Range
from quotecli.name import Names

_LONGEST = 4
"""Words in an epithet."""


class Epithets:
    """Tells whom the epithets of one article mean."""

    def __init__(self, layout: Layout, grammar: Grammar, names: Names, holders: Holders) -> None:
        self.words, self.kinds, self.names = layout.words, layout.kinds, names
        self.holders, self.mentions = holders, holders.mentions
        self.keys, self.agreement = self.mentions.keys, names.agreement
        bit = grammar.bits
        self.this, self.ordinal = bit["demonstratives"], bit["numbers"]
        self.anyone = bit["epithets-official"]
        self.epithet = bit["epithets"] | self.anyone

    def meant(self, phrase: Range, known: Iterable[tuple[Range, str]]) -> Range | None:
        """Whom an epithet means, of those known so far, with their gender, the last first."""
        start, stop = phrase
        if stop - start > _LONGEST or not self.kinds[start] & self.epithet or not self._definite(phrase):
            return None
        people = []
        for one, gender in known:
            if self.keys[self.names.head(one)] == self.keys[start] and not self.kinds[one[0]] & self.this:
                return one
            if self._person(one, phrase, gender):
                people.append(one)
        if people:
            return self._of(people, phrase)
        return None if self.kinds[start] & self.anyone else self._before(phrase)

    def _of(self, people: list[Range], phrase: Range) -> Range | None:
        """Whom of several, the last first: the last for any official, else one told by the same words.

        One of another profession or office is somebody else.
        """
        described = phrase[1] - phrase[0] > 1
        if self.kinds[phrase[0]] & self.anyone:
            return people[0] if described else None
        alike = next((one for one in people if self._shares(phrase, one)), None)
        single = described and len({self._name(one) for one in people}) == 1
        other = any(self.kinds[at] & self.names.leads for at in range(*people[0]))
        return alike or (people[0] if single and not other else None)

    def _before(self, phrase: Range) -> Range | None:
        """Who stands before in the text with the adjective, if it is one person (النجم المصري فلان)."""
        found = [
            self._beside(at)
            for word in range(phrase[0] + 1, phrase[1])
            for at in self._places(word, phrase[0])
        ]
        people = [one for one in found if one and self._person(one, phrase)]
        return people[0] if len({self._name(one) for one in people}) == 1 else None

    def _places(self, word: int, stop: int) -> list[int]:
        return [at for at in self.mentions.where(self.keys[word])[:MOST] if at < stop]

    def _beside(self, at: int) -> Range | None:
        """The fullest name of who stands right after an adjective, with the title before it if it has one."""
        name = self.holders.name_at(at + 1)
        return self.mentions.fullest(name) if name else None

    def _definite(self, phrase: Range) -> bool:
        return all(
            self.words[at].startswith(self.names.article) and not self.kinds[at] & self.ordinal
            for at in range(*phrase)
        )

    def _name(self, one: Range) -> frozenset[str]:
        return frozenset(self.keys[at] for at in self.names.proper(one))

    def _person(self, one: Range, phrase: Range, gender: str = "") -> bool:
        """Whether somebody is known by name, and is a man or a woman as the epithet says."""
        genders = {gender, *(self.agreement.features(each).gender for each in (one, phrase))} - {""}
        return len(genders) < 2 and self.names.personal(one) and len(self.names.proper(one)) > 1

    def _shares(self, phrase: Range, one: Range) -> bool:
        """Whether somebody's name and office have the noun of an epithet, or its adjective (مصري، مصر)."""
        words = {self.keys[at] for at in range(*one)}
        return any(self.keys[at] in words for at in range(*phrase))
