"""Who said what in Arabic news: attributed statements and their speakers.

>>> import quotecli
>>> quotes = quotecli.extract(text)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotecli.grammar import Grammar
    from quotecli.model import Quote

__all__ = ["Quote", "__version__", "extract"]
__version__ = "0.1.0"


def extract(text: str, *, file: str = "-", patterns: Sequence[str | Path] = ()) -> list[Quote]:
    """The attributed statements of ``text``, in reading order.

    ``file`` is the name they are reported under; ``patterns`` are folders that add to the built-in
    patterns, read once a process. Raises PatternError if pattern files are broken.
    """
    from quotecli.model import Article
    from quotecli.pipeline import extract as run

    return run(Article(file, text), _grammar(tuple(map(Path, patterns))))


@lru_cache(maxsize=8)
def _grammar(folders: tuple[Path, ...]) -> Grammar:
    from quotecli.load import load

    return load(*folders)


def __getattr__(name: str) -> Any:
    # Importing the package stays cheap for those who only ask its version.
    if name == "Quote":
        from quotecli.model import Quote

        return Quote
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
