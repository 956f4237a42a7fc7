"""Reading: every input becomes an article, or a message that says what to do."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from quotecli.errors import ArticleError
from quotecli.model import Article
from quotecli.read import read

WORDS = "قالت الوزيرة إن المدارس ستفتح غدا."


def one(path: Path | str, stdin: bytes = b"", **fields: str) -> Article | ArticleError:
    (only,) = read([str(path)], io.BytesIO(stdin), **fields)
    return only


def reason(path: Path, **fields: str) -> str:
    error = one(path, **fields)
    assert isinstance(error, ArticleError)
    return str(error).replace(str(path), path.name)


def jsonl(*records: object) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


@pytest.mark.parametrize(
    "text",
    ["", WORDS, f"{WORDS}\r\n{WORDS}\r{WORDS}\n", "خبر 🙂 عاجل", "a\u2028b\u0085c", f"{WORDS} " * 200_000],
    ids=["empty", "plain", "line-ends", "emoji", "separators", "huge-line"],
)
def test_text_is_kept_to_the_letter(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.whatever"
    path.write_bytes(text.encode())
    assert one(path) == Article(str(path), text)


def test_a_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + WORDS.encode())
    assert one(path) == Article(str(path), WORDS)


def test_standard_input_is_one_article_unless_a_field_is_named() -> None:
    assert one("-", WORDS.encode()) == Article("-", WORDS)
    assert one("-", jsonl({"body": WORDS}), text_field="body") == Article("-#1", WORDS)
    assert one("-", jsonl({"text": WORDS, "id": 7}), id_field="id") == Article("7", WORDS)


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz", "NEWS.JSONL"])
def test_json_lines_are_articles(tmp_path: Path, name: str) -> None:
    data = b"\xef\xbb\xbf" + jsonl({"text": "a\r\nb"}) + b"\n" + b'{"text": "\\ud800"}'
    path = tmp_path / name
    path.write_bytes(gzip.compress(data, mtime=0) if name.endswith("gz") else data)
    assert list(read([str(path)], io.BytesIO())) == [
        Article(f"{path}#1", "a\r\nb"),
        Article(f"{path}#3", "\ud800"),
    ]


def test_json_lines_are_read_one_at_a_time() -> None:
    class Endless(io.BytesIO):
        def __next__(self) -> bytes:
            return jsonl({"text": WORDS})

    articles = read(["-"], Endless(), text_field="text")
    assert [next(articles), next(articles)] == [Article("-#1", WORDS), Article("-#2", WORDS)]


BAD_LINES = [
    (
        b'{"text": "a"',
        "broken JSON at column 13: Expecting ',' delimiter; every line must hold a JSON object",
    ),
    (b"[1]", "not a JSON object; every line must hold a JSON object"),
    (b'{"body": "a", "id": 1}', "no field 'text'; choose one with --text-field (here: body, id)"),
    (b"{}", "no field 'text'; choose one with --text-field (here: none)"),
    (b'{"text": null}', "field 'text' holds no text; choose another with --text-field"),
    (
        b'{"text": "\xc7\xe1"}',
        "not UTF-8 (byte 10); convert it to UTF-8 first, for example with: iconv -f WINDOWS-1256 -t UTF-8",
    ),
]


@pytest.mark.parametrize(("line", "why"), BAD_LINES)
def test_a_bad_line_costs_that_line(tmp_path: Path, line: bytes, why: str) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(jsonl({"text": "a"}) + line + b"\n" + jsonl({"text": "b"}))
    first, bad, last = read([str(path)], io.BytesIO())
    assert (first, last) == (Article(f"{path}#1", "a"), Article(f"{path}#3", "b"))
    assert str(bad) == f"{path}#2: {why}"


def test_brackets_without_end_cost_a_line(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"[" * 200_000)
    assert reason(path).endswith("; every line must hold a JSON object")


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ({"text": "a"}, "no field 'id'; choose one with --id-field (here: text)"),
        ({"text": "a", "id": None}, "field 'id' holds no name; choose another with --id-field"),
    ],
)
def test_a_line_without_its_name(tmp_path: Path, record: object, why: str) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(jsonl(record))
    assert reason(path, id_field="id") == f"news.jsonl#1: {why}"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7 ...", "a PDF, not text; convert it to a UTF-8 text file first"),
        (
            b"PK\x03\x04docx",
            "a zip archive or an office document, not text; save it as a UTF-8 text file first",
        ),
        (b"\xd0\xcf\x11\xe0", "an office document, not text; save it as a UTF-8 text file first"),
        (gzip.compress(b"a", mtime=0), "compressed, not text; unpack it first, for example with: gunzip"),
        (
            "خبر".encode("utf-16"),
            "UTF-16; convert it to UTF-8 first, for example with: iconv -f UTF-16 -t UTF-8",
        ),
        (b"a\0b", "binary data (NUL bytes), not text; convert it to a UTF-8 text file first"),
        (
            "خبر".encode("cp1256"),
            "not UTF-8 (byte 0); convert it to UTF-8 first, for example with: iconv -f WINDOWS-1256 -t UTF-8",
        ),
    ],
)
def test_what_is_not_text_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert reason(path) == f"a.txt: {why}"


def test_missing_and_forbidden_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reason(tmp_path / "a.txt") == "a.txt: no such file or folder; check the path"

    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", forbidden)
    assert reason(tmp_path / "a.txt") == "a.txt: permission denied; check the access rights"


def test_broken_gzip_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    lines = jsonl(*({"text": os.urandom(2_000).hex()} for _ in range(50)))
    path.write_bytes(gzip.compress(lines, mtime=0)[:-5_000])
    *articles, error = read([str(path)], io.BytesIO())
    assert articles
    assert all(isinstance(article, Article) for article in articles)
    assert str(error) == f"{path}: broken gzip data, read up to the break; fetch or pack the file again"
    path.write_bytes(b"no gzip")
    assert reason(path).startswith("news.jsonl.gz: broken gzip data")


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    names = ["b.txt", "a.txt", "skip.md", ".hidden.txt", "sub/c.txt", ".git/d.txt", "sub/deep/e.TXT"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a")
    (tmp_path / "z.jsonl").write_bytes(jsonl({"text": "a"}))
    found = [article.name for article in read([str(tmp_path)], io.BytesIO()) if isinstance(article, Article)]
    names = ["a.txt", "b.txt", "z.jsonl#1", "sub/c.txt", "sub/deep/e.TXT"]
    assert found == [os.path.join(tmp_path, name) for name in names]


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    why = "no .txt, .jsonl, .jsonl.gz file in this folder; name the files to read"
    assert str(one(tmp_path)) == f"{tmp_path}: {why}"
