"""Text to tokens, paragraphs, quotations and sentences; quotations are found before sentences are cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress, count, repeat
from operator import eq

from quotecli.dotless import respell
from quotecli.foreign import read_names
from quotecli.grammar import Grammar
from quotecli.marks import pair
from quotecli.model import Article, Layout, Normalized, Quotation, Range, Sentence
from quotecli.stops import stops

_WORD = r"\w+(?:(?=[.,:/-]\w)(?:(?<!\w{5})(?:\.\w{1,5}\b){2,}|(?<=\d)(?:[.,:/]\d+)+|(?:-\w+)+))?"
_LETTER = r"\b[^\W\d_a-zA-Z]\.(?= ?[^\W\d_]{2}| [^\W\d_]\.)"
"""A letter and a full stop that stand for a title or a name (د. سالم)."""
_TOKEN = rf"{_LETTER}|{_WORD}|&\w{{2,4}};|\(\(|\)\)|''|\.\.+|[^\w\s]"
_DATELINE = 12
"""Words at most before the dash that sets off where a story is sent from, with the agency in brackets."""
_PLACE = 3
"""And without: a town, perhaps with its country."""
_SLASH = "/"
_ACCUSATIVE = "\u064b"
_BREAK, _RUN = r"[\n\r\u2028\u2029\f\v\t]+", "   "


def segment(article: Article, normal: Normalized, grammar: Grammar) -> Layout:
    """Cut up an article; every token belongs to one paragraph and at most one sentence."""
    text = normal.text
    tokens = list(re.finditer(_TOKEN, text))
    words = respell(text, [token[0] for token in tokens], grammar)
    starts, ends = [token.start() for token in tokens], [token.end() for token in tokens]
    originals = normal.starts(starts)
    layout = Layout(
        article=article,
        words=words,
        starts=originals,
        ends=normal.ends(ends),
        kinds=_kinds(words, starts, originals, normal, grammar),
        paragraphs=tuple(_paragraphs(text, starts)),
        sentences=(),
        quotations={},
        closed={},
    )
    glued = bytearray(map(eq, starts, [-1, *ends]))
    glued.append(False)
    ended = stops(layout, glued, grammar)
    quotations = pair(layout, glued, ended, grammar)
    sentences = tuple(_sentences(layout, quotations, frozenset(ended), grammar))
    closed = {one.close: one for one in quotations.values() if one.closed}
    return replace(layout, sentences=sentences, quotations=quotations, closed=closed)


def _paragraphs(text: str, starts: Sequence[int]) -> Iterator[Range]:
    """Lines; old web pages set them off with tabs or runs of spaces."""
    start = 0
    breaks = [end.start() for end in re.finditer(_BREAK, text.replace(_RUN, "\n" * len(_RUN)))]
    for end in (*breaks, len(text)):
        stop = bisect_left(starts, end)
        if start < stop:
            yield Range((start, stop))
        start = stop


def _kinds(
    words: Sequence[str],
    starts: Sequence[int],
    originals: Sequence[int],
    normal: Normalized,
    grammar: Grammar,
) -> list[int]:
    """The lists that each word is in, by its hamza (إمام), and whether its ending is written out (قراراً)."""
    kinds = list(map(grammar.kinds.get, words, repeat(0)))
    for mark in re.finditer(_ACCUSATIVE, normal.original):
        at = bisect_left(originals, mark.start()) - 1
        if at >= 0:
            kinds[at] |= grammar.bits["accusative"]
    apart, joined = grammar.apart, grammar.letters["conjunctions-joined"]
    spelled = list(compress(count(), map(apart.__contains__, words)))
    first = normal.starts([starts[at] + (words[at][0] in joined) for at in spelled])
    for at, letter in zip(spelled, first, strict=True):
        kinds[at] &= ~apart[words[at]].get(normal.original[letter], 0)
    read_names(words, originals, normal.original, kinds, grammar)
    return kinds


def _sentences(
    layout: Layout, quotations: dict[int, Quotation], stops: frozenset[int], grammar: Grammar
) -> Iterator[Sentence]:
    """Cut at sentence ends outside quotations, and after a quotation that ends with one.

    A paragraph that ends with a colon leads on to a quotation that opens the next.
    """
    bit = grammar.bits
    colons, goes_on = bit["colons"], bit["commas"] | bit["sentence-ends"]
    whole = {start: stop for quotation in quotations.values() for start, stop in _parts(quotation)}
    places = sorted(stops.union(whole))
    begun = -1
    for number, (first, stop) in enumerate(layout.paragraphs):
        free = _after_dateline(layout, first, stop, grammar)
        start, begun = (begun, -1) if begun >= 0 else (free, begun)
        for at in places[bisect_left(places, free) : bisect_left(places, stop)]:
            if at < free:
                continue
            end, free = at, min(whole.get(at, at + 1), stop)
            if at in whole:
                end = free
                if free == stop or free - 2 not in stops or layout.kinds[free] & goes_on:
                    continue
            if end > start:
                yield Sentence(start, end, number)
            start = free
        if start < stop and layout.kinds[stop - 1] & colons and stop in quotations:
            begun = start
        elif start < stop:
            yield Sentence(start, stop, number)


def _after_dateline(layout: Layout, start: int, stop: int, grammar: Grammar) -> int:
    """Where the text of a paragraph begins: after the place, and the paper or agency, that it is sent from.

    القاهرة (رويترز) - أعلنت ...، دبي، الإمارات (CNN)-- قال ...
    """
    kinds, bit = layout.kinds, grammar.bits
    not_place = bit["finite"] | bit["openers"] | bit["marks"] | bit["sentence-ends"] | bit["colons"]
    bracket = False
    for at in range(start, min(start + _DATELINE, stop)):
        if kinds[at] & bit["dashes"] and (bracket or at - start <= _PLACE):
            end = next((n for n in range(at, stop) if not kinds[n] & bit["dashes"]), stop)
            verb = bracket or (end < stop and kinds[end] & bit["finite"])
            return end if verb and end < stop and at > start else start
        if kinds[at] & not_place:
            return start
        apart = kinds[at] & bit["brackets-close"] or layout.words[at] == _SLASH
        bracket = bracket or bool(apart)
    return start


def _parts(quotation: Quotation) -> Iterator[tuple[int, int]]:
    """The tokens of a closed quotation, marks and all, a paragraph at a time."""
    if quotation.closed:
        *parts, last = quotation.inside
        for start, stop in (*parts, (last[0], quotation.close + 1)):
            yield (quotation.open if start == quotation.open + 1 else start), stop
