"""The command line: what goes where, and the exit code for everything that can go wrong."""

from __future__ import annotations

import csv
import gzip
import importlib.util
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import fake
import pytest

from quotecli import __version__, cli
from quotecli.errors import Fault, PatternError

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))
SAID = "سهام القيسي: المدارس ستفتح غدا\r\nنهاية الخبر\r\n"


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cli, "_engine", lambda folders: fake.engine)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(SAID.encode())
    return Path("a.txt")


def process(*args: str, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, fake.SCRIPT, *args], stderr=subprocess.PIPE, **options)  # type: ignore[call-overload, no-any-return]


def finish(running: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    out, err = running.communicate(timeout=30)
    return running.returncode, (out or b"").decode(), err.decode()


def test_json_lines_in_a_pipe(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["extract", "a.txt"]) == 0
    out, err = capfd.readouterr()
    first, second = map(json.loads, out.splitlines())
    assert (first["file"], first["speaker"], second["speaker"]) == ("a.txt", "سهام القيسي", None)
    assert err == ""


def test_offsets_hold_in_files_with_carriage_returns(
    article: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    cli.run(["extract", "a.txt"])
    for line in capfd.readouterr().out.splitlines():
        record = json.loads(line)
        ((start, end),) = record["quote_spans"]
        assert article.read_bytes().decode()[start:end] == record["quote"]


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_every_format(article: Path, capfd: pytest.CaptureFixture[str], form: str) -> None:
    assert cli.run(["extract", "a.txt", "--format", form]) == 0
    assert "سهام القيسي" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--kind", "direct"], 1),
        (["--kind", "direct", "--kind", "indirect"], 2),
        (["--kind", "mixed"], 0),
        (["--speaker", "القيسى"], 1),
        (["--speaker", "سِهَام"], 1),
        (["--speaker", "سالم"], 0),
        (["--speaker", "سهام", "--kind", "indirect"], 0),
    ],
)
def test_filters(article: Path, capfd: pytest.CaptureFixture[str], options: list[str], count: int) -> None:
    assert cli.run(["extract", "a.txt", *options]) == 0
    assert len(capfd.readouterr().out.splitlines()) == count


