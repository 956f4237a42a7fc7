"""The only place where ties are broken: no two attributions claim the same words by mistake."""

from __future__ import annotations

from quotecli.model import Attribution


def settle(attributions: list[Attribution]) -> list[Attribution]:
    """Of two attributions that say the same words, keep the one whose cue has a source, else the first."""
    kept: list[Attribution] = []
    for one in attributions:
        rival = next((other for other in kept if _same_words(one, other)), None)
        if rival is None:
            kept.append(one)
        elif _strength(one) > _strength(rival):
            kept[kept.index(rival)] = one
    return kept


def _strength(one: Attribution) -> int:
    return bool(one.candidate and one.candidate.source)


def _same_words(one: Attribution, other: Attribution) -> bool:
    return one.quote[0][0] == other.quote[0][0] and one.quote[-1][1] == other.quote[-1][1]
