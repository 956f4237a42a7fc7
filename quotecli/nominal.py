"""The fixed points of reported noun phrases: after a preposition, or as the verb's object."""

from __future__ import annotations

from quotecli.category import DESCRIBE
from quotecli.frame import target_only
from quotecli.governed import Governed
from quotecli.grammar import Frame, Grammar, Reading
from quotecli.later import Later
from quotecli.model import Cue, Layout
from quotecli.phrase import Phrases
from quotecli.point import Point
from quotecli.span import ahead
from quotecli.stated import Stated

_ASIDE = 8
"""Words in the longest expression that is an aside."""
_LATER = 15
"""Words after a noun in which what the verb takes may come instead."""
_REMARK = 3
"""Words of a relative clause after which a verb that needs whom it concerns may govern what comes."""
_PRONOUN = 2
"""Letters in a pronoun after a preposition."""


class Nominals:
    """Finds where noun phrases begin that say what was said, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.layout = layout
        self.phrases = phrases
        self.governed, self.later = Governed(layout, grammar), Later(layout, grammar)
        self.stated, bit = Stated(layout, grammar, phrases), grammar.bits
        self.to, self.of = grammar.to_the[0], bit["of-words"]
        self.counted = bit["universals"] | bit["quantities"]
        self.comp, self.preposition, self.date = bit["complementizers"], bit["prepositions"], bit["dates"]
        self.nominal, self.outlet, self.setting = bit["nominal-heads"], bit["outlets"], bit["settings"]
        self.stance, self.saying, self.disclosed = bit["stances"], bit["reporting-nouns"], bit["disclosures"]
        self.occasion, self.issued, self.comma = bit["occasions"], bit["issued"], bit["commas"]
        self.possessed, self.article = bit["occasions-possessed"], grammar.article
        self.bound, self.finite = bit["prepositions-bound"], bit["finite"]
        self.relative, self.with_pronoun = bit["relatives"], bit["prepositions-with-pronoun"]

    def at(self, at: int, cue: Cue, reading: Reading, remark: int = 0) -> Point | None:
        """The fixed point at one token after a cue, if a reported noun phrase begins there.

        ``remark`` is where a relative clause or a remark has begun that may go on (اتهم من حضروا بكذا).
        """
        if remark and (at - remark < _REMARK or not self._apart(at, reading.verb.frame)):
            return None
        point = self._begins(at, cue, reading)
        if point is None or self._taken_up(cue, reading.verb.frame):
            return None
        thing = reading.verb.category == DESCRIBE and not reading.form.suffix
        later = (thing and self.later.described(at, cue)) or self.later.clause(at, cue, reading.verb.frame)
        return None if later else point

    def _taken_up(self, cue: Cue, frame: Frame) -> bool:
        """Whether a pronoun already stands for what was said (القرار الذي أعلنت عنه)."""
        if not cue.start or cue.stop >= len(self.words) or not self.kinds[cue.start - 1] & self.relative:
            return False
        word, takes = self.words[cue.stop], (*frame.preps, *frame.target_preps)
        near = any(word.startswith(one[:2]) and len(word) - len(one) <= _PRONOUN for one in takes)
        return near and bool(self.kinds[cue.stop] & self.with_pronoun)

    def _apart(self, at: int, frame: Frame) -> bool:
        """Whether a noun phrase in a relative clause, or after it, can be what the verb before it takes.

        (دعت الحركة التي تأسست أمس إلى | مقاطعة كذا، نفى المتحدث الذي حضر أمس | الضلوع في كذا)
        """
        if target_only(frame):
            return True
        later = ahead(self.layout, at, _LATER)
        stop = next((n for n in later if self.kinds[n] & (self.comma | self.finite)), len(self.words))
        word, after = self.words[at], self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        if frame.governs(word):
            return bool(after & self.nominal) and not any(self.words[n] == word for n in later if n < stop)
        if any(self.kinds[n] & self.comp for n in later if n < stop):
            return False
        if self.kinds[at] & self.bound and frame.governs(word[0]):
            return bool(self.kinds[at] & self.nominal)
        return frame.noun and self.stated.definite(at)

    def _begins(self, at: int, cue: Cue, reading: Reading) -> Point | None:
        """The fixed point at ``at`` by the words beside it, whatever comes later (طالب | بالحوار)."""
        word, kind, frame = self.words[at], self.kinds[at], reading.verb.frame
        after = self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        owned = kind & self.stance and not kind & self.saying
        apart = after & (self.outlet | self.setting | self.date) and kind & self.preposition
        if apart or (after & self.comp and not owned):
            return None
        if frame.governs(word):
            if (
                self._aside(at)
                or (kind & self.of and self.kinds[at - 1] & self.counted)  # كل من، عدد من
                or self.later.again(at, cue)
                or self.later.goes_with(at, cue)
                or self._medium(at)
                or self.kinds[at - 1] & (self.issued | (self.occasion if word == self.to else 0))
            ):
                return None
            return Point("prep", at, at + 1, word)
        if self.governed.at(at, cue, reading):
            return Point("prep", at, at, word[0])
        if not (frame.noun or frame.double) or not self.stated.at(at, cue, reading):
            return None
        first = self.stated.first(at, cue, reading)
        return None if first is None else Point("noun", first, first)

    def _medium(self, at: int) -> bool:
        """Whether a preposition tells with whom or where somebody spoke (في حديث إلى «...»، إلى أن)."""
        said = self.kinds[at - 1] & self.occasion and self.kinds[at - 2] & self.preposition
        if not said or self.words[at - 1].startswith(self.article) or at + 1 >= len(self.words):
            return False
        named = self.phrases.quotations.get(at + 1)
        end = named.close + 1 if named else self.phrases.to_comma(at + 1, min(len(self.words), at + _ASIDE))
        page = self.kinds[at + 1] & (self.occasion | self.possessed)  # في تغريدة على حسابه
        after = self.words[end : end + 2]
        return bool(page) or self.words[at] in after[-1:]

    def _aside(self, at: int) -> bool:
        """Whether a preposition begins an aside (شدد فلان على هامش ...، على كذا)."""
        limit = min(len(self.words), at + _ASIDE)
        return any(self.phrases.sequence(at, limit, use) > at for use in ("asides", "asides-led"))

    def of_thing(self, at: int, frame: Frame) -> bool:
        """Whether the verb takes a thing here, in a sense that says nothing (كشفت عن شاحنة)."""
        noun = at + 1 + (at + 1 in self.quotations)
        if not frame.event or not frame.governs(self.words[at]) or noun >= len(self.kinds):
            return False
        return not self.kinds[noun] & (self.nominal | self.disclosed | self.comp)
