"""The house rules that a machine can check."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from repeats import ambiguous

PACKAGE = Path(__file__).parents[1] / "quotecli"
MODULES = sorted(PACKAGE.rglob("*.py"))
STAGES = {"read", "normalize", "segment", "cue", "match", "delimit", "settle", "resolve", "emit"}
HOMES = {"click": {"cli"}, "yaml": {"load"}, "rich": {"table"}}
KNOW_ARABIC = {"normalize", "inflect"}
MAX_MODULE = {"inflect": 261}
MAX_FUNCTION = 30

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Everything imported, lazily or not: top-level packages, and modules of this package by bare name."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name}:{node.lineno}: write the import from the top of the package"
            found.add(node.module or "")
            if node.module == "quotecli":
                found |= {f"quotecli.{alias.name}" for alias in node.names}
    return {name.removeprefix("quotecli.").split(".")[0] for name in found}


def strings(path: Path) -> Iterator[ast.Constant]:
    """String literals that are not documentation."""
    module = tree(path)
    prose = {node.value for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in prose:
            yield node


def is_arabic(char: str) -> bool:
    code = ord(char)
    return char.isalpha() and (0x600 <= code < 0x900 or 0xFB50 <= code < 0xFE00 or 0xFE70 <= code < 0xFF00)


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines without the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def test_stages_never_import_each_other() -> None:
    crossings = {
        f"{path.stem} imports {other}"
        for path in MODULES
        for other in imports(path) & STAGES
        if path.stem in STAGES and other != path.stem
    }
    assert not crossings


def test_only_the_ends_know_the_order() -> None:
    for path in MODULES:
        if path.stem not in {"__init__", "check", "cli"}:
            assert "pipeline" not in imports(path), path
        if path.stem != "__main__":
            assert "cli" not in imports(path), path


@each_module
def test_libraries_stay_at_home(path: Path) -> None:
    for library, homes in HOMES.items():
        assert path.stem in homes or library not in imports(path)


@each_module
def test_arabic_belongs_in_patterns(path: Path) -> None:
    if path.stem not in KNOW_ARABIC:
        assert not [node.lineno for node in strings(path) if any(map(is_arabic, str(node.value)))]


@each_module
def test_modules_and_functions_are_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_MODULE.get(path.stem, 200)
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]
    assert not [(node.name, body_length(node)) for node in functions if body_length(node) > MAX_FUNCTION]


@each_module
def test_regular_expressions_take_linear_time(path: Path) -> None:
    if imports(path) & {"re", "regex"}:
        assert not [node.lineno for node in strings(path) if ambiguous(str(node.value))]


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:\s*w+){0,12}?",
        "(a+)*",
        "((a{2,}))+",
        "(?:[)]x*)+y(?:x+)+",
        "(?:(?:a*)b)*",
        "(?:a|b+)*",
        r"(?:\w\w+)+",
    ],
)
def test_ambiguous_repeats_are_seen(pattern: str) -> None:
    assert ambiguous(pattern)


@pytest.mark.parametrize(
    "pattern",
    [r"(?:\s*+w++){0,12}", "(?>a+)*", "(ab?)+", "a*b+", "(?:[+*]x){3}", r"(\(a\*)+", r"\d+(?:[.,]\d+)*|\w+"],
)
def test_other_repeats_are_let_be(pattern: str) -> None:
    assert not ambiguous(pattern)
