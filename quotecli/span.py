"""Where a cue stands in the text of its article."""

from __future__ import annotations

from quotecli.model import Cue, Layout, Range, Span
from quotecli.normalize import beyond


def cue_span(layout: Layout, cue: Cue) -> Span:
    """The offsets of a cue without a conjunction joined on."""
    start, end = layout.span(Range((cue.start, cue.stop)))
    return beyond(layout.article.text, start, cue.lead), end
