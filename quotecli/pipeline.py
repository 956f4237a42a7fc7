"""The whole engine: read this first."""

from __future__ import annotations

from quotecli.continued import continued
from quotecli.cue import cues
from quotecli.delimit import delimit
from quotecli.grammar import Grammar
from quotecli.match import match
from quotecli.model import Article, Quote
from quotecli.normalize import normalize
from quotecli.phrase import Phrases
from quotecli.resolve import resolve
from quotecli.segment import segment
from quotecli.settle import settle


def extract(article: Article, grammar: Grammar) -> list[Quote]:
    """Who said what in one article, in reading order."""
    layout = segment(article, normalize(article.text), grammar)
    phrases = Phrases(layout, grammar)
    candidates = match(layout, cues(layout, grammar), phrases, grammar)
    attributions = delimit(layout, candidates, phrases, grammar)
    attributions = continued(layout, attributions, grammar)
    settled = settle(layout, attributions, grammar)
    return resolve(layout, settled, phrases, grammar)
