"""Candidate to attribution: where the quote begins and ends, and what kind it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quotecli.category import DESCRIBE
from quotecli.ends import Ends
from quotecli.grammar import Grammar
from quotecli.model import Attribution, Candidate, Layout, Quotation, Range, Sentence
from quotecli.others import Cues
from quotecli.phrase import Phrases
from quotecli.speech import Speech
from quotecli.verbatim import Verbatim

_NEAR = 20
"""Cues of the same sentence, on either side, that are looked at for the end of a quote."""
_NAME = 2
"""Words in marks that, inside a clause, are more often a name or a term than speech."""


def delimit(
    layout: Layout, candidates: Iterable[Candidate], phrases: Phrases, grammar: Grammar
) -> list[Attribution]:
    """All candidates of the article, in order; those left with nothing said are dropped."""
    by_sentence: dict[Sentence, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence, []).append(candidate)
    silent = {one.start: one for one in layout.sentences if one not in by_sentence}
    delimiter = _Delimiter(layout, silent, phrases, grammar)
    return [one for group in by_sentence.values() for one in delimiter.sentence(group)]


class _Delimiter:
    """Decides the ends of quotes in one article; ``silent`` are sentences without a cue, by their start."""

    def __init__(
        self, layout: Layout, silent: dict[int, Sentence], phrases: Phrases, grammar: Grammar
    ) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.definite = grammar.article, grammar.to_the
        self.phrases = phrases
        self.ends_of, self.speech = Ends(layout, grammar, phrases), Speech(layout, grammar)
        self.verbatim = Verbatim(layout, silent, self.ends_of, grammar)
        bit = grammar.bits
        self.press = bit["outlets"] | bit["agencies"]
        self.again = bit["documents"] | bit["sources"]
        self.adjunct, self.about = bit["asides-led"], bit["topical"]
        self.comp, self.pause = bit["complementizers"], bit["pauses"]
        self.preposition, self.stance = bit["prepositions"], bit["stances"]
        self.trailing = bit["pauses"] | bit["sentence-ends"] | bit["colons"] | bit["contrasts"]
        self.leading = bit["pauses"] | bit["as-words"] | bit["marks-close"] | bit["marks-either"]
        self.opening = bit["colons"] | bit["commas"]
        self.resuming = bit["pauses"] | bit["resumers"]

    def sentence(self, candidates: Cues) -> Iterator[Attribution]:
        """The attributions of one sentence."""
        for n, candidate in enumerate(candidates):
            self.verbatim.speaks(candidate)
            earlier, later = candidates[max(0, n - _NEAR) : n], candidates[n + 1 : n + _NEAR]
            attribution = self._one(candidate, earlier, later)
            if attribution and not self._repeats(candidate, earlier):
                yield attribution

    def _repeats(self, one: Candidate, earlier: Cues) -> bool:
        """An according-to phrase that names again who was just quoted (أضاف البيان ...، بحسب البيان).

        Or one that stands between a verb and what was said.
        """
        if not one.according:
            return False
        if any(other.cue.start < one.cue.start < other.said[0] for other in earlier):
            return True
        if one.source and not self._same_again(one.source):
            return False
        return any(other.said[0] < one.cue.start < other.said[1] for other in earlier)

    def _same_again(self, source: Range) -> bool:
        """Whether a source can only be one that was named before (البيان، المصدر)."""
        at, known = source[0], self.kinds[source[0]] & self.again
        definite = self.words[at].startswith(self.definite)
        return bool(known) and definite and source[1] - at == 1

    def _one(self, candidate: Candidate, earlier: Cues, later: Cues) -> Attribution | None:
        start, stop = candidate.said
        if stop <= candidate.cue.start:
            return self._before_cue(candidate, earlier, later)
        if candidate.point == "end":
            start = self._skip(start, stop, self.resuming)
        start = self._skip(start, stop, self.opening)
        if start >= stop:
            return None
        quotation = self.quotations.get(start)
        stop = self.ends_of.end(candidate, earlier, later, start, stop)
        if self._term(candidate, start):
            stop = min(stop, self.quotations[self._marks_at(start)].close + 1)
        spoken = candidate.point in {"quotation", "colon", "here"}
        whole = quotation and not self.speech.torn(quotation, stop)
        if quotation and whole and (spoken or self._all_in_marks(quotation, stop)):
            return Attribution(candidate, quotation.inside, "direct", candidate.sentence)
        if candidate.point == "colon" and stop == candidate.sentence.stop:
            stop = self.verbatim.end(candidate, stop)
        return self._clause(candidate, start, stop)

    def _marks_at(self, start: int) -> int:
        """The mark that opens a quotation at the start, perhaps after بـ or بأنه."""
        led = len(self.words[start]) == 1 or self.kinds[start] & self.comp
        return start + bool(start not in self.quotations and led)

    def _term(self, candidate: Candidate, start: int) -> bool:
        """Whether the words in marks are all: a name (ما وصفه بـ"العدوان"), or an adjunct follows.

        (حثت على "الهدوء" بعد كذا؛ وصفته بأنه "بطل"، وهو كذا)
        """
        quotation = self.quotations.get(self._marks_at(start))
        if not quotation or quotation.close + 1 >= len(self.kinds):
            return False
        after = self.kinds[quotation.close + 1]
        if not candidate.nominal:
            over = after & self.pause and not self.ends_of.adds(quotation.close + 2, len(self.kinds))
            return candidate.reading.verb.category == DESCRIBE and bool(after & self.adjunct or over)
        named = candidate.reading.form.suffix and not after & self.preposition
        return bool(named or (after & self.adjunct and not after & self.about))

    def _before_cue(self, candidate: Candidate, earlier: Cues, later: Cues) -> Attribution | None:
        """What was said stands left of the cue, and perhaps goes on after it."""
        start, stop = candidate.said
        quotation = self.quotations.get(start)
        if quotation and quotation.close + 1 == stop:
            following = self.quotations.get(candidate.rest[0]) if candidate.rest else None
            inside = (*quotation.inside, *following.inside) if following else quotation.inside
            return Attribution(candidate, inside, "direct", candidate.sentence)
        start = self._reported(candidate, earlier, start, stop)
        clause = self._clause(candidate, self._opening(start, stop), stop)
        rest = self.ends_of.resumed(candidate, earlier, later)
        return replace(clause, quote=(*clause.quote, rest)) if clause and rest else clause

    def _reported(self, candidate: Candidate, earlier: Cues, start: int, stop: int) -> int:
        """Where a clause begins that an according-to phrase ends: what is reported before it, if anything.

        A medium is named for the whole of the sentence (قال فلان إن ...، وفقا لوكالة كذا).
        """
        source = candidate.source
        press = source and (self.kinds[source[0]] & self.press or source[0] in self.quotations)
        if candidate.reading.verb.frame.relays or press:
            return start
        said = (one.said[0] for one in earlier if one.said[0] < stop and self._reports(one))
        return max([start, *said])

    def _reports(self, one: Candidate) -> bool:
        """Whether what follows is somebody's statement for certain, and no remark inside a clause."""
        told = one.source or one.cue.lead or one.cue.start == one.sentence.start
        return bool(told) and not one.nominal and not one.reading.verb.frame.evidence

    def _skip(self, start: int, stop: int, kinds: int) -> int:
        while start < stop and self.kinds[start] & kinds:
            start += 1
        return start

    def _opening(self, start: int, stop: int) -> int:
        while start < stop and self.kinds[start] & self.leading and start not in self.quotations:
            start += 1
        return start

    def _all_in_marks(self, quotation: Quotation, stop: int) -> bool:
        return self._skip(quotation.close + 1, stop, self.trailing) >= stop

    def _clause(self, candidate: Candidate, start: int, stop: int) -> Attribution | None:
        stop = self.ends_of.trimmed(start, stop)
        if stop <= start or self._unsaid(candidate, start, stop):
            return None
        kind = self._kind(candidate, start, stop)
        return Attribution(candidate, (Range((start, stop)),), kind, candidate.sentence)

    def _unsaid(self, candidate: Candidate, start: int, stop: int) -> bool:
        """Whether nothing is stated (طلب عدم ذكر اسمه), only felt or done (أبدى سعادته بكذا)."""
        felt = candidate.nominal and candidate.reading.verb.frame.stance
        mere = felt and not (self.kinds[start] | self.phrases.stem(start)) & self.stance
        return bool(mere) or self.phrases.sequence(start, stop, "unsaid") > start

    def _kind(self, candidate: Candidate, start: int, stop: int) -> str:
        if candidate.nominal:
            return "nominal"
        if candidate.point in {"colon", "here"}:
            return "direct"
        inside = (self.quotations[at] for at in range(start, stop) if at in self.quotations)
        return "mixed" if any(quotation.length > _NAME for quotation in inside) else "indirect"
