"""The clause that a cue stands in: whether its verb has a subject already, and whether it can do without."""

from __future__ import annotations

from typing import NamedTuple

from quotecli.before import Left
from quotecli.grammar import Construction, Grammar, Reading
from quotecli.model import Cue, Layout, Sentence
from quotecli.name import cue_span
from quotecli.normalize import spell
from quotecli.point import Point


class Trial(NamedTuple):
    """A construction being tried: a cue, one of its readings and one of the fixed points after it."""

    construction: Construction
    cue: Cue
    reading: Reading
    point: Point
    sentence: Sentence


class Clauses:
    """Looks at the clauses of the cues of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, left: Left) -> None:
        self.layout, self.kinds, self.left, bit = layout, layout.kinds, left, grammar.bits
        self.particle, self.condition, self.when = bit["verb-particles"], bit["conditionals"], bit["whens"]
        self.comp, self.comp_bare = bit["complementizers"], bit["complementizers-bare"]
        self.opens = (
            bit["openers"] | bit["relatives"] | bit["kana"] | bit["pauses"] | bit["marks-close"]
            | bit["marks-either"] | bit["what-words"]
        )  # fmt: skip

    def has_subject(self, cue: Cue, reading: Reading, sentence: Sentence) -> bool:
        """Whether the verb's subject is a pronoun before it, and a noun after it an object (أنه حث فلانا)."""
        at = cue.start - 1
        while at > sentence.start and self.kinds[at] & self.particle:
            at -= 1
        there = at >= sentence.start and reading.form.finite and not cue.lead
        return there and bool(self.kinds[at] & self.comp) and not self.kinds[at] & self.comp_bare

    def free(self, trial: Trial) -> bool:
        """Whether a finite verb without a subject stands where one may: at the head of a clause."""
        cue = trial.cue
        first = cue.start == trial.sentence.start
        if self._first_person(cue, trial.reading) or (not first and self._supposed(cue, trial.reading)):
            return False
        if trial.point.kind == "colon" and trial.reading.mood == "participle" and not cue.lead:
            return not first  # no byline (متابعة: فلان)
        if not trial.reading.form.finite or cue.lead or first or trial.construction.left:
            return True
        if trial.point.kind in {"comp", "quotation"} or trial.reading.form.suffix:
            return True
        return bool(self.kinds[cue.start - 1] & self.opens) or self.left.document_at(cue.start - 1)

    def _first_person(self, cue: Cue, reading: Reading) -> bool:
        """Whether a hamza tells a first person from the same letters in the third (أعتقد أن، اعتقد أن)."""
        at, own = cue_span(self.layout, cue)[0], reading.form.text[0]
        written = self.layout.article.text[at]
        return reading.form.mood == "perfect" and written != own == spell(written)

    def _supposed(self, cue: Cue, reading: Reading) -> bool:
        """Whether the word before a verb tells that nobody has said this yet (إذا قال، عندما تكتشف أن)."""
        before = self.kinds[cue.start - 1]
        return bool(before & self.condition or (reading.mood == "imperfect" and before & self.when))
