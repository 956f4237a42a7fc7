"""What the README shows is what happens: its console blocks are run and compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quotecli.check import check
from quotecli.load import load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATH = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands() -> list[tuple[str, str]]:
    """Each command after ``$``, and what the README says it prints."""
    return [
        (command, output)
        for block in blocks("console")
        for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


@pytest.mark.skipif(not shutil.which("quotecli", path=PATH), reason="quotecli is not installed")
@pytest.mark.parametrize(("command", "output"), commands())
def test_console_blocks(command: str, output: str) -> None:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={**os.environ, "PATH": PATH, "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
    )
    lines = [line.rstrip() for line in done.stdout.decode().splitlines()]
    shown = [line.rstrip() for line in output.splitlines()]
    if shown and shown[-1] == "...":
        shown.pop()
        lines = lines[: len(shown)]
    assert lines == shown


def test_there_are_two_commands_to_copy() -> None:
    install, test = blocks("bash")
    for command in (install, test):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
        assert command.count("\n") == 1
    assert "quotecli extract" in install
    assert "pytest" in test


def test_the_verb_to_copy_is_right_and_new(tmp_path: Path) -> None:
    (block,) = blocks("yaml")
    (tmp_path / "verbs").mkdir()
    (tmp_path / "verbs" / "mine.yaml").write_text(block, encoding="utf-8")
    assert check(tmp_path)[0] == []
    (new,) = load(tmp_path).verbs[len(load().verbs) :]
    assert new.place.file == str(tmp_path / "verbs" / "mine.yaml")
