"""The built-in patterns: every example comes out as it says, and every entry has the examples it needs."""

from __future__ import annotations

from collections import Counter

import pytest

from quotecli.check import problems
from quotecli.grammar import Construction, Example, Verb
from quotecli.load import load

GRAMMAR = load()
EXAMPLES = GRAMMAR.examples
HITS = Counter(example.entry for example in EXAMPLES if example.expected and not example.todo)
NEAR_MISSES = Counter(example.entry for example in EXAMPLES if not example.expected)


def name(example: Example) -> str:
    return f"{example.entry}:{example.place.line}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_example(example: Example) -> None:
    assert not problems(example, GRAMMAR)


@pytest.mark.parametrize("verb", GRAMMAR.verbs, ids=lambda verb: verb.id)
def test_every_verb_and_phrase_has_an_example(verb: Verb) -> None:
    wanted = NEAR_MISSES if verb.category == "boilerplate" else HITS
    assert wanted[verb.id]


@pytest.mark.parametrize("construction", GRAMMAR.constructions, ids=lambda construction: construction.id)
def test_every_construction_has_examples_and_a_near_miss(construction: Construction) -> None:
    assert HITS[construction.id] >= 2
    assert NEAR_MISSES[construction.id]


def test_there_are_many_verbs() -> None:
    assert sum(form.forms[0].mood not in {"phrase", "colon"} for form in GRAMMAR.verbs) >= 160
