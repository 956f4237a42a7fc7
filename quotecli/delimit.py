"""Candidate to attribution: where the quote begins and ends, and what kind it is."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.phrase import Phrases
from quotecli.model import Attribution, Candidate, Layout, Quotation, Range, Sentence

_FINITE = frozenset({"perfect", "imperfect"})
_NEAR = 20
"""Cues of the same sentence, on either side, that are looked at for the end of a quote."""
_NAME = 2
"""Words in marks that, inside a clause, are more often a name or a term than speech."""


class Delimiter:
    """Decides the ends of quotes in one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.sentences, self.phrases = layout.sentences, Phrases(layout, grammar)
        self.silent: dict[int, Sentence] = {}
        bit = grammar.bits
        self.again = bit["documents"] | bit["sources"]
        self.comma = bit["commas"] | bit["dashes"]
        self.trailing = self.comma | bit["sentence-ends"] | bit["colons"]
        self.subordinate, self.comp = bit["asides-led"], bit["complementizers"]
        self.nominal_stop = bit["nominal-stops"]
        self.continuation, self.nominal_end = bit["continuations"], bit["nominal-ends"]
        self.finite = bit["finite-verbs"] | bit["reporting"]
        self.resumer = bit["resumers"]
        self.ends = bit["sentence-ends"]
        self.leading = bit["as-words"] | bit["marks-close"] | bit["marks-either"]

    def delimit(self, candidates: list[Candidate]) -> list[Attribution]:
        """All candidates of the article, in order; those left with nothing said are dropped."""
        by_sentence: dict[Sentence, list[Candidate]] = {}
        for candidate in candidates:
            by_sentence.setdefault(candidate.sentence, []).append(candidate)
        self.silent = {s.start: s for s in self.sentences if s not in by_sentence}
        out: list[Attribution] = []
        for group in by_sentence.values():
            group = [one for one in group if not self._repeats(one, group)]
            for n, candidate in enumerate(group):
                made = self._one(candidate, group[max(0, n - _NEAR) : n], group[n + 1 : n + _NEAR])
                if made:
                    out.append(made)
        return out

    def _repeats(self, one: Candidate, group: list[Candidate]) -> bool:
        """An according-to phrase that only names again the document just quoted (أضاف البيان ...، بحسب البيان)."""
        if one.reading.mood != "phrase" or not one.source or one.source[1] - one.source[0] > 1:
            return False
        again = self.kinds[one.source[0]] & self.again
        return bool(again) and any(c.said[0] < one.cue.start < c.said[1] for c in group if c.cue.start < one.cue.start)

    def _verbatim(self, stop: int, paragraph: int) -> int:
        """Speech after a colon without marks goes on until somebody else is quoted or the paragraph ends."""
        following = self._next(stop)
        while following and following.paragraph == paragraph:
            stop = following.stop
            following = self._next(stop)
        return stop

    def _next(self, stop: int) -> Sentence | None:
        while stop < len(self.kinds) and self.kinds[stop] & self.ends:
            stop += 1
        return self.silent.get(stop)

    def _one(self, candidate: Candidate, earlier: list[Candidate], later: list[Candidate]) -> Attribution | None:
        start, stop = candidate.said
        if stop <= candidate.cue.start:
            quotation = self.quotations.get(start)
            if quotation and quotation.close + 1 == stop:
                return Attribution(candidate, quotation.inside, "direct", candidate.sentence)
            return self._clause(candidate, self._opening(start, stop), stop)
        if candidate.point == "end":
            start = self._after_according(start, stop)
        quotation = self.quotations.get(start)
        stop = self._end(candidate, earlier, later, start, stop)
        if quotation and (candidate.point in {"quotation", "colon", "here"} or self._all_in_marks(quotation, stop)):
            return Attribution(candidate, quotation.inside, "direct", candidate.sentence)
        if candidate.point == "colon" and stop == candidate.sentence.stop:
            stop = self._verbatim(stop, candidate.sentence.paragraph)
        return self._clause(candidate, start, stop)

    def _after_according(self, start: int, stop: int) -> int:
        while start < stop and self.kinds[start] & (self.comma | self.resumer):
            start += 1
        return start

    def _opening(self, start: int, stop: int) -> int:
        while start < stop and self.kinds[start] & (self.comma | self.leading) and start not in self.quotations:
            start += 1
        return start

    def _clause(self, candidate: Candidate, start: int, stop: int) -> Attribution | None:
        while stop > start and self.kinds[stop - 1] & self.trailing:
            stop -= 1
        if stop <= start:
            return None
        return Attribution(candidate, (Range((start, stop)),), self._kind(candidate, start, stop), candidate.sentence)

    def _kind(self, candidate: Candidate, start: int, stop: int) -> str:
        if candidate.point in {"prep", "noun"}:
            return "nominal"
        if candidate.point in {"colon", "here"}:
            return "direct"
        inside = (self.quotations[at] for at in range(start, stop) if at in self.quotations)
        speech = any(sum(b - a for a, b in quotation.inside) > _NAME for quotation in inside)
        return "mixed" if speech else "indirect"

    def _all_in_marks(self, quotation: Quotation, stop: int) -> bool:
        at = quotation.close + 1
        while at < stop and self.kinds[at] & self.trailing:
            at += 1
        return at >= stop

    def _end(self, candidate: Candidate, earlier: list[Candidate], later: list[Candidate], start: int, stop: int) -> int:
        for other in later:
            if other.cue.start >= stop:
                break
            if start < other.cue.start < stop and self._independent(other, candidate, earlier):
                if self._slight(other, start):
                    continue
                stop = min(stop, max(other.start, start) if other.said[0] > other.cue.start else self._before(other, start))
        nominal = candidate.point in {"prep", "noun"}
        at = start
        while at < stop:
            if at in self.quotations:
                at = min(self.quotations[at].close + 1, stop)
                continue
            if self.kinds[at] & self.comma and at + 1 < stop and self._writer(at + 1, nominal):
                return at
            if nominal and at > start and self._clause_begins(at):
                return at
            at += 1
        return stop

    def _slight(self, other: Candidate, start: int) -> bool:
        """Whether an according-to phrase outweighs the clause before it, and so belongs to the clause."""
        if other.said[0] > other.cue.start or not other.source:
            return False
        return other.said[1] - start < min(8, other.source[1] - other.start)

    def _before(self, other: Candidate, start: int) -> int:
        """An according-to phrase ends the quote before it."""
        return other.said[1] if other.said[1] > start else other.cue.start

    def _writer(self, at: int, nominal: bool) -> bool:
        """Whether, after a comma, the writer speaks again."""
        if self.kinds[at] & self.continuation:
            return True
        ends = self.kinds[at] & (self.finite | self.nominal_end) or self.phrases.occasion_at(at, len(self.kinds))
        return nominal and bool(ends)

    def _clause_begins(self, at: int) -> bool:
        """Whether, with no comma, a clause follows a reported noun phrase (رغم، لكن، بعد أن)."""
        if self.kinds[at] & self.subordinate and at + 1 < len(self.kinds):
            return bool(self.kinds[at + 1] & self.comp)
        return bool(self.kinds[at] & self.nominal_stop)

    def _independent(self, other: Candidate, candidate: Candidate, earlier: list[Candidate]) -> bool:
        """Whether ``other`` is a statement of its own and not part of what ``candidate`` says."""
        mood = other.reading.form.mood if other.reading else ""
        if mood in {"participle", "phrase"} or other.said[1] <= other.cue.start:
            return True
        if mood == "noun" or not other.cue.lead:
            return bool(other.start > 0 and self.kinds[other.start - 1] & self.continuation)
        if other.source:
            return True
        return self._same_subject(other, candidate, earlier)

    def _same_subject(self, other: Candidate, candidate: Candidate, earlier: list[Candidate]) -> bool:
        finite = [c for c in (*earlier, candidate) if c.reading and c.reading.form.mood in _FINITE]
        if not finite:
            return True
        mine = finite[-1].reading.form
        theirs = other.reading.form
        return not (mine.gender and theirs.gender) or mine.gender == theirs.gender
