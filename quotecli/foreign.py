"""Words of a name that are spelled like a complementizer, a conjunction or a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count

from quotecli.grammar import Grammar
from quotecli.hamza import below

_NAME = 5
"""Words in the name of somebody who says something."""


def read_names(
    words: Sequence[str], starts: Sequence[int], text: str, kinds: list[int], grammar: Grammar
) -> None:
    """Take from the ``kinds`` of such words, in place, all that they are by their spelling alone."""
    bit = grammar.bits
    for at, last in _foreign(words, grammar):
        to = words[at].startswith(grammar.letters["preposition-to"])
        kinds[at : last + 1] = [kind & (bit["agencies"] | bit["outlets"]) for kind in kinds[at : last + 1]]
        kinds[at] |= bit["agencies"] | bit["prepositions-bound"] | bit["bound-to"] if to else 0
    known = bit["complementizers"] | bit["name-particles"] | bit["finite-verbs"]
    places = [at for at, kind in enumerate(kinds[:-1]) if kind & known]
    for at in _families(places, words, kinds, grammar):
        kinds[at] = bit["given-names-masculine"]
    for at in _particles(places, words, kinds, grammar):
        if text.startswith(words[at], starts[at]):  # فإن has its hamza, the name has none
            kinds[at] = 0
    for at in [*_surnames(places, words, kinds, grammar)]:
        clause = kinds[at + 1] & grammar.bits["complementizers"]
        if not clause or below(text, starts[at + 1]):  # not: أضاف نود أن
            kinds[at] = 0


def _foreign(words: Sequence[str], grammar: Grammar) -> Iterator[tuple[int, int]]:
    """First and last word of foreign names in which one is spelled like a complementizer (شبكة سي إن إن)."""
    known = grammar.sequences["foreign-names"]
    for at in compress(count(), map(known.__contains__, words)):
        for length, names in known[words[at]]:
            if tuple(words[at : at + length]) in names:
                yield at, at + length - 1


def _families(
    places: Sequence[int], words: Sequence[str], kinds: Sequence[int], grammar: Grammar
) -> Iterator[int]:
    """Words spelled like a complementizer with a preposition that are a family name.

    After it stands another complementizer (قال بان إن) or a particle with the rest of the name (بان لي سور).
    """
    bit = grammar.bits
    comp, particle = bit["complementizers"], bit["name-particles"]
    for at in places:
        if not kinds[at] & comp or not words[at].startswith(grammar.letters["prepositions-joined"]):
            continue
        rest = words[at + 2 : at + 3]
        joins = kinds[at + 1] & particle and rest and not kinds[at + 2] and rest[0].isalpha()
        if kinds[at + 1] & comp or (joins and not rest[0].startswith(grammar.article)):
            yield at


def _particles(
    places: Sequence[int], words: Sequence[str], kinds: Sequence[int], grammar: Grammar
) -> Iterator[int]:
    """Words spelled like a conjunction that are part of a foreign name (سيلفان لو بير، قال فان هولم)."""
    bit = grammar.bits
    before, opener = bit["given-names"] | bit["leads"] | bit["reporting"], bit["openers"]
    particle = bit["name-particles"]
    for at in places:
        if not (at and kinds[at] & particle and kinds[at] & opener):
            continue
        follows = not kinds[at - 1] or kinds[at - 1] & before
        named = (follows and not kinds[at + 1]) or (kinds[at + 1] & particle and not kinds[at + 1] & opener)
        if named and words[at + 1].isalpha() and not words[at + 1].startswith(grammar.article):
            yield at


def _surnames(
    places: Sequence[int], words: Sequence[str], kinds: Sequence[int], grammar: Grammar
) -> Iterator[int]:
    """Words spelled like a verb that end the name of who says it (قال سالم ويلي إن، قال يان هولمر، مدير)."""
    bit, joined = grammar.bits, grammar.letters["conjunctions-joined"]
    verb, says, name = bit["finite-verbs"], bit["reporting"], bit["given-names"] | bit["not-speakers"]
    ends = bit["commas"] | bit["complementizers"]
    for at in places:
        if not at or not kinds[at] & verb or kinds[at] & says:
            continue
        first = at - 1
        while at - first < _NAME and first and not kinds[first] & ~name and words[first].isalpha():
            first -= 1
        named = at - first > 1 and words[at].startswith(joined) and kinds[at + 1] & bit["leads"]
        if kinds[first] & says and (kinds[at + 1] & ends or named):
            yield at
