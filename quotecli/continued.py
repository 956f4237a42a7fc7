"""Quotations that go on from the one before, with no cue: right after it, or in a paragraph of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quotecli.grammar import Grammar
from quotecli.model import Attribution, Layout, Quotation, Range

_LEAST = 6
"""Words that a quotation has to have to be speech and not a heading, a motto or a title."""
_NEXT = 3
"""Words that a quotation right after another has to have to be speech, and not one of several names."""
_CAPTION = 12
"""Words at most, with no full stop, under a quotation that a page sets apart: who says that one."""


def continued(layout: Layout, attributions: Sequence[Attribution], grammar: Grammar) -> list[Attribution]:
    """The attributions and, after them, the quotations that go on where one of them ends its paragraph."""
    page = _Page(layout, grammar)
    taken = {span[0] for one in attributions for span in one.quote}
    attributions = [page.extended(one, taken) for one in attributions]
    cued = {one.start for one in attributions}
    spoken = {page.last_word(one.quote[-1][1]) for one in attributions if one.kind in {"direct", "mixed"}}
    found = list(attributions)
    sentences = {one.start: one for one in layout.sentences}
    for before, (start, stop) in pairwise(layout.paragraphs):
        quotation = layout.quotations.get(start)
        if not quotation or quotation.length < _LEAST or start not in sentences:
            continue
        end = quotation.inside[-1][1]
        whole = page.ends_in_marks(Range((start, stop))) and page.last_word(stop) == page.last_word(end)
        goes_on = page.ends_in_marks(before) and page.last_word(before[1]) in spoken
        if whole and goes_on and cued.isdisjoint(range(start, end)) and not page.caption(stop):
            found.append(Attribution(None, quotation.inside, "direct", sentences[start]))
            spoken.add(page.last_word(end))
    return found


class _Page:
    """Looks at how the paragraphs and quotations of one article end."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.kinds, self.ends, self.marks = layout.kinds, grammar.bits["sentence-ends"], grammar.bits["marks"]
        self.words, self.joined = layout.words, grammar.letters["conjunctions-joined"]
        self.paragraphs, self.pause = dict(layout.paragraphs), grammar.bits["commas"]
        self.quotations, self.closed = layout.quotations, layout.closed

    def extended(self, one: Attribution, taken: set[int]) -> Attribution:
        """A direct quote with the quotations right after it («...»، «...»); ``taken`` are others' words."""
        quote, close = one.quote, one.quote[-1][1]
        while one.kind == "direct" and close in self.closed:
            following = self._next(close + 1)
            if not following or following.inside[0][0] in taken:
                break
            quote, close = (*quote, *following.inside), following.close
        return replace(one, quote=quote)

    def _next(self, at: int) -> Quotation | None:
        """The quotation, of words enough, after the mark that closes one, if no words are between them."""
        apart = at < len(self.kinds) and self.kinds[at] & (self.pause | self.ends)
        full = apart and self.kinds[at] & self.ends
        at += bool(apart)
        if at in self.paragraphs:
            return None
        if self.words[at : at + 1] and self.words[at] in self.joined:
            at += 1
        quotation = self.quotations.get(at)
        if not quotation or not quotation.closed or quotation.length < _NEXT:
            return None
        over = quotation.close + 1
        whole = over in self.paragraphs or over >= len(self.kinds) or self.kinds[over] & self.ends
        return quotation if whole or not full else None

    def last_word(self, stop: int) -> int:
        """Where the last word before ``stop`` ends, final marks and punctuation left out."""
        while stop and self.kinds[stop - 1] & (self.ends | self.marks):
            stop -= 1
        return stop

    def ends_in_marks(self, paragraph: Range) -> bool:
        """Whether the paragraph ends with the mark that closes a quotation."""
        last = self.last_word(paragraph[1])
        return any(kind & self.marks for kind in self.kinds[last : paragraph[1]])

    def caption(self, start: int) -> bool:
        """Whether the paragraph that begins there is a short line with no full stop."""
        stop = self.paragraphs.get(start, start)
        return 0 < stop - start <= _CAPTION and not self.kinds[stop - 1] & self.ends
