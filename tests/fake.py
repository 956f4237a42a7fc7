"""The command line with a toy in the engine's place: every line is a quote, «name: words» names its speaker.

For tests of what stands around the engine: ``python tests/fake.py extract ...``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from quotecli import cli
from quotecli.model import Article, Quote

SCRIPT = str(Path(__file__).resolve())


def engine(article: Article) -> list[Quote]:
    if article.text.startswith("BUG"):
        raise ValueError("toy broken")
    return [_quote(article, found) for found in re.finditer(r"(?:([^:\r\n]+): )?([^\r\n]+)", article.text)]


def _quote(article: Article, found: re.Match[str]) -> Quote:
    named = found[1] is not None
    return Quote(
        file=article.name,
        quote=found[2],
        speaker=found[1],
        source=found[1],
        cue=":" if named else None,
        verb=None,
        category=None,
        kind="direct" if named else "indirect",
        speaker_by="named" if named else "none",
        pattern="toy",
        quote_spans=(found.span(2),),
        cue_span=(found.end(1), found.end(1) + 1) if named else None,
        source_span=found.span(1) if named else None,
    )


if __name__ == "__main__":
    cli._engine = lambda folders: engine
    sys.exit(cli.run(sys.argv[1:]))
