"""Words that nothing marks as said: no complementizer, colon or quotation marks (قال المدرب لن نستسلم)."""

from __future__ import annotations

from functools import partial

from quotecli.category import ADD
from quotecli.frame import tells
from quotecli.grammar import Grammar, Reading
from quotecli.model import Cue, Layout, Sentence
from quotecli.normalize import plain
from quotecli.phrase import Phrases
from quotecli.speaker import in_first_person

_SOURCE = 24
"""Words between a verb of saying and what was said."""


class Unmarked:
    """Finds where such words begin, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.phrases, self.joined, bit = phrases, phrases.joined, grammar.bits
        self.text, self.starts, self.finite = layout.article.text, layout.starts, bit["finite"]
        self.future, self.comma = tuple(grammar.letters["future-letters"]), bit["commas"]
        self.own = partial(in_first_person, layout, grammar)
        self.opener, self.demonstrative = bit["speech-openers"], bit["demonstratives"]
        self.later = tuple(one for one in grammar.letters["imperfect-letters"] if one.startswith(self.future))
        self.condition, self.adverb = bit["conditionals"], bit["adverbs"]
        self.verb = bit["finite-verbs"]
        self.marking = bit["complementizers"] | bit["colons"]
        remark = bit["finite"] | bit["relatives"] | bit["parentheticals"]
        self.no_source = remark | self.marking | bit["marks"]

    def begins(self, cue: Cue, reading: Reading, sentence: Sentence) -> int | None:
        """Where the words of a verb that has to have some begin, after its source if it has one."""
        first = cue.start == sentence.start or self.words[cue.start].startswith(self.joined)
        apart = cue.start > sentence.start and self.kinds[cue.start - 1] & self.comma
        first = first or bool(apart and self.phrases.asides(sentence.start, cue.start) >= cue.start)
        if reading.mood == "participle" and cue.stop < sentence.stop:
            told = reading.verb.category == ADD and not self.kinds[cue.start] & self.adverb
            return cue.stop if told and self.kinds[cue.stop] & (self.opener | self.condition) else None
        if not first or not tells(reading) or reading.form.suffix:
            return None
        sure, limit = reading.verb.frame.words, sentence.stop
        for at in range(cue.stop, min(cue.stop + _SOURCE, limit - 1)):
            kind = self.kinds[at]
            told = self._verb(at, cue, sure) or (not sure and self._own(at))
            if self._opens(at, cue.stop, sure) or (told and not self._marked_after(at, limit)):
                whole = self.kinds[cue.stop] & self.demonstrative
                return None if self.phrases.indefinite(at - 1) else cue.stop if whole else at
            if kind & self.no_source or at in self.quotations:
                return None
        return None

    def _opens(self, at: int, first: int, sure: bool) -> bool:
        """Whether a word stands here that only what is said begins with."""
        word = self.kinds[at] & self.opener or (sure and self.own(at))
        word = word or (at == first and self.kinds[at] & self.condition)
        return bool(word) and not self.words[at].startswith(self.joined)

    def _own(self, at: int) -> bool:
        """Whether somebody tells of themselves, by the spelling for certain (سأبقى; not: سارندا)."""
        written, word = self.text[self.starts[at] : self.starts[at] + 2], self.words[at]
        if not self.own(at) or word.startswith(self.joined):
            return False
        return written[-1] != plain(written[-1]) or not word.startswith(self.future)

    def _verb(self, at: int, cue: Cue, sure: bool) -> bool:
        """Whether a clause begins here with its verb; one of the future after the comma of a source."""
        word, kind = self.words[at], self.kinds[at]
        apart = at - 1 > cue.stop and self.kinds[at - 1] & self.comma
        later = (not kind or kind & self.finite) and word.startswith(self.later)
        return bool((sure and kind & self.verb) or (apart and later))

    def _marked_after(self, at: int, limit: int) -> bool:
        """Whether what was said is marked later, so that a verb tells of the source (قال يصف حاله: ...)."""
        return any(self.kinds[n] & self.marking or n in self.quotations for n in range(at, limit))
