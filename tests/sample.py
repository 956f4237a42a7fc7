"""Draw a sample of quotes from a collection of articles, to be read and judged; count the verdicts.

usage: python -m tests.sample draw ARTICLES.jsonl[.gz] --cards CARDS --key KEY [--count N] [--seed N]
       python -m tests.sample score JUDGEMENTS.jsonl
       python -m tests.sample silent ARTICLES.jsonl[.gz] LIST.jsonl [--most N]
       python -m tests.sample gold ARTICLES.jsonl[.gz] GOLD.jsonl FOLDER

Articles and quotes are drawn by the seed, the quotes stratified by the construction that found them: as many
of each as their share asks for, at least _LEAST. A card shows speaker, cue and quote in the article, but not
the construction: that stands, with the share, in the key. A judgement is a line of the key with a verdict
(right, speaker, extent, spurious) and why. The judged sample of the project, places and verdicts and not the
articles, is in tests/data/judgements.jsonl. Articles that report no statement at all, by their lines, stand
in tests/data/silent.jsonl: whatever is found in them is wrong. tests/data/gold.jsonl holds every statement of
some articles by its places; ``gold`` writes these articles and their statements as a scorer wants them: one
folder to learn from and one, ``held``, whose errors nobody reads, so that it tells what holds elsewhere, too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quotecli.load import load
from quotecli.model import Article, Quote
from quotecli.pipeline import extract

_ARTICLES = 1500
"""Articles among whose quotes a sample is drawn."""
_BEFORE, _AFTER = 2200, 250
"""Characters of the article that a card shows around the quote."""
_LEAST = 3
"""Quotes of each construction, if there are as many."""


def articles(path: Path, count: int, seed: int) -> Iterator[Article]:
    """A seeded selection of the articles in a JSON Lines file, named by their line, from 0, and their id."""
    lines = _lines(path)
    for number in random.Random(seed).sample(range(len(lines)), min(count, len(lines))):
        record = json.loads(lines[number])
        yield Article(f"{number} {record['id']}", record["text"])


def _lines(path: Path) -> list[str]:
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode().rstrip("\n").split("\n")


def _listed(lines: list[str], place: dict[str, Any]) -> dict[str, str]:
    """The article at a place that a list gives by line and id; exits if another stands there."""
    record: dict[str, str] = json.loads(lines[place["line"]])
    if record["id"] != place["id"]:
        raise SystemExit(f"line {place['line']} is {record['id']}, not {place['id']}: other articles")
    return record


def strata(
    found: Iterable[tuple[Article, Quote]], count: int, seed: int
) -> list[tuple[Article, Quote, float]]:
    """A sample of the quotes, shuffled, each with the share that its construction has of all."""
    by_pattern: dict[str, list[tuple[Article, Quote]]] = defaultdict(list)
    for article, quote in found:
        by_pattern[quote.pattern].append((article, quote))
    whole, rnd = sum(map(len, by_pattern.values())), random.Random(seed)
    drawn = []
    for _, quotes in sorted(by_pattern.items()):
        share = len(quotes) / whole
        some = rnd.sample(quotes, min(len(quotes), max(_LEAST, round(count * share))))
        drawn += [(article, quote, share) for article, quote in some]
    rnd.shuffle(drawn)
    return drawn


def card(number: int, article: Article, quote: Quote) -> str:
    """What the reader sees of one quote."""
    text = article.text
    for at, mark in sorted(_marks(quote), reverse=True):
        text = text[:at] + mark + text[at:]
    start, end = max(0, text.find("⟦") - _BEFORE), max(text.rfind("⟧"), text.rfind("⟩")) + _AFTER
    return f"#### {number}\nspeaker: {quote.speaker}   (kind {quote.kind})\n{text[start:end]}\n"


def _marks(quote: Quote) -> Iterator[tuple[int, str]]:
    for start, end in quote.quote_spans:
        yield from ((start, "⟦"), (end, "⟧"))
    if quote.cue_span:
        yield from ((quote.cue_span[0], "⟨"), (quote.cue_span[1], "⟩"))


def draw(options: argparse.Namespace) -> None:
    """Write the cards and the key."""
    grammar = load()
    found = [(a, q) for a in articles(options.articles, _ARTICLES, options.seed) for q in extract(a, grammar)]
    with options.cards.open("w", encoding="utf-8") as cards, options.key.open("w", encoding="utf-8") as keys:
        for number, (article, quote, share) in enumerate(strata(found, options.count, options.seed), 1):
            line, name = article.name.split(" ", 1)
            key = {"n": number, "line": int(line), "id": name, "quote": quote.quote_spans}
            key |= {"pattern": quote.pattern, "share": round(share, 5)}
            print(card(number, article, quote), file=cards)
            print(json.dumps(key, ensure_ascii=False), file=keys)


def score(options: argparse.Namespace) -> None:
    """Print the verdicts of each construction, and the precision that their shares give."""
    judged = [json.loads(line) for line in options.judgements.read_text(encoding="utf-8").splitlines()]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    shares = {one["pattern"]: one["share"] for one in judged}
    for one in judged:
        counts[one["pattern"]][one["verdict"]] += 1
    for pattern, share in sorted(shares.items(), key=lambda item: -item[1]):
        verdicts = ", ".join(f"{verdict} {n}" for verdict, n in counts[pattern].most_common())
        print(f"{share:6.1%}  {pattern}: {verdicts}")
    right = {pattern: count["right"] / count.total() for pattern, count in counts.items()}
    precision = sum(right[pattern] * share for pattern, share in shares.items()) / sum(shares.values())
    print(f"right in quote and speaker: {precision:.1%} of all, {len(judged)} judged")


def silent(options: argparse.Namespace) -> None:
    """Print what is found in articles that report nothing; exit 1 if that is more than ``--most``."""
    grammar, lines, found = load(), _lines(options.articles), 0
    for listed in map(json.loads, options.silent.read_text(encoding="utf-8").splitlines()):
        record = _listed(lines, listed)
        for quote in extract(Article(record["id"], record["text"]), grammar):
            found += 1
            print(f"{listed['line']} {listed['id']} {quote.pattern} {quote.cue} {quote.quote_spans}")
    print(f"{found} quotes in articles without a statement")
    raise SystemExit(found > options.most)


def gold(options: argparse.Namespace) -> None:
    """Write the annotated articles, and what is said in each by whom, under ``read`` and ``held``."""
    lines = _lines(options.articles)
    for annotated in map(json.loads, options.gold.read_text(encoding="utf-8").splitlines()):
        record = _listed(lines, annotated)
        folder = options.folder / ("held" if annotated["held"] else "read")
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{annotated['line']:05d}"
        (folder / f"{name}.txt").write_bytes(record["text"].encode())
        attributions = [{"optional": False, **one} for one in annotated["attributions"]]
        statements = {"document": f"{name}.txt", "attributions": attributions}
        (folder / f"{name}.json").write_text(json.dumps(statements, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """Draw, score, look at articles without a statement, or write those that are annotated."""
    parser = argparse.ArgumentParser(description="draw quotes to be judged, count the verdicts")
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("articles", type=Path)
    drawing.add_argument("--cards", type=Path, required=True)
    drawing.add_argument("--key", type=Path, required=True)
    drawing.add_argument("--count", type=int, default=300)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.set_defaults(run=draw)
    scoring = commands.add_parser("score")
    scoring.add_argument("judgements", type=Path)
    scoring.set_defaults(run=score)
    without = commands.add_parser("silent")
    without.add_argument("articles", type=Path)
    without.add_argument("silent", type=Path)
    without.add_argument("--most", type=int, default=4)
    without.set_defaults(run=silent)
    annotated = commands.add_parser("gold")
    annotated.add_argument("articles", type=Path)
    annotated.add_argument("gold", type=Path)
    annotated.add_argument("folder", type=Path)
    annotated.set_defaults(run=gold)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
