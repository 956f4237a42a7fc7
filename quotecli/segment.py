"""Text to tokens, paragraphs, quotations and sentences; quotations are found before sentences are cut."""

from __future__ import annotations

import re

from quotecli.grammar import Grammar
from quotecli.model import Article, Layout, Quotation, Range, Sentence
from quotecli.normalize import Normalized

_TOKEN = re.compile(r"\w+(?:(?<=\d)[.,:/]\d+)*|\(\(|\)\)|\.\.+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029\f\v]+")
_LONGEST = 12
"""Paragraphs that one quotation may run over before its marks are taken to be astray."""


def segment(article: Article, normal: Normalized, grammar: Grammar) -> Layout:
    """Cut up an article; every token belongs to one paragraph and at most one sentence."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[Range] = []
    for paragraph in _PARAGRAPH.finditer(normal.text):
        first = len(words)
        for token in _TOKEN.finditer(normal.text, paragraph.start(), paragraph.end()):
            words.append(token[0])
            starts.append(normal.start(token.start()))
            ends.append(normal.end(token.end()))
        if len(words) > first:
            paragraphs.append(Range((first, len(words))))
    known = grammar.kinds.get
    kinds = [known(word, 0) for word in words]
    layout = Layout(article, words, starts, ends, kinds, tuple(paragraphs), (), {})
    quotations = _Pairing(layout, grammar).run()
    sentences = tuple(s for n, p in enumerate(paragraphs) for s in _sentences(layout, p, n, quotations, grammar))
    return Layout(article, words, starts, ends, kinds, tuple(paragraphs), sentences, quotations)


class _Pairing:
    """Finds quotations: a stack of open marks, walked over the paragraphs."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.layout = layout
        bits = grammar.bits
        self.opening, self.closing, self.either = bits["marks-open"], bits["marks-close"], bits["marks-either"]
        self.any = self.opening | self.closing | self.either
        self.stop = bits["sentence-ends"]
        self.found: dict[int, Quotation] = {}
        self.stack: list[tuple[int, list[Range]]] = []

    def run(self) -> dict[int, Quotation]:
        paragraphs, kinds = self.layout.paragraphs, self.layout.kinds
        for n, (start, stop) in enumerate(paragraphs):
            for at in range(start, stop):
                if kinds[at] & self.any:
                    self._mark(at, start)
            if self.stack:
                self._paragraph_end(start, stop, paragraphs[n + 1] if n + 1 < len(paragraphs) else None)
        return self.found

    def _mark(self, at: int, paragraph: int) -> None:
        if not self.stack:
            if not self._stray(at):
                self.stack.append((at, []))
        elif at == paragraph and not self.layout.kinds[at] & self.closing:
            pass  # the mark that many papers repeat where a quotation goes on
        elif self._closes(at):
            self._close(at, paragraph, closed=True)
        elif len(self.stack) < 3 and self.layout.kinds[at] & self.opening:
            self.stack.append((at, []))
        else:
            self._break_off(at, paragraph)
            self.stack.append((at, []))

    def _glued(self, at: int) -> tuple[bool, bool]:
        """Whether the token touches the one before and the one after it."""
        starts, ends = self.layout.starts, self.layout.ends
        before = at > 0 and ends[at - 1] == starts[at]
        after = at + 1 < len(starts) and ends[at] == starts[at + 1]
        return before, after

    def _stray(self, at: int) -> bool:
        before, after = self._glued(at)
        if after and self.layout.kinds[at] & self.closing and self.layout.kinds[at + 1] & self.opening:
            return True
        return before and not after and not self.layout.kinds[at] & self.opening

    def _closes(self, at: int) -> bool:
        kinds, words, top = self.layout.kinds, self.layout.words, self.stack[-1][0]
        before, after = self._glued(at)
        if kinds[at] & self.either:
            same = words[at] == words[top]
            return (same or before) and not (after and not before and self._word_follows(at))
        if kinds[at] & self.closing:
            return kinds[top] & self.closing == 0 or words[at] == words[top] or before
        return kinds[top] & self.closing != 0 or (before and not after)

    def _word_follows(self, at: int) -> bool:
        return self.layout.words[at + 1][0].isalnum() and self.stack[-1][0] + 1 < at

    def _close(self, at: int, paragraph: int, closed: bool) -> None:
        opened, ranges = self.stack.pop()
        start = max(opened + 1, paragraph)
        start += bool(start == paragraph and ranges and self.layout.kinds[start] & self.any and start < at)
        if start < at:
            ranges.append(Range((start, at)))
        if ranges:
            self.found[opened] = Quotation(opened, at, tuple(ranges), closed)

    def _break_off(self, limit: int, paragraph: int) -> None:
        """The open quotation never closes: it ends with its sentence."""
        start = max(self.stack[-1][0] + 1, paragraph)
        kinds = self.layout.kinds
        stop = next((at for at in range(start, limit) if kinds[at] & self.stop), limit)
        self._close(stop, paragraph, closed=False)

    def _paragraph_end(self, start: int, stop: int, following: Range | None) -> None:
        while len(self.stack) > 1:
            self._break_off(stop, start)
        opened, ranges = self.stack[-1]
        if following and len(ranges) < _LONGEST and self._goes_on(following):
            ranges.append(Range((max(opened + 1, start + bool(ranges)), stop)))
        else:
            self._break_off(stop, start)

    def _goes_on(self, following: Range) -> bool:
        kinds = self.layout.kinds
        marks = [at for at in range(*following) if kinds[at] & self.any]
        if not marks:
            return False
        first, opener = marks[0], self.stack[-1][0]
        if first == following[0]:
            return self.layout.words[first] == self.layout.words[opener] and len(marks) % 2 == 0
        before, after = self._glued(first)
        if kinds[first] & self.closing:
            return True
        return bool(kinds[first] & self.either) and before and not after


def _sentences(
    layout: Layout, paragraph: Range, number: int, quotations: dict[int, Quotation], grammar: Grammar
) -> list[Sentence]:
    out, start, at, stop = [], paragraph[0], paragraph[0], paragraph[1]
    ends, comma = grammar.bits["sentence-ends"], grammar.bits["commas"]
    kinds = layout.kinds
    while at < stop:
        quotation = quotations.get(at)
        if quotation and quotation.closed and quotation.close > at:
            last = min(quotation.close, stop - 1)
            finished = kinds[last - 1] & ends and last + 1 < stop and not kinds[last + 1] & (comma | ends)
            at = last + 1
            if finished:
                out.append(Sentence(start, at, number))
                start = at
            continue
        if kinds[at] & ends and not _abbreviated(layout, at):
            if at > start:
                out.append(Sentence(start, at, number))
            start = at + 1
        at += 1
    if start < stop:
        out.append(Sentence(start, stop, number))
    return out


def _abbreviated(layout: Layout, at: int) -> bool:
    """A full stop after a single letter (a title such as د.), or inside a Latin name or address."""
    words, starts, ends = layout.words, layout.starts, layout.ends
    if words[at] != "." or at == 0 or at + 1 >= len(words):
        return False
    glued = starts[at + 1] == ends[at] and words[at + 1][0].isalnum()
    before = words[at - 1]
    latin = words[at + 1][0].isascii() and before[-1].isascii() and before[-1].isalpha()
    short = before.isalpha() and words[at + 1].isalpha() and min(len(before), len(words[at + 1])) <= 2
    return ends[at - 1] == starts[at] and ((len(before) == 1 and before.isalpha()) or (glued and (latin or short)))
