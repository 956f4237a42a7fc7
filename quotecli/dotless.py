"""Final ya and its dots: papers of the Nile valley print ى for ي (فى، المصرى), or ي for ى (إلي، حتي)."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.normalize import dotless, dotted, overdotted, undotted


def respell(text: str, words: list[str], grammar: Grammar) -> list[str]:
    """The words of a text that prints one letter for both, each with the one that patterns know it by."""
    if dotless(text):
        return [_dot(words, at, grammar) for at in range(len(words))]
    if overdotted(text):
        return [_undot(words, at, grammar) for at in range(len(words))]
    return words


def _dot(words: list[str], at: int, grammar: Grammar) -> str:
    """A word with its dots, unless it is known with ى (على، نفى), and no name (الدكتور على فلان)."""
    word = words[at]
    plain = dotted(word)
    if plain == word:
        return word
    kind, other = grammar.kinds.get(word, 0), grammar.kinds.get(plain, 0)
    if other & grammar.bits["given-names"] and _after_name(words, at, grammar):
        return plain
    own = kind & grammar.bits["prepositions"] and other  # إلى, not فى
    return word if own or word in grammar.readings or (kind and kind != other) else plain


def _undot(words: list[str], at: int, grammar: Grammar) -> str:
    """A word without its dots if that is a preposition, and no name here, or if it is a verb only so."""
    word = words[at]
    plain = undotted(word)
    if plain == word:
        return word
    if grammar.kinds.get(plain, 0) & grammar.bits["prepositions"]:
        return word if _after_name(words, at, grammar) else plain
    return plain if plain in grammar.readings and word not in grammar.readings else word


def _after_name(words: list[str], at: int, grammar: Grammar) -> bool:
    """Whether a title or another name stands before, so that a word spelled like one is a name."""
    before = grammar.kinds.get(words[at - 1], 0) if at and words[at - 1] != words[at] else 0
    return bool(before & (grammar.bits["given-names"] | grammar.bits["titles"]))
