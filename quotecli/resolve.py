"""Attributions to quotes with speakers, by a short ordered list of named rules."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Attribution, Layout, Quote, Range


def resolve(layout: Layout, attributions: list[Attribution], grammar: Grammar) -> list[Quote]:
    """Name the speaker of each attribution."""
    out: list[Quote] = []
    last: str | None = None
    for one in attributions:
        candidate = one.candidate
        assert candidate
        text = layout.article.text
        source = layout.span(candidate.source) if candidate.source else None
        named = text[source[0] : source[1]] if source else None
        speaker = named or last
        last = speaker
        cue = layout.span(Range((candidate.cue.start, candidate.cue.stop)), candidate.cue.lead)
        spans = tuple(layout.span(part) for part in one.quote)
        out.append(
            Quote(
                layout.article.name, " … ".join(text[a:b] for a, b in spans), speaker, named, text[cue[0] : cue[1]],
                candidate.reading.verb.lemma, candidate.reading.verb.category, one.kind,
                "named" if named else "elided", candidate.construction.id, spans, cue, source,
            )
        )  # fmt: skip
    return out
