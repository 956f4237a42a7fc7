"""Quotes → table, JSON, JSON Lines or CSV, one by one as they come."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from operator import attrgetter
from typing import TextIO

from quotecli.model import Quote, Span
from quotecli.terminal import printable

_COLUMNS = tuple(field.name for field in fields(Quote))
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def emit(quotes: Iterable[Quote], form: str, out: TextIO, *, bom: bool = False) -> None:
    """Write ``quotes`` to ``out`` as ``form``: table, json, jsonl or csv.

    ``bom`` puts a byte order mark before CSV, without which Excel takes Arabic for Latin-1. Raises OSError
    if ``out`` cannot be written.
    """
    if form == "table":
        # rich takes longer to import than a short article to read.
        from quotecli.table import table

        table(quotes, out)
    elif form == "csv":
        _csv(quotes, out, bom)
    elif form == "json":
        _json(quotes, out)
    else:
        _jsonl(quotes, out)


def _json(quotes: Iterable[Quote], out: TextIO) -> None:
    encode = _encoder()
    before = "[\n"
    for quote in quotes:
        out.write(before + encode(quote))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def _jsonl(quotes: Iterable[Quote], out: TextIO) -> None:
    encode = _encoder()
    for quote in quotes:
        out.write(encode(quote) + "\n")


def _encoder() -> Callable[[Quote], str]:
    """A function from a quote to its JSON object on one line.

    Line separators that ``str.splitlines`` cuts at, controls and bidi overrides are escaped: the value is
    the same, and the line is safe to cut and to show.
    """
    import json

    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    values = attrgetter(*_COLUMNS)
    unsafe = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

    def line(quote: Quote) -> str:
        text = encode(dict(zip(_COLUMNS, values(quote), strict=True)))
        return unsafe.sub(lambda char: f"\\u{ord(char[0]):04x}", text)

    return line


def _csv(quotes: Iterable[Quote], out: TextIO, bom: bool) -> None:
    import csv

    if bom:
        out.write("\ufeff")
    shown = printable if out.isatty() else str
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for quote in quotes:
        writer.writerow([shown(_cell(getattr(quote, column))) for column in _COLUMNS])


def _cell(value: str | Span | tuple[Span, ...] | None) -> str:
    if not value:
        return ""
    if isinstance(value, str):
        # A spreadsheet would run it as a formula; the bare - is the name of standard input.
        return f"'{value}" if value.startswith(_FORMULA) and value != "-" else value
    spans = value if isinstance(value[0], tuple) else (value,)
    return ";".join(f"{start}-{end}" for start, end in spans)
