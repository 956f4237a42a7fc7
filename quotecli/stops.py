"""The marks that end a sentence, told from those of abbreviations, decimals and headlines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from quotecli.category import ACCORDING
from quotecli.grammar import Grammar
from quotecli.model import HEADLINE, Layout

_ACCORDING = 8
"""Words at most of an according-to phrase that stands between two full stops."""


def stops(layout: Layout, glued: bytearray, grammar: Grammar) -> list[int]:
    """The tokens that end a sentence."""
    ends = grammar.bits["sentence-ends"]
    found = [at for at, kind in enumerate(layout.kinds) if kind & ends]
    titles = list(_headlines(layout, grammar))
    found = [at for at in found if not (at in titles or _abbreviated(layout, at, glued, grammar))]
    found = [at for at in found if not _shares(layout, at, grammar)]
    return [at for at, after in zip_longest(found, found[1:]) if not _goes_on(layout, at, after, grammar)]


def _headlines(layout: Layout, grammar: Grammar) -> Iterator[int]:
    """The dots that only part what a headline quotes (الوزير: الأسعار ستنخفض.. والرواتب سترتفع)."""
    kinds, ends, colon = layout.kinds, grammar.bits["sentence-ends"], grammar.bits["colons"]
    for start, stop in layout.paragraphs:
        if stop - start <= HEADLINE and not kinds[stop - 1] & ends:
            opened = next((at for at in range(start, stop) if kinds[at] & colon), stop)
            yield from (at for at in range(opened, stop) if layout.words[at] == "..")


def _shares(layout: Layout, at: int, grammar: Grammar) -> bool:
    """Whether two dots are a comma, as a participle goes on (زار المخيم.. مؤكدا أن)."""
    goes_on = layout.words[at] == ".." and at + 1 < len(layout.kinds)
    return goes_on and bool(layout.kinds[at + 1] & grammar.bits["reporting-participles"])


def _goes_on(layout: Layout, at: int, after: int | None, grammar: Grammar) -> bool:
    """Whether an according-to phrase is all that stands before the next stop (قتل عشرة. حسب الوكالة.)."""
    words, kinds, bit = layout.words, layout.kinds, grammar.bits
    if after is None or not 2 < after - at <= _ACCORDING or words[at + 1] not in grammar.phrases:
        return False
    according = any(
        reading.verb.category == ACCORDING and tuple(words[at + 2 : at + 2 + len(rest)]) == rest
        for rest, reading in grammar.phrases[words[at + 1]]
    )
    if not according or any(start == at + 1 for start, _ in layout.paragraphs):
        return False
    clause = bit["pauses"] | bit["colons"] | bit["complementizers"]
    return not any(
        kinds[n] & clause or (kinds[n] & bit["finite"] and not kinds[n - 1] & bit["as-what"])
        for n in range(at + 2, after)
    )


def _abbreviated(layout: Layout, at: int, glued: bytearray, grammar: Grammar) -> bool:
    """A full stop after a single letter (a title such as د.), or inside a name or an address."""
    words, kinds, bit = layout.words, layout.kinds, grammar.bits
    if not at:
        return False
    if glued[at + 1] and words[at - 1].isdigit() and words[at + 1 : at + 2][0].isdigit():
        return words[at] == "."  # a decimal, torn apart (46 .1%)
    if words[at] != "." or at + 1 >= len(words) or not words[at - 1].isalpha():
        return False
    if not glued[at]:
        return _loose(layout, at, glued, grammar)
    before, after = words[at - 1], words[at + 1]
    if len(before) <= 2 and at > 2 and words[at - 2] == "." and len(words[at - 3]) <= 2 and glued[at - 1]:
        return after.isalpha()  # the last of an abbreviation (قال تي.آي. إن)
    if len(before) == 1 or (len(before) == 2 and before[0] in grammar.letters["conjunctions-joined"]):
        return True
    if not glued[at + 1] or before[-1].isascii() or not after.isalpha():
        return bool(glued[at + 1]) and before[-1].isascii() and after[0].isascii()
    # A short word may also be the first of the next sentence, the space forgotten.
    short, other = len(before) <= 2, len(after) <= 2
    starter = kinds[at + 1] & (
        bit["prepositions"] | bit["negatives"] | bit["conjunctions"] | bit["particles"]
    )
    return (short and (other or not kinds[at - 1])) or (other and not starter)


def _loose(layout: Layout, at: int, glued: bytearray, grammar: Grammar) -> bool:
    """A full stop set apart from the letter before it (قال د . سالم، قال د .سالم)."""
    before, after = layout.words[at - 1], layout.words[at + 1]
    opens = layout.kinds[at + 1] & (grammar.bits["finite"] | grammar.bits["conjunctions"])
    title = len(before) == 1 and at > 1 and not glued[at - 1] and after.isalpha() and not opens
    return title and not after.startswith(grammar.letters["conjunctions-joined"])
