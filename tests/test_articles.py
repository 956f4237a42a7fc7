"""The small articles of data/articles.yaml: who speaks, where each quote ends, and what is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from quotecli import Quote, extract

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "articles.yaml").read_text(encoding="utf-8")
)


def case_id(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["todo"])] if "todo" in case else []
    return pytest.param(case, id=case["about"], marks=marks)


def fits(quote: Quote, wanted: dict[str, Any]) -> bool:
    return all(getattr(quote, key) == value for key, value in wanted.items())


def shown(quote: Quote, keys: tuple[str, ...] = ("cue", "source", "quote", "speaker")) -> dict[str, Any]:
    return {key: getattr(quote, key) for key in keys}


@pytest.mark.parametrize("case", [case_id(case) for case in CASES])
def test_article(case: dict[str, Any]) -> None:
    found = extract(case["text"])
    for wanted in case["quotes"]:
        matching = [quote for quote in found if fits(quote, wanted)]
        assert matching, (wanted, [shown(quote, tuple({**shown(quote), **wanted})) for quote in found])
    if case.get("only") or not case["quotes"]:
        assert len(found) == len(case["quotes"]), [shown(quote) for quote in found]


def test_cases_are_well_formed() -> None:
    assert {key for case in CASES for key in case} <= {"about", "text", "quotes", "only", "todo"}
    fields = {key for case in CASES for wanted in case["quotes"] for key in wanted}
    assert fields <= set(Quote.__dataclass_fields__)
    assert len({case["about"] for case in CASES}) == len(CASES)
