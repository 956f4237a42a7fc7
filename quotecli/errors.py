"""What can go wrong, as exceptions that say what to do."""

from __future__ import annotations

from dataclasses import dataclass


class QuotecliError(Exception):
    """Base of every error this package raises on purpose."""


class ArticleError(QuotecliError):
    """An article cannot be read; the run goes on without it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in a pattern file; line and column count from 1, 0 where there is none."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}"


class PatternError(QuotecliError):
    """Pattern files are broken: every fault at once, in file order."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
