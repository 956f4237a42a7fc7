"""Quotations and sentences of the texts in data/segments.yaml, and the shape of every layout."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quotecli.load import load
from quotecli.model import Article, Layout, Quotation, Range
from quotecli.normalize import normalize
from quotecli.segment import segment

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "segments.yaml").read_text(encoding="utf-8")
)
PIECES = [
    "كلمة",
    "و",
    "د",
    "bi",
    "5",
    "1.5",
    *"«»“”‘’„‹›\"'().،:؟!…\n\r \u200f\u064f",
    "((",
    "))",
    "''",
    "..",
    "\u2028",
]
GRAMMAR = load()


def cut(text: str) -> Layout:
    return segment(Article("-", text), normalize(text), GRAMMAR)


def words(layout: Layout, quotation: Quotation) -> str | list[str]:
    """A quotation as the data file writes it."""
    text = layout.article.text
    spans = [layout.span(part) for part in quotation.inside]
    texts = [text[start:end] for start, end in spans]
    if len(texts) > 1:
        return texts
    return texts[0] if quotation.closed else f"open {texts[0]}"


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["todo"])] if "todo" in case else []
    return pytest.param(case, id=case["about"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_texts_are_cut_as_stated(case: dict[str, Any]) -> None:
    layout = cut(case["text"])
    assert "quotations" in case or "sentences" in case
    if "quotations" in case:
        found = [words(layout, quotation) for _, quotation in sorted(layout.quotations.items())]
        assert found == case["quotations"]
    if "sentences" in case:
        spans = [layout.span(Range((one.start, one.stop))) for one in layout.sentences]
        assert [case["text"][start:end] for start, end in spans] == case["sentences"]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_every_layout_has_its_shape(text: str) -> None:
    layout = cut(text)
    size = len(layout.words)
    assert len(layout.starts) == len(layout.ends) == len(layout.kinds) == size
    assert all(start < end for start, end in zip(layout.starts, layout.ends, strict=True))
    assert all(end <= start for end, start in zip(layout.ends, layout.starts[1:], strict=False))
    assert [at for start, stop in layout.paragraphs for at in range(start, stop)] == list(range(size))
    for sentence in layout.sentences:
        start, stop = layout.paragraphs[sentence.paragraph]
        assert sentence.start < sentence.stop <= stop
        assert start <= sentence.start or led_on(layout, start)
    assert all(one.stop <= other.start for one, other in pairwise(layout.sentences))
    for at, quotation in layout.quotations.items():
        check(layout, at, quotation)


def led_on(layout: Layout, start: int) -> bool:
    """A paragraph that opens with a quotation after a colon belongs to the sentence before it."""
    return layout.words[start - 1] in {":", "："} and start in layout.quotations


def check(layout: Layout, at: int, quotation: Quotation) -> None:
    """A quotation lies between its marks, its parts in order and each in a paragraph of its own."""
    assert at == quotation.open < quotation.close <= len(layout.words)
    assert quotation.close < len(layout.words) or not quotation.closed
    assert quotation.inside
    assert quotation.open < quotation.inside[0][0]
    assert quotation.inside[-1][1] <= quotation.close
    assert all(start < stop for start, stop in quotation.inside)
    assert all(one[1] <= other[0] for one, other in pairwise(quotation.inside))
    homes = [
        n
        for part in quotation.inside
        for n, (a, b) in enumerate(layout.paragraphs)
        if a <= part[0] < part[1] <= b
    ]
    assert len(homes) == len(set(homes)) == len(quotation.inside)


@pytest.mark.parametrize("mark", [*'«»“”‘’"', "((", "))", "''"])
@pytest.mark.parametrize("around", ["{}", "{} ", " كلمة {}كلمة.", "كلمة{} ", "{}كلمة.\n", "{}\n"])
def test_marks_that_never_close_are_cut_quickly(mark: str, around: str) -> None:
    text = around.format(mark) * 10_000
    layout = cut(text)
    assert all(quotation.open < quotation.close for quotation in layout.quotations.values())
