"""What a verb's frame allows: which fixed points, and how much of the phrase before one is the source."""

from __future__ import annotations

from quotecli.agree import Agreement
from quotecli.category import ACCUSE, ADD, AFFIRM, ASK, CRITICIZE, DEMAND, DESCRIBE, EXPLAIN, EXPRESS, SAY
from quotecli.grammar import Construction, Frame, Reading
from quotecli.model import Range
from quotecli.phrase import Gap, Phrases
from quotecli.point import Point

_OBJECTS = {"comp", "noun", "quotation"}
"""The points where an object begins, which a verb with its object as a pronoun has already."""
_ACTS = {ACCUSE, ADD, ASK, CRITICIZE, DEMAND, DESCRIBE, EXPRESS}
"""Categories of what somebody does, not tells, after a word that may only add it (كما طالب الوزير بكذا)."""
_TELLING = {SAY, ADD, EXPLAIN, AFFIRM}
"""Categories of the verbs that tell something, if they take it as a clause."""


def allows(construction: Construction, reading: Reading, point: Point) -> bool:
    """Whether the verb takes what the construction says of it."""
    verb = reading.verb
    if construction.categories and verb.category not in construction.categories:
        return False
    if (verb.frame.outlet or verb.frame.person) and construction.source not in {"before", "after"}:
        return False
    reported = "as" in construction.left and verb.frame.clause
    act = verb.category in _ACTS or verb.frame.double or verb.frame.only
    if "as" in construction.left and act:
        return False
    after_clause = reading.form.finite and construction.left == ("clause", "pause")
    if after_clause and not verb.frame.words:
        return False
    if verb.frame.evidence and construction.source == "none" and point.kind == "noun":
        return False
    takes = reported or construction.relayed or _takes(reading, point, construction.target)
    return takes and (verb.frame.relays or not construction.relayed)


def tells(reading: Reading) -> bool:
    """Whether the cue, a verb, takes only what was said, in a clause or in words in marks (قال، أضاف)."""
    form, verb, frame = reading.form, reading.verb, reading.verb.frame
    if not form.finite or form.voice == "passive" or form.text in verb.impersonal:
        return False
    takes = frame.speech and frame.clause and not frame.noun and not frame.double and not frame.takes_object
    return takes and verb.category in _TELLING


def bears_clause(reading: Reading, clause: bool) -> bool:
    """Whether a noun between the cue and what was said can only be its subject (not: أبلغت الوزير أن)."""
    frame = reading.verb.frame
    alone = clause and frame.clause and not (frame.target_clause or frame.double or frame.relays)
    return tells(reading) or (alone and reading.form.finite and reading.form.voice == "active")


def names(reading: Reading) -> bool:
    """Whether the verb calls something, its pronoun, what comes next (ما اعتبره خطأ، ما أسماه «...»)."""
    return reading.verb.frame.double and bool(reading.form.suffix)


def target_only(frame: Frame) -> bool:
    """Whether what was said comes only after the person or thing concerned, and a preposition (اتهم، وصف)."""
    return bool(frame.target_preps) and not (frame.preps or frame.clause or frame.noun or frame.double)


def _takes(reading: Reading, point: Point, target: bool) -> bool:
    frame = reading.verb.frame
    if reading.form.finite and reading.form.suffix and point.kind in _OBJECTS and not frame.takes_object:
        return False
    if point.kind == "comp":
        if point.word:
            return frame.question
        return frame.target_clause or (frame.clause and not target)
    if point.kind == "prep":
        if reading.mood == "own-noun" and not target:
            owned = reading.form.suffix and point.word in frame.target_preps
            return bool(point.word in frame.preps or owned)
        if target or reading.form.suffix:
            return point.word in frame.target_preps
        return point.word in frame.preps if reading.mood != "noun" else frame.governs(point.word)
    if point.kind == "noun":
        return frame.double or not target
    if target:
        return frame.speech and frame.target_clause
    return frame.speech or reading.form.mood in {"phrase", "colon"}


def _needs_target(reading: Reading, point: Point) -> bool:
    """Whether the verb cannot do without the person or thing concerned (اتهم، وصف)."""
    frame = reading.verb.frame
    if point.kind == "comp":
        described = reading.verb.category == DESCRIBE and not frame.double
        return described and frame.target_clause and not frame.clause
    return point.kind == "prep" and point.word not in frame.preps


def addresses(reading: Reading, point: Point) -> bool:
    """Whether the verb may have whom it concerns before this point (دعا فلانا إلى، أبلغ فلانا أن)."""
    frame = reading.verb.frame
    return point.word in frame.target_preps if point.kind == "prep" else frame.target_clause


class Shares:
    """Tells the source from the person or thing concerned, in one article."""

    def __init__(self, phrases: Phrases, agreement: Agreement) -> None:
        self.phrases, self.agreement = phrases, agreement

    def share(
        self, construction: Construction, reading: Reading, phrase: Range | None, point: Point, whole: bool
    ) -> Gap:
        """What of the phrase after the cue is the source, and whether the construction allows that.

        ``whole`` tells whether the phrase and asides fill the gap before the fixed point.
        """
        if reading.mood == "own-noun" and addresses(reading, point):
            return None, True
        if construction.relayed or construction.source == "maybe":
            return phrase, True
        if construction.target:
            return self._beside_target(construction, reading, phrase, point, whole)
        if construction.source == "after":
            return phrase, phrase is not None and self._subject(reading, phrase, point)
        return None, phrase is None

    def _subject(self, reading: Reading, phrase: Range, point: Point) -> bool:
        """Whether the phrase may be the subject of the cue before it."""
        form = reading.form
        if not form.finite:
            return True
        if form.voice == "passive" or (not form.suffix and _needs_target(reading, point)):
            return False
        called = point.word in reading.verb.frame.target_preps and not form.suffix
        if called and self.phrases.called_upon(phrase[0]):
            return False
        woman = bears_clause(reading, point.kind == "comp") and self.agreement.woman(form, phrase)
        agrees = woman or self._agrees(reading, phrase)
        return agrees and self.agreement.nominative(phrase)

    def _beside_target(
        self, construction: Construction, reading: Reading, phrase: Range | None, point: Point, whole: bool
    ) -> Gap:
        if phrase is None or (
            reading.form.finite and reading.form.suffix and construction.source != "before"
        ):
            return None, False
        if construction.source == "before":
            return None, not reading.form.suffix
        if construction.source == "after":
            things = whole and reading.verb.category == EXPLAIN
            split = self.phrases.event_in(phrase) if things else None
            if split is None and reading.form.finite and whole:
                split = self.phrases.split(phrase)
            if split is None and whole and _needs_target(reading, point):
                split = self.phrases.after_name(phrase, things)
            if self.phrases.called_upon(phrase[0]):
                return None, False
            source = Range((phrase[0], split or phrase[1]))
            if split and not self._agrees(reading, source):
                return None, False
            return source, bool(split) or self.phrases.another(phrase[1], point.start)
        form = reading.form
        if point.kind == "comp" and form.finite:
            head = Range((self.agreement.head(phrase), phrase[1]))
            return None, self.phrases.is_thing(head) or not self.agreement.nominative(phrase)
        subject = form.finite and self._agrees(reading, phrase) and self.agreement.nominative(phrase)
        subject = subject and not self.phrases.called_upon(phrase[0])
        return None, not subject or _needs_target(reading, point)

    def _agrees(self, reading: Reading, phrase: Range) -> bool:
        return self.agreement.after_verb(reading.form, self.agreement.features(phrase))
