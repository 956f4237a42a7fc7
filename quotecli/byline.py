"""Verbs that only name who wrote an article."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Cue, Layout, Sentence

_BYLINE = 8
"""Words and marks in which the name of who wrote an article ends."""


class Bylines:
    """Finds the bylines of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds, bit = layout.words, layout.kinds, grammar.bits
        self.paragraphs = frozenset(layout.paragraphs)
        self.dash, self.colon = bit["dashes"], bit["colons"]
        self.speech = bit["marks"] | bit["finite-verbs"] | bit["openers"] | bit["what-words"] | bit["whos"]
        self.speech |= bit["negatives"] | bit["prepositions"] | bit["verb-particles"]

    def byline(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a verb that opens a sentence names who wrote it (كتبت - فلانة: ...)."""
        if self._signed(cue, sentence):
            return True
        apart = cue.stop < sentence.stop and self.kinds[cue.stop] & self.dash
        rest = range(cue.stop + 1, min(sentence.stop, cue.stop + _BYLINE))
        first = next((self.kinds[at] for at in rest if self.kinds[at] & (self.dash | self.colon)), 0)
        return bool(apart and first & self.colon)

    def _signed(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a colon and only a name follow, to the end of a line without a stop (كتب: سالم العلي)."""
        form, rest = cue.readings[0].form, range(cue.stop + 1, sentence.stop)
        colon = cue.stop < sentence.stop and self.kinds[cue.stop] & self.colon
        if not colon or cue.lead or form.mood != "perfect" or not 0 < len(rest) <= _BYLINE:
            return False
        whole = (sentence.start, sentence.stop) in self.paragraphs
        return whole and not any(self.kinds[at] & self.speech for at in rest)
