"""The hamza on an alef, once that is folded: words of the lists that only it tells apart (إمام, أمام)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import cast

from quotecli.normalize import HAMZA_BELOW, plain, spell_all
from quotecli.schema import Entry


def apart(
    entries: Mapping[str, Entry], bits: Mapping[str, int], leads: Iterable[str]
) -> dict[str, dict[str, int]]:
    """By folded word, a conjunction before it or not, and by its alef as written: the lists it is not in."""
    written: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name, entry in entries.items():
        words = cast(tuple[str, ...], entry.values["words"])
        for word, folded in zip(words, spell_all(words), strict=True):
            if name in bits and plain(word[:1]) != word[:1]:
                written[folded][word[0]] |= bits[name]
    return {
        lead + word: {letter: reduce(or_, by_letter.values()) & ~own for letter, own in by_letter.items()}
        for word, by_letter in written.items()
        if len(by_letter) > 1 and len(set(by_letter.values())) > 1
        for lead in leads
    }


def below(text: str, at: int) -> bool:
    """Whether an alef is written with its hamza below it, as in قال إن and not in نود أن."""
    return text.startswith(HAMZA_BELOW, at)
