"""A run over many articles: what fails is named and counted, and the rest goes on."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotecli.errors import ArticleError
from quotecli.model import Article, Quote

_GARBAGE = 20_000
"""Objects made before Python looks for cycles; records have none, and it takes a tenth of the time."""
Engine = Callable[[Article], list[Quote]]


@dataclass(slots=True)
class Job:
    """Articles in, wanted quotes out; ``complain`` hears of each article that fails."""

    engine: Engine
    wanted: Callable[[Quote], bool]
    complain: Callable[[str], None]
    found: int = 0
    failed: int = 0

    def quotes(self, articles: Iterable[Article | ArticleError]) -> Iterator[Quote]:
        """The wanted quotes of each article, in order."""
        gc.set_threshold(_GARBAGE)
        for article in articles:
            result = article if isinstance(article, ArticleError) else self._safely(article)
            if isinstance(result, ArticleError):
                self.failed += 1
                self.complain(str(result))
            else:
                quotes = list(filter(self.wanted, result))
                self.found += len(quotes)
                yield from quotes

    def _safely(self, article: Article) -> list[Quote] | ArticleError:
        try:
            return self.engine(article)
        except Exception as error:
            # A bug met in one article must not cost the thousand after it.
            bug = f"{type(error).__name__}: {error}"
            return ArticleError(
                article.name, f"skipped, a bug in quotecli ({bug}); report it with this article"
            )


def only(kinds: Sequence[str], speaker: str | None) -> Callable[[Quote], bool]:
    """Whether a quote is of one of ``kinds`` (none: any) and its speaker's name contains ``speaker``."""
    if speaker is None:
        return lambda quote: not kinds or quote.kind in kinds
    from quotecli.normalize import fold

    name = fold(speaker)
    return lambda quote: (not kinds or quote.kind in kinds) and name in fold(quote.speaker or "")