def test_no_quotes_is_no_failure(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").touch()
    assert cli.run(["extract", "empty.txt"]) == 0
    assert capfd.readouterr() == ("", "")
    assert cli.run(["extract", "empty.txt", "--format", "table"]) == 0
    assert capfd.readouterr() == ("", "quotecli: no quotes found\n")


def test_a_bad_file_costs_that_file(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Path("b.txt").write_bytes(b"%PDF-1.7")
    Path("bug.txt").write_text("BUG")
    assert cli.run(["extract", "no\x1b[31m.txt", "b.txt", "bug.txt", "a.txt"]) == 1
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == 2
    assert err.splitlines() == [
        "quotecli: no\\x1b[31m.txt: no such file or folder; check the path",
        "quotecli: b.txt: a PDF, not text; convert it to a UTF-8 text file first",
        "quotecli: bug.txt: skipped, a bug in quotecli (ValueError: toy broken); report it with this article",
    ]


def test_json_lines_input(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    records = [{"body": SAID, "url": "x/1"}, {"body": SAID, "url": 2}]
    packed = gzip.compress("\n".join(map(json.dumps, records)).encode())
    (tmp_path / "news.jsonl.gz").write_bytes(packed)
    assert cli.run(["extract", "news.jsonl.gz", "--text-field", "body"]) == 0
    files = [json.loads(line)["file"] for line in capfd.readouterr().out.splitlines()]
    assert files == ["news.jsonl.gz#1"] * 2 + ["news.jsonl.gz#2"] * 2
    assert cli.run(["extract", "news.jsonl.gz", "--text-field", "body", "--id-field", "url"]) == 0
    files = [json.loads(line)["file"] for line in capfd.readouterr().out.splitlines()]
    assert files == ["x/1"] * 2 + ["2"] * 2


@pytest.mark.parametrize("args", [[], ["-"]])
def test_a_pipe_is_read(args: list[str]) -> None:
    running = process("extract", *args, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out, err = running.communicate(SAID.encode(), timeout=30)
    assert (running.returncode, err) == (0, b"")
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["-", "-"]


def test_nothing_to_read_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert cli.run(["extract"]) == 2
    message = "nothing to read; name files or folders, or pipe text in: quotecli extract - < article.txt"
    assert f"Error: {message}\n" in capfd.readouterr().err


@pytest.mark.parametrize(("suffix", "head"), [("csv", "\ufefffile,quote"), ("json", "[\n{"), ("jsonl", "{")])
def test_the_name_of_the_output_tells_the_format(article: Path, suffix: str, head: str) -> None:
    assert cli.run(["extract", "a.txt", "-o", f"out.{suffix}"]) == 0
    written = Path(f"out.{suffix}").read_text(encoding="utf-8")
    assert written.startswith(head)
    if suffix == "csv":
        assert len(list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline="")))) == 2


def test_a_name_that_tells_no_format(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["extract", "a.txt", "-o", "out.xls"]) == 2
    why = "out.xls: this name tells no format; end it in .json, .jsonl or .csv, or give --format"
    assert f"Error: {why}\n" in capfd.readouterr().err
    assert cli.run(["extract", "a.txt", "-o", "out.xls", "--format", "table"]) == 0


@pytest.mark.parametrize(
    "args",
    [
        ["extract", "--format", "xml"],
        ["extract", "--kind", "loud"],
        ["extract", "--patterns", "missing"],
        ["extract", "-o", "."],
        ["extrct"],
        ["--nonsense"],
        [],
    ],
)
def test_wrong_usage(args: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(args) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert "Usage: quotecli" in err


@pytest.mark.parametrize("args", [["-h"], ["--help"], ["extract", "-h"], ["patterns", "-h"]])
def test_help(args: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(args) == 0
    out, err = capfd.readouterr()
    assert out.startswith("Usage: quotecli")
    assert err == ""


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capfd.readouterr().out == f"quotecli, version {__version__}\n"


def test_broken_patterns(
    article: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(folders: object) -> None:
        raise PatternError((Fault("say.yaml", 3, 9, "no such \x1bkey"), Fault("deny.yaml", 0, 0, "empty")))

    monkeypatch.setattr(cli, "_engine", broken)
    Path("out.csv").write_text("old")
    assert cli.run(["extract", "a.txt", "-o", "out.csv"]) == 3
    assert capfd.readouterr() == ("", "say.yaml:3:9: no such \\x1bkey\ndeny.yaml: empty\n")
    assert Path("out.csv").read_text() == "old"


def test_a_pipe_that_closes_ends_quietly(tmp_path: Path) -> None:
    Path("long.txt").write_text("سطر\n" * 20_000)
    running = process("extract", "long.txt", stdout=subprocess.PIPE)
    head = subprocess.run(["head", "-1"], stdin=running.stdout, capture_output=True, timeout=30, check=True)
    assert running.stdout
    running.stdout.close()
    running.stdout = None
    assert len(head.stdout.splitlines()) == 1
    assert finish(running) == (0, "", "")


def test_a_pipe_nobody_reads_ends_quietly(article: Path) -> None:
    for args in (["extract", "a.txt"], ["extract", "a.txt", "--format", "table"], ["--help"]):
        read_end, write_end = os.pipe()
        os.close(read_end)
        running = process(*args, stdout=write_end)
        os.close(write_end)
        assert finish(running) == (0, "", "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_one_line(article: Path) -> None:
    why = "cannot be written: No space left on device\n"
    with open("/dev/full", "w") as full:
        for args in (["extract", "a.txt"], ["extract", "a.txt", "--format", "table"], ["--help"]):
            assert finish(process(*args, stdout=full)) == (1, "", f"quotecli: standard output: {why}")
    running = process("extract", "a.txt", "-o", "/dev/full", "--format", "csv")
    assert finish(running) == (1, "", f"quotecli: /dev/full: {why}")


def test_output_into_a_folder_that_is_not_there(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["extract", "a.txt", "-o", "no/out.csv"]) == 1
    assert capfd.readouterr().err == "quotecli: no/out.csv: cannot be written: No such file or directory\n"


def _interruptible() -> None:
    """A process started in the background, as the tests may be, inherits that interrupts are ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupted(article: Path) -> None:
    Path("out.jsonl").write_text("old")
    os.mkfifo("never.txt")
    running = process("extract", "no.txt", "never.txt", "-o", "out.jsonl", preexec_fn=_interruptible)
    assert running.stderr
    assert b"no such file" in running.stderr.readline()
    running.send_signal(signal.SIGINT)
    assert finish(running) == (130, "", "")
    assert Path("out.jsonl").read_text() == "old"
    assert sorted(os.listdir()) == ["a.txt", "never.txt", "out.jsonl"]


def test_start_up_imports_nothing_heavy() -> None:
    code = "import sys, quotecli.cli; print({'rich', 'yaml', 'regex', 'json', 'gzip'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_utf8_whatever_the_locale(article: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    code, out, err = finish(process("extract", "a.txt", stdout=subprocess.PIPE, env=env))
    assert (code, err) == (0, "")
    assert "سهام القيسي" in out


def test_streams_that_are_closed(article: Path) -> None:
    for redirection in ("<&-", ">&-"):
        command = f"{sys.executable} {fake.SCRIPT} extract - {redirection}"
        done = subprocess.run(["bash", "-c", command], input=b"", capture_output=True, timeout=30)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


needs_engine = pytest.mark.skipif(
    not importlib.util.find_spec("quotecli.pipeline"), reason="the engine is not there"
)


@needs_engine
def test_examples_end_to_end() -> None:
    assert EXAMPLES
    command = [sys.executable, "-m", "quotecli", "extract", *map(str, EXAMPLES)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    assert done.stderr == ""
    texts = {str(path): path.read_bytes().decode() for path in EXAMPLES}
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert {record["file"] for record in records} == set(texts)
    for record in records:
        text = texts[record["file"]]
        assert record["quote"] == " … ".join(text[start:end] for start, end in record["quote_spans"])
        for part in ("cue", "source"):
            span = record[f"{part}_span"]
            assert record[part] == (None if span is None else text[slice(*span)])


@needs_engine
def test_pattern_commands(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["patterns", "check"]) == 0
    assert capfd.readouterr().out.endswith(" examples, all as expected\n")
    assert cli.run(["patterns", "list", "--category", "say"]) == 0
    assert any(line.startswith("قال\tsay\t") for line in capfd.readouterr().out.splitlines())
    assert cli.run(["patterns", "forms", "قال"]) == 0
    assert any(line.startswith("قالت\tperfect\tactive\t3fs") for line in capfd.readouterr().out.splitlines())
    assert cli.run(["patterns", "forms", "كعك"]) == 2
    assert "Error: no verb كعك in the patterns; see: quotecli patterns list\n" in capfd.readouterr().err
