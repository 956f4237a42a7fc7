"""The lists that the engine names are the lists that it asks for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from quotecli.before import Left
from quotecli.lists import DERIVED, GROUPS, LETTERS, LISTS, SEQUENCES
from quotecli.load import load
from quotecli.model import Article
from quotecli.normalize import normalize
from quotecli.segment import segment
from quotecli.slots import LEFT

PACKAGE = Path(__file__).parents[1] / "quotecli"
ASKED = {"bit", "bits", "letters", "nouns"}


def asked(holders: set[str]) -> Iterator[str]:
    """The names in ``bit["..."]`` and the like, and in ``lexicon.words("...")``."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript):
                holder, key = node.value, node.slice
            elif isinstance(node, ast.Call) and node.args:
                holder, key = node.func, node.args[0]
            else:
                continue
            name = holder.attr if isinstance(holder, ast.Attribute) else getattr(holder, "id", "")
            if name in holders and isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value


def test_lists_are_those_asked_for() -> None:
    wanted = set(asked(ASKED | {"words"})).union(*GROUPS.values())
    assert wanted - GROUPS.keys() - set(DERIVED) | set(SEQUENCES[1:]) == set(LISTS)


def test_letters_are_those_asked_for() -> None:
    assert set(asked({"letters"})) == set(LETTERS)


def test_every_group_is_asked_for() -> None:
    assert set(asked(ASKED)).union(*GROUPS.values()) >= GROUPS.keys() | set(DERIVED)


def test_every_left_slot_is_matched() -> None:
    grammar = load()
    layout = segment(Article("-", ""), normalize(""), grammar)
    assert set(Left(layout, grammar, None)._slots) == LEFT - {"aside*"}  # type: ignore[arg-type]


def test_a_list_among_words_stands_for_the_expressions_that_its_parts_make(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    words = "[ثم, [من, [جانبه, جهته]], [[في هذا, بهذا], الصدد]]"
    (tmp_path / "words" / "mine.yaml").write_text(f"- list: continuations\n  words: {words}\n", "utf-8")
    known = load(tmp_path).sequences["continuations"]
    assert {rest for first in ("من", "في", "بهذا") for _, found in known[first] for rest in found} == {
        ("من", "جانبه"),
        ("من", "جهته"),
        ("في", "هذا", "الصدد"),
        ("بهذا", "الصدد"),
    }
