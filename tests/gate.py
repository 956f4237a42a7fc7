"""Extract from annotated articles, score the result, and fail if it is worse than agreed.

usage: gate.py SCORER ARTICLES LEAST

SCORER   program called as ``SCORER ARTICLES RECORDS.jsonl --json`` that prints figures as JSON
ARTICLES folder of annotated articles, NAME.txt each
LEAST    file of the least F1 that is accepted, such as quality.toml
"""

from __future__ import annotations

import configparser
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def main(scorer: str, articles: str, least: str) -> int:
    bounds = configparser.ConfigParser()  # reads this much TOML, and Python 3.10 has no tomllib
    bounds.read_string(Path(least).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        records = f"{folder}/records.jsonl"
        texts = sorted(map(str, Path(articles).glob("*.txt")))
        python([sys.executable, "-m", "quotecli", "extract", *texts, "-o", records])
        figures = json.loads(python([sys.executable, scorer, articles, records, "--json"]))
    failed = 0
    for name, bound in bounds["least"].items():
        measured = figures[name.removesuffix("_f1")]["f1"]
        failed += measured < float(bound)
        print(f"{name} {measured:.4f}, at least {float(bound):.4f}{'  TOO LOW' * (measured < float(bound))}")
    return 1 if failed else 0


def python(command: list[str]) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True).stdout


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
