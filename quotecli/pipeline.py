"""The whole engine: read this first."""

from __future__ import annotations

from quotecli.cue import cues
from quotecli.delimit import Delimiter
from quotecli.grammar import Grammar
from quotecli.match import Matcher
from quotecli.model import Article, Candidate, Quote
from quotecli.normalize import normalize
from quotecli.resolve import resolve
from quotecli.segment import segment
from quotecli.settle import settle


def extract(article: Article, grammar: Grammar) -> list[Quote]:
    """Who said what in one article, in reading order."""
    layout = segment(article, normalize(article.text), grammar)
    matcher, delimiter = Matcher(layout, grammar), Delimiter(layout, grammar)
    candidates: list[Candidate] = []
    for sentence in layout.sentences:
        marked = cues(layout, sentence, grammar)
        if marked:
            candidates.extend(matcher.match(sentence, marked))
    return resolve(layout, settle(layout, delimiter.delimit(candidates), grammar), grammar)
