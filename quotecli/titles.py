"""What belongs to a name: the titles before it, and the office set after it."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.name import Names
from quotecli.office import Offices

_LONGEST = 14
"""Words in a name with the titles before it."""
_GIVEN = 2
"""Words of a name, before the last, that no list has."""


class Titles(Offices):
    """Reads the titles of the names of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, names: Names) -> None:
        super().__init__(layout, grammar, names)
        bit = grammar.bits
        self.title, self.heads, self.kin = bit["titles"], bit["heads"], bit["kin"]
        self.aide, self.particles = bit["aides"], bit["name-particles"]
        self.reporting, self.nisba = bit["reporting"], grammar.letters["nisba-endings"]
        self.verb = bit["finite"] | bit["finite-verbs-ambiguous"]
        self.ordinal = bit["time-qualifiers"] | bit["numbers"] | bit["quantities"]
        self.inside = bit["prepositions"] | bit["prepositions-bound"]

    def before(self, at: int, size: int = 1) -> Range:
        """The name of ``size`` words that ends at ``at``, with the titles before it."""
        lead = self._lead(at, 0)
        if lead is not None:
            return Range((lead, at + 1))
        start = max(0, at + 1 - size)
        while start > 0 and not self._led(start) and self.given(start - 1):
            start -= 1
        first = self._unknown_given(start)
        before = self.words[first - 1] if first else ""
        origin = before.startswith(self.article) and before.endswith(self.nisba)
        if first > 1 and self.kinds[first - 1] & self.names.comma and not self._led(first):
            lead = self._lead(first - 1, self.inside)
            apposed = self.is_comma(at + 1)
            if lead is not None and (apposed or not self.words[lead].startswith(self.article)):
                return Range((lead, at + 1))
        marked = self.closing.get(first - 1)
        lead = self._lead(first, self.inside) if marked and self._called(marked.open - 1) else None
        if lead is not None:
            return Range((lead, at + 1))
        spoken = first and self.kinds[first - 1] & self.reporting
        return Range((first if spoken or origin else start, at + 1))

    def _called(self, at: int) -> bool:
        """Whether a body stands here, perhaps with an adjective, whose name is in marks after it."""
        return any(self.kinds[n] & self.body for n in range(max(0, at - 1), at + 1))

    def _led(self, at: int) -> bool:
        """Whether a conjunction is written on to a given name, so that nothing before it belongs to it."""
        return self.names.led(self.words[at])

    def _unknown_given(self, start: int) -> int:
        """Where a name may begin whose first words no list has (قال دوف فلان)."""
        first = start
        while first > 1 and start - first < _GIVEN and self._unknown(first - 1):
            first -= 1
        return first

    def _unknown(self, at: int) -> bool:
        word = self.words[at]
        plain = word.isalpha() and not word.startswith(self.article) and not self.kinds[at]
        return plain and self.names.adjacent(at)

    def _lead(self, at: int, inside: int) -> int | None:
        """The first title of a phrase that goes on to ``at``; words of ``inside`` may stand in it."""
        start, lead = at, None
        while start > 0 and at - start < _LONGEST - 1:
            quotation = self.closing.get(start - 1) if inside else None
            if quotation:
                start = quotation.open
                continue
            if not self._continues(start - 1, inside):
                break
            start -= 1
            if (
                self.kinds[start] & self.names.leads
                and not self.qualifies(start)
                and not self._several(start)
            ):
                lead = start
            bound = self.kinds[start] & self.names.bound and not inside
            if (
                bound
                or (start == lead and self._another_before(start))
                or (start and self.phrases.object_at(start) and not self.and_the(start))
            ):
                break
        return lead

    def _another_before(self, at: int) -> bool:
        """Whether another's name ends before an office (استقبل الملك سالم الثاني | وزير كذا فلان)."""
        last = at - 1
        while last > max(0, at - _GIVEN - 1) and not self.kinds[last] & ~self.ordinal:
            last -= 1
        before = self.kinds[last] if last >= 0 else 0
        named = before & self.names.given and not before & (self.names.leads | self.names.nominal)
        return bool(named) and not self.words[at].startswith(self.article)

    def _several(self, at: int) -> bool:
        """Whether people in the oblique are here, who end another's title (أمين المعلمين | الشاعر فلان)."""
        word = self.words[at]
        people = self.kinds[at] & self.people and word.startswith(self.article)
        return bool(people) and word.endswith(self.phrases.oblique) and not self.kinds[at] & self.single

    def qualifies(self, at: int) -> bool:
        """Whether what may be a title is an adjective of an occasion (مؤتمر صحافي)."""
        nisba = self.words[at].endswith(self.nisba) and at > 0
        return nisba and bool(self.kinds[at - 1] & self.occasion)

    def related(self, name: Range) -> bool:
        """Whether a phrase names somebody by whose kin or aide they are (شقيق فلان، وكيل فلان)."""
        length, kind = name[1] - name[0], self.kinds[name[0]]
        other = kind & (self.kin | (self.aide if length == 2 else 0)) and not kind & self.particles
        return length > 1 and bool(other)

    def owned(self, name: Range) -> bool:
        """Whether a phrase that ends with a name is somebody or something of that person's (محامي فلان)."""
        start, stop = name
        if self.related(name) or (stop - start > 1 and self.kinds[start] & self.kin):
            return True
        if stop - start > 1 and self.kinds[stop - 2] & self.within & ~self.names.breaks:
            return True
        heads = (n for n in range(stop - 2, start - 1, -1) if self.kinds[n] & self.heads)
        at = next((n for n in heads if not self.kinds[n] & self.names.given), -1)
        if at < 0 or self.kinds[at] & self.title or self.words[at].startswith(self.article):
            return False
        return at == stop - 2 or bool(self.kinds[at + 1] & self.names.given)

    def given(self, at: int) -> bool:
        """Whether a word can only be part of the name after it."""
        kind, names = self.kinds[at], self.names
        word = self.words[at]
        name = kind & names.given and not kind & (names.breaks | names.comma | names.within | names.nominal)
        stem = word[1:] if word[0] in self.joined else ""
        verb = self.phrases.lexicon.get(stem, 0) & self.verb or self.verbal(stem) or self.verbal(word)
        return bool(name) and word.isalpha() and names.adjacent(at) and not verb

    def _continues(self, at: int, inside: int) -> bool:
        """Whether a word belongs to the name and titles after it."""
        kind, word, names = self.kinds[at], self.words[at], self.names
        if not word[0].isalpha() or not names.adjacent(at) or self.verbal(word):
            return False
        if kind & inside:
            return True
        if kind & names.breaks or (kind & self.verb and not kind & (self.heads | names.given)):
            return False
        led = word[0] in self.joined and not kind and not self.and_the(at)
        return not (kind & names.bound and not kind & names.leads) and not led and not self.and_somebody(at)

    def and_somebody(self, at: int) -> bool:
        """Whether a conjunction goes on with somebody else, and not with what an office is for (والبحث)."""
        person = self.names.personal_head | self.names.country
        return self.and_the(at) and bool(self.phrases.lexicon.get(self.words[at][1:], 0) & person)

    def and_the(self, at: int) -> bool:
        """Whether a conjunction and a definite noun go on with somebody else (والوزير)."""
        return self.words[at][0] in self.joined and self.words[at][1:3] == self.article
