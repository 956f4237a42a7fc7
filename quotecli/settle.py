"""The only place where ties are broken: no two attributions claim the same words by mistake."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Attribution, Layout


def settle(layout: Layout, attributions: list[Attribution], grammar: Grammar) -> list[Attribution]:
    """Drop what another attribution says better, and what only looks like one."""
    kept: list[Attribution] = []
    for one in attributions:
        rival = next((other for other in kept if _same_words(one, other)), None)
        if rival is None:
            kept.append(one)
        elif _strength(one) > _strength(rival):
            kept[kept.index(rival)] = one
    speech = [part for one in kept if one.kind == "direct" for part in one.quote]
    named = {layout.words[at] for one in kept if one.candidate.reading.mood != "colon" for at in _source(one)}
    sure = grammar.bits["offices"] | grammar.bits["offices-plural"] | grammar.bits["bodies"] | grammar.bits["titles"]
    return [
        one
        for one in kept
        if not _within(one, speech)
        and not (one.candidate.reading.mood == "colon" and not _known(one, layout, named, sure))
    ]


def _source(one: Attribution) -> range:
    return range(*one.candidate.source) if one.candidate.source else range(0)


def _within(one: Attribution, speech: list[tuple[int, int]]) -> bool:
    """A verb without a source inside somebody's own words names nobody."""
    at = one.candidate.cue.start
    return not one.candidate.source and any(start <= at < stop for start, stop in speech)


def _known(one: Attribution, layout: Layout, named: set[str], sure: int) -> bool:
    """Whether what stands before a headline's colon is a speaker elsewhere too, or can be nothing else."""
    head = one.candidate.source[0] if one.candidate.source else 0
    return bool(layout.kinds[head] & sure) or layout.words[head] in named


def _strength(one: Attribution) -> int:
    return bool(one.candidate.source)


def _same_words(one: Attribution, other: Attribution) -> bool:
    return one.quote[0][0] == other.quote[0][0] and one.quote[-1][1] == other.quote[-1][1]
