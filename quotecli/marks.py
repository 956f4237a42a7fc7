"""Marks to quotations: pairs, their wrong and mirrored uses, and what never closes."""

from __future__ import annotations

from bisect import bisect_left
from itertools import zip_longest

from quotecli.grammar import Grammar
from quotecli.model import Layout, Quotation, Range

_LONGEST = 12
"""Paragraphs that one quotation may run over before its marks are taken to be astray."""
_DEEPEST = 3
"""Quotations inside one another."""
_JOINED = 3
"""Letters at most of what is written on to a quoted word: an article, a preposition."""
_PAIRS = frozenset({"«»", "»«", "“”", "”“", "„“", "„”", "‘’", "’‘", "‹›", "›‹", "(())"})


def pair(layout: Layout, glued: bytearray, stops: list[int], grammar: Grammar) -> dict[int, Quotation]:
    """The quotations of an article, keyed by their opening token.

    ``glued`` tells of each token, and of the end, whether it touches the one before; ``stops`` are the
    tokens that end a sentence.
    """
    return _Pairing(layout, glued, stops, grammar).run()


class _Pairing:
    """Finds quotations: a stack of open marks, walked over the paragraphs."""

    def __init__(self, layout: Layout, glued: bytearray, stops: list[int], grammar: Grammar) -> None:
        self.words, self.kinds, self.paragraphs = layout.words, layout.kinds, layout.paragraphs
        self.glued, self.stops = glued, stops
        self.firsts = frozenset(start for start, _ in layout.paragraphs)
        bits = grammar.bits
        self.opening, self.closing = bits["marks-open"], bits["marks-close"]
        self.either = bits["marks-either"]
        self.reporting = bits["reporting"]
        self.any, self.pause = bits["marks"], bits["commas"] | bits["sentence-ends"]
        self.before_open = self.opening | bits["colons"] | bits["brackets-open"]
        self.after_close = self.opening | self.either | bits["brackets-open"]
        self.found: dict[int, Quotation] = {}
        self.stack: list[tuple[int, list[Range]]] = []
        self.body = 0
        """Where, in this paragraph, a quotation that began in an earlier one goes on."""

    def run(self) -> dict[int, Quotation]:
        marks = [self._marks(paragraph) for paragraph in self.paragraphs]
        for n, (start, stop) in enumerate(self.paragraphs):
            repeated = bool(self.stack) and self._repeats(self.stack[0][0], start, stop)
            self.body = start + repeated
            for at, following in zip_longest(marks[n][repeated:], marks[n][repeated + 1 :]):
                self._mark(at, following)
            while len(self.stack) > 1:
                self._break_off(stop)
            if self.stack and self._goes_on(marks[n + 1 : n + 1 + _LONGEST], n + 1):
                opened, ranges = self.stack[0]
                self._add(ranges, max(opened + 1, self.body), stop)
            elif self.stack:
                self._break_off(stop)
        return self.found

    def _marks(self, paragraph: Range) -> list[int]:
        kinds = self.kinds
        return [at for at in range(*paragraph) if kinds[at] & self.any and not self._apostrophe(at)]

    def _apostrophe(self, at: int) -> bool:
        inside = self.glued[at] and self.glued[at + 1] and self._word(at + 1)
        return bool(inside) and self.words[at - 1].isascii() and self.words[at - 1].isalpha()

    def _word(self, at: int) -> bool:
        return at < len(self.words) and at not in self.firsts and self.words[at][0].isalnum()

    def _repeats(self, opened: int, start: int, stop: int) -> bool:
        """Whether a paragraph begins with the mark that many papers repeat where a quotation goes on."""
        return self.words[start] == self.words[opened] and start + 1 < stop

    def _mark(self, at: int, following: int | None) -> None:
        partner = self._partner(at)
        if partner is not None:
            del self.stack[partner + 1 :]
            self._close(at, closed=True)
        elif self._opens(at) or self._misplaced(at, following):
            if self.stack and (len(self.stack) == _DEEPEST or self._left_open(at)):
                self._break_off(at)
            self.stack.append((at, []))

    def _sides(self, at: int) -> tuple[bool, bool]:
        """Whether the mark touches what it could close, before it, and what it could open, after it."""
        top = self.stack[-1][0] if self.stack else -1
        before = bool(self.glued[at]) and not self.kinds[at - 1] & self.before_open and top != at - 1
        after = bool(self.glued[at + 1]) and (
            self._word(at + 1) or bool(self.kinds[at + 1] & self.after_close)
        )
        return before, after

    def _partner(self, at: int) -> int | None:
        """Which open mark this one closes: the last that makes a pair with it, else the last of all."""
        before, after = self._sides(at)
        named = before and after and self.kinds[at] & self.closing
        if named and len(self.words[at - 1]) == 1 and self._word(at - 1):
            return None  # a name inside what is said (ب”الوادي”)
        for n in reversed(range(len(self.stack))):
            opened = self.words[self.stack[n][0]]
            if opened + self.words[at] in _PAIRS:
                return n
            if opened == self.words[at] and self._may_close(at, before, after, alike=True):
                return n
        top = self.words[self.stack[-1][0]] if self.stack else ""
        if not top or "((" in (top, self.words[at]) or self.words[at] == "))":
            return None
        return len(self.stack) - 1 if self._may_close(at, before, after, alike=False) else None

    def _may_close(self, at: int, before: bool, after: bool, alike: bool) -> bool:
        paused = at + 1 < len(self.kinds) and self.kinds[at + 1] & self.pause
        if self.kinds[at] & self.opening and paused:
            return True
        if self.kinds[at] & self.opening or (alike and self.kinds[at] & self.closing):
            return before and not after
        if self.kinds[at] & self.closing or alike:
            return before or not (after and self._word(at + 1))
        return before or not self._word(at + 1)

    def _opens(self, at: int) -> bool:
        before, after = self._sides(at)
        if self.kinds[at] & self.closing:
            if before:
                return after and self._word(at - 1) and len(self.words[at - 1]) <= _JOINED
            return self._word(at + 1) and (after or at not in self.firsts)
        return bool(self.kinds[at] & self.opening) or after or not before

    def _misplaced(self, at: int, following: int | None) -> bool:
        """Whether a mark touches the word before it, but opens what the next one closes (قال" لن نعود")."""
        cue = self.closing if at and self.kinds[at - 1] & self.reporting else 0
        if self.stack or following is None or not self.kinds[at] & (self.either | cue):
            return False
        if self.words[at - 1].isdigit():  # inches
            return False
        return self.words[following] == self.words[at] and self._sides(following) == (True, False)

    def _left_open(self, at: int) -> bool:
        """Whether the last open mark, the same as this one, belongs to a sentence that is over."""
        opened = self.stack[-1][0]
        same = self.words[opened] == self.words[at] and not self.kinds[at] & self.opening
        return same and self._sentence_end(opened, at) < at

    def _sentence_end(self, start: int, limit: int) -> int:
        n = bisect_left(self.stops, start)
        return min(self.stops[n], limit) if n < len(self.stops) else limit

    def _add(self, ranges: list[Range], start: int, stop: int) -> None:
        if start < stop:
            ranges.append(Range((start, stop)))

    def _close(self, at: int, closed: bool) -> None:
        opened, ranges = self.stack.pop()
        self._add(ranges, max(opened + 1, self.body), at)
        if ranges:
            self.found[opened] = Quotation(opened, at, tuple(ranges), closed)

    def _break_off(self, limit: int) -> None:
        """An open quotation that never closes ends with its sentence."""
        start = max(self.stack[-1][0] + 1, self.body)
        self._close(self._sentence_end(start, limit), closed=False)

    def _goes_on(self, following: list[list[int]], number: int) -> bool:
        """Whether one of the next paragraphs closes what is open, and none before it speaks against that."""
        opened, ranges = self.stack[0]
        plain = False
        for n, marks in enumerate(following[: _LONGEST - len(ranges)], number):
            repeated = self._repeats(opened, *self.paragraphs[n])
            if self._excess(opened, marks[repeated:]):
                return not (repeated and plain)
            if marks and not repeated:
                return False
            plain = plain or not repeated
        return False

    def _excess(self, opened: int, marks: list[int]) -> bool:
        """Whether more is closed than opened, of the marks that can pair with the open one."""
        depth, mark = 0, self.words[opened]
        for at in marks:
            word = self.words[at]
            if word == mark or mark + word in _PAIRS:
                depth += 1 if self._looks_open(at, word == mark, depth) else -1
            if depth < 0:
                return True
        return False

    def _looks_open(self, at: int, same: bool, depth: int) -> bool:
        if not self.kinds[at] & self.either:
            return same
        before, after = self._sides(at)
        return before < after if before != after else not depth and self._word(at + 1)
