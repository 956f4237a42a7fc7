"""Final ya without its dots: papers of the Nile valley print ى for ي, too (فى، المصرى)."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.normalize import dotless, dotted


def dot(text: str, words: list[str], grammar: Grammar) -> list[str]:
    """The words of a text with the dots that it leaves away; one that dots its ya is left as it is."""
    return [_dot(words, at, grammar) for at in range(len(words))] if dotless(text) else words


def _dot(words: list[str], at: int, grammar: Grammar) -> str:
    """A word with its dots, unless it is known with ى (على، نفى), and no name (الدكتور على فلان)."""
    word = words[at]
    plain = dotted(word)
    if plain == word:
        return word
    kind, other = grammar.kinds.get(word, 0), grammar.kinds.get(plain, 0)
    if other & grammar.bits["given-names"] and at and _names(words[at - 1], grammar):
        return plain
    return word if word in grammar.readings or (kind and kind != other) else plain


def _names(word: str, grammar: Grammar) -> bool:
    """Whether a name is likely to follow: a title, or another name."""
    return bool(grammar.kinds.get(word, 0) & (grammar.bits["given-names"] | grammar.bits["titles"]))
