"""The only place where ties are broken: no two attributions claim the same words by mistake."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Attribution, Layout


def settle(layout: Layout, attributions: list[Attribution], grammar: Grammar) -> list[Attribution]:
    """Drop what another attribution says better, and what only looks like one."""
    by_words: dict[tuple[int, int], Attribution] = {}
    for one in attributions:
        words = (one.quote[0][0], one.quote[-1][1])
        if words not in by_words or _strength(one) > _strength(by_words[words]):
            by_words[words] = one
    kept = sorted(by_words.values(), key=lambda one: one.candidate.cue.start)
    speech = {at for one in kept if one.kind == "direct" for start, stop in one.quote for at in range(start, stop)}
    named = {layout.words[at] for one in kept if one.candidate.reading.mood != "colon" for at in _source(one)}
    sure = grammar.bits["offices"] | grammar.bits["offices-plural"] | grammar.bits["bodies"] | grammar.bits["titles"]
    return [
        one
        for one in kept
        if not (not one.candidate.source and one.candidate.cue.start in speech)
        and not (one.candidate.reading.mood == "colon" and not _known(one, layout, named, sure))
    ]


def _source(one: Attribution) -> range:
    return range(*one.candidate.source) if one.candidate.source else range(0)


def _known(one: Attribution, layout: Layout, named: set[str], sure: int) -> bool:
    """Whether what stands before a headline's colon is a speaker elsewhere too, or can be nothing else."""
    head = one.candidate.source[0] if one.candidate.source else 0
    return bool(layout.kinds[head] & sure) or layout.words[head] in named


def _strength(one: Attribution) -> int:
    return bool(one.candidate.source)
