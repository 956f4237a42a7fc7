"""Asides: where an adjunct of time, place, medium or addressee begins and ends, by token positions."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout
from quotecli.sited import Sited


class Asides(Sited):
    """Finds the asides of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        super().__init__(layout, grammar)
        nisba, feminine = grammar.letters["nisba-endings"], grammar.letters["feminine-endings"][0]
        self.nisbas = tuple(one + feminine for one in nisba)
        self.sequences, self.prepositions_joined = grammar.sequences, grammar.letters["prepositions-joined"]
        bit = grammar.bits
        self.bracket_open, self.bracket_close = bit["brackets-open"], bit["brackets-close"]
        self.led, self.relative, self.remark = bit["asides-led"], bit["relatives"], bit["parentheticals"]
        self.as_word, self.as_noun, self.as_what = bit["as-words"], bit["as-nouns"], bit["as-what"]
        self.outlet = bit["outlets"]
        self.ends, self.same = bit["sentence-ends"], bit["reflexives"] | bit["demonstratives"]
        self.to = bit["bound-to"]
        self.manner = bit["manners"]
        self.alone = bit["adverbs"] | bit["sayings"] | bit["prepositions-with-pronoun"]
        self.date, self.qualifier, self.age = bit["dates"], bit["time-qualifiers"], bit["age-units"]
        self.participle, self.said = bit["reporting-participles"], bit["complementizers"] | bit["colons"]
        self.time_adjunct = bit["time-adjuncts"]
        self.time_more = bit["dates"] | bit["time-qualifiers"] | bit["numbers"]
        self.occasion = bit["occasions"] | bit["documents"] | bit["outlets"] | bit["dates"]
        self.medium = self.occasion | bit["occasions-possessed"]
        self.addressee = bit["outlets"] | bit["offices-plural"] | bit["addressees"] | bit["agencies"]
        self.rank = bit["office-ranks"]
        self.held, self.courtesies = bit["ranks"], bit["courtesies"]
        self.shares = bit["reporting-participles"] | bit["sayings"]

    def asides(self, start: int, stop: int) -> int:
        """Skip as many asides as stand here; the first token that is none of one."""
        at = start
        while at < stop:
            end = self.aside(at, stop)
            if end == at and at > start and self._place(at):
                end = self.to_comma(at + 1, stop)
            if end == at:
                return at
            at = end
        return at

    def _place(self, at: int) -> bool:
        """Whether, after when it was said, a preposition tells where (أعلن أمس | في عمان أن)."""
        before, kind = self.kinds[at - 1], self.kinds[at]
        when = before & (self.date | self.time_adjunct | self.qualifier)
        return bool(when and kind & self.preposition) and not kind & (self.of | self.about)

    def aside(self, at: int, stop: int) -> int:
        """The end of the aside that begins at ``at``, or ``at`` if none does."""
        kind = self.kinds[at]
        if kind & self.punctuation:
            return at + 1
        if kind & self.with_pronoun and at and self.of_noun(at, stop):
            return at
        if kind & self.preposition and self.approximate(at):
            return at
        fixed = self.sequence(at, stop)
        if fixed > at:
            return self._qualified(fixed, stop)
        led = self.sequence(at, stop, "asides-led") if kind & self.preposition else at
        if led > at:
            return self.to_comma(led, stop)
        if kind & self.bracket_open:
            return self.bracket(at, stop) + 1
        remark = kind & self.remark and self._goes_on(at)
        if kind & self.relative or remark or self.regard_at(at) > at:
            return self.to_comma(at, stop)
        if kind & self.courtesies and at and self.kinds[at - 1] & self.shares:
            return at + 1  # whose participle it is, named once more (مؤكدا سموه أن)
        if self._age(at, stop) or self.circumstance(at, stop):
            return self.to_comma(at + 1, stop)
        if at + 1 < stop:
            return self._adjunct(at, stop)
        return at + bool(kind & (self.alone | self.time_adjunct) or self._spoken_to(at))

    def _qualified(self, at: int, stop: int) -> int:
        """The end of an expression with the adjective after its definite noun (على هامش القمة العربية)."""
        nisba = at < stop and self.words[at].startswith(self.article) and self.words[at].endswith(self.nisbas)
        definite = nisba and self.words[at - 1].startswith(self.article) and not self.kinds[at]
        return at + 1 if definite else at

    def _adjunct(self, at: int, stop: int) -> int:
        kind = self.kinds[at]
        if kind & (self.led | self.as_word) or self.as_told(at, stop):
            return self.to_comma(at + 1, stop)
        if kind & self.manner:
            return at + 2
        if kind & self.preposition:
            return self._prepositional(at, stop)
        dated = kind & self.date and self.kinds[at + 1] & (self.qualifier | self.date)
        if kind & self.time_adjunct or (dated and not self._ranked(at)):
            return self._time(at + 1, stop)
        if kind & self.alone:
            return at + 1
        apart = self.words[at] in self.prepositions_joined
        return self.to_comma(at + 1, stop) if apart or self._spoken_to(at) else at

    def as_told(self, at: int, stop: int) -> bool:
        """Whether a noun and ما begin an according-to phrase with a verb (وفق ما قال)."""
        return bool(at + 1 < stop and self.kinds[at] & self.as_noun and self.kinds[at + 1] & self.as_what)

    def _ranked(self, at: int) -> bool:
        """Whether two adjectives of rank follow an office here (الأمين العام السابق), and no date."""
        office = at and self.kinds[at - 1] & self.held
        return bool(office) and bool(self.kinds[at] & self.kinds[at + 1] & self.rank)

    def _age(self, at: int, stop: int) -> bool:
        """Whether somebody's age stands here (فلان، 39 عاما، قال)."""
        apart = 0 < at < stop - 1 and self.words[at].isdigit() and self.kinds[at - 1] & self.punctuation
        return bool(apart and self.kinds[at + 1] & self.age)

    def circumstance(self, at: int, stop: int) -> bool:
        """Whether a participle only tells what somebody who speaks was doing (قال مشيرا للوفد: ...)."""
        if not self.kinds[at] & self.participle or at + 2 >= stop:
            return False
        near = at + 1 + bool(self.kinds[at + 1] & self.preposition)
        return not self.kinds[near] & (self.said | self.punctuation) and near not in self.quotations

    def _goes_on(self, at: int) -> bool:
        """Whether a word stands in the middle of a sentence."""
        return at > 0 and not self.kinds[at - 1] & self.ends

    def _spoken_to(self, at: int) -> bool:
        word = self.words[at]
        latin = word[0] in self.prepositions_joined and word[1:2].isascii() and word[1:2].isalpha()
        return latin or bool(
            self.kinds[at] & self.to and self.kinds[at] & self.addressee and not self._ruled(at)
        )

    def _ruled(self, at: int) -> bool:
        """Whether a field follows the name of the body that is over it (الهيئة العليا للإعلام)."""
        body = self.kinds[at - 2] & self.organ if at > 1 else 0
        return bool(self.kinds[at] & self.outlet and body and self.kinds[at - 1] & self.rank)

    def _prepositional(self, at: int, stop: int) -> int:
        if self.kinds[at] & self.of and self.kinds[at + 1] & self.outlet:
            return at
        if at and ((self.kinds[at] & self.about and self.named_at(at - 1)) or self.sited(at, stop)):
            return self.to_comma(at + 1, stop)
        after_comma = not at or (self.kinds[at - 1] | self.kinds[at + 1]) & (self.punctuation | self.finite)
        medium = self._noun_after(at, stop) & self.medium or self.words[at + 1][0].isdigit()
        if after_comma or medium or (self.owned_at(at + 1) and not self.kinds[at] & (self.of | self.about)):
            return self.to_comma(at + 1, stop)
        return at

    def dated(self, at: int) -> bool:
        """Whether a day or a number stands here, as in brackets after a name."""
        return self.words[at][0].isdigit() or bool(self.kinds[at] & (self.date | self.time_adjunct))

    def occasion_at(self, at: int, stop: int) -> bool:
        """Whether an adjunct of medium or occasion begins here (في بيان صدر أمس)."""
        return (
            bool(self.kinds[at] & self.preposition)
            and at + 1 < stop
            and bool(self._noun_after(at, stop) & self.medium)
        )

    def apart_at(self, at: int, stop: int) -> bool:
        """Whether such an adjunct follows an office, not the medium where it is held (المدير في الإذاعة)."""
        if not self.occasion_at(at, stop):
            return False
        last, kind = self.words[stop - 1], self.kinds[stop - 1]
        plain = not kind and last.isalpha() and not last.startswith(self.article)
        named = (plain and not last.endswith(self.nisbas)) or self.kinds[stop - 2] & self.name
        held = self._noun_after(at, stop) & self.outlet and named and self.to_comma(at, stop) == stop
        return not held

    def _noun_after(self, at: int, stop: int) -> int:
        """The kinds of the noun after a preposition, past a word for the same (في نفس البيان)."""
        at += 2 if self.kinds[at + 1] & self.same and at + 2 < stop else 1
        return self.kinds[at]

    def bracket(self, at: int, stop: int) -> int:
        """The bracket that closes the one at ``at``, or the last token before ``stop``."""
        return next((n for n in range(at + 1, stop) if self.kinds[n] & self.bracket_close), stop - 1)

    def _time(self, at: int, stop: int) -> int:
        while at < stop and (
            self.kinds[at] & self.time_more or self.words[at][0].isdigit() or self.words[at] == "/"
        ):
            at += 1
        return at

    def sequence(self, at: int, stop: int, use: str = "asides") -> int:
        """The end of the expression of several words that begins at ``at``, or ``at`` if none does."""
        for length, expressions in self.sequences[use].get(self.words[at], ()):
            end = at + length
            if end <= stop and tuple(self.words[at:end]) in expressions:
                return end
        return at
