"""Noun phrases and asides: where the source ends and where time, place and medium begin.

All positions are token positions. Nothing here parses: a source is what remains between a cue and the
next fixed point once asides are taken off its two ends.
"""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range


class Phrases:
    """Reads phrases of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.starts, self.ends = layout.starts, layout.ends
        self.sequences = grammar.sequences
        bit = grammar.bits
        self.comma, self.parenthetical = bit["commas"], bit["parentheticals"]
        self.bracket_open, self.bracket_close = bit["brackets-open"], bit["brackets-close"]
        self.preposition, self.bound = bit["prepositions"], bit["prepositions-bound"]
        self.with_pronoun = bit["prepositions-with-pronoun"]
        self.adverb = bit["adverbs"] | bit["sayings"]
        self.time = bit["times"] | bit["weekdays"] | bit["months"]
        self.qualifier, self.what, self.to = bit["time-qualifiers"], bit["as-what"], bit["bound-to"]
        self.time_adjunct, self.led = bit["time-adjuncts"], bit["asides-led"]
        self.time_more = self.time | bit["time-qualifiers"] | bit["numbers"]
        self.occasion = bit["occasions"] | bit["documents"] | bit["outlets"] | self.time
        self.addressee = bit["outlets"] | bit["offices-plural"] | bit["addressees"] | bit["agencies"]
        self.prepositions_joined = grammar.letters["prepositions-joined"]
        self.relative = bit["relatives"]
        self.finite = bit["finite-verbs"] | bit["reporting"]
        self.not_source = (
            bit["prepositions"] | bit["finite-verbs"] | bit["complementizers"] | bit["relatives"] | bit["negatives"]
            | bit["conjunctions"] | bit["reporting"] | bit["prepositions-with-pronoun"] | bit["sentence-ends"] | bit["particles"]
        )  # fmt: skip
        self.leads = bit["offices"] | bit["offices-feminine"] | bit["titles"] | bit["offices-plural"] | bit["sources"]
        self.heads = self.leads | bit["bodies"] | bit["documents"] | bit["outlets"]
        self.punctuation = self.comma | bit["dashes"]
        self.opener = bit["conjunctions"] | bit["complementizers"] | bit["particles"]
        self.to_the = grammar.letters["preposition-to"][0] * 2
        self.people, self.body, self.demonstrative = bit["offices-plural"], bit["bodies"], bit["demonstratives"]
        self.joined, self.article = grammar.letters["conjunctions-joined"], grammar.article
        self.named = bit["given-names-masculine"] | bit["given-names-feminine"]
        self.second = self.heads | bit["demonstratives"] | bit["countries-feminine"] | bit["countries-masculine"]

    def gap(self, start: int, stop: int) -> tuple[Range | None, bool]:
        """The source between a cue and a fixed point, and whether asides account for all the rest."""
        at = self.asides(start, stop)
        if at >= stop:
            return self._late_source(start, stop), True
        if not self.can_start(at):
            return None, False
        end = self.source_end(at, stop)
        return Range((at, end)), end >= stop or self.aside(end, stop) > end

    def named_by(self, start: int, stop: int) -> tuple[Range | None, bool]:
        """The source right after an according-to phrase, its joined preposition included (وفقا للبيان)."""
        joined = start < stop and self.words[start][0] in self.prepositions_joined
        named = start < stop and (joined or self.can_start(start))
        if not named or self.kinds[start] & self.what:
            return None, False
        end = self.source_end(start, stop)
        return Range((start, end)), end > start and (end >= stop or self.aside(end, stop) > end)

    def _late_source(self, start: int, stop: int) -> Range | None:
        """A source after an aside that no comma closes (قال في تصريح لوكالة محلية رئيس البلدية)."""
        for at in range(start + 2, stop):
            before = self.kinds[at - 1]
            free = not before & (self.preposition | self.occasion | self.heads | self.punctuation)
            if self.kinds[at] & self.leads and free and self.words[at][0] not in "ولب":
                return Range((at, self.source_end(at, stop)))
        return None

    def can_start(self, at: int) -> bool:
        """Whether a noun phrase may begin here."""
        if at in self.quotations:
            return True
        word = self.words[at]
        joined = word[0] in self.prepositions_joined and (word[1:3] == self.article or word[:2] == self.to_the)
        return word[0].isalnum() and not self.kinds[at] & self.not_source and not joined

    def source_end(self, start: int, stop: int) -> int:
        """Where the noun phrase that begins at ``start`` ends, at most at ``stop``."""
        at, relative = start, False
        while at < stop:
            kind = self.kinds[at]
            if kind & self.finite and at > start and self.asyndetic(at):
                relative = True
            if at in self.quotations:
                at = min(self.quotations[at].close, stop - 1)
            elif kind & self.bracket_open:
                close = self._bracket(at, stop)
                if self.words[at + 1 : at + 2] and self.words[at + 1][0].isdigit():
                    return at
                at = close
            elif kind & self.punctuation and not self._hyphen(at):
                relative = False
                if not self._apposition(at + 1, stop):
                    return at
            elif at > start and not relative:
                if kind & self.relative:
                    relative = True
                elif kind & (self.finite | self.opener | self.demonstrative) or self._turns(at, start, stop):
                    return at
            at += 1
        return stop

    def _turns(self, at: int, start: int, stop: int) -> bool:
        """Whether an aside begins here that is no part of a body's own name (النقابة الوطنية للصحفيين)."""
        if self.kinds[at] & self.to and self.kinds[at] & self.people and self.kinds[start] & self.body:
            return False
        return self.aside(at, stop) > at

    def _hyphen(self, at: int) -> bool:
        """Whether a dash joins two halves of a name."""
        starts, ends = self.starts, self.ends
        return 0 < at < len(starts) - 1 and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]

    def asyndetic(self, at: int) -> bool:
        """Whether a finite verb here may open a relative clause on the indefinite noun before it (بيان أصدرته)."""
        before = self.kinds[at - 1]
        indefinite = not self.words[at - 1].startswith(self.article)
        return bool(before & (self.heads | self.occasion)) and indefinite and not before & self.punctuation

    def _apposition(self, at: int, stop: int) -> bool:
        return at < stop and self.can_start(at) and self.aside(at, stop) == at and not self.kinds[at] & self.finite

    def asides(self, start: int, stop: int) -> int:
        """Skip as many asides as stand here; the first token that is none of one."""
        at = start
        while at < stop:
            end = self.aside(at, stop)
            if end == at:
                return at
            at = end
        return at

    def aside(self, at: int, stop: int) -> int:
        """The end of the aside that begins at ``at``, or ``at`` if none does."""
        kind = self.kinds[at]
        if kind & self.punctuation:
            return at + 1
        fixed = self._sequence(at, stop)
        if fixed > at:
            return fixed
        if kind & self.bracket_open:
            return self._bracket(at, stop) + 1
        if kind & (self.relative | self.parenthetical):
            return self._to_comma(at, stop)
        if kind & self.led and at + 1 < stop:
            return self._to_comma(at + 1, stop)
        if kind & self.preposition and at + 1 < stop:
            return self._prepositional(at, stop)
        dated = kind & self.time and at + 1 < stop and self.kinds[at + 1] & self.qualifier
        if kind & self.time_adjunct or dated:
            return self._time(at + 1, stop)
        if kind & (self.adverb | self.with_pronoun):
            return at + 1
        if kind & self.to and kind & self.addressee:
            return self._to_comma(at + 1, stop)
        if self.words[at] in self.prepositions_joined and at + 1 < stop:
            return self._to_comma(at + 1, stop)
        return at

    def _prepositional(self, at: int, stop: int) -> int:
        following = self.kinds[at + 1]
        after_comma = at == 0 or bool(self.kinds[at - 1] & (self.punctuation | self.finite))
        if following & self.occasion or after_comma or self.words[at + 1][0].isdigit():
            return self._to_comma(at + 1, stop)
        return at

    def occasion_at(self, at: int, stop: int) -> bool:
        """Whether an adjunct of medium or occasion begins here (في بيان صدر أمس)."""
        return bool(self.kinds[at] & self.preposition) and at + 1 < stop and bool(self.kinds[at + 1] & self.occasion)

    def _time(self, at: int, stop: int) -> int:
        while at < stop and (self.kinds[at] & self.time_more or self.words[at][0].isdigit() or self.words[at] == "/"):
            at += 1
        return at

    def _to_comma(self, at: int, stop: int) -> int:
        while at < stop and not self.kinds[at] & self.punctuation:
            if at in self.quotations:
                at = min(self.quotations[at].close, stop - 1)
            at += 1
        return at

    def _bracket(self, at: int, stop: int) -> int:
        return next((n for n in range(at + 1, stop) if self.kinds[n] & self.bracket_close), stop - 1)

    def _sequence(self, at: int, stop: int) -> int:
        for length, expressions in self.sequences.get(self.words[at], ()):
            end = at + length
            if end <= stop and tuple(self.words[at:end]) in expressions:
                return end
        return at

    def split(self, phrase: Range) -> int | None:
        """Where, in two noun phrases side by side, the second begins (اتهم الوزير | الشركة بكذا)."""
        for at in range(phrase[0] + 1, phrase[1]):
            before, kind = self.kinds[at - 1], self.kinds[at]
            starts = kind & self.second and not kind & self.bound and not before & self.preposition and self.words[at][0] not in self.joined
            complete = before & (self.named | self.comma) or not before or self.words[at - 1].startswith(self.article)
            if starts and complete:
                return at
        return None
