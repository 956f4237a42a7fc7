"""Where output goes: a file that appears whole or not at all, or a stream that may close early."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO, cast


@contextmanager
def sink(path: Path) -> Iterator[TextIO]:
    """A stream that becomes the file ``path`` when the block ends well; otherwise the old file stays.

    Devices and pipes are written to directly. Raises OSError, naming ``path``, if it cannot be written.
    """
    try:
        with _opened(path, "w") if _is_device(path) else _replaced(path.resolve()) as stream:
            yield stream
    except OSError as error:
        # Name the file that was asked for, not the one beside it.
        raise OSError(error.errno, error.strerror, str(path)) from error


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file()


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _opened(part, "x") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode)
        os.replace(part, path)
    finally:
        with suppress(OSError):
            part.unlink()


def _opened(path: Path, mode: str) -> TextIO:
    stream = open(path, mode)  # noqa: SIM115
    to_utf8(stream)
    return cast(TextIO, stream)


def ready_streams() -> None:
    """Make standard streams fit for use: stand-ins for those that the caller closed, and UTF-8 output."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    to_utf8(sys.stdout)


def to_utf8(stream: object) -> None:
    """Make a text stream write UTF-8 whatever the locale, line ends as given.

    Lone surrogates, which UTF-8 cannot hold, are written as ``\\udXXX``, which JSON reads back.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def cut_off(stream: TextIO) -> None:
    """Let what is still to be written to ``stream``, which nobody takes, go nowhere."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
