"""Words in marks after a cue: what was said, or a name or a term inside the source."""

from __future__ import annotations

from quotecli.frame import names
from quotecli.grammar import Grammar, Reading
from quotecli.model import Cue, Layout, Quotation

SPEECH = 7
"""Words in marks that are never a name or a term inside the source."""
NAME = 5
"""Words in marks that can be the name of a body or a paper, its title included; more are speech."""
_TERM = 3
"""Words in marks, right after the cue, that are no name either."""
_REACH = 6
"""Words between a cue and so few words in marks, if they are what was said."""
_TORN = 4
"""Words in marks at the beginning of a clause that has others in marks further on."""
_AHEAD = 14
"""Words after a quotation in which the beginning of what was said is looked for."""


class Speech:
    """Tells speech from names in marks, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.joined, bit = grammar.letters["prepositions-joined"], grammar.bits
        self.stop = bit["verbals"]
        self.contrast, self.preposition = bit["contrasts"], bit["prepositions"]
        self.after_marks = self.stop | self.contrast | bit["pauses"] | bit["sentence-ends"] | bit["colons"]
        self.after_marks |= bit["marks"] | bit["as-words"]
        self.outlet = bit["outlets"] | bit["bodies"]
        self.named = bit["outlets"] | bit["bodies"] | bit["offices"] | bit["documents"]
        self.comp, self.colon, self.comma = bit["complementizers"], bit["colons"], bit["commas"]
        self.title, self.relative, self.as_what = bit["title-words"], bit["relatives"], bit["as-what"]

    def torn(self, quotation: Quotation, stop: int) -> bool:
        """Whether a clause goes on after its first words in marks, to others («ننتظر» ما سيأتي و«سندرسه»)."""
        after = quotation.close + 1
        if quotation.length > _TORN or after >= stop or self.kinds[after] & self.after_marks:
            return False
        return any(at in self.quotations for at in range(after, stop))

    def certain(self, at: int) -> bool:
        """Whether words in marks begin here that are too many for a name or a term."""
        quotation = self.quotations.get(at)
        return quotation is not None and quotation.length >= SPEECH

    def begins(self, quotation: Quotation, cue: Cue, reading: Reading, limit: int) -> bool:
        """Whether the words in marks are what was said, and not a name or a term inside the source."""
        at, after = quotation.open, quotation.close + 1
        if reading.mood == "phrase" and (at == cue.stop or not reading.verb.frame.speech):
            return reading.verb.frame.speech or (at > cue.stop and quotation.length >= SPEECH)
        if at == cue.stop and names(reading):
            return True
        if cue.start and self.kinds[cue.start - 1] & self.as_what:
            return quotation.length >= SPEECH
        if self.kinds[at - 1] & self.title or self.words[at - 1] in self.joined:
            return False
        if at > cue.stop and self._clause_after(after, limit):
            return False
        if quotation.length >= SPEECH:
            return True
        if self.kinds[at - 1] & self.preposition and self.words[at - 1] in self.words[after : after + 2]:
            return False  # a medium (في حديث إلى «...»، إلى أن)
        if self.kinds[at - 1] & self.preposition and not reading.verb.frame.governs(self.words[at - 1]):
            return False  # a term (أعلن الوزير عن تأييده لخطة بشأن «حل الدولتين»)
        whole = quotation.length > _TERM and self._last(after, limit)
        outlet = at > cue.stop and self.kinds[at - 1] & self.outlet
        if outlet and not (whole or self._clausal(quotation)):
            return False
        named = at > cue.stop and self.kinds[at - 1] & self.named
        far = at - cue.stop > _REACH
        if quotation.length < _TERM and (named or far or not self._last(after, limit)):
            return False
        return not self._introduced(after, limit)

    def _clausal(self, quotation: Quotation) -> bool:
        return any(self.kinds[at] & (self.stop | self.comp) for at in range(quotation.open, quotation.close))

    def _last(self, at: int, limit: int) -> bool:
        """Whether nothing but another statement follows."""
        while at < limit and self.kinds[at] & self.comma:
            at += 1
        return at >= limit or bool(self.kinds[at] & self.stop)

    def _clause_after(self, at: int, limit: int) -> bool:
        """Whether what was said comes right after the marks (في ندوة حول «...»، أن كذا)."""
        at += bool(at < limit and self.kinds[at] & self.comma)
        return at < limit and bool(self.kinds[at] & self.comp)

    def alone(self, at: int, limit: int) -> bool:
        """Whether nothing that was said is introduced after the words in marks that begin here."""
        return not self._introduced(self.quotations[at].close + 1, limit)

    def _introduced(self, at: int, limit: int) -> bool:
        """Whether what was said begins only later, after a complementizer, a colon or other marks."""
        relative = False
        for n in range(at, min(limit, at + _AHEAD)):
            kind = self.kinds[n]
            if kind & (self.comp | self.colon) or n in self.quotations:
                return True
            relative = bool(kind & self.relative) or (relative and not kind & self.comma)
            if kind & self.contrast or (kind & self.stop and not relative):
                return False
        return False
