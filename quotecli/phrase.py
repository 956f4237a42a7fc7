"""Noun phrases: where the source after a cue begins and ends.

Nothing here parses: a source is what remains between a cue and the next fixed point once asides are taken
off its two ends. All positions are token positions.
"""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.seam import Seams

Gap = tuple[Range | None, bool]
"""A source, if there is one, and whether asides account for all the rest before the fixed point."""


class Phrases(Seams):
    """Reads noun phrases of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        super().__init__(layout, grammar)
        bit = grammar.bits
        self.negative = bit["negatives"]
        self.saying = bit["reporting-nouns"]
        self.body, self.press = bit["bodies"] | bit["documents"], bit["outlets"] | bit["agencies"]
        self.breaks = bit["verbals"] | bit["openers"] | bit["demonstratives"]
        self.not_source = (
            bit["openers"] | bit["finite"] | bit["prepositions"] | bit["prepositions-with-pronoun"]
            | bit["relatives"] | bit["negatives"] | bit["sentence-ends"] | bit["reporting-participles"]
        )  # fmt: skip
        self.subordinate, self.comp = bit["before-subordinate"], bit["complementizers-bare"]
        self.privative, self.governing = bit["privatives"], bit["offices-governing"]
        self.issued, self.emphatic = bit["issued"], bit["emphatics"]
        self.no_noun = bit["persons"] | bit["cues"] | bit["openers"] | bit["finite-verbs"]
        self.not_late = (self.joined[0], grammar.to_the[0], self.prepositions_joined[0])

    def gap(self, start: int, stop: int) -> Gap:
        """The source between a cue and a fixed point, and whether asides account for all the rest."""
        at = self.asides(start, stop)
        if at >= stop:
            return self._late_source(start, stop), True
        if not self.can_start(at):
            return None, False
        end = self.source_end(at, stop)
        complete = end >= stop or self.aside(end, stop) > end or self.kinds[end] & self.saying
        return Range((at, end)), bool(complete)

    def named_by(self, start: int, stop: int) -> Gap:
        """The source right after an according-to phrase, its joined preposition included (وفقا للبيان)."""
        joined = start < stop and self.words[start][0] in self.prepositions_joined
        named = start < stop and (joined or self.can_start(start))
        if not named or self.kinds[start] & self.as_what:
            return None, False
        end = self.source_end(start, stop)
        return Range((start, end)), end > start and (end >= stop or self.aside(end, stop) > end)

    def _late_source(self, start: int, stop: int) -> Range | None:
        """A source after an aside that no comma closes (قال في تصريح لوكالة محلية رئيس البلدية)."""
        no_break = self.preposition | self.occasion | self.heads | self.punctuation | self.counts | self.owned
        at = start
        while (at := at + 1) < stop:
            at = self.quotations[at].close if at in self.quotations else at  # في حديث لـ«الأخبار»
            if at >= stop or self.kinds[at] & self.relative or self.regard_at(at - 1) == at:
                return None
            free = at > start + 1 and self.kinds[at] & self.leads and not self.kinds[at - 1] & no_break
            if free and not self.words[at].startswith(self.not_late):
                return Range((at, self.source_end(at, stop)))
        return None

    def can_start(self, at: int) -> bool:
        """Whether a noun phrase may begin here."""
        if at in self.quotations:
            return True
        word = self.words[at]
        joined = word[0] in self.prepositions_joined and (
            word[1:3] == self.article or word[:2] == self.to_the
        )
        joined = joined and not self.like_joined(at)
        barred = self.kinds[at] & self.not_source and not self.approximate(at)
        return word[0].isalnum() and not (barred or joined or self._governed(at))

    def _governed(self, at: int) -> bool:
        """Whether an unknown word is a known noun with a preposition (بجملة), and no name (بورون، لأيمن)."""
        word = self.words[at]
        if word[0] == self.to_the[0] and not self.kinds[at] & ~self.bound:
            return bool(self.lexicon.get(word[1:], 0) & (self.country | self.body))  # قالت لموسكو إن
        noun = word[0] in self.prepositions_joined and not self.kinds[at] and word[1:2] not in self.joined
        return noun and bool(self.lexicon.get(word[1:], 0) & ~self.no_noun)

    def source_end(self, start: int, stop: int) -> int:
        """Where the noun phrase that begins at ``start`` ends, at most at ``stop``."""
        at, relative = start, False
        while at < stop:
            kind = self.kinds[at]
            if kind & self.finite and at > start and self.asyndetic(at, start):
                relative = True
            if at in self.quotations:
                at = min(self.quotations[at].close, stop - 1)
            elif kind & self.bracket_open:
                if self.words[at + 1 : at + 2] and self.dated(at + 1):
                    return at
                at = self.bracket(at, stop)
            elif kind & self.punctuation:
                relative = False
                if not self._apposition(at + 1, stop):
                    return at
            elif at > start and kind & self.privative and self.has_article(at + 1, stop):
                at += 1
            elif at > start and not relative:
                relative = bool(kind & self.relative)
                if not relative and (self._breaks(at) or self.object_at(at) or self._turns(at, start, stop)):
                    return at
            at += 1
        return stop

    def _breaks(self, at: int) -> bool:
        """Whether no noun phrase goes on with this word; after a preposition a demonstrative may."""
        led = self.kinds[at] & self.demonstrative and self.kinds[at - 1] & self.preposition
        return bool(self.kinds[at] & self.breaks) and not led

    def _turns(self, at: int, start: int, stop: int) -> bool:
        """Whether an aside begins here that is no part of a body's own name (النقابة الوطنية للصحفيين)."""
        of_body = self.kinds[at] & self.to and self.kinds[start] & self.body
        if of_body and not self.kinds[at] & self.press:
            return False
        if self.kinds[at] & self.preposition and self._governs(start, at):
            return False
        office = self.kinds[at] & self.within and self.kinds[start] & self.leads
        last = at + 1 >= stop or self.kinds[at + 1] & self.breaks
        apart = self.apart_at(at, stop) or self.owned_after(at) or self.sited(at, stop)
        if office and not (last or apart or self.sequence(at, stop) > at):
            return False
        if (at == start + 2 and self.kinds[at] & self.to and self._of_office(start)) or self.of_them(at):
            return False
        if self.kinds[at] & self.subordinate and at + 1 < stop and self.kinds[at + 1] & self.comp:
            return True
        return self.aside(at, stop) > at

    def _governs(self, start: int, at: int) -> bool:
        """Whether a preposition belongs to the role before it (المشرف على؛ not: المسؤول في بيان)."""
        if self.kinds[at - 1] & self.issued:
            return True
        of_group = not self.kinds[at] & self.within or self.kinds[start] & self.people
        return bool(at == start + 1 and self.kinds[start] & self.governing and of_group)

    def _of_office(self, start: int) -> bool:
        """Whether an office and its rank begin here, and the body comes next (المدير العام لشركة كذا)."""
        office = self.kinds[start] & self.leads and self.words[start].startswith(self.article)
        return bool(office and self.kinds[start + 1] & self.rank)

    def asyndetic(self, at: int, start: int) -> bool:
        """Whether a verb here may open a relative clause on an indefinite noun before it (بيان أصدرته).

        That is the noun right before it, or the one that heads the phrase from ``start`` on.
        """
        at -= bool(self.kinds[at - 1] & self.negative)
        adjective = not self.kinds[at - 1] or self.words[at - 1].endswith(self.nisba)
        qualified = self.indefinite(at - 2) and self._bare(at - 1) and adjective
        near, head = self.indefinite(at - 1) or qualified, self._of_none(start)
        if self.kinds[at - 1] & self.punctuation:
            return near or (head and self.words[at].endswith(self.long_possessives))
        return near or (head and (at == start + 2 or not self.kinds[at - 1] & self.named))

    def _of_none(self, at: int) -> bool:
        """Whether an indefinite noun stands here that no definite one makes definite (تقديرات الوزارة).

        After an office comes a name, whose words may be spelled like verbs (مدير النادي رجا ...).
        """
        person = self.kinds[at] & self.leads and not self.kinds[at] & self.body
        return self.indefinite(at) and bool(person or not self.words[at + 1].startswith(self.article))

    def indefinite(self, at: int) -> bool:
        """Whether a noun of a list stands here without the article."""
        kind = self.kinds[at]
        listed = kind & (self.heads | self.occasion) and not kind & self.punctuation
        return bool(listed) and not self.words[at].startswith((self.article, self.to_the))

    def _apposition(self, at: int, stop: int) -> bool:
        return (
            at < stop
            and self.can_start(at)
            and self.aside(at, stop) == at
            and not self.kinds[at] & (self.finite | self.demonstrative)
        )

    def emphasized(self, at: int) -> bool:
        """Whether a word here begins a remark on what was said before (، خاصة أن ...، وخاصة أن ...)."""
        joined = self.words[at].startswith(self.joined)
        return bool(self.kinds[at] & self.emphatic and (joined or self.kinds[at - 1] & self.comma))

    def another(self, start: int, stop: int) -> bool:
        """Whether, after a noun phrase and asides, a second one fills the rest (الوزير، أمس، الشركة بكذا)."""
        at = self.asides(start, stop)
        if at >= stop:
            return False
        apart = at > start or self.kinds[at] & self.demonstrative or self.object_at(at)
        if not apart or not self.can_start(at):
            return False
        return self.asides(self.source_end(at, stop), stop) >= stop
