"""Sentence to cues: one look-up a word, whatever the number of patterns."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Cue, Layout, Sentence


def cues(layout: Layout, sentence: Sentence, grammar: Grammar) -> list[Cue]:
    """Every word or fixed phrase of the sentence that may attribute, in order."""
    words, readings, phrases = layout.words, grammar.readings, grammar.phrases
    marked = grammar.bits["cues"]
    out: list[Cue] = []
    free = sentence.start
    for at in (n for n in range(sentence.start, sentence.stop) if layout.kinds[n] & marked):
        if at < free:
            continue
        word, lead = words[at], 0
        if word not in readings and word not in phrases:
            word, lead = word[1:], 1
        found = _phrase(words, at, word, grammar, sentence.stop, lead)
        if found is None and word in readings:
            found = Cue(at, at + 1, lead, readings[word])
        if found:
            out.append(found)
            free = found.stop
    return out


def _phrase(words: list[str], at: int, first: str, grammar: Grammar, limit: int, lead: int) -> Cue | None:
    for rest, reading in grammar.phrases.get(first, ()):
        stop = at + 1 + len(rest)
        if stop <= limit and tuple(words[at + 1 : stop]) == rest:
            return Cue(at, stop, lead, (reading,))
    return None
