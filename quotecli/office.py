"""The office that is set after a name, in apposition."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.name import Names
from quotecli.speech import NAME

_OFFICE = 16
"""Words in the office after a name."""


class Offices:
    """Reads the offices after the names of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, names: Names) -> None:
        self.words, self.kinds, self.names = layout.words, layout.kinds, names
        self.phrases = names.phrases
        self._full: dict[Range, Range] = {}
        short = [one for one in layout.quotations.values() if one.closed and one.length <= NAME]
        self.opening, self.closing = {one.open: one for one in short}, {one.close: one for one in short}
        self.readings, self.joined = grammar.readings, grammar.letters["conjunctions-joined"]
        bit = grammar.bits
        self.article, self.finite, self.occasion = names.article, bit["finite"], bit["occasions"]
        self.no_office = names.breaks | names.nominal | bit["demonstratives"] | bit["reporting-nouns"]
        self.no_office |= bit["adverbs"]
        self.single = bit["offices"] | bit["offices-feminine"] | bit["titles"]
        self.one, self.people = bit["ones"], bit["offices-plural"]
        self.within, self.to = bit["office-prepositions"], bit["bound-to"]
        self.body = bit["bodies"] | bit["countries"] | bit["outlets"] | bit["documents"]

    def office(self, name: Range) -> Range:
        """A name with the office in apposition after it (سالم العلي، مدير الميناء)."""
        full = self._full.get(name)
        if full is None:
            full = self._full[name] = self._with_office(self._with_surname(name))
        return full

    def _with_office(self, name: Range) -> Range:
        at = name[1]
        comma = self.is_comma(at)
        at += comma
        if at >= len(self.words) or name[1] - name[0] < 2 or not self._is_office(at):
            return name
        end = self._office_end(at)
        office = Range((at, end))
        return name if self._someone_else(office, comma) else Range((name[0], end))

    def _with_surname(self, name: Range) -> Range:
        """A given name with the trade after it that is its surname (سامر النجار | القرار، أمس)."""
        at = name[1]
        if at + 1 >= len(self.words) or not self.names.trade(at) or len(self.names.proper(name)) > 1:
            return name
        after = self.kinds[at + 1]
        definite = self.words[at + 1].startswith(self.article) and not after & self.names.common
        more = definite or after & (self.names.bound | self.within) or after & self.single
        return name if more else Range((name[0], at + 1))

    def _someone_else(self, office: Range, comma: bool) -> bool:
        """Whether what looks like an office is the subject or object of another clause."""
        start, stop = office
        if comma:
            return stop < len(self.words) and bool(self.kinds[stop] & self.finite)
        named = any(
            self.kinds[at] & self.names.given
            and not self.kinds[at] & self.single
            and not self.words[at].startswith(self.article)
            for at in range(start + 1, stop)
        )
        after = self.words[stop + 1 : stop + 2] if self.is_comma(stop) else []
        return named or (
            bool(after) and self.words[start].startswith(self.article) and self._name_at(stop + 1)
        )

    def is_comma(self, at: int) -> bool:
        """Whether a comma stands here; nothing stands after the last word."""
        return at < len(self.words) and bool(self.kinds[at] & self.names.comma)

    def _name_at(self, at: int) -> bool:
        return self.words[at].isalpha() and (not self.kinds[at] or bool(self.kinds[at] & self.names.given))

    def _office_end(self, start: int) -> int:
        """Where an office that begins at ``start`` ends; it may lie in a place or body (في، لدى، بـ)."""
        at, limit = start + 1, min(len(self.words), start + _OFFICE)
        while at < limit and self.names.adjacent(at - 1):
            kind, quotation = self.kinds[at], self.opening.get(at)
            if quotation:
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
            more = at + 1 < len(self.words) and not self.kinds[at + 1] & self.occasion
            return more and not self.phrases.owned_at(at + 1)
        if not word[0].isalpha() or kind & self.no_office or self.phrases.object_at(at):
            return False
        return not kind & self.names.bound or bool(kind & (self.body | self.to))

    def _joined_on(self, word: str) -> bool:
        """Whether a conjunction is written on to an office (ومدير), and not its first letter (وزير)."""
        return word.startswith(self.joined) and bool(self.phrases.lexicon.get(word[1:], 0) & self.single)

    def _is_office(self, at: int) -> bool:
        kind, names = self.kinds[at], self.names
        after = self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        one = kind & self.one and after & self.people and not self.words[at + 1].startswith(self.article)
        return (
            bool(kind & self.single or one)
            and not kind & (names.bound | names.breaks | self.body)
            and not self.phrases.object_at(at)
            and names.adjacent(at - 1)
            and not self._joined_on(self.words[at])
            and not self.verbal(self.words[at])
        )

    def verbal(self, word: str) -> bool:
        """Whether a noun is also a reporting verb (طالب), and so stands before a name rather than in it."""
        return any(reading.mood == "perfect" for reading in self.readings.get(word, ()))
