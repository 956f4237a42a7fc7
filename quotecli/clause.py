"""The clause that a cue stands in: whether its verb has a subject already, and whether it can do without."""

from __future__ import annotations

from typing import NamedTuple

from quotecli.before import Left
from quotecli.grammar import Construction, Grammar, Reading
from quotecli.model import Cue, Layout, Range, Sentence
from quotecli.normalize import plain
from quotecli.point import Point
from quotecli.span import cue_span

_ANTECEDENT = 6
"""Tokens before a verb in which stands what its relative clause goes with."""
_TANWEEN = "\u064b"


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
        self.which = bit["relatives-singular"]
        self.person, self.text = bit["persons"], bit["occasions"] | bit["documents"]
        self.quantity, self.pause = bit["quantities"], bit["pauses"]
        self.fact, self.relative = bit["reference-nouns"], bit["relatives"]
        self.what, self.finite, self.contrast = bit["what-words"], bit["finite"], bit["contrasts"]
        self.comp, self.comp_bare = bit["complementizers"], bit["complementizers-bare"]
        self.comp_pronoun = bit["complementizers-pronoun"]
        self.noun, self.resuming = bit["nominal-heads"], bit["prepositions-with-pronoun"]
        self.opens = (
            bit["openers"] | bit["relatives"] | bit["kana"] | bit["pauses"] | bit["marks-close"]
            | bit["marks-either"] | bit["what-words"]
        )  # fmt: skip

    def has_subject(self, cue: Cue, reading: Reading, sentence: Sentence) -> bool:
        """Whether the verb's subject is a pronoun before it, and a noun after it an object (أنه حث فلانا)."""
        at = self._before_particles(cue, sentence)
        there = at >= sentence.start and reading.form.finite and not cue.lead
        return there and bool(self.kinds[at] & self.comp_pronoun)

    def _before_particles(self, cue: Cue, sentence: Sentence) -> int:
        """The word before a verb and its particles (لقد، سوف), or the first of the sentence."""
        at = cue.start - 1
        while at > sentence.start and self.kinds[at] & self.particle:
            at -= 1
        return at

    def nameless(self, trial: Trial, subject: Range | None) -> bool:
        """Whether the verb may be a passive that names nobody, and has a thing as its subject if any.

        (النمو يتوقع أن يرتفع، رجل يعتقد أنه قتل، سالم يعتبر بطلا; not: الوزير يتوقع أن يرتفع)
        """
        reading, point = trial.reading, trial.point
        if reading.form.text not in reading.verb.impersonal:
            return False
        clause = point.kind == "comp"
        goes_back = clause and point.after == point.start and self._described(trial)
        called = reading.verb.frame.double and not clause and trial.construction.source == "before"
        if not subject or goes_back or called:
            return True
        head = next((at for at in range(*subject) if not self.kinds[at] & self.quantity), subject[0])
        text = bool(self.kinds[head] & self.text)
        named = text if reading.verb.frame.evidence else self.kinds[head] & self.person and not text
        return not named  # تظهر الدراسة تراجع كذا

    def _described(self, trial: Trial) -> bool:
        """Whether a verb stands in a relative clause, after a comma or right after a noun not definite."""
        at = trial.cue.start
        apart = self.kinds[at - 1] & self.pause or not self.left.phrases.complete(at)
        return bool(apart) or "relative" in trial.construction.left

    def free(self, trial: Trial) -> bool:
        """Whether a finite verb without a subject stands where one may: at the head of a clause."""
        cue = trial.cue
        first = cue.start == trial.sentence.start
        if not first and (
            self._supposed(cue, trial.reading) or self.inferred(trial) or self._of_which(trial)
        ):
            return False
        if trial.point.kind == "colon" and trial.reading.mood == "participle" and not cue.lead:
            return not first  # no byline (متابعة: فلان)
        if not trial.reading.form.finite or cue.lead or first:
            return True
        marked = trial.point.kind in {"comp", "quotation"} or trial.point.after in self.layout.quotations
        if (marked and not self.kinds[cue.start] & self.noun) or trial.reading.form.suffix:
            return True
        before = self._before_particles(cue, trial.sentence)
        there = self.kinds[before] & self.opens or self.resumed(cue)
        return bool(there) or self.left.document_at(before)

    def _of_which(self, trial: Trial) -> bool:
        """Whether the verb's subject is a thing, in a relative clause (التوقعات التي تشير إلى كذا)."""
        cue, form = trial.cue, trial.reading.form
        if cue.lead or not self.kinds[cue.start - 1] & self.which:
            return False
        after = self.kinds[trial.point.after] if trial.point.after < len(self.kinds) else 0
        goes_back = after & self.comp  # الأسلحة التي يرى أنها
        if form.suffix or goes_back or form.voice == "passive" or form.text in trial.reading.verb.impersonal:
            return False
        near = range(max(0, cue.start - _ANTECEDENT), cue.start - 1)
        return not (self.resumed(cue) or any(self.kinds[at] & self.person for at in near))

    def resumed(self, cue: Cue) -> bool:
        """Whether a pronoun after the verb goes back to a noun before it (بيانا أكد فيه)."""
        return cue.stop < len(self.kinds) and bool(self.kinds[cue.stop] & self.resuming)

    def no_third_person(self, cue: Cue, reading: Reading) -> bool:
        """Whether what is written shows that the same letters are no verb in the third person.

        A hamza tells a first person (أعتقد، not اعتقد; آمل، not أمل), an accusative ending a noun (تابعاً).
        """
        start, stop = cue_span(self.layout, cue)
        written, own = self.layout.article.text[start:stop], reading.form.text[0]
        if reading.form.finite and _TANWEEN in written[-2:]:
            return True
        man = reading.form.gender == "m" and reading.form.number == "s"
        other = written[0] not in (own, plain(written[0]))
        return man and other and reading.form.mood == "perfect"

    def _supposed(self, cue: Cue, reading: Reading) -> bool:
        """Whether words before a verb tell that it is not said yet (إذا قال، عندما تكتشف، يريد أن يقول)."""
        before, earlier = self.kinds[cue.start - 1], self.kinds[cue.start - 2] if cue.start > 1 else 0
        wished = before & self.comp_bare and earlier & self.finite
        later = before & self.when or (wished and not cue.lead)
        return bool(before & self.condition or (reading.mood == "imperfect" and later))

    def inferred(self, trial: Trial) -> bool:
        """Whether the writer infers something from the subject, a fact (مما يؤكد أن، الأمر الذي يؤكد أن)."""
        cue, form = trial.cue, trial.reading.form
        before = self.kinds[cue.start - 1] if form.finite and not cue.lead else 0
        fact = before & self.relative and cue.start > 1 and self.kinds[cue.start - 2] & self.fact
        what = fact or (before & self.what and not before & self.contrast)
        if not what or form.suffix or self.left.as_at(cue.start):
            return False
        after = self.kinds[trial.point.after] if trial.point.after < len(self.kinds) else 0
        return not after & self.comp
