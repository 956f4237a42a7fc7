"""The only place where ties are broken: no two attributions claim the same words by mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotecli.grammar import Grammar
from quotecli.model import Attribution, Layout
from quotecli.speaker import in_first_person


def settle(layout: Layout, attributions: Iterable[Attribution], grammar: Grammar) -> list[Attribution]:
    """Drop what another attribution says better, and what only looks like one."""
    kept = sorted(_distinct(attributions), key=lambda one: one.start)
    cues = {one.start for one in kept if one.candidate}
    kept = [one for one in kept if not (_said_again(one) and one.quote[0][0] in cues)]
    speech = {
        at for one in kept if one.kind == "direct" for start, stop in one.quote for at in range(start, stop)
    }
    pronoun = grammar.bits["complementizers"]
    starts = {one.quote[0][0] for one in kept}
    begun = {at for at in starts if layout.kinds[at] & pronoun}
    named = {word for one in kept if not _headline(one) for word in _names(one, layout, grammar)}
    return [
        one
        for one in kept
        if _stands(one, speech, begun) and (not _headline(one) or _known(one, layout, named, grammar))
    ]


def _distinct(attributions: Iterable[Attribution]) -> Iterable[Attribution]:
    """One attribution for the same words: the first that names its source, else the first.

    What somebody says according to another is said by both.
    """
    by_words: dict[tuple[int, int, bool], Attribution] = {}
    for one in attributions:
        words = one.quote[0][0], one.quote[-1][1], _according(one)
        if words not in by_words or (one.source and not by_words[words].source):
            by_words[words] = one
    return by_words.values()


def _said_again(one: Attribution) -> bool:
    """Whether a verb tells only that something is said again, which its noun says (جدد | دعوته إلى كذا)."""
    return (
        one.candidate is not None and one.candidate.nominal and one.candidate.reading.verb.category == "add"
    )


def _according(one: Attribution) -> bool:
    """Whether a source is named in an according-to phrase."""
    return one.candidate is not None and one.candidate.according and one.source is not None


def _stands(one: Attribution, speech: set[int], begun: set[int]) -> bool:
    """Whether the cue is the writer's.

    One without a source, in words said by somebody, is theirs; and so is one with which a clause begins that
    somebody says of himself (قال إنه يأمل أن).
    """
    if one.candidate is None or one.source is not None:
        return True
    cue = one.candidate.cue
    return one.start not in speech and not (one.candidate.reading.form.finite and cue.start - 1 in begun)


def _headline(one: Attribution) -> bool:
    return one.candidate is not None and one.candidate.reading.mood == "colon"


def _names(one: Attribution, layout: Layout, grammar: Grammar) -> Iterator[str]:
    """The words of a source by which a headline may name the same one; no place of an office (والي سوسة)."""
    bit = grammar.bits
    office = bit["offices"] | bit["offices-feminine"] | bit["administrations"]
    start, stop = one.source or (0, 0)
    for at in range(start, stop):
        of_office = at > start and layout.kinds[at - 1] & office
        if not of_office or layout.words[at - 1].startswith(grammar.article):
            yield layout.words[at]


def _known(one: Attribution, layout: Layout, named: set[str], grammar: Grammar) -> bool:
    """Whether what stands before a headline's colon is a speaker elsewhere too, or can be nothing else.

    A body may also be what the headline is about, unless a whole clause follows; a country always may, unless
    it speaks of itself.
    """
    if in_first_person(layout, grammar, one.quote[0][0]):
        return True
    bit, head = grammar.bits, one.source[0] if one.source else 0
    sure = bit["offices"] | bit["offices-plural"] | bit["titles"] | bit["sources"]
    clause = any(layout.kinds[at] & bit["finite"] for start, stop in one.quote for at in range(start, stop))
    states = layout.kinds[head] & (sure | bit["bodies"] if clause else sure)
    place = layout.kinds[head] & bit["countries"] and one.source and one.source[1] - head == 1
    return bool(states) or (layout.words[head] in named and not place)
