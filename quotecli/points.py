"""The fixed points after a cue: where what was said may begin."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from quotecli.frame import tells
from quotecli.grammar import Grammar, Reading
from quotecli.model import Cue, Layout, Sentence
from quotecli.nominal import Nominals
from quotecli.passing import Passing
from quotecli.phrase import Phrases
from quotecli.point import QUESTION, Point, opens
from quotecli.speech import Speech
from quotecli.unmarked import Unmarked

_FARTHEST = 45
"""Words between a cue and the fixed point that it may belong to."""


class Points:
    """Finds the fixed points that follow a cue."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.phrases = phrases
        self.nominals, bit = Nominals(layout, grammar, phrases), grammar.bits
        self.office = bit["offices"] | bit["offices-feminine"]
        self.colon, self.comma, self.preposition = bit["colons"], bit["commas"], bit["prepositions"]
        self.comp, self.bare = bit["complementizers"], bit["complementizers-bare"]
        self.negated = bit["complementizers-negative"]
        self.blocks = bit["before-subordinate"] | bit["finite-verbs"]
        self.finite, self.reporting = bit["finite"], bit["reporting"]
        self.stop, self.dated = bit["verbals"], bit["adverbs"] | bit["dates"]
        self.ended = self.stop | self.dated | self.comma | self.preposition | bit["sentence-ends"]
        self.ended |= bit["nominal-heads"]
        self.said, self.question, self.mark = bit["said-nouns"], bit["interrogatives"], bit["marks"]
        self.resumer, self.relative = bit["resumers"], bit["relatives"]
        self.speech, self.unmarked = Speech(layout, grammar), Unmarked(layout, grammar, phrases)
        self.adverb, self.passing = bit["adverbs"], Passing(layout, grammar, phrases)
        self.turning = self.passing.turning | self.mark

    def after(self, cue: Cue, reading: Reading, sentence: Sentence) -> Iterator[Point]:
        """In order of place, as far as the cue can reach; ``end`` always last."""
        if self.kinds[cue.start] & self.colon:
            yield Point("here", cue.stop, cue.stop)
            return
        limit = min(sentence.stop, cue.stop + _FARTHEST)
        end = yield from self._between(cue, reading, limit)
        if reading.verb.frame.words and reading.mood == "participle" and cue.stop < sentence.stop:
            yield Point("colon", cue.stop, cue.stop)
        unmarked = self.unmarked.begins(cue, reading, sentence)
        if unmarked is not None:
            yield Point("colon", unmarked, unmarked)
        yield self._end(cue, min(end, limit))

    def _between(self, cue: Cue, reading: Reading, limit: int) -> Generator[Point, None, int]:
        """The fixed points before ``limit``; returns where the walk to them has ended."""
        at, relative, remark, frame = cue.stop, False, 0, reading.verb.frame
        nominal, marked = frame.nominal, self.colon | self.comp | (self.question if frame.question else 0)
        while at < limit:
            kind, quotation = self.kinds[at], self.quotations.get(at)
            if quotation and not self.speech.begins(quotation, cue, reading, limit):
                yield from self._in_marks(at, cue, reading, limit) if nominal and not remark else ()
                at = quotation.close + 1
                continue
            if quotation or kind & marked or (kind & self.negated and self._negative(at, limit)):
                passed = self.passing.others(at, cue, limit, relative)
                if passed == at:
                    yield from self._fixed(at, cue, reading, limit)
                    break
            else:
                passed = self.passing.passed(at, limit, kind, reading) if kind & self.turning else at
            if passed > at:
                at = passed
                continue
            if kind & self.turning:
                relative = self.passing.in_relative(at, limit, relative)
                if self._ends(at, cue, kind, relative) or self.nominals.of_thing(at, frame):
                    yield from self._far(at, reading, limit)
                    break
                relative = relative or bool(kind & self.stop and at > cue.stop)
                remark = 0 if kind & self.comma else remark or at * self.passing.remark(at, kind)
            if nominal and (point := self.nominals.at(at, cue, reading, remark)):
                yield point
            at += 1
        return at

    def _far(self, at: int, reading: Reading, limit: int) -> Iterator[Point]:
        """A quotation after a clause that tells when or how it was said (قالت بعد أن وصلت: «...»)."""
        if not tells(reading):
            return
        while at < limit:
            if self.speech.certain(at + bool(self.kinds[at] & self.colon)):
                yield self._marked(at, limit)
                return
            described = self.kinds[at] & self.comp and not self.kinds[at - 1] & self.blocks  # وصفه بأنه «...»
            if described or self.kinds[at] & (self.reporting | self.mark):
                return
            at += 1

    def _in_marks(self, at: int, cue: Cue, reading: Reading, limit: int) -> Iterator[Point]:
        """What begins in marks: a preposition with its noun (وصفه "بالكارثة"), a noun (أعلن "رفضه" لكذا)."""
        point = self.nominals.at(at + 1, cue, reading)
        if point and (point.kind == "prep" or self._noun_in_marks(at, cue, limit)):
            yield point._replace(start=at, after=at)

    def _noun_in_marks(self, at: int, cue: Cue, limit: int) -> bool:
        """Whether the noun that begins in marks is no name of what stands before (شركة «رعاية» أمس)."""
        after, dated = self.quotations[at].close + 1, self.kinds[at - 1] & self.dated
        if not (at == cue.stop or dated or self.phrases.complete(at)) or not self.speech.alone(at, limit):
            return False
        apart = at == cue.stop or dated or self.kinds[at - 1] & self.comma
        goes_on = after < limit and not self.kinds[after] & self.ended
        return bool(apart or goes_on or self.phrases.owned_at(at + 1))

    def _ends(self, at: int, cue: Cue, kind: int, relative: bool) -> bool:
        """Whether nothing after a word can belong to the cue: a mark that closes, another verb."""
        if kind & self.mark:  # the end of the quotation that the cue stands in
            return True
        if not kind & self.stop or relative or (at == cue.stop and kind & self.said):
            return False
        if at > cue.stop and self.passing.led_noun(at):
            return False
        before, after = self.kinds[at - 1], self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        if kind & self.adverb and not after & self.comp and (not before & self.comma or after & self.comma):
            return False
        return not (kind & self.finite and self.phrases.asyndetic(at, cue.stop))

    def _fixed(self, at: int, cue: Cue, reading: Reading, limit: int) -> Iterator[Point]:
        before, frame = self.kinds[at - 1], reading.verb.frame
        blocked = at > cue.stop and (before & self.blocks or self.phrases.emphasized(at - 1))
        if frame.question and self.kinds[at] & self.question:
            yield Point("comp", at, at, QUESTION)
        elif at in self.quotations or self.kinds[at] & self.colon:
            led = at in self.quotations and (frame.target_preps or not frame.speech)
            if led and not frame.speech:
                yield from self._in_marks(at, cue, reading, limit)
            yield from () if frame.only else (self._marked(at, limit),)
            if led and frame.speech:
                yield from self._in_marks(at, cue, reading, limit)  # طالب الحكومة "بتحقيق عاجل"
        elif not blocked and opens(self.words, at, frame):
            start = at - 1 if at > cue.stop and before & self.preposition else at
            yield Point("comp", start, self._after_comp(at))
        else:
            yield from self._far(at, reading, limit)

    def _marked(self, at: int, limit: int) -> Point:
        """A quotation, a colon, or the complementizer right after a colon (قال الوزير: إن ...)."""
        if at in self.quotations:
            return Point("quotation", at, at)
        after = at + 1
        if after < limit and self.kinds[after] & self.comp:
            return Point("comp", at, self._after_comp(after))
        return Point("colon", at, after)

    def _after_comp(self, at: int) -> int:
        """Where the clause begins: with the complementizer if that holds a word of it (أنه)."""
        return at + bool(self.kinds[at] & self.bare)

    def _negative(self, at: int, limit: int) -> bool:
        """Whether the word is أن with لا in it (ألا يكون), and not إلا, which looks the same."""
        return at + 1 < limit and bool(self.kinds[at + 1] & self.stop)

    def _end(self, cue: Cue, limit: int) -> Point:
        """Where the words that are no statement end, a remark between commas among them (، التي ...، فإن)."""
        at = self._comma(cue.stop, limit)
        if at + 1 >= limit:
            return Point("end", at, at)
        after, following = self._comma(at + 1, limit), self.kinds[at + 1]
        resumed = after + 1 < limit and self.kinds[after + 1] & self.resumer
        resumed = resumed and not self.words[at + 1].startswith(self.phrases.joined)
        apposed = following & self.office and not any(k & self.finite for k in self.kinds[at + 1 : after])
        whole = after < limit and (following & self.relative or resumed)
        end = after if whole or apposed else at
        return Point("end", end, end)

    def _comma(self, at: int, limit: int) -> int:
        while at < limit and not self.kinds[at] & (self.comma | self.resumer):
            at += 1
        return at
