"""Whether a statement that begins inside a quote is one of its own, and not part of what is quoted."""

from __future__ import annotations

from quotecli.agree import Agreement, Features
from quotecli.grammar import Grammar
from quotecli.model import Candidate, Layout

Cues = list[Candidate]
_LED = 9
"""Words at most of an adjunct between commas, before another statement."""


class Others:
    """Judges the statements after a cue, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds, bit = layout.words, layout.kinds, grammar.bits
        self.agreement, self.lexicon = Agreement(layout, grammar), grammar.kinds
        self.finite, self.mark = bit["finite"], bit["marks-close"] | bit["marks-either"]
        self.negative, self.readings = bit["negatives"], grammar.readings
        self.where = bit["relatives"] | bit["conjunctions"]
        self.pause, self.contrast, self.comp = bit["pauses"], bit["contrasts"], bit["complementizers"]
        self.continuation = bit["continuations"] | bit["reporting-participles"]
        self.as_word, self.joined = bit["as-words"], grammar.letters["conjunctions-joined"]
        self.preposition, self.pronoun = bit["prepositions"], bit["prepositions-with-pronoun"]
        self.to, self.possessives = grammar.to_the[0], grammar.letters["possessives"]

    def independent(self, other: Candidate, candidate: Candidate, earlier: Cues) -> bool:
        """Whether ``other`` is a statement of its own and not part of what ``candidate`` says."""
        mood = other.reading.form.mood
        if "document" in other.construction.left or self._predicate(other, candidate):
            return False
        if mood in {"participle", "phrase"} or other.said[1] <= other.cue.start:
            return True
        apart = self.words[other.cue.start - 1] in self.joined  # و دعا, with a space
        if other.source or mood == "noun":
            joined = mood != "noun" and (other.cue.lead or apart)
            led = candidate.point not in {"colon", "here"} and self.led(other)
            beside = self._also(other) or self._where(other, candidate)
            return bool(joined or led) or beside or self._contrasted(other, candidate)
        before = (*earlier, candidate)
        if other.cue.lead or apart:
            return self._same_subject(other, before) and self._same_tense(other, before)
        beside = self._contrasted(other, candidate) or self._also(other) or self._where(other, candidate)
        return beside and self._same_subject(other, before)

    def left_unsaid(self, at: int, stop: int, candidate: Candidate) -> bool:
        """Whether the writer tells what the speaker did not say (لكنه لم يؤكد كذا، إلا أنه لم ينف كذا)."""
        if not self.kinds[at] & self.contrast or at + 3 >= stop:
            return False
        verb = at + 1 + bool(self.kinds[at + 1] & self.comp)
        himself = self.words[verb - 1].endswith(self.possessives) and self.kinds[verb] & self.negative
        forms = (one.form for one in self.readings.get(self.words[verb + 1], ()) if himself)
        gender = candidate.reading.form.gender
        return any(form.number in {"s", ""} and gender in {form.gender, ""} for form in forms)

    def conceded(self, at: int, stop: int, candidate: Candidate) -> bool:
        """Whether a main clause follows a noun phrase or a concession (رغم أنه قال إن كذا، إلا أن كذا)."""
        if not self.kinds[at] & self.contrast or at + 2 >= stop or not self.kinds[at + 1] & self.comp:
            return False
        first, cue, verb = candidate.sentence.start, candidate.cue.start, self.kinds[at + 2] & self.finite
        led = self.kinds[first] & self.preposition
        led = led and any(self.kinds[n] & self.comp for n in range(first + 1, min(cue, first + 4)))
        return bool(candidate.nominal or led) and not verb  # not: إلا أن يوافق

    def _predicate(self, other: Candidate, candidate: Candidate) -> bool:
        """Whether all that would be left of the quote is its own subject (قال إنه واثق من أن ...)."""
        start = candidate.said[0]
        alone = other.cue.start - start == 1 and self.kinds[start] & self.comp
        return bool(alone) and other.said[0] > other.cue.start and not other.source

    def _to_him(self, other: Candidate) -> bool:
        """Whether it is said to one of whom the quote tells (قال إنه التقى الوزير، وقال له إن ...)."""
        word, kind = self.words[other.cue.stop], self.kinds[other.cue.stop]
        him = kind & self.pronoun and word.startswith(self.to) and word.endswith(self.possessives)
        return bool(him) and other.point == "comp"

    def led(self, other: Candidate) -> int:
        """Where, after a comma, an adjunct begins that leads to another's words (، وفي الأثناء، أكد فلان)."""
        at = other.start - 1
        if at <= 0 or not self.kinds[at] & self.pause or not other.source:
            return 0
        for n in range(at - 1, max(other.sentence.start, at - _LED) - 1, -1):
            if self.kinds[n] & self.pause:
                word = self.words[n + 1]
                led = word.startswith(self.joined) and self.lexicon.get(word[1:], 0) & self.preposition
                return n if led else 0
        return 0

    def _also(self, other: Candidate) -> bool:
        """Whether the writer adds what else was said (كما أكد أن ...)."""
        at = other.start - 1
        apart = self.kinds[at - 1] & (self.pause | self.mark) or other.point == "comp"
        return at > 0 and bool(self.kinds[at] & self.as_word and apart)

    def _where(self, other: Candidate, candidate: Candidate) -> bool:
        """Whether, after a noun phrase, the writer goes on to what was said (نفى الأنباء، حيث قال إن كذا)."""
        told = candidate.nominal and other.reading.mood == "perfect" and not other.nominal
        return told and self.kinds[other.start - 1] & self.where == self.where

    def _contrasted(self, other: Candidate, candidate: Candidate) -> bool:
        """Whether what the writer sets against the quote comes next (لكن الوزير نفى، بينما أكد)."""
        first = max(other.start - 2, candidate.said[0])
        return any(self.kinds[at] & (self.continuation | self.contrast) for at in range(first, other.start))

    def _same_subject(self, other: Candidate, before: tuple[Candidate, ...]) -> bool:
        """Whether a verb without a subject can have that of the last verb before it."""
        last = _last(before)
        if not last or other.reading.form.text in other.reading.verb.impersonal:
            return True
        mine = last.reading.form
        features = self.agreement.features(last.source) if last.source else Features(mine.gender, mine.number)
        return self.agreement.full(other.reading.form, features) and not self._to_him(other)

    def _same_tense(self, other: Candidate, before: tuple[Candidate, ...]) -> bool:
        """Whether the verb goes on with the story that the last verb tells (not: قالت إنها هربت وتخشى)."""
        last, theirs = _last(before), other.reading.form
        past = last and last.reading.form.mood == "perfect"
        return not past or theirs.mood != "imperfect" or theirs.text in other.reading.verb.impersonal


def _last(before: tuple[Candidate, ...]) -> Candidate | None:
    """The last verb, or the last according-to phrase."""
    return next((one for one in reversed(before) if one.reading.form.finite or one.according), None)
