"""Where a quote that runs on after its cue ends: at another statement, or where the writer speaks again."""

from __future__ import annotations

from quotecli.agree import Agreement, Features
from quotecli.grammar import Grammar
from quotecli.model import Candidate, Layout, Range
from quotecli.phrase import Phrases
from quotecli.writer import Writer

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
        self.writer, bit = Writer(layout, grammar, phrases), grammar.bits
        self.pause, self.contrast = bit["pauses"], bit["contrasts"]
        self.lead = bit["prepositions"] & ~bit["before-subordinate"]
        self.subordinate, self.comp = bit["asides-led"], bit["complementizers"]
        self.continuation = bit["continuations"] | bit["reporting-participles"]
        self.as_word, self.joined = bit["as-words"], grammar.letters["conjunctions-joined"]
        self.words, self.condition, self.lexicon = layout.words, bit["conditionals"], grammar.kinds
        self.relative, self.particle = bit["relatives"], bit["verb-particles"] | bit["kana"]
        self.anew = (
            bit["finite"] | bit["openers"] | bit["marks"] | bit["relatives"] | bit["leads"] | bit["contrasts"]
            | bit["given-names"] | self.continuation
        )  # fmt: skip
        self.as_noun, self.said_noun = bit["as-nouns"], bit["said-nouns"]
        self.pronoun, self.to = bit["prepositions-with-pronoun"], grammar.letters["preposition-to"]
        self.possessives = grammar.letters["possessives"]
        self.mark, self.demonstrative = bit["marks"], bit["demonstratives"]
        self.dangling = bit["pauses"] | bit["sentence-ends"] | bit["colons"] | bit["contrasts"]
        self.trailing = bit["pauses"] | bit["sentence-ends"] | bit["marks"] | bit["brackets-close"]
        self.preposition, self.agreement = bit["prepositions"], Agreement(layout, grammar)

    def end(self, candidate: Candidate, earlier: Cues, later: Cues, start: int, stop: int) -> int:
        """Where, at most at ``stop``, the quote ends that begins at ``start``; other statements around it."""
        for other in later:
            if other.cue.start >= stop:
                break
            if start < other.cue.start and self._independent(other, candidate, earlier):
                stop = self._before(other, start, stop)
        at, apart = start, self._set_off(candidate)
        while at < stop:
            if apart and at > start and self.kinds[at] & self.pause and not self.adds(at + 1, stop):
                return at
            if at in self.quotations:
                at = min(self.quotations[at].close, stop - 1)
            elif self.opened.get(at, start) < start or self.writer.speaks(at, start, stop, candidate):
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

    def adds(self, at: int, stop: int) -> bool:
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
        writer = self.kinds[start] & self.anew or self.writer.stops(start, stop)
        adjunct = self.kinds[start] & self.subordinate or self.phrases.occasion_at(start, stop)
        rest = self.kinds[start] & self.preposition and not adjunct
        return bool(writer) or (self.phrases.asides(start, stop) >= stop and not rest)

    def trimmed(self, start: int, stop: int) -> int:
        """Where the last word stands that is said, of what ends at ``stop``."""
        while stop > start:
            over = 2 * self._own_words(stop - 2, start) or self._dangling(stop - 1, start)
            if not over and not self._stray(stop - 1, start):
                break
            stop -= max(1, over)
        return stop

    def _own_words(self, at: int, start: int) -> bool:
        """Whether only who speaks is named again at the end (، بحسب بيانها؛ حسب تعبيره)."""
        if at <= start or not self.kinds[at] & self.as_noun:
            return False
        apart = self.kinds[at - 1] & self.pause or self.kinds[at + 1] & self.said_noun
        return bool(apart) and self.words[at + 1].endswith(self.possessives)

    def _dangling(self, at: int, start: int) -> bool:
        """Whether the word or sign leads to nothing any more (إلا أن at the end of a clause)."""
        if self.words[at] in self.joined or (self.kinds[at - 1] & self.pause and self._leads_on(at)):
            return True
        following = self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        if self.kinds[at] & self.lead and following & self.contrast:
            return True  # the first of two words: ، في | حين أصر فلان
        after_contrast = at > start and self.kinds[at - 1] & self.contrast
        return bool(self.kinds[at] & (self.dangling | (self.comp if after_contrast else 0)))

    def _leads_on(self, at: int) -> bool:
        """Whether a word after a comma opens something else (، كما؛ ، وذلك)."""
        word = self.words[at]
        this = word.startswith(self.joined) and self.lexicon.get(word[1:], 0) & self.demonstrative
        return bool(self.kinds[at] & self.as_word or this)

    def _stray(self, at: int, start: int) -> bool:
        """Whether a mark closes nothing that opens after ``start``."""
        return bool(self.kinds[at] & self.mark) and self.opened.get(at, -1) < start

    def _before(self, other: Candidate, start: int, stop: int) -> int:
        """Where a statement that follows ends the quote that begins at ``start``, at most at ``stop``."""
        if other.said[0] > other.cue.start:
            return min(stop, max(other.start, start))
        apart = self.kinds[other.start - 1] & self.pause or self.kinds[other.start] & self.pause
        weight = other.source[1] - other.start if other.source else 0
        if other.said[1] - start < min(_LEAST if apart else _SLIGHT, weight):
            return stop  # an according-to phrase that outweighs the clause before it belongs to the clause
        return min(stop, other.said[1] if other.said[1] > start else other.cue.start)

    def _independent(self, other: Candidate, candidate: Candidate, earlier: Cues) -> bool:
        """Whether ``other`` is a statement of its own and not part of what ``candidate`` says."""
        mood = other.reading.form.mood
        if "document" in other.construction.left or self._predicate(other, candidate):
            return False
        if mood in {"participle", "phrase"} or other.said[1] <= other.cue.start:
            return True
        apart = self.words[other.cue.start - 1] in self.joined  # و دعا, with a space
        if other.source or mood == "noun":
            joined = mood != "noun" and (other.cue.lead or apart)
            return bool(joined) or self._contrasted(other, candidate) or self._also(other)
        before = (*earlier, candidate)
        if other.cue.lead or apart:
            return self._same_subject(other, before) and self._same_tense(other, before)
        beside = self._contrasted(other, candidate) or self._also(other)
        return beside and self._same_subject(other, before)

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

    def _also(self, other: Candidate) -> bool:
        """Whether the writer adds what else was said (كما أكد أن ...)."""
        at = other.start - 1
        return at > 0 and bool(self.kinds[at] & self.as_word and self.kinds[at - 1] & self.pause)

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
