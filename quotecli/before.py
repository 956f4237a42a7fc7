"""What stands left of a cue: the slots there, matched backwards from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from quotecli.grammar import Grammar
from quotecli.model import Cue, Layout, Quotation, Range, Sentence
from quotecli.phrase import Phrases
from quotecli.preceding import Preceding

_FARTHEST = 20
"""Tokens between a verbal noun and the عن of the one whose words it passes on, or a pronoun and its noun."""


@dataclass(frozen=True, slots=True)
class Before:
    """What stands left of a cue: the first token of it, and the source and the quote if they are there."""

    start: int
    source: Range | None = None
    said: Range | None = None


_BEEN = 6
"""Words from كان to the verb that it goes with, asides between them (كان قبل أيام قد أعلن)."""
_SPEECH = 2
"""Words in marks, at least, that a verb after them can report."""
_NAME = 3
"""Words in marks, at most, that may be that verb's subject."""

_Slot = Callable[[Before, Sentence, Cue], "Before | None"]


class Left:
    """Matches the slots that stand before a cue, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.phrases = layout.words, layout.kinds, phrases
        self.quotations, self.closed = layout.quotations, layout.closed
        bit = grammar.bits
        self.as_word, self.also = bit["as-words"], bit["also-words"]
        self.document, self.occasion, self.lexicon = bit["documents"], bit["occasions"], grammar.kinds
        self.joined = grammar.letters["conjunctions-joined"]
        self.object_stem, self.article = grammar.object_stem, grammar.article
        self.pause, self.ends, self.title = bit["pauses"], bit["sentence-ends"], bit["title-words"]
        self.been = bit["kana"]
        self.particle, self.relative = bit["verb-particles"] | bit["kana"], bit["relatives"]
        self.preceding, self.reporting = Preceding(layout, grammar, phrases), bit["reporting"]
        self.nominal, self.verb = bit["nominal-heads"], bit["finite"] | bit["finite-verbs-ambiguous"]
        self.governs, self.clausal = bit["prepositions-nominal"], bit["finite"] | bit["commas"]
        self.colon, self.from_word, self.topic = bit["colons"], bit["from-words"], bit["topics"]
        self._matched: dict[tuple[tuple[str, ...], int], Before | None] = {}
        self._slots: dict[str, _Slot] = {
            "as": self._as,
            "clause": self._clause,
            "comma?": self._comma,
            "document": self._document,
            "from": self._from,
            "pause": self._pause,
            "quotation": self._quotation,
            "relative": self._relative,
            "source": self._source,
            "start": self._start,
        }

    def match(self, slots: tuple[str, ...], cue: Cue, sentence: Sentence) -> Before | None:
        """Match the slots, the last first; None if one does not stand there."""
        tried = slots, cue.start
        if tried not in self._matched:
            self._matched[tried] = self._match(slots, cue, sentence)
        return self._matched[tried]

    def _match(self, slots: tuple[str, ...], cue: Cue, sentence: Sentence) -> Before | None:
        found: Before | None = Before(cue.start)
        for slot in reversed(slots):
            if found is None:
                return None
            found = self._slots[slot](found, sentence, cue)
        return found

    def as_at(self, at: int) -> int:
        """How many words before ``at`` make the verb there an according-to phrase."""
        if at and self.kinds[at - 1] & self.as_word:
            return 1
        return 2 if at > 1 and self.phrases.as_told(at - 2, at) else 0

    def _as(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        width = self.as_at(found.start)
        first = found.start - width
        if width == 2 and self.kinds[first] & self.governs and cue.readings[0].form.suffix:
            width *= bool(self.kinds[first - 1] & self.pause)  # not: علق على ما نشرته الصحيفة
        return Before(found.start - width) if width and not cue.lead else None

    def _start(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        if found.start < cue.start and self.kinds[found.start] & self.also:
            return None
        if found.start == sentence.start:
            return found
        paused = self.kinds[found.start - 1] & self.pause and (cue.lead or self.kinds[cue.start] & self.colon)
        apart = found.start == sentence.start + 1 and self.words[sentence.start] in self.joined
        return found if paused or apart else None

    def _comma(self, found: Before, sentence: Sentence, cue: Cue) -> Before:
        at = found.start
        while at > sentence.start and self.kinds[at - 1] & self.pause:
            at -= 1
        return replace(found, start=at)

    def _pause(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        there = found.start > sentence.start and self.kinds[found.start - 1] & self.pause
        return self._comma(found, sentence, cue) if there and not cue.lead else None

    def _quotation(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        at = found.start - 1
        if at > 0 and self.kinds[at] & self.ends:
            at -= 1
        quotation = self.closed.get(at)
        if cue.lead or not quotation or at < sentence.start or quotation.length < _SPEECH:
            return None
        if quotation.open == sentence.start and at == found.start - 1 and self._name(quotation):
            return None
        if quotation.open > sentence.start and self.kinds[quotation.open - 1] & self.title:
            return None
        return Before(quotation.open, None, Range((quotation.open, quotation.close + 1)))

    def _name(self, quotation: Quotation) -> bool:
        """Whether short words in marks, with no comma after them, are a verb's subject («...» تنتقد كذا)."""
        return quotation.length <= _NAME and not any(
            self.kinds[at] & self.clausal for at in range(quotation.open, quotation.close)
        )

    def _clause(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        start, stop = sentence.start, found.start
        if start + 1 < stop and self.kinds[start] & self.as_word and self.kinds[start + 1] & self.verb:
            start += 1  # كما for also
        aside = self.phrases.asides(start, stop) >= stop - 1 and not self.preceding.stated(start, stop)
        if stop - start < 2 or aside or self.preceding.adjunct(start, stop):
            return None
        quoted = self._quotation(found, sentence, cue)
        if quoted and quoted.said and quoted.start - start < 4:
            return Before(stop, None, quoted.said)
        return Before(stop, None, Range((start, stop)))

    def _from(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        """Whom a relayed statement is taken from: the phrase after عن, right before a verbal noun (قوله)."""
        nearest = max(sentence.start, found.start - _FARTHEST)
        for at in range(found.start - 1, nearest - 1, -1):
            if self.kinds[at] & self.reporting and self.words[at].startswith(self.joined):
                return None
            if self.kinds[at] & self.from_word and not self._noun(at - 1) & self.nominal:
                source, legal = self.phrases.gap(at + 1, found.start)
                return Before(at, source) if source and legal else None
        return None

    def _document(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        """The nearest document that the pronoun of the cue can mean (أصدر بيانا عبر صفحته جاء فيه)."""
        feminine, near = self.words[cue.stop - 1].endswith(self.phrases.long_possessives), found.start - 1
        for at in range(near, max(sentence.start, found.start - _FARTHEST) - 1, -1):
            agrees = self.words[at].endswith((self.phrases.feminine, self.phrases.plural)) == feminine
            said = self.document | (self.nominal if at == near else 0)
            if (agrees or at == near) and self._noun(at) & said:
                return Before(at, Range((at, self.phrases.source_end(at, found.start))))
        return None

    def document_at(self, at: int) -> bool:
        """Whether the word is one for a document or an occasion, perhaps as an object (أصدر بيانا)."""
        return bool(self._noun(at) & (self.document | self.occasion))

    def _noun(self, at: int) -> int:
        """The lists that a word is in, or that it is in without its article or the ending of an object."""
        word = self.words[at].removeprefix(self.article)
        return self.kinds[at] | self.lexicon.get(word, 0) | self.object_stem(word)

    def relative_at(self, cue: Cue, sentence: Sentence) -> int:
        """Where the relative word of the clause stands that a verb opens."""
        return self._particles(cue.start, sentence) - 1

    def _relative(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        at = self._particles(found.start, sentence)
        there = at > sentence.start and self.kinds[at - 1] & self.relative and not cue.lead
        return Before(at - 1) if there else None

    def _particles(self, at: int, sentence: Sentence) -> int:
        while at > sentence.start and (self.kinds[at - 1] & self.particle or at - 1 in self.quotations):
            at -= 1
        been = next(
            (n for n in range(at - 2, max(sentence.start, at - _BEEN), -1) if self.kinds[n] & self.been), 0
        )
        return self._particles(been, sentence) if been and self.phrases.asides(been + 1, at) >= at else at

    def _source(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        """The noun phrase that ends before ``found``: what a clause there could have as its subject."""
        stop = self._particles(found.start, sentence)
        if (cue.lead and not self.kinds[sentence.start] & self.topic) or stop == sentence.start:
            return None
        source = self.preceding.phrase(stop, found.start, sentence)
        return Before(source[0], source) if source else None
