"""Quotations that go on from the one before: a paragraph of their own, with no cue."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotecli.grammar import Grammar
from quotecli.model import Attribution, Layout, Range

_LEAST = 6
"""Words that a quotation has to have to be speech and not a heading, a motto or a title."""
_CAPTION = 12
"""Words at most, with no full stop, under a quotation that a page sets apart: who says that one."""


def continued(layout: Layout, attributions: Sequence[Attribution], grammar: Grammar) -> list[Attribution]:
    """The attributions and, after them, the quotations that go on where one of them ends its paragraph."""
    page = _Page(layout, grammar)
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
    """Looks at how the paragraphs of one article end."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.kinds, self.ends, self.marks = layout.kinds, grammar.bits["sentence-ends"], grammar.bits["marks"]
        self.paragraphs = dict(layout.paragraphs)

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
