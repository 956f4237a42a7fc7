"""Where a quote that runs on after its cue ends: at another statement, or where the writer speaks again."""

from __future__ import annotations

from bisect import bisect_right

from quotecli.grammar import Grammar
from quotecli.model import Candidate, Layout, Range
from quotecli.others import Cues, Others
from quotecli.phrase import Phrases
from quotecli.writer import Writer

_SLIGHT = 8
"""Words that a clause has to have to be what an according-to phrase after it attributes."""
_TOPIC = 12
"""Words at most from أما to the verb of whoever it brings up."""
_LEAST = 3
"""Words after an according-to phrase that can be the rest of the clause before it."""
_FARTHEST = 300
"""Words of a quote in which the writer is looked for; no sentence that makes sense has more."""
_ANY = -1
"""The lists of every word that is in one: after a reported noun phrase any may be the writer's."""
_WITHIN = 3
"""Words between a mark and a statement inside a quotation, at least."""


class Ends:
    """Finds the ends of the quotes of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.kinds, self.quotations, self.phrases = layout.kinds, layout.quotations, phrases
        self.closed = layout.closed
        self.enclosing = sorted((one.open, one.close) for one in self.closed.values())
        self.writer, bit = Writer(layout, grammar, phrases), grammar.bits
        self.pause, self.contrast = bit["pauses"], bit["contrasts"]
        self.telling = bit["pauses"] | bit["contrasts"] | bit["stops"]
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
        self.possessives = grammar.letters["possessives"]
        self.mark, self.demonstrative = bit["marks"], bit["demonstratives"]
        self.dangling = bit["pauses"] | bit["sentence-ends"] | bit["colons"] | bit["contrasts"]
        self.trailing = bit["pauses"] | bit["sentence-ends"] | bit["marks"] | bit["brackets-close"]
        self.one = bit["ones"]
        self.topic, self.where = bit["topics"], bit["relatives"] | bit["conjunctions"]
        self.preposition, self.others = bit["prepositions"], Others(layout, grammar)

    def end(self, candidate: Candidate, earlier: Cues, later: Cues, start: int, stop: int) -> int:
        """Where, at most at ``stop``, the quote ends that begins at ``start``; other statements around it.

        Marks far behind an object are speech of its own, whose statements end it.
        """
        for other in later:
            if other.cue.start >= stop:
                break
            quoted = candidate.point != "noun" and self._in_marks(other.cue.start, start)
            if start < other.cue.start and not quoted and self.others.independent(other, candidate, earlier):
                stop = self._before(other, start, stop)
        at, apart, limit = start, self._set_off(candidate), min(stop, start + _FARTHEST)
        telling = _ANY if candidate.nominal else self.telling
        while at < limit:
            kind = self.kinds[at]
            if apart and at > start and kind & self.pause and not self.adds(at + 1, stop):
                return at
            over = at in self.closed and self.closed[at].open < start
            writers = kind & telling or self.words[at] in self.writer.first_stops
            if at in self.quotations:
                at = min(self.quotations[at].close, stop - 1)
            elif over or (writers and self._writers(at, start, stop, candidate)):
                return at
            at += 1
        return stop

    def _in_marks(self, at: int, start: int) -> bool:
        """Whether marks enclose a word that open after ``start``, so that what it says is quoted, too.

        Where a clause begins right after the mark (»، وأضاف)، the marks were paired the wrong way.
        """
        n = bisect_right(self.enclosing, (at, 0)) - 1
        if n < 0 or not start < self.enclosing[n][0] < at < self.enclosing[n][1]:
            return False
        first = self.enclosing[n][0] + 1
        return at - first >= _WITHIN and not self.kinds[first] & self.dangling

    def _writers(self, at: int, start: int, stop: int, candidate: Candidate) -> bool:
        """Whether the words from ``at`` on, in a quote that begins at ``start``, are the writer's."""
        unsaid = self.others.left_unsaid(at, stop, candidate) or self.others.conceded(at, stop, candidate)
        return (at > start and unsaid) or self.writer.speaks(at, start, stop, candidate)

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
        """Whether something other than the interrupted clause comes, of the source or of the writer."""
        writer = self.kinds[start] & self.anew or self.writer.stops(start, stop)
        adjunct = self.kinds[start] & self.subordinate or self.phrases.occasion_at(start, stop)
        rest = self.kinds[start] & self.preposition and not adjunct
        word = self.words[start]
        led = word.startswith(self.joined) and self.lexicon.get(word[1:], 0) & self.preposition
        if led or self.kinds[start] & self.one:  # ورغم ذلك؛ أحد أكبر المواقع
            return True
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
        if self.words[at] in self.joined or (
            at > start and self.kinds[at - 1] & self.pause and self._leads_on(at)
        ):
            return True
        following = self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        if self.kinds[at] & self.preposition and following & self.contrast:
            return True  # the first of two words: ، في | حين أصر فلان
        after_contrast = at > start and self.kinds[at - 1] & self.contrast
        if self.kinds[at] & self.where == self.where or self.kinds[at] & self.as_word:
            return True  # (، حيث | قال؛ كما | قال إنه)
        return bool(self.kinds[at] & (self.dangling | (self.comp if after_contrast else 0)))

    def _leads_on(self, at: int) -> bool:
        """Whether a word after a comma opens something else (، وذلك)."""
        word = self.words[at]
        return word.startswith(self.joined) and bool(self.lexicon.get(word[1:], 0) & self.demonstrative)

    def _stray(self, at: int, start: int) -> bool:
        """Whether a mark closes nothing that opens after ``start``."""
        quotation = self.closed.get(at)
        return bool(self.kinds[at] & self.mark) and (not quotation or quotation.open < start)

    def _topic(self, other: Candidate, start: int) -> int:
        """Where the word stands that sets whoever speaks next against the one before (أما الوزير فقال)."""
        near = range(other.cue.start - 1, max(start, other.cue.start - _TOPIC), -1) if other.cue.lead else ()
        return next((at for at in near if self.kinds[at] & self.topic), 0)

    def _before(self, other: Candidate, start: int, stop: int) -> int:
        """Where a statement that follows ends the quote that begins at ``start``, at most at ``stop``."""
        if other.said[0] > other.cue.start:
            led = self.others.led(other) or self._topic(other, start)
            return min(stop, max(led, start) if led > start else max(other.start, start))
        apart = self.kinds[other.start - 1] & self.pause or self.kinds[other.start] & self.pause
        weight = other.source[1] - other.start if other.source else 0
        if other.said[1] - start < min(_LEAST if apart else _SLIGHT, weight):
            return stop  # an according-to phrase that outweighs the clause before it belongs to the clause
        return min(stop, other.said[1] if other.said[1] > start else other.cue.start)
