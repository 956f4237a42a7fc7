"""Paths, folders and standard input → articles, or the reason why one cannot be read.

Bytes are decoded as strict UTF-8 and nothing is changed, newlines included, so that offsets hold. A byte
order mark belongs to the encoding and not to the text: offsets count from the character after it.
"""

from __future__ import annotations

import codecs
import gzip
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import IO, Any, cast

from quotecli.errors import ArticleError
from quotecli.model import Article

_Articles = Iterator[Article | ArticleError]
_JSONL = (".jsonl", ".jsonl.gz")
_SUFFIXES = (".txt", *_JSONL)
_LINE = "every line must hold a JSON object"
_CONVERT = "convert it to UTF-8 first, for example with: iconv -f WINDOWS-1256 -t UTF-8"
_REFUSED = (
    (b"%PDF-", "a PDF, not text; convert it to a UTF-8 text file first"),
    (b"PK\x03\x04", "a zip archive or an office document, not text; save it as a UTF-8 text file first"),
    (b"\xd0\xcf\x11\xe0", "an office document, not text; save it as a UTF-8 text file first"),
    (b"{\\rtf", "an RTF document, not text; save it as a UTF-8 text file first"),
    (b"\x1f\x8b", "compressed, not text; unpack it first, for example with: gunzip"),
    (codecs.BOM_UTF16_LE, "UTF-16; convert it to UTF-8 first, for example with: iconv -f UTF-16 -t UTF-8"),
    (codecs.BOM_UTF16_BE, "UTF-16; convert it to UTF-8 first, for example with: iconv -f UTF-16 -t UTF-8"),
)


@dataclass(frozen=True, slots=True)
class _Fields:
    """Where a JSON record keeps its text and, if wanted, its name."""

    text: str
    id: str | None


def read(
    paths: Iterable[str], stdin: IO[bytes], *, text_field: str | None = None, id_field: str | None = None
) -> Iterator[Article | ArticleError]:
    """The articles of ``paths`` in order; an ArticleError in the place of each that cannot be read.

    A path is a file, a folder (its .txt, .jsonl and .jsonl.gz files at any depth, sorted, hidden ones left
    out) or ``-`` for ``stdin``. JSON Lines files are streamed: ``text_field`` (``text`` if None) holds the
    text and ``id_field``, if given, the name; otherwise an article is named ``file#line``. ``stdin`` is one
    article, or JSON Lines if either field is given.
    """
    fields = _Fields("text" if text_field is None else text_field, id_field)
    stdin_is_jsonl = text_field is not None or id_field is not None
    for path in paths:
        for file in _files(path):
            if isinstance(file, ArticleError):
                yield file
            elif stdin_is_jsonl if file == "-" else file.lower().endswith(_JSONL):
                yield from _guarded(_records, file, stdin, fields)
            else:
                yield from _guarded(_whole, file, stdin, fields)


def _files(path: str) -> Iterator[str | ArticleError]:
    """The files that a path stands for."""
    if path == "-" or not os.path.isdir(path):
        yield path
        return
    unread: list[OSError] = []
    found = False
    for folder, folders, names in os.walk(path, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
                found = True
                yield os.path.join(folder, name)
    yield from (ArticleError(str(error.filename), _reason(error)) for error in unread)
    if not found and not unread:
        yield ArticleError(path, f"no {', '.join(_SUFFIXES)} file in this folder; name the files to read")


_Reader = Callable[[str, IO[bytes], _Fields], _Articles]


def _guarded(reader: _Reader, path: str, stdin: IO[bytes], fields: _Fields) -> _Articles:
    """What ``reader`` makes of a file, and the error that stopped it, if one did."""
    try:
        with _opened(path, stdin) as stream:
            yield from reader(path, stream, fields)
    except ArticleError as error:
        yield error
    except (OSError, EOFError, zlib.error) as error:
        yield ArticleError(path, _reason(error))


def _opened(path: str, stdin: IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    if path == "-":
        return nullcontext(stdin)
    if path.lower().endswith(".jsonl.gz"):
        return cast(IO[bytes], gzip.open(path, "rb"))
    return open(path, "rb")


def _reason(error: Exception) -> str:
    """Why a file cannot be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the path"
    if isinstance(error, PermissionError):
        return "permission denied; check the access rights"
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return "broken gzip data, read up to the break; fetch or pack the file again"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def _whole(path: str, stream: IO[bytes], _: _Fields) -> _Articles:
    """The one article of a text file."""
    data = stream.read()
    _refuse(path, data)
    yield Article(path, _decode(path, data))


def _records(path: str, stream: IO[bytes], fields: _Fields) -> _Articles:
    """An article a line, each on its own: a bad line does not stop those after it."""
    for number, line in enumerate(stream, 1):
        if number == 1:
            _refuse(path, line)
        if line.strip():
            try:
                yield _record(f"{path}#{number}", line, fields)
            except ArticleError as error:
                yield error


def _record(place: str, line: bytes, fields: _Fields) -> Article:
    record = _parsed(place, line)
    text = _field(place, record, fields.text, "--text-field")
    if not isinstance(text, str):
        raise ArticleError(place, f"field {fields.text!r} holds no text; choose another with --text-field")
    if fields.id is None:
        return Article(place, text)
    name = _field(place, record, fields.id, "--id-field")
    if not isinstance(name, str | int):
        raise ArticleError(place, f"field {fields.id!r} holds no name; choose another with --id-field")
    return Article(str(name), text)


def _parsed(place: str, line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(_decode(place, line.rstrip()))
    except json.JSONDecodeError as error:
        raise ArticleError(place, f"broken JSON at column {error.colno}: {error.msg}; {_LINE}") from None
    except (ValueError, RecursionError) as error:
        raise ArticleError(place, f"JSON that cannot be read: {error}; {_LINE}") from None
    if not isinstance(record, dict):
        raise ArticleError(place, f"not a JSON object; {_LINE}")
    return record


def _field(place: str, record: dict[str, Any], name: str, option: str) -> object:
    if name not in record:
        names = ", ".join(record) or "none"
        raise ArticleError(place, f"no field {name!r}; choose one with {option} (here: {names})")
    return record[name]


def _refuse(path: str, data: bytes) -> None:
    """Raise ArticleError if ``data`` opens or reads like something other than text."""
    for magic, reason in _REFUSED:
        if data.startswith(magic):
            raise ArticleError(path, reason)
    if b"\0" in data:
        raise ArticleError(path, "binary data (NUL bytes), not text; convert it to a UTF-8 text file first")


def _decode(place: str, data: bytes) -> str:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise ArticleError(place, f"not UTF-8 (byte {error.start}); {_CONVERT}") from None
