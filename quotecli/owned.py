"""Definite nouns: which words bear the article or end with a possessive pronoun (الموقع، موقعها).

All positions are token positions.
"""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout

_LONG = 4
"""Letters that a noun with a possessive pronoun is longer than."""


class Owned:
    """Finds the nouns of one article that bear a possessive pronoun."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds = layout.words, layout.kinds
        self.article, self.lexicon = grammar.article, grammar.kinds
        self.portfolio = grammar.bits["portfolios"]
        self.possessives, plural = grammar.letters["possessives"], grammar.letters["feminine-endings"][1]
        self.long_possessives = (
            *(one for one in self.possessives if len(one) > 1),
            *(plural[-1] + one for one in self.possessives),
        )

    def has_article(self, at: int, stop: int) -> bool:
        """Whether a word with the article stands here."""
        return at < stop and self.words[at].startswith(self.article)

    def owned_at(self, at: int) -> bool:
        """Whether such a noun stands here, one of a list where the pronoun is a single letter."""
        word = self.words[at] if at < len(self.words) else ""
        if len(word) <= _LONG or word.startswith(self.article) or self.kinds[at] & self.portfolio:
            return False
        short = word.endswith(self.possessives) and word[:-1] in self.lexicon
        return short or word.endswith(self.long_possessives)
