"""What belongs to a name: the titles before it, and the office set after it."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.name import Names
from quotecli.phrase import Phrases

_LONGEST = 14
"""Words in a name with the titles before it."""
_OFFICE = 16
"""Words in the office after it."""
_GIVEN = 2
"""Words of a name, before the last, that no list has."""
_NAME = 5
"""Words in marks that are the name of a body in an office."""


class Titles:
    """Reads the titles of the names of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, names: Names) -> None:
        self.words, self.kinds, self.names = layout.words, layout.kinds, names
        self.phrases = Phrases(layout, grammar)
        self.quotations = layout.quotations
        self.readings, self.joined = grammar.readings, grammar.letters["conjunctions-joined"]
        self.article, self.finite = names.article, grammar.bits["finite"]
        bit = grammar.bits
        self.title, self.heads, self.occasion = bit["titles"], bit["heads"], bit["occasions"]
        self.kin = bit["kin"]
        self.no_office = names.breaks | names.nominal | bit["demonstratives"] | bit["reporting-nouns"]
        self.reporting, self.nisba = bit["reporting"], grammar.letters["nisba-endings"]
        self.verb = bit["finite"] | bit["finite-verbs-ambiguous"]
        self.single = bit["offices"] | bit["offices-feminine"] | bit["titles"]
        self.within, self.to = bit["office-prepositions"], bit["bound-to"]
        self.body = bit["bodies"] | bit["countries"] | bit["outlets"] | bit["documents"]
        self.inside = grammar.bits["prepositions"] | grammar.bits["prepositions-bound"]

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
        if first > 1 and self.kinds[first - 1] & self.names.comma:
            lead = self._lead(first - 1, self.inside)
            if lead is not None and not self.words[lead].startswith(self.article):
                return Range((lead, at + 1))
        spoken = first and self.kinds[first - 1] & self.reporting
        return Range((first if spoken or origin else start, at + 1))

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
        while start > 0 and at - start < _LONGEST - 1 and self._continues(start - 1, inside):
            start -= 1
            if self.kinds[start] & self.names.leads and not self._qualifies(start):
                lead = start
            bound = self.kinds[start] & self.names.bound and not inside
            if bound or (start and self.phrases.object_at(start)):
                break
        return lead

    def _qualifies(self, at: int) -> bool:
        """Whether what may be a title is an adjective of an occasion (مؤتمر صحافي)."""
        nisba = self.words[at].endswith(self.nisba) and at > 0
        return nisba and bool(self.kinds[at - 1] & self.occasion)

    def owned(self, name: Range) -> bool:
        """Whether a phrase that ends with a name is somebody or something of that person's (محامي فلان)."""
        start, stop = name
        if stop - start > 1 and self.kinds[start] & self.kin:
            return True
        if stop - start > 1 and self.kinds[stop - 2] & self.within & ~self.names.breaks:
            return True
        at = next((n for n in range(stop - 2, start - 1, -1) if self.kinds[n] & self.heads), -1)
        if at < 0 or self.kinds[at] & self.title or self.words[at].startswith(self.article):
            return False
        return at == stop - 2 or bool(self.kinds[at + 1] & self.names.given)

    def office(self, name: Range) -> Range:
        """A name with the office in apposition after it (سالم العلي، مدير الميناء)."""
        at = name[1]
        comma = self._is_comma(at)
        at += comma
        if at >= len(self.words) or name[1] - name[0] < 2 or not self._is_office(at):
            return name
        end = self._office_end(at)
        office = Range((at, end))
        return name if self._someone_else(office, comma) else Range((name[0], end))

    def _someone_else(self, office: Range, comma: bool) -> bool:
        """Whether what looks like an office is the subject or object of another clause."""
        start, stop = office
        if comma:
            return stop < len(self.words) and bool(self.kinds[stop] & self.finite)
        named = any(
            self.kinds[at] & self.names.given and not self.words[at].startswith(self.article)
            for at in range(start + 1, stop)
        )
        after = self.words[stop + 1 : stop + 2] if self._is_comma(stop) else []
        return named or (
            bool(after) and self.words[start].startswith(self.article) and self._name_at(stop + 1)
        )

    def _is_comma(self, at: int) -> bool:
        return at < len(self.words) and bool(self.kinds[at] & self.names.comma)

    def _name_at(self, at: int) -> bool:
        return self.words[at].isalpha() and (not self.kinds[at] or bool(self.kinds[at] & self.names.given))

    def _office_end(self, start: int) -> int:
        """Where an office that begins at ``start`` ends; it may lie in a place or body (في، لدى، بـ)."""
        at, limit = start + 1, min(len(self.words), start + _OFFICE)
        while at < limit and self.names.adjacent(at - 1):
            kind, quotation = self.kinds[at], self.quotations.get(at)
            if quotation and quotation.length <= _NAME:
                at = min(quotation.close, limit - 1)
            elif not self._in_office(at, kind):
                break
            at += 1
        while self.kinds[at - 1] & self.within:
            at -= 1
        return at

    def _in_office(self, at: int, kind: int) -> bool:
        word = self.words[at]
        if kind & self.within:
            return at + 1 < len(self.words) and not self.kinds[at + 1] & self.occasion
        if not word[0].isalpha() or kind & self.no_office or self.phrases.object_at(at):
            return False
        return not kind & self.names.bound or bool(kind & (self.body | self.to))

    def _is_office(self, at: int) -> bool:
        kind, names = self.kinds[at], self.names
        return (
            bool(kind & self.single)
            and not kind & (names.bound | names.breaks | self.body)
            and not self.phrases.object_at(at)
            and names.adjacent(at - 1)
            and not self.words[at].startswith(self.joined)
            and not self._verbal(self.words[at])
        )

    def given(self, at: int) -> bool:
        """Whether a word can only be part of the name after it."""
        kind, names = self.kinds[at], self.names
        word = self.words[at]
        name = kind & names.given and not kind & (names.breaks | names.comma | names.within | names.nominal)
        stem = word[1:] if word[0] in self.joined else ""
        verb = self.phrases.lexicon.get(stem, 0) & self.verb or self._verbal(stem) or self._verbal(word)
        return bool(name) and word.isalpha() and names.adjacent(at) and not verb

    def _continues(self, at: int, inside: int) -> bool:
        """Whether a word belongs to the name and titles after it."""
        kind, word, names = self.kinds[at], self.words[at], self.names
        if not word[0].isalpha() or not names.adjacent(at) or self._verbal(word):
            return False
        if kind & inside:
            return True
        if kind & names.breaks:
            return False
        led = word[0] in self.joined and not kind
        return not (kind & names.bound and not kind & names.leads) and not led and not self.and_the(at)

    def _verbal(self, word: str) -> bool:
        """Whether a noun is also a reporting verb (طالب), and so stands before a name rather than in it."""
        return any(reading.mood == "perfect" for reading in self.readings.get(word, ()))

    def and_the(self, at: int) -> bool:
        """Whether a conjunction and a definite noun go on with somebody else (والوزير)."""
        return self.words[at][0] in self.joined and self.words[at][1:3] == self.article
