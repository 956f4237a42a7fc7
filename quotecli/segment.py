"""Text to tokens, paragraphs, quotations and sentences; quotations are found before sentences are cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quotecli.grammar import Grammar
from quotecli.marks import pair
from quotecli.model import Article, Layout, Quotation, Range, Sentence

if TYPE_CHECKING:
    from quotecli.normalize import Normalized

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|\w+|\(\(|\)\)|''|\.\.+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029\f\v]+")


def segment(article: Article, normal: Normalized, grammar: Grammar) -> Layout:
    """Cut up an article; every token belongs to one paragraph and at most one sentence."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    glued, touched = bytearray(), -1
    paragraphs: list[Range] = []
    for paragraph in _PARAGRAPH.finditer(normal.text):
        first = len(words)
        for token in _TOKEN.finditer(normal.text, paragraph.start(), paragraph.end()):
            words.append(token[0])
            starts.append(normal.start(token.start()))
            ends.append(normal.end(token.end()))
            glued.append(token.start() == touched)
            touched = token.end()
        if len(words) > first:
            paragraphs.append(Range((first, len(words))))
    known = grammar.kinds.get
    kinds = [known(word, 0) for word in words]
    layout = Layout(article, words, starts, ends, kinds, tuple(paragraphs), (), {})
    glued.append(False)
    stops = _stops(layout, glued, grammar)
    quotations = pair(layout, glued, stops, grammar)
    sentences = tuple(_sentences(layout, quotations, frozenset(stops), grammar))
    return replace(layout, sentences=sentences, quotations=quotations)


def _stops(layout: Layout, glued: bytearray, grammar: Grammar) -> list[int]:
    """The tokens that end a sentence."""
    ends = grammar.bits["sentence-ends"]
    found = (at for at, kind in enumerate(layout.kinds) if kind & ends)
    return [at for at in found if not _abbreviated(layout, at, glued, grammar)]


def _abbreviated(layout: Layout, at: int, glued: bytearray, grammar: Grammar) -> bool:
    """A full stop after a single letter (a title such as د.), or inside a name or an address."""
    words, kinds, bits = layout.words, layout.kinds, grammar.bits
    if words[at] != "." or not glued[at] or at + 1 >= len(words) or not words[at - 1].isalpha():
        return False
    before, after = words[at - 1], words[at + 1]
    if len(before) == 1 or (len(before) == 2 and before[0] in grammar.letters["conjunctions-joined"]):
        return True
    if not glued[at + 1] or before[-1].isascii() or not after.isalpha():
        return bool(glued[at + 1]) and before[-1].isascii() and after[0].isascii()
    # A short word may also be the first of the next sentence, the space forgotten.
    starters = bits["prepositions"] | bits["negatives"] | bits["conjunctions"] | bits["particles"]
    short, other = len(before) <= 2, len(after) <= 2
    return (short and (other or not kinds[at - 1])) or (other and not kinds[at + 1] & starters)


def _sentences(
    layout: Layout, quotations: dict[int, Quotation], stops: frozenset[int], grammar: Grammar
) -> Iterator[Sentence]:
    """Cut at sentence ends outside quotations, and after a quotation that ends with one."""
    goes_on = grammar.bits["commas"] | grammar.bits["sentence-ends"]
    whole = {start: stop for quotation in quotations.values() for start, stop in _parts(quotation)}
    for number, (start, stop) in enumerate(layout.paragraphs):
        at = start
        while at < stop:
            end = whole.get(at)
            if end:
                at = min(end, stop)
                cut = at < stop and at - 2 in stops and not layout.kinds[at] & goes_on
            else:
                at += 1
                cut = at - 1 in stops
            if cut:
                if at - (not end) > start:
                    yield Sentence(start, at - (not end), number)
                start = at
        if start < stop:
            yield Sentence(start, stop, number)


def _parts(quotation: Quotation) -> Iterator[tuple[int, int]]:
    """The tokens of a closed quotation, marks and all, a paragraph at a time."""
    if quotation.closed:
        *parts, last = quotation.inside
        for start, stop in (*parts, (last[0], quotation.close + 1)):
            yield (quotation.open if start == quotation.open + 1 else start), stop
