"""Where a quote that runs on after its cue ends: at another statement, or where the writer speaks again."""

from __future__ import annotations

from collections.abc import Iterable

from quotecli.grammar import Grammar
from quotecli.model import Candidate, Layout, Range
from quotecli.phrase import Phrases

Cues = list[Candidate]
_SLIGHT = 8
"""Words that a clause has to have to be what an according-to phrase after it attributes."""
_LEAST = 3
"""Words after an according-to phrase that can be the rest of the clause before it."""


class Ends:
    """Finds the ends of the quotes of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.kinds, self.quotations, self.phrases = layout.kinds, layout.quotations, phrases
        self.opened = {one.close: one.open for one in layout.quotations.values() if one.closed}
        bit = grammar.bits
        self.pause, self.stop, self.contrast = bit["pauses"], bit["stops"], bit["contrasts"]
        self.subordinate, self.comp = bit["asides-led"], bit["complementizers"]
        self.continuation = bit["continuations"] | bit["reporting-participles"]
        self.nominal_stop = bit["nominal-stops"]
        self.as_word, self.joined = bit["as-words"], grammar.letters["conjunctions-joined"]
        self.words, self.finite, self.reporting = layout.words, bit["finite"], bit["reporting"]
        self.readings, self.condition = grammar.readings, bit["conditionals"]
        self.clausal = bit["finite"] | bit["relatives"] | bit["complementizers"]
        self.opening = bit["asides-led"] | bit["prepositions"] | bit["contrasts"]
        self.lexicon = grammar.kinds
        self.relative, self.particle = bit["relatives"], bit["verb-particles"] | bit["kana"]
        self.first_stops = grammar.sequences["stops"]
        self.anew = (
            bit["finite"] | bit["openers"] | bit["marks"] | bit["relatives"] | bit["leads"] | bit["contrasts"]
            | self.continuation
        )  # fmt: skip
        self.trailing = bit["pauses"] | bit["sentence-ends"] | bit["marks"] | bit["brackets-close"]
        self.preposition = bit["prepositions"]
        self.what, self.negative = bit["what-words"], bit["negatives"]
        self.writer = bit["writer-nouns"] | bit["occasions"]
        self.after_nominal = bit["finite"] | bit["nominal-ends"]

    def end(self, candidate: Candidate, earlier: Cues, later: Cues, start: int, stop: int) -> int:
        """Where, at most at ``stop``, the quote ends that begins at ``start``; other statements around it."""
        for other in later:
            if other.cue.start >= stop:
                break
            if start < other.cue.start and self._independent(other, candidate, earlier):
                stop = self._before(other, start, stop)
        at, apart = start, self._set_off(candidate)
        while at < stop:
            if apart and at > start and self.kinds[at] & self.pause and not self._adds(at + 1, stop):
                return at
            if at in self.quotations:
                at = min(self.quotations[at].close, stop - 1)
            elif self.opened.get(at, start) < start or self._writer(at, start, stop, candidate):
                return at
            at += 1
        return stop

    def _set_off(self, candidate: Candidate) -> bool:
        """Whether the cue stands in a relative clause that the next comma ends: after a comma, or short."""
        at = candidate.cue.start - 1
        while at > candidate.sentence.start and self.kinds[at] & self.particle:
            at -= 1
        there = at > candidate.sentence.start and not candidate.cue.lead and self.kinds[at] & self.relative
        return bool(there) and bool(candidate.nominal or self.kinds[at - 1] & self.pause)

    def _adds(self, at: int, stop: int) -> bool:
        """Whether what comes after a comma belongs to the clause before it (وأن، التي)."""
        if at >= stop or self.kinds[at] & (self.relative | self.condition):
            return True
        word = self.words[at]
        return word.startswith(self.joined) and bool(self.lexicon.get(word[1:], 0) & self.comp)

    def resumed(self, candidate: Candidate, earlier: Cues, later: Cues) -> Range | None:
        """What goes on after an according-to phrase between commas (قتل، بحسب الشرطة، ثلاثة)."""
        phrase = candidate.source or Range((candidate.cue.start, candidate.cue.stop))
        start, stop = phrase[1] + 1, candidate.sentence.stop
        apart = start < stop and self.kinds[candidate.said[1]] & self.kinds[phrase[1]] & self.pause
        if not apart or self._begins_anew(start, stop) or any(other.start == start for other in later):
            return None
        end = self.end(candidate, earlier, later, start, stop)
        while end > start and self.kinds[end - 1] & self.trailing:
            end -= 1
        return Range((start, end)) if end - start >= _LEAST else None

    def _begins_anew(self, start: int, stop: int) -> bool:
        """Whether something else than the interrupted clause comes, of the source or of the writer."""
        writer = self.kinds[start] & self.anew or self._stops(start, stop)
        adjunct = self.kinds[start] & self.subordinate or self.phrases.occasion_at(start, stop)
        rest = self.kinds[start] & self.preposition and not adjunct
        return bool(writer) or (self.phrases.asides(start, stop) >= stop and not rest)

    def _before(self, other: Candidate, start: int, stop: int) -> int:
        """Where a statement that follows ends the quote that begins at ``start``, at most at ``stop``."""
        if other.said[0] > other.cue.start:
            return min(stop, max(other.start, start))
        if other.source and other.said[1] - start < min(_SLIGHT, other.source[1] - other.start):
            return stop  # an according-to phrase that outweighs the clause before it belongs to the clause
        return min(stop, other.said[1] if other.said[1] > start else other.cue.start)

    def _main_clause(self, at: int, stop: int, candidate: Candidate) -> bool:
        """Whether the main clause comes after a quote in a subordinate one (فيما قال إن ...، رفض آخر)."""
        first, cue = candidate.sentence.start, candidate.cue.start
        led = first < cue and self.kinds[first] & self.opening and not candidate.according
        if (
            not led
            or at >= stop
            or not self.kinds[at] & self.finite
            or self.words[at].startswith(self.joined)
            or self._led_in(candidate)
        ):
            return False
        return not any(self.kinds[n] & self.pause for n in range(first, cue))

    def _led_in(self, candidate: Candidate) -> bool:
        """Whether what is said begins with a subordinate clause of its own (قال إنه بعد كذا، سيفعل)."""
        start = candidate.said[0]
        return any(kind & self.subordinate for kind in self.kinds[start : start + 2])

    def _writer(self, at: int, start: int, stop: int, candidate: Candidate) -> bool:
        """Whether the writer speaks again: after a comma, or in a clause after a reported noun phrase."""
        nominal = candidate.nominal
        if self.kinds[at] & self.pause and at + 1 < stop and self._after_pause(at + 1, stop, candidate):
            return True
        if at > start and (self.kinds[at] & self.stop or self._stops(at, stop)):
            return True
        return nominal and at > start and (self._clause_begins(at) or self._verb_joins(at, start, candidate))

    def _after_pause(self, at: int, stop: int, candidate: Candidate) -> bool:
        following = self.kinds[at]
        further = self.kinds[at + 1] if at + 1 < stop else 0
        unless = following & self.what and further & self.negative  # ما لم يوافق
        if candidate.nominal and not unless and (following & self.after_nominal or further & self.writer):
            return True
        phrase = self.phrases.sequence(at, stop, "continuations") > at
        return bool(following & self.continuation) or phrase or self._main_clause(at, stop, candidate)

    def _stops(self, at: int, stop: int) -> bool:
        return self.words[at] in self.first_stops and self.phrases.sequence(at, stop, "stops") > at

    def _clause_begins(self, at: int) -> bool:
        """Whether, with no comma, a clause follows a reported noun phrase (رغم، لكن، بعد أن)."""
        if self.kinds[at] & self.subordinate and at + 1 < len(self.kinds):
            return bool(self.kinds[at + 1] & self.comp)
        return bool(self.kinds[at] & self.nominal_stop)

    def _verb_joins(self, at: int, start: int, candidate: Candidate) -> bool:
        """Whether a verb is joined on that goes on with the cue, and no verb of the noun phrase does.

        (أعلن ترحيبه بالقرار واتهم الشركة)
        """
        if not self.kinds[at] & self.reporting or not self.words[at].startswith(self.joined):
            return False
        moods = {reading.mood for reading in self.readings.get(self.words[at][1:], ())}
        clause = any(self.kinds[n] & self.clausal for n in range(start, at))
        return candidate.reading.mood in moods and at - start > 1 and not clause

    def _independent(self, other: Candidate, candidate: Candidate, earlier: Cues) -> bool:
        """Whether ``other`` is a statement of its own and not part of what ``candidate`` says."""
        mood = other.reading.form.mood
        if "document" in other.construction.left:
            return False
        if mood in {"participle", "phrase"} or other.said[1] <= other.cue.start:
            return True
        apart = self.words[other.cue.start - 1] in self.joined  # و دعا, with a space
        if mood == "noun" or not (other.cue.lead or apart):
            return self._contrasted(other, candidate) or self._also(other)
        return bool(other.source) or _same_subject(other, (*earlier, candidate))

    def _also(self, other: Candidate) -> bool:
        """Whether the writer adds what else was said (كما أكد أن ...)."""
        at = other.start - 1
        return at > 0 and bool(self.kinds[at] & self.as_word and self.kinds[at - 1] & self.pause)

    def _contrasted(self, other: Candidate, candidate: Candidate) -> bool:
        """Whether what the writer sets against the quote comes next (لكن الوزير نفى، بينما أكد)."""
        first = max(other.start - 2, candidate.said[0])
        return any(self.kinds[at] & (self.continuation | self.contrast) for at in range(first, other.start))


def _same_subject(other: Candidate, before: Iterable[Candidate]) -> bool:
    """Whether a verb without a subject can have that of the last verb before it."""
    mine = [one.reading.form.gender for one in before if one.reading.form.finite][-1:]
    theirs = other.reading.form.gender
    return not (mine and mine[0] and theirs) or mine[0] == theirs
