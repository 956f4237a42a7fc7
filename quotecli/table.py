"""Quotes as a table for people to read."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich import box
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from quotecli.model import Quote
from quotecli.terminal import printable

_ISOLATE, _POP = "\u2067", "\u2069"
_JOINER = "\u200d"
_PIPE_WIDTH = 100


def table(quotes: Iterable[Quote], out: TextIO) -> None:
    """Write ``quotes`` to ``out`` as a table as wide as the terminal, or COLUMNS, or 100."""
    rows = list(quotes)
    if not rows:
        return
    console = _console(out)
    with console.capture() as rendered:
        console.print(_filled(rows, _reorders(out)))
    out.write(rendered.get())


def _console(out: TextIO) -> Console:
    columns = os.environ.get("COLUMNS", "")
    width = None if out.isatty() else int(columns) if columns.isdecimal() else _PIPE_WIDTH
    return Console(file=out, width=width, highlight=False, emoji=False, markup=False)


def _reorders(out: TextIO) -> bool:
    """Whether the terminal would turn a whole line round and must be told where each cell ends.

    mlterm and Konsole do better without.
    """
    return out.isatty() and not os.environ.keys() & {"MLTERM", "KONSOLE_VERSION"}


def _filled(rows: list[Quote], isolate: bool) -> Table:
    many = len({row.file for row in rows}) > 1
    grid = Table(box=box.HORIZONTALS, show_lines=True)
    if many:
        grid.add_column("file", ratio=3)
    grid.add_column("speaker", ratio=4)
    grid.add_column("cue", ratio=2)
    grid.add_column("kind", min_width=8)
    grid.add_column("quote", ratio=10)
    for row in rows:
        cells = (row.file,) * many + (row.speaker or "—", row.cue or "—", row.kind, row.quote)
        grid.add_row(*(_Cell(cell, isolate) for cell in cells))
    return grid


class _Cell:
    """Text from an article: never markup, each line of an Arabic one isolated and flush right."""

    def __init__(self, text: str, isolate: bool) -> None:
        # rich counts a joiner as wrongly as it can; without it letters are only drawn less well.
        self.text = Text(printable(text).replace(_JOINER, ""), overflow="fold")
        self.arabic = any(unicodedata.bidirectional(char) == "AL" for char in text)
        self.isolate = isolate and self.arabic

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for line in self.text.wrap(console, options.max_width):
            line.rstrip()
            margin = " " * (options.max_width - line.cell_len) if self.arabic else ""
            words = f"{_ISOLATE}{line.plain}{_POP}" if self.isolate else line.plain
            yield Segment(margin + words)
            yield Segment.line()
