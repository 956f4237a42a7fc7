"""Sentence and cues to candidates: at each cue, the first construction that fits."""

from __future__ import annotations

from quotecli.agree import Agreement
from quotecli.grammar import Construction, Grammar, Reading
from quotecli.model import Candidate, Cue, Layout, Range, Sentence
from quotecli.phrase import Phrases
from quotecli.slots import Left, Point, Points

_FINITE = frozenset({"perfect", "imperfect"})
_HEADING = 26
"""Words and marks in the longest headline."""


class Matcher:
    """Tries the constructions of a grammar at the cues of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds, self.paragraphs = layout.words, layout.kinds, layout.paragraphs
        self.phrases = Phrases(layout, grammar)
        self.points = Points(layout, grammar, self.phrases)
        self.left = Left(layout, grammar, self.phrases)
        self.agreement = Agreement(layout, grammar)
        self.dispatch = grammar.dispatch
        bit = grammar.bits
        self.with_pronoun = bit["prepositions-with-pronoun"]
        self.named = bit["given-names-masculine"] | bit["given-names-feminine"]
        self.readings = grammar.readings
        self.demonstrative, self.said = bit["demonstratives"], bit["said-nouns"]
        self.reporting, self.definite = bit["reporting"], bit["definite"]
        self.speakers = self.phrases.second | self.named | bit["countries-feminine"] | bit["countries-masculine"]
        self.speakers |= bit["agencies"] | bit["plurals-nonhuman"] | bit["portfolios"]
        self.mute = bit["nominal-heads"] | bit["not-speakers"] | bit["occasions"] | bit["times"] | bit["adverbs"]
        self.places = bit["countries-feminine"] | bit["countries-masculine"]
        self.article, self.nisba = grammar.article, grammar.letters["nisba-endings"]
        self.preposition = bit["prepositions"]
        self.from_word = bit["from-words"]
        self.governs = bit["prepositions-nominal"]
        self.negative, self.comma = bit["negatives"], bit["commas"]
        self.opens = bit["conjunctions"] | bit["particles"] | bit["complementizers"] | bit["relatives"] | bit["kana"]
        self.opens |= bit["commas"] | bit["dashes"] | bit["marks-close"] | bit["marks-either"]

    def match(self, sentence: Sentence, cues: list[Cue]) -> list[Candidate]:
        """One candidate at most for each cue, in order."""
        found: list[Candidate] = []
        for cue in cues:
            headline = cue.readings[0].mood == "colon"
            skipped = headline and (found or not self._heading(sentence))
            candidate = None if skipped else self._at(cue, sentence)
            if candidate:
                found.append(candidate)
        return found

    def _at(self, cue: Cue, sentence: Sentence) -> Candidate | None:
        if cue.start > sentence.start and self.kinds[cue.start - 1] & self.negative and not self.left.as_at(cue.start):
            return None
        if self._name(cue, sentence) or self._noun(cue, sentence):
            return None
        for reading in cue.readings:
            if reading.form.person == 1 or (reading.form.mood == "participle" and not reading.form.case):
                continue
            for point in self.points.after(cue, reading.verb.frame, sentence):
                for made in self.dispatch.get((reading.mood, point.kind), ()):
                    candidate = self._fit(made, cue, reading, point, sentence)
                    if candidate:
                        return candidate
        return None

    def _heading(self, sentence: Sentence) -> bool:
        """Whether the sentence is short and a paragraph of its own."""
        start, stop = self.paragraphs[sentence.paragraph]
        return sentence.start == start and stop - sentence.stop <= 1 and stop - start <= _HEADING

    def _name(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether the word is a given name here: it stands where the subject of another verb does."""
        before = self.kinds[cue.start - 1] if cue.start > sentence.start else 0
        if cue.lead or not self.kinds[cue.start] & self.named or cue.start == sentence.start:
            return False
        word = self.words[cue.start - 1]
        verb = self.readings.get(word) or self.readings.get(word[1:], ())
        return bool(before & self.phrases.leads) or any(reading.mood in _FINITE for reading in verb)

    def _noun(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether the word is no verb here: a preposition stands before it, or it is one (على أمل، بين كذا)."""
        if cue.readings[0].mood not in _FINITE or cue.lead or cue.start == sentence.start:
            return False
        if self.kinds[cue.start] & self.preposition:
            return True
        return bool(self.kinds[cue.start - 1] & self.governs)

    def _fit(self, made: Construction, cue: Cue, reading: Reading, point: Point, sentence: Sentence) -> Candidate | None:
        wanted = made.categories
        if not _takes(reading, point, made) or (wanted and reading.verb.category not in wanted):
            return None
        if made.relayed and not reading.verb.frame.relays:
            return None
        read = self.phrases.named_by if reading.form.mood == "phrase" else self.phrases.gap
        source, legal = read(self._relayed(cue.stop, point.start) if made.relayed else cue.stop, point.start)
        if not legal or (made.relayed and not source):
            return None
        if source and reading.mood == "phrase" and self.kinds[source[0]] & self.said:
            source = Range((source[0] + 1, source[1])) if source[1] - source[0] > 1 else None
            legal = True
            return self._made(made, cue, reading, point, sentence, source)
        source, legal = self._share(made, reading, source, point)
        if source and not self._may_speak(source, reading):
            return None
        if not legal or (made.source == "none" and not self._free(made, cue, reading, point, sentence)):
            return None
        return self._made(made, cue, reading, point, sentence, source)

    def _made(
        self, made: Construction, cue: Cue, reading: Reading, point: Point, sentence: Sentence, source: Range | None
    ) -> Candidate | None:
        left = self.left.match(made.left, cue, sentence)
        if left is None:
            return None
        if point.kind == "noun" and not left.source and reading.form.text in reading.verb.impersonal:
            return None
        if made.source == "before":
            source = self._speaks(made, reading, cue, left.source)
            if source is None and "relative" not in made.left:
                return None
            if source and not self.agreement.full(reading.form, self.agreement.features(source)):
                return None
        said = left.said if made.quote == "before" else Range((point.after, sentence.stop))
        if not said or said[0] >= said[1]:
            return None
        return Candidate(cue, reading, made, source, said, point.kind, left.start, sentence)

    def _relayed(self, start: int, stop: int) -> int:
        """Where the name of the one whose words are passed on begins, or ``stop``."""
        return next((at + 1 for at in range(start, stop) if self.kinds[at] & self.from_word), stop)

    def _speaks(self, made: Construction, reading: Reading, cue: Cue, source: Range | None) -> Range | None:
        """The source before a cue, unless it is what a relative clause speaks of (التصريح الذي قاله، أكد فيه)."""
        if source is None or "relative" not in made.left:
            return source
        resumed = reading.form.suffix or (cue.stop < len(self.kinds) and self.kinds[cue.stop] & self.with_pronoun)
        speaks = self.kinds[source[0]] & (self.phrases.second | self.named) or not self.kinds[source[0]]
        return source if speaks and not resumed else None

    def _may_speak(self, source: Range, reading: Reading) -> bool:
        """Whether the phrase can name someone who speaks; an according-to phrase has to be surer of it."""
        at, stop = source
        while at < stop - 1 and self.kinds[at] & self.agreement.quantity:
            at += 1
        kind = self.kinds[at]
        if kind & self.demonstrative and at == stop - 1:
            return False
        if kind & self.speakers or at in self.phrases.quotations:
            return reading.mood != "colon" or not kind & self.places or stop - at > 2
        word = self.words[at]
        if word.startswith(self.article) and word.endswith(self.agreement.feminine_endings):
            return False
        unsure = reading.mood == "phrase" and word.startswith(self.article) and not word.endswith(self.nisba)
        return not kind & self.mute and not unsure

    def _share(self, made: Construction, reading: Reading, phrase: Range | None, point: Point) -> tuple[Range | None, bool]:
        """What of the phrase after the cue is the source, and whether the construction allows that."""
        if made.relayed:
            return phrase, True
        agrees = phrase is None or self.agreement.after_verb(reading.form, self.agreement.features(phrase))
        finite = reading.form.mood in _FINITE
        if made.target:
            if phrase is None:
                return None, False
            if made.source == "before":
                return None, not reading.form.suffix
            split = self.phrases.split(phrase) if finite and made.source == "after" else None
            if made.source == "after":
                return (Range((phrase[0], split)), True) if split else (None, False)
            return None, not finite or not agrees or _target_only(reading, point)
        if made.source == "after":
            if phrase and finite and not reading.form.suffix and _target_only(reading, point):
                return None, False
            return phrase, phrase is not None and (not finite or (agrees and self.agreement.nominative(phrase)))
        if made.source == "maybe":
            return phrase, True
        return None, phrase is None

    def _free(self, made: Construction, cue: Cue, reading: Reading, point: Point, sentence: Sentence) -> bool:
        """Whether a finite verb without a subject stands where one may: at the head of a clause."""
        if reading.form.mood not in _FINITE or cue.lead or cue.start == sentence.start or made.left:
            return True
        before = self.kinds[cue.start - 1]
        return bool(before & self.opens) or point.kind in {"comp", "quotation"}


def _target_only(reading: Reading, point: Point) -> bool:
    """Whether the verb cannot do without the person or thing concerned (اتهم، وصف)."""
    frame = reading.verb.frame
    if point.kind == "comp":
        return frame.target_clause and not frame.clause and frame.double is False and reading.verb.category == "describe"
    return point.kind == "prep" and point.word not in frame.preps


def _takes(reading: Reading, point: Point, made: Construction) -> bool:
    frame = reading.verb.frame
    pronoun = bool(reading.form.suffix)
    if point.kind == "comp":
        return frame.target_clause if made.target else frame.clause or frame.target_clause
    if point.kind == "prep":
        if made.target or pronoun and reading.mood != "own-noun":
            return point.word in frame.target_preps
        if reading.mood == "own-noun" and point.word not in frame.preps:
            return False
        return point.word in frame.preps or point.word in frame.target_preps
    if point.kind == "noun":
        return frame.noun or frame.double
    return frame.speech or reading.form.mood in {"phrase", "colon"}
