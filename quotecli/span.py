"""Where a cue stands in the text of its article, and how far the sentence goes on from a token."""

from __future__ import annotations

from bisect import bisect_right

from quotecli.model import Cue, Layout, Range, Span
from quotecli.normalize import beyond


def cue_span(layout: Layout, cue: Cue) -> Span:
    """The offsets of a cue without a conjunction joined on."""
    start, end = layout.span(Range((cue.start, cue.stop)))
    return beyond(layout.article.text, start, cue.lead), end


def ahead(layout: Layout, at: int, most: int) -> range:
    """The tokens after ``at`` in its sentence, fewer than ``most``."""
    number = bisect_right(layout.sentences, at, key=lambda one: one.start) - 1
    stop = layout.sentences[number].stop if number >= 0 else at
    return range(at + 1, min(stop, at + most))
