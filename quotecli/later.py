"""Nouns that only look like what was said, since the clause that was said comes later."""

from __future__ import annotations

from quotecli.grammar import Frame, Grammar
from quotecli.model import Cue, Layout
from quotecli.point import opens

_NEAR = 10
"""Words after a preposition in which the verb's own may come."""
_LATER = 25
"""Words after a noun in which the clause may come."""


class Later:
    """Looks ahead from the nouns after a cue, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds = layout.words, layout.kinds
        self.lexicon, self.article, bit = grammar.kinds, grammar.article, grammar.bits
        self.comp, self.bare, self.comma = bit["complementizers"], bit["complementizers-bare"], bit["commas"]
        self.relative, self.preposition = bit["relatives"], bit["prepositions"]
        self.owned, self.leads = bit["occasions-possessed"], bit["leads"]
        self.nominal, self.given = bit["nominal-heads"], bit["given-names"]
        self.says = bit["reporting"] | bit["reporting-participles"] | bit["reporting-nouns"]
        self.says |= bit["sentence-ends"]
        self.stance = bit["stances"] | bit["reporting-nouns"]
        self.takes = self.nominal | self.preposition | bit["before-subordinate"] | self.stance
        self.takes |= bit["cues"] | bit["finite"] | bit["finite-verbs-ambiguous"]
        self.finite = bit["finite"]
        self.remark, self.marked = bit["parentheticals"], layout.quotations
        self.joined_prepositions = grammar.letters["prepositions-joined"]

    def clause(self, at: int, cue: Cue, frame: Frame) -> bool:
        """Whether a noun is only part of an adjunct or a name, with the verb's clause after it.

        (أكد فلان، في رده على سؤال، أن ...؛ أفاد مصدر بإقليم كذا بأن ...؛ أكد لدى زيارته موقع كذا أن ...)
        """
        if not frame.clause or (cue.start and self.kinds[cue.start - 1] & self.relative):
            return False
        first, limit = self.words[at][0], min(len(self.words) - 1, at + _LATER)
        place = frame.governs(first) and not self._verbal_noun(at)
        says = next((n for n in range(cue.stop, limit) if self.kinds[n] & self.says), limit)
        aside = self._in_aside(at, cue)
        for n in range(at + 1, says):
            kind, before = self.kinds[n], self.kinds[n - 1]
            apart = before & self.comma or (place and not before & ~self.given)
            if (kind & self.bare and apart) or (place and kind & self.comp and self.words[n][0] == first):
                return True
            if aside and kind & self.comp and not self._led(n) and opens(self.words, n, frame):
                return True
        return False

    def _led(self, at: int) -> bool:
        """Whether a complementizer belongs to the word before it, or to a preposition in it (سبق أن، بأن)."""
        first, before = self.words[at][0], self.kinds[at - 1]
        participle = self.kinds[at - 2] & self.comma and not before & self.given
        return bool(before & self.takes or participle) or first in self.joined_prepositions

    def _in_aside(self, at: int, cue: Cue) -> bool:
        """Whether a noun that says nothing stands behind a preposition, as in an aside."""
        led = any(self.kinds[n] & self.preposition for n in range(cue.stop, at))
        remark = self.kinds[at] & self.remark  # استطلاع أجرته الصحيفة أن
        return bool(led or remark) and not self.kinds[at] & self.stance

    def described(self, at: int, cue: Cue) -> bool:
        """Whether what somebody calls a thing comes later than here (وصف القرار بإغلاق الطريق بأنه متسرع)."""
        limit, verb = min(len(self.words) - 1, at + _LATER), self.says | self.finite
        says = next((n for n in range(cue.stop, limit) if self.kinds[n] & verb), limit)
        first = self.words[at][0]
        for n in range(at + 1, says):
            own = self.kinds[n] & self.comp and not self.kinds[n] & self.bare
            if self.words[n][0] == first and (own or (len(self.words[n]) == 1 and n + 1 in self.marked)):
                return True
        return False

    def goes_with(self, at: int, cue: Cue) -> bool:
        """Whether a preposition goes with whoever stands before it, and comes again with what is said.

        (أعرب ممثلون عن النقابة عن قلقهم)
        """
        led = at - 1 == cue.stop and self.kinds[at - 1] & self.leads
        if not led or at + 1 >= len(self.words):
            return False
        whole = self.words[at - 1].startswith(self.article) or not self.words[at + 1].isalpha()
        if whole or self.kinds[at + 1] & (self.nominal | self.comp):
            return False
        for n in range(at + 2, min(len(self.words) - 1, at + _LATER)):
            if self.kinds[n] & self.finite:
                return False
            if self.words[n] == self.words[at]:
                return bool(self.kinds[n + 1] & self.nominal)
        return False

    def again(self, at: int, cue: Cue) -> bool:
        """Whether a preposition is a verbal noun's, and the verb's comes after the comma.

        (دعا فلان فور وصوله إلى المطار، إلى كذا؛ دعا المبعوث إلى البلاد، أمس، إلى كذا)
        """
        word, noun = self.words[at], self.kinds[at - 1] & (self.nominal | self.owned)
        office = at + 1 < len(self.words) and not self.kinds[at + 1] & self.nominal
        if at - 1 <= cue.stop or not (office or (noun and not self.kinds[at - 1] & self.leads)):
            return False
        commas = [
            n for n in range(at + 1, min(len(self.words) - 2, at + _NEAR)) if self.kinds[n] & self.comma
        ]
        after = self.nominal | (self.bare if office else 0)
        later = (
            self.words[n + 1] == word and self.kinds[n + 2] & after for n in commas[: 2 if office else 1]
        )
        return any(map(bool, later))

    def _verbal_noun(self, at: int) -> bool:
        """Whether a word is a preposition, or a verbal noun with one (بالتعاون), which says what was said."""
        stem = self.lexicon.get(self.words[at][1:].removeprefix(self.article), 0)
        return bool(self.kinds[at] & self.preposition or stem & self.nominal)
