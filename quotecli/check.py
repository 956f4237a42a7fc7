"""Pattern files checked: they load, and every example in them comes out as it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from quotecli.errors import Fault, PatternError
from quotecli.grammar import Example, Grammar
from quotecli.load import load
from quotecli.model import Article, Quote
from quotecli.pipeline import extract


def check(*folders: Path) -> tuple[list[Fault], int]:
    """Check the built-in patterns and those in ``folders``.

    Returns the faults, in file order, and the number of examples that were run; examples run only once
    every file loads.
    """
    try:
        grammar = load(*folders)
    except PatternError as error:
        return list(error.faults), 0
    return sorted(fault for example in grammar.examples for fault in _run(example, grammar)), len(
        grammar.examples
    )


def _run(example: Example, grammar: Grammar) -> Iterator[Fault]:
    for problem in problems(example, grammar):
        yield Fault(example.place.file, example.place.line, 1, f"{example.entry}: {problem}")


def problems(example: Example, grammar: Grammar) -> list[str]:
    """What is wrong with an example, in words; one that is marked todo must have something wrong with it."""
    found = list(_differences(example, extract(Article("example", example.text), grammar)))
    if not example.todo:
        return found
    return [] if found else ["marked todo, but it comes out right: take the mark away"]


def _differences(example: Example, found: list[Quote]) -> Iterator[str]:
    if not example.expected and found:
        yield f"nothing was to be found, found: {_show(found[0], ('cue', 'source', 'quote', 'pattern'))}"
    for wanted in example.expected:
        if not any(_fits(quote, wanted) for quote in found):
            nearest = max(found, key=lambda quote: _likeness(quote, wanted), default=None)
            instead = _show(nearest, (*wanted, "pattern")) if nearest else "nothing"
            yield f"wanted {_list(wanted)}, found {instead}"


def _fits(quote: Quote, wanted: Mapping[str, object]) -> bool:
    return all(getattr(quote, key) == value for key, value in wanted.items())


def _likeness(quote: Quote, wanted: Mapping[str, object]) -> int:
    return sum(getattr(quote, key) == value for key, value in wanted.items())


def _show(quote: Quote, keys: tuple[str, ...]) -> str:
    return _list({key: getattr(quote, key) for key in dict.fromkeys(keys)})


def _list(values: Mapping[str, object]) -> str:
    return ", ".join(
        f"{key} {value!r}" if value is None else f"{key} «{value}»" for key, value in values.items()
    )
