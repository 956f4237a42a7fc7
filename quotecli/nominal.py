"""The fixed points of reported noun phrases: after a preposition, or as the verb's object."""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.frame import target_only
from quotecli.governed import Governed
from quotecli.grammar import Frame, Grammar, Reading
from quotecli.later import Later
from quotecli.model import Cue, Layout, Range
from quotecli.phrase import Phrases
from quotecli.point import Point

_ASIDE = 8
"""Words in the longest expression that is an aside."""
_REMARK = 3
"""Words of a relative clause after which a verb that needs whom it concerns may govern what comes."""
_LATER = 15
"""Words after an indefinite noun in which a clause or a quotation tells that it is only an adverb."""
_NAMER = 6
"""Words in whoever calls something by a name, in a phrase that stands before the name."""


class Nominals:
    """Finds where noun phrases begin that say what was said, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.phrases = layout.words, layout.kinds, phrases
        self.later = Later(layout, grammar)
        self.lexicon, self.article = grammar.kinds, grammar.article
        (self.to,), bit = grammar.letters["preposition-to"], grammar.bits
        self.comp, self.comma, self.preposition = bit["complementizers"], bit["commas"], bit["prepositions"]
        self.nominal, self.demonstrative = bit["nominal-heads"], bit["demonstratives"]
        self.bound, self.given, self.person = bit["prepositions-bound"], bit["given-names"], bit["persons"]
        self.denied = bit["charges"] | bit["demonstratives"] | bit["universals"]
        self.stating, self.accusative = bit["documents"] | bit["bodies"], bit["accusative"]
        self.outlet, self.body = bit["outlets"], bit["persons"] | bit["portfolios"] | bit["times"]
        self.endings = (*grammar.letters["feminine-endings"], *grammar.letters["nisba-endings"])
        self.setting, self.stance = bit["settings"], bit["stances"]
        self.saying, self.disclosed = bit["reporting-nouns"], bit["disclosures"]
        self.source, self.colon, self.quotations = bit["sources"], bit["colons"], layout.quotations
        self.bracket, self.ambiguous = bit["brackets-close"], bit["finite-verbs-ambiguous"]
        self.occasion, self.issued, self.governed = bit["occasions"], bit["issued"], Governed(layout, grammar)
        self.privative, self.led = bit["privatives"], bit["asides-led"]
        self.date, self.quantity = bit["dates"], bit["quantities"]
        self.adverb = bit["adverbs"] | bit["dates"] | bit["commas"]

    def at(self, at: int, cue: Cue, reading: Reading, remark: int = 0) -> Iterator[Point]:
        """The fixed point at one token after a cue, if a reported noun phrase begins there.

        ``remark`` is where a relative clause or a remark has begun that may go on (اتهم من حضروا بكذا).
        """
        if remark and (at - remark < _REMARK or not target_only(reading.verb.frame)):
            return
        for point in self._begins(at, cue, reading):
            if not self.later.clause(at, cue, reading.verb.frame):
                yield point

    def _begins(self, at: int, cue: Cue, reading: Reading) -> Iterator[Point]:
        word, kind, frame = self.words[at], self.kinds[at], reading.verb.frame
        after = self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        owned = kind & self.stance and not kind & self.saying
        apart = after & (self.outlet | self.setting | self.date) and kind & self.preposition
        if apart or (after & self.comp and not owned):
            return
        if frame.governs(word):
            if (
                self._aside(at)
                or self.later.again(at, cue)
                or self.kinds[at - 1] & (self.issued | (self.occasion if word == self.to else 0))
            ):
                return
            yield Point("prep", at, at + 1, word)
        elif self.governed.at(at, cue, reading):
            yield Point("prep", at, at, word[0])
        elif (frame.noun or frame.double) and self._stated(at, cue, reading):
            first = self._first(at, cue, reading)
            if first is not None:
                yield Point("noun", first, first)

    def _aside(self, at: int) -> bool:
        """Whether a preposition begins an aside (شدد فلان على هامش ...، على كذا)."""
        limit = min(len(self.words), at + _ASIDE)
        return any(self.phrases.sequence(at, limit, use) > at for use in ("asides", "asides-led"))

    def of_thing(self, at: int, frame: Frame) -> bool:
        """Whether the verb takes a thing here, in a sense that says nothing (كشفت عن شاحنة)."""
        if not frame.event or not frame.governs(self.words[at]) or at + 1 >= len(self.kinds):
            return False
        return not self.kinds[at + 1] & (self.nominal | self.disclosed | self.comp)

    def _stated(self, at: int, cue: Cue, reading: Reading) -> bool:
        """Whether an object begins here that says what was said."""
        kind, frame = self.kinds[at], reading.verb.frame
        if kind & self.led:  # تعليقا على كذا
            return False
        if at == cue.stop and names(reading):
            return self.phrases.can_start(at) and not kind & self.person
        if names(reading) and at - cue.stop < _NAMER and self._predicate(at):
            return True
        if at > cue.stop and self.kinds[at - 1] & (self.preposition | self.setting | self.quantity):
            return False
        states = at == cue.stop and kind & self.stating and frame.clause and not kind & self.accusative
        head = kind & self.nominal and not (kind & self.bound or states or self._named(at, cue))
        if head or (frame.double and kind & self.demonstrative):
            return self._phrase_over(at, cue)
        if frame.denies and kind & self.denied:
            return self._phrase_over(at, cue)
        if at == cue.stop:
            return frame.noun and not self.kinds[cue.start] & self.nominal and self._act(at)
        if frame.noun and (
            self.phrases.object_at(at) or (reading.verb.category == "predict" and self._new(at))
        ):
            return True
        judged = frame.clause and not names(reading) and self._new(at)
        return frame.double and (self.phrases.thing_at(at) or judged)

    def _first(self, at: int, cue: Cue, reading: Reading) -> int | None:
        """Where the first of two objects begins, if the second does at ``at`` (اعتبر الوزير | القرار خطأ).

        None if there is only one, after what may be a passive (تعتبر المدينة | عاصمة).
        """
        frame = reading.verb.frame
        if not frame.double or frame.noun or reading.form.suffix or at == cue.stop:
            return at
        phrase, _ = self.phrases.gap(cue.stop, at)
        if not phrase:
            return at
        if self.phrases.is_thing(phrase):
            return phrase[0]
        split = self.phrases.split(Range((phrase[0], at)))
        one = None if reading.form.text in reading.verb.impersonal else at
        return one if split is None or self.kinds[split] & self.phrases.leads else split

    def _predicate(self, at: int) -> bool:
        """Whether an indefinite noun begins here that something is called (اعتبره مراقبون | خطأ)."""
        word, kind = self.words[at], self.kinds[at]
        if kind & self.privative:
            return True
        ends = word.endswith(self.phrases.accusative) and not kind & (self.person | self.adverb | self.bound)
        whole = self.phrases.complete(at) or self.words[at - 1].endswith(self.phrases.nominative)
        other = word.startswith((self.article, *self.phrases.joined))
        thing = word.endswith(self.endings[0]) and not kind & self.person
        return whole and (ends or thing) and not other

    def _new(self, at: int) -> bool:
        """Whether an unknown indefinite noun is an object here (توقع الخبراء | أمطارا، اعتبره | جزءا)."""
        known = self.kinds[at] or not self.words[at].endswith(self.phrases.accusative)
        joined = self.words[at].startswith((self.article, *self.phrases.joined))
        later = range(at + 1, min(len(self.words), at + _LATER))
        told = any(self.kinds[n] & (self.comp | self.colon) or n in self.quotations for n in later)
        return not (known or joined or told) and self.phrases.complete(at)

    def _act(self, at: int) -> bool:
        """Whether a definite verbal noun that is no body stands here (يعلن السيطرة على المطار)."""
        word = self.words[at]
        stem = self.lexicon.get(word.removeprefix(self.article), 0) if word.startswith(self.article) else 0
        return bool(stem & self.nominal) and not self.kinds[at] & ~self.accusative and not stem & self.body

    def _named(self, at: int, cue: Cue) -> bool:
        """Whether a word that may be a name is one here, before a surname (أكدت أمل ...، نجاح محمد)."""
        after = self.kinds[at + 1] if at + 1 < len(self.kinds) else self.comma
        begins = at == cue.stop and not after
        surname = after & self.given and not after & self.nominal
        return bool(self.kinds[at] & self.given) and (begins or bool(surname))

    def _phrase_over(self, at: int, cue: Cue) -> bool:
        """Whether the noun phrase before ``at``, if there is one, has come to its end."""
        if self.phrases.asides(cue.stop, at) >= at:
            return True
        if self.phrases.complete(at) and not self.kinds[at - 1] & self.preposition:
            return True
        if at == cue.stop + 1 and self.kinds[at - 1] & self.source and not self.kinds[at] & self.ambiguous:
            return True  # رجحت مصادر | وجود كذا
        phrase, legal = self.phrases.gap(cue.stop, at)
        if not phrase or not legal:
            return False
        if self.kinds[at - 1] & self.bracket:
            return not self.kinds[at] & self.ambiguous
        return bool(self.kinds[at - 1] & self.adverb) and self.phrases.complete(phrase[1])


def names(reading: Reading) -> bool:
    """Whether the verb calls something, its pronoun, what comes next (ما اعتبره خطأ، ما أسماه «...»)."""
    return reading.verb.frame.double and bool(reading.form.suffix)
