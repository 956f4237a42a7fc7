"""Draw a sample of quotes from a collection of articles, to be read and judged one by one.

usage: python -m tests.sample ARTICLES.jsonl[.gz] [--count N] [--seed N] [--articles N] > cards.txt

Articles and, from all their quotes, the sample are drawn by the seed.
A card names the article and the offsets and shows speaker, cue and quote in their context, but not the
construction: that stands, with the card's number, in the last lines, for whoever counts afterwards.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from quotecli.load import load
from quotecli.model import Article, Quote
from quotecli.pipeline import extract

_CONTEXT = 160


def articles(path: Path, count: int, seed: int) -> Iterator[Article]:
    """A seeded selection of the articles in a JSON Lines file."""
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).splitlines()
    records = [json.loads(line) for line in lines]
    for record in random.Random(seed).sample(records, min(count, len(records))):
        yield Article(record["id"], record["text"])


def card(number: int, article: Article, quote: Quote) -> str:
    """What the reader sees of one quote."""
    start = min(span[0] for span in (*quote.quote_spans, quote.cue_span or quote.quote_spans[0]))
    end = max(span[1] for span in (*quote.quote_spans, quote.cue_span or quote.quote_spans[0]))
    text = article.text
    for at, mark in sorted(_marks(quote), reverse=True):
        text = text[:at] + mark + text[at:]
    shown = text[max(0, start - _CONTEXT) : end + _CONTEXT].replace("\n", " ⏎ ")
    return (
        f"#{number} {article.name} {list(map(list, quote.quote_spans))}\nspeaker: {quote.speaker}\n{shown}\n"
    )


def _marks(quote: Quote) -> Iterator[tuple[int, str]]:
    for start, end in quote.quote_spans:
        yield from ((start, "⟦"), (end, "⟧"))
    if quote.cue_span:
        yield from ((quote.cue_span[0], "<"), (quote.cue_span[1], ">"))


def main() -> None:
    """Print the cards, then the key."""
    parser = argparse.ArgumentParser(description="draw quotes to be judged")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", dest="draw", type=int, default=1500)
    options = parser.parse_args()
    grammar = load()
    found = [
        (a, q) for a in articles(options.articles, options.draw, options.seed) for q in extract(a, grammar)
    ]
    drawn = random.Random(options.seed).sample(found, min(options.count, len(found)))
    for number, (article, quote) in enumerate(drawn, 1):
        print(card(number, article, quote))
    print("KEY")
    for number, (article, quote) in enumerate(drawn, 1):
        key = {
            "n": number,
            "id": article.name,
            "quote": quote.quote_spans,
            "pattern": quote.pattern,
            "verb": quote.verb,
        }
        print(json.dumps(key, ensure_ascii=False))


if __name__ == "__main__":
    main()
