"""Sentences to cues: one look-up a word, whatever the number of patterns."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Cue, Layout, Sentence


def cues(layout: Layout, grammar: Grammar) -> dict[Sentence, list[Cue]]:
    """Every word or fixed phrase that may attribute, in order, by sentence; those with none are left out."""
    found = ((sentence, _in(sentence, layout, grammar)) for sentence in layout.sentences)
    return {sentence: marked for sentence, marked in found if marked}


def _in(sentence: Sentence, layout: Layout, grammar: Grammar) -> list[Cue]:
    kinds, marked = layout.kinds, grammar.bits["cues"]
    found: list[Cue] = []
    free = sentence.start
    for at in [at for at in range(sentence.start, sentence.stop) if kinds[at] & marked]:
        if at >= free:
            cue = _at(at, sentence.stop, layout.words, grammar)
            if cue:
                found.append(cue)
                free = cue.stop
    return found


def _at(at: int, limit: int, words: list[str], grammar: Grammar) -> Cue | None:
    joined = words[at].startswith(grammar.letters["conjunctions-joined"])
    for lead in (0, 1) if joined else (0,):
        word = words[at][lead:]
        for rest, reading in grammar.phrases.get(word, ()):
            stop = at + 1 + len(rest)
            if stop <= limit and tuple(words[at + 1 : stop]) == rest:
                return Cue(at, stop, lead, (reading,))
        readings = grammar.readings.get(word)
        if readings:
            return Cue(at, at + 1, lead, readings)
    return None
