"""Whole articles: what is found in the examples is what their golden records say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.golden import EXAMPLES, records, written

ARTICLES = sorted(EXAMPLES.glob("*.txt"))
each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


def test_there_are_articles() -> None:
    assert len(ARTICLES) >= 8


@each_article
def test_records_are_golden(path: Path) -> None:
    text = path.with_suffix(".json").read_text(encoding="utf-8")
    golden, found = json.loads(text), records(path)
    assert [(r["cue"], r["quote"], r["speaker"]) for r in found] == [
        (r["cue"], r["quote"], r["speaker"]) for r in golden
    ]
    assert found == golden
    assert text == written(golden)


@each_article
def test_articles_are_of_a_size_to_read(path: Path) -> None:
    assert 120 <= len(path.read_text(encoding="utf-8").split()) <= 400
