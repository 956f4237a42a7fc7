"""How far speech goes that stands after a colon without marks: over sentences in which nobody is quoted."""

from __future__ import annotations

from quotecli.ends import Ends
from quotecli.grammar import Grammar
from quotecli.model import Candidate, Layout, Sentence


class Verbatim:
    """Finds where such speech ends in one article; ``silent`` are sentences without a cue, by their start."""

    def __init__(self, layout: Layout, silent: dict[int, Sentence], ends_of: Ends, grammar: Grammar) -> None:
        self.layout, self.silent, self.ends_of = layout, silent, ends_of
        self.short = ""  # the last source, if that is a name of one word; nobody calls himself by it
        self.words, self.kinds, bit = layout.words, layout.kinds, grammar.bits
        self.ends, self.finite, self.negative = bit["sentence-ends"], bit["finite"], bit["negatives"]
        self.dash, letters = bit["dashes"], grammar.letters
        self.joined, self.first = letters["conjunctions-joined"], letters["first-person-letters"]

    def end(self, candidate: Candidate, stop: int) -> int:
        """Where speech ends that goes on at ``stop``: where somebody else is quoted or the paragraph ends."""
        while True:
            following = self.silent.get(self._next(stop))
            if not following or following.paragraph != candidate.sentence.paragraph:
                return stop
            if self._paragraph_begins(following.start) or self._tells(following.start):
                return stop
            if self.short in self.words[following.start : following.stop]:
                return stop
            end = self.ends_of.end(candidate, [], [], following.start, following.stop)
            if end < following.stop:
                return end if end > following.start else stop
            stop = following.stop

    def speaks(self, candidate: Candidate) -> None:
        """Remember who is named last."""
        if candidate.source:
            at, stop = candidate.source
            self.short = self.words[at] if stop - at == 1 and self.ends_of.phrases.named_at(at) else ""

    def _next(self, at: int) -> int:
        """Where the next sentence begins."""
        while at < len(self.kinds) and self.kinds[at] & self.ends:
            at += 1
        return at

    def _paragraph_begins(self, at: int) -> bool:
        """Whether a paragraph began here before the line breaks were lost (انتهى كلامه .وبدأ الحفل)."""
        glued = self.layout.starts[at] == self.layout.ends[at - 1]
        begins = self.words[at].isalpha() or self.kinds[at] & self.dash
        return bool(glued and begins) and len(self.words[at - 1]) == 1

    def _tells(self, at: int) -> bool:
        """Whether the writer goes on with his story: a conjunction and a verb (وكان، وغادر، ولم يكشف)."""
        told, after = self.kinds[at] & self.finite, at + 1
        if self.kinds[at] & self.negative and after < len(self.kinds):
            told = self.kinds[after] & self.finite and not self.words[after].startswith(self.first)
        return bool(told) and self.words[at].startswith(self.joined)
