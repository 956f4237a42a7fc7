"""Write the golden records beside the example articles anew, on purpose.

usage: python -m tests.golden

Read the difference in git before you commit it: every change is a change in what users get.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import quotecli

EXAMPLES = Path(__file__).parents[1] / "examples"


def records(path: Path) -> list[dict[str, object]]:
    """What ``quotecli extract examples/NAME.txt --format json`` prints."""
    text = path.read_bytes().decode("utf-8")
    found = quotecli.extract(text, file=f"examples/{path.name}")
    loaded: list[dict[str, object]] = json.loads(json.dumps([asdict(quote) for quote in found]))
    return loaded


def written(found: list[dict[str, object]]) -> str:
    """Records as they stand in NAME.json, one a line."""
    lines = ",\n".join(" " + json.dumps(record, ensure_ascii=False) for record in found)
    return f"[\n{lines}\n]\n"


def main() -> None:
    """Write NAME.json for each NAME.txt."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        path.with_suffix(".json").write_text(written(records(path)), encoding="utf-8")


if __name__ == "__main__":
    main()
