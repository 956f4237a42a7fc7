"""What a cue's reach passes over on its way: relative clauses, remarks and what others say in them."""

from __future__ import annotations

from quotecli.grammar import Grammar, Reading
from quotecli.model import Cue, Layout
from quotecli.phrase import Phrases
from quotecli.speech import SPEECH


class Passing:
    """Finds the ends of clauses and asides between the cues of one article and what was said."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.phrases, self.joined, self.readings = phrases, phrases.joined, grammar.readings
        bit = grammar.bits
        self.comma, self.colon, self.comp = bit["commas"], bit["colons"], bit["complementizers"]
        self.finite, self.reporting, self.relative = bit["finite"], bit["reporting"], bit["relatives"]
        self.stop = bit["verbals"]
        self.blocks = bit["before-subordinate"] | bit["finite-verbs"]
        self.subordinate = bit["relatives"] | bit["asides-led"] | bit["as-words"]
        self.occasioned = bit["asides-led"] | bit["adverbs"]
        self.parenthetical, self.kana = bit["parentheticals"], bit["kana"]
        self.when, self.circumstantial = bit["whens"], bit["whens"] | bit["reporting-participles"]
        self.circumstantial |= bit["parentheticals"]
        self.preposition = bit["prepositions"]
        self.turning = self.circumstantial | self.subordinate | self.occasioned | bit["as-nouns"]
        self.turning |= self.stop | self.comma | self.preposition
        """Words that an aside or a clause may begin or end with; no other word changes where one stands."""
        self.nominal, self.with_pronoun = bit["prepositions-nominal"], bit["prepositions-with-pronoun"]

    def others(self, at: int, cue: Cue, limit: int, relative: bool) -> int:
        """Past a clause or quotation that is none of the cue's; ``at`` if it may be.

        That of a verb right before it in a relative clause (الصور التي تدعي أنها ...), or one between commas
        that tells when or how (دعا الوفد، دون أن يسميه، إلى كذا).
        """
        quotation, before = self.quotations.get(at), self.kinds[at - 1]
        resumed = at - 2 >= cue.stop and before & self.with_pronoun  # (تقرير أكد فيه أن)
        verb = at - 1 - bool(resumed)
        reports = self.kinds[verb] & self.reporting and not self.led_noun(verb)
        reported = relative and reports and self._said(at, verb)
        if quotation and (reported or (relative and quotation.length < SPEECH and self._as(at, cue))):
            return quotation.close + 1
        if reported:
            return at + 1
        apart = at - 2 >= cue.stop and before & self.blocks and self.kinds[at - 2] & self.comma
        return self.phrases.to_comma(at, limit) if apart and self.kinds[at] & self.comp else at

    def _as(self, at: int, cue: Cue) -> bool:
        """Whether words in marks stand in an according-to phrase (قصفت البلدة، وفق ما ذكرت وكالة «...»)."""
        while at > cue.stop and not self.kinds[at] & self.comma:
            if self.phrases.as_told(at - 1, at + 1):
                return True
            at -= 1
        return False

    def _said(self, at: int, verb: int) -> bool:
        """Whether a quotation begins here, or a clause that the verb before takes (not: مصدر لم تسمه إن)."""
        readings = self.readings.get(self.words[verb], ())
        takes = not readings or any(one.verb.frame.clause for one in readings)
        return at in self.quotations or bool(takes and self.kinds[at] & self.comp)

    def passed(self, at: int, limit: int, kind: int, reading: Reading) -> int:
        """The end of an aside with a verb or noun (طالبا عدم ذكر اسمه؛ بيان، تلقته الوكالة؛ ردا على كذا)."""
        if kind & self.finite and self.phrases.regard_at(at - 1) == at:
            return self._marked_at(at, limit, self.comp)
        if kind & self.parenthetical and kind & self.finite:
            if self.kinds[at - 1] & self.comma:
                return self.phrases.aside(at, limit)
            if not kind & self.kana and self.words[at].startswith(self.joined):
                return at + 1
        if kind & self.occasioned == self.occasioned:
            end = self.phrases.to_comma(at, limit)
            return end if end < limit else at
        passed = self.phrases.sequence(at, limit) if kind & self.stop else at
        says = reading.verb.frame.words and reading.form.finite and not reading.form.suffix
        if passed > at or not says or not kind & self.circumstantial:
            return passed
        pronoun = kind & self.parenthetical and not kind & self.finite and at + 1 < limit
        meanwhile = pronoun and self.kinds[at + 1] & self.finite
        doing = kind & self.when or meanwhile or self.phrases.circumstance(at, limit)
        return self._marked_at(at, limit) if doing else at

    def _marked_at(self, at: int, limit: int, other: int = 0) -> int:
        """The next comma, colon or quotation; one with a preposition is the participle's (متهما بـ"...").

        ``other`` are more kinds to stop at.
        """
        while at < limit and not self.kinds[at] & (self.comma | self.colon | other):
            before = self.words[at - 1]
            led = self.kinds[at - 1] & self.preposition or (len(before) == 1 and before.isalpha())
            if at in self.quotations and not led:
                return at
            at += 1
        return at

    def remark(self, at: int, kind: int) -> bool:
        """Whether a relative clause begins here, or a remark that a comma or a conjunction sets off."""
        if kind & self.relative or not kind & self.parenthetical:
            return bool(kind & self.relative)
        return bool(self.kinds[at - 1] & self.comma) or self.words[at].startswith(self.joined)

    def led_noun(self, at: int) -> bool:
        """Whether a noun has the letters of a verb here (في دعواها)."""
        return bool(self.kinds[at] & self.finite and self.kinds[at - 1] & self.nominal)

    def in_relative(self, at: int, limit: int, before: bool) -> bool:
        """Whether this word stands in a relative clause or in an aside, ``before`` that of the last word."""
        kind = self.kinds[at]
        if kind & self.subordinate or (before and not kind & self.comma):
            return True
        remark = kind & self.parenthetical and self.kinds[at - 1] & self.comma
        return bool(remark or self.phrases.as_told(at, limit)) or self.phrases.occasion_at(at, limit)
