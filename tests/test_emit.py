"""Output: the same record in four forms, and nothing from an article that could do harm."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from quotecli.emit import emit
from quotecli.model import Quote
from quotecli.sink import sink

QUOTE = Quote(
    file="a.txt",
    quote="المدارس ستفتح غدا … بلا استثناء",
    speaker="سهام القيسي",
    source="الوزيرة",
    cue="قالت",
    verb="قال",
    category="say",
    kind="direct",
    speaker_by="common-noun",
    pattern="verb-source-quote",
    quote_spans=((3, 20), (30, 42)),
    cue_span=(0, 2),
    source_span=None,
)
COLUMNS = ["file", "quote", "speaker", "source", "cue", "verb", "category", "kind", "speaker_by", "pattern"]
COLUMNS += ["quote_spans", "cue_span", "source_span"]
RLO, RLI, PDI = "\u202e", "\u2067", "\u2069"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MLTERM", "KONSOLE_VERSION", "COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def text(form: str, *quotes: Quote, out: io.StringIO | None = None, bom: bool = False) -> str:
    out = out or io.StringIO()
    emit(iter(quotes), form, out, bom=bom)
    return out.getvalue()


def said(words: str) -> Quote:
    return replace(QUOTE, quote=words)


def test_json_lines_hold_the_record_in_order() -> None:
    first, second = text("jsonl", QUOTE, QUOTE).splitlines()
    assert first == second
    assert list(json.loads(first)) == COLUMNS
    assert "سهام القيسي" in first
    assert first.endswith('"quote_spans": [[3, 20], [30, 42]], "cue_span": [0, 2], "source_span": null}')


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_array(count: int) -> None:
    written = text("json", *[QUOTE] * count)
    assert [list(record) for record in json.loads(written)] == [COLUMNS] * count
    assert written.endswith("]\n")


def test_json_lines_are_cut_nowhere_but_at_their_ends() -> None:
    words = "a\u2028b\u2029c\u0085d\x1be\x9bf\ng\x0bh\x0ci\x1cj" + RLO
    written = text("jsonl", said(words))
    assert len(written.splitlines()) == 1
    assert json.loads(written)["quote"] == words
    assert "\\u2028" in written
    assert not set(written) & set("\u2028\u2029\u0085\x1b\x9b" + RLO)


def test_csv_has_the_same_columns() -> None:
    header, row = csv.reader(io.StringIO(text("csv", QUOTE), newline=""))
    assert header == COLUMNS
    assert row[1:3] == [QUOTE.quote, QUOTE.speaker]
    assert row[-3:] == ["3-20;30-42", "0-2", ""]


def test_csv_begins_with_a_mark_only_if_asked() -> None:
    assert text("csv", bom=True) == "\ufeff" + text("csv")
    assert text("jsonl", bom=True) == ""


@pytest.mark.parametrize("first", "=+-@\t\r")
def test_csv_cells_are_never_formulas(first: str) -> None:
    _, row = csv.reader(io.StringIO(text("csv", said(f'{first}HYPERLINK("x")')), newline=""))
    assert row[1] == f'\'{first}HYPERLINK("x")'


def test_csv_leaves_harmless_cells_alone() -> None:
    words = 'قال "نعم", ثم\r\nمضى = -1'
    row = list(csv.reader(io.StringIO(text("csv", replace(said(words), file="-")), newline="")))[1]
    assert row[:2] == ["-", words]


def test_csv_on_a_terminal_is_harmless() -> None:
    assert "a\\x1b[31mb\\u202ec" in text("csv", said(f"a\x1b[31mb{RLO}c"), out=Terminal())


def test_table_in_a_pipe_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    written = text("table", said("المدارس " * 40))
    assert {"speaker", "cue", "kind", "quote"} <= set(written.split())
    assert "file" not in written.split()
    assert max(map(len, written.splitlines())) == 100
    assert not set(written) & {RLI, PDI, "\x1b"}
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, text("table", QUOTE).splitlines())) == 60


def test_table_names_files_if_there_are_several() -> None:
    written = text("table", QUOTE, replace(QUOTE, file="b.txt", speaker=None, cue=None))
    assert {"file", "a.txt", "b.txt", "—"} <= set(written.split())


def test_table_without_quotes_is_nothing() -> None:
    assert text("table") == ""


def test_table_isolates_each_line_of_an_arabic_cell() -> None:
    lines = text("table", said("CNN تقول " + "المدارس " * 40), out=Terminal()).splitlines()
    wrapped = [line for line in lines if "المدارس" in line]
    assert len(wrapped) > 2
    for line in wrapped:
        assert line.count(RLI) == line.count(PDI) > 0
        assert line.rstrip().endswith(PDI)
    assert any(f"{RLI}CNN" in line for line in wrapped)
    assert not any(RLI + " " in line for line in lines)


def test_table_leaves_latin_cells_alone() -> None:
    assert RLI not in text("table", replace(QUOTE, quote="Yes", speaker="Ann", cue=":"), out=Terminal())


@pytest.mark.parametrize("name", ["MLTERM", "KONSOLE_VERSION"])
def test_table_leaves_terminals_alone_that_know_better(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "1")
    assert RLI not in text("table", QUOTE, out=Terminal())


def test_table_shows_controls_and_markup_as_they_are() -> None:
    written = text("table", said(f"[/x] [red]a[/red] :smile: \x1b]0;t\x07 \x9b1m {RLO}b\u2066\r\nc\td"))
    assert "[/x] [red]a[/red] :smile: \\x1b]0;t\\x07" in written
    assert "\\x9b1m \\u202eb\\u2066" in written
    assert not set(written) & set("\x1b\x07\x9b\r\t\u2066" + RLO)


def test_table_drops_joiners() -> None:
    assert "1445 ه" in text("table", said("1445 ه\u200d"))
    assert "\u200d" not in text("table", said("1445 ه\u200d"))


@pytest.mark.parametrize("width", [1, 20, 40, 200])
def test_table_of_any_width(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert text("table", said("كلمة🙂طويلة" * 50))


def test_sink_replaces_the_file_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    path.chmod(0o640)
    with sink(path) as out:
        out.write("\ud800 جديد\r\n")
        assert path.read_text() == "old"
    assert path.read_bytes() == "\\ud800 جديد\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["out.jsonl"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_sink_leaves_the_old_file_on_failure(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    with pytest.raises(error), sink(path) as out:
        out.write("new")
        raise error
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_sink_follows_links(tmp_path: Path) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to("real.jsonl")
    with sink(link) as out:
        out.write("new")
    assert link.is_symlink()
    assert (tmp_path / "real.jsonl").read_text() == "new"


def test_sink_does_not_replace_devices() -> None:
    with sink(Path(os.devnull)) as out:
        out.write("new")
    assert not Path(os.devnull).is_file()


def test_sink_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "out.jsonl"
    with pytest.raises(FileNotFoundError) as caught, sink(path):
        pass
    assert caught.value.filename == str(path)
