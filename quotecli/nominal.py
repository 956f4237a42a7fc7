"""The fixed points of reported noun phrases: after a preposition, or as the verb's object."""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.grammar import Frame, Grammar, Reading
from quotecli.later import Later
from quotecli.model import Cue, Layout
from quotecli.phrase import Phrases
from quotecli.point import Point

_LATER = 25
"""Words in which what a verb governs is looked for after a name that begins like a preposition."""
_NAMER = 6
"""Words in whoever calls something by a name, in a phrase that stands before the name."""
_NAME = 5
"""Letters of the longest names that look like a preposition with the article (بالمر)."""


class Nominals:
    """Finds where noun phrases begin that say what was said, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.phrases = layout.words, layout.kinds, phrases
        self.later = Later(layout, grammar)
        self.lexicon, self.article = grammar.kinds, grammar.article
        (self.to,), bit = grammar.letters["preposition-to"], grammar.bits
        self.comp, self.comma, self.preposition = bit["complementizers"], bit["commas"], bit["prepositions"]
        self.nominal, self.demonstrative = bit["nominal-heads"], bit["demonstratives"]
        self.bound, self.not_bound = bit["prepositions-bound"], bit["not-bound"]
        self.given, self.person, self.country = bit["given-names"], bit["persons"], bit["countries"]
        self.denied = bit["charges"] | bit["demonstratives"] | bit["universals"]
        self.stating, self.accusative = bit["documents"] | bit["bodies"], bit["accusative"]
        self.state = bit["countries"] | bit["bodies"]
        self.outlet, self.body = bit["outlets"], bit["persons"] | bit["portfolios"] | bit["times"]
        self.naming = (
            bit["persons"] | bit["given-names-masculine"] | bit["given-names-feminine"] | bit["cues"]
        )
        self.endings = (*grammar.letters["feminine-endings"], *grammar.letters["nisba-endings"])
        self.privative, self.setting = bit["privatives"], bit["settings"]
        self.bracket, self.ambiguous = bit["brackets-close"], bit["finite-verbs-ambiguous"]
        self.delivered, self.relative = bit["delivered"], bit["relatives"]
        self.adverb = bit["adverbs"] | bit["dates"] | bit["commas"]

    def at(self, at: int, cue: Cue, reading: Reading) -> Iterator[Point]:
        """The fixed point at one token after a cue, if a reported noun phrase begins there."""
        for point in self._begins(at, cue, reading):
            if not self.later.clause(at, cue, reading.verb.frame):
                yield point

    def _begins(self, at: int, cue: Cue, reading: Reading) -> Iterator[Point]:
        word, kind, frame = self.words[at], self.kinds[at], reading.verb.frame
        after = self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        orders = frame.event and reading.verb.category == "demand"
        if after & self.comp or (after & (self.outlet | self.setting) and kind & self.preposition):
            return
        if frame.governs(word):
            yield Point("prep", at, at + 1, word)
        elif (
            len(word) > (2 if kind & self.bound else 3)
            and frame.governs(word[0])
            and not kind & self.not_bound
            and (
                kind & self.bound
                or ((not kind or self._charged(at, frame)) and self._governed(at, cue))
                or (orders and kind & self.adverb)
            )
            and (self._ordered(at, cue) if orders else self._told(word, frame))
            and not (kind & self.country or (reading.verb.category == "reveal" and self._recognized(word)))
        ):
            yield Point("prep", at, at, word[0])
        elif (frame.noun or frame.double) and self._stated(at, cue, reading):
            yield Point("noun", at, at)

    def of_thing(self, at: int, frame: Frame) -> bool:
        """Whether the verb takes a thing here, in a sense that says nothing (كشفت عن شاحنة)."""
        if not frame.event or not frame.governs(self.words[at]) or at + 1 >= len(self.kinds):
            return False
        return not self.kinds[at + 1] & (self.nominal | self.comp)

    def _told(self, word: str, frame: Frame) -> bool:
        """Whether what the verb takes after a joined preposition may be told (not: أبلغ بالهاتف)."""
        return (word[0] != self.to and not frame.event) or self._verbal(word)

    def _ordered(self, at: int, cue: Cue) -> bool:
        """Whether an act is ordered, and nothing sent or charged (وجه بوقف العمل؛ وجه إليه تهمة بالسرقة)."""
        sent = any(self.kinds[n] & self.delivered for n in range(cue.stop, at))
        relative = cue.start and self.kinds[cue.start - 1] & (self.relative | self.preposition)
        following = self.words[at + 1] if at + 1 < len(self.words) else ""
        act = following if self.kinds[at] & self.adverb else self.words[at][1:]  # بسرعة الانتهاء من كذا
        named = self.lexicon.get(act, 0) | self.lexicon.get(act.removeprefix(self.article), 0)
        return not sent and not relative and bool(named & self.nominal)

    def _verbal(self, word: str) -> bool:
        """Whether a word with a joined preposition is a verbal noun, and no part of a name (دعا للتعاون)."""
        stems = word[2:], word[1:], word[1:].removeprefix(self.article)
        return any(
            self.lexicon.get(stem, 0) & self.nominal for stem in stems[not word.startswith(self.to * 2) :]
        )

    def _recognized(self, word: str) -> bool:
        """Whether a country or a body is recognized, and nothing admitted (اعترفت بالدولة الجديدة)."""
        stems = word[1:], word[1:].removeprefix(self.article)
        return any(self.lexicon.get(stem, 0) & self.state for stem in stems)

    def _governed(self, at: int, cue: Cue) -> bool:
        """Whether an unknown word is a noun with a preposition joined on, and not a name that begins so."""
        word, before = self.words[at], self.words[at - 1]
        if word.startswith(self.article, 1) and len(word) > _NAME:
            return True
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        if at == cue.stop:
            return not self._foreign(at, word, after)
        if self.kinds[at - 1] & self.given and not self.lexicon.get(word[1:], 0) & ~self.naming:
            return False  # a surname (اتهم عمر بركات الشركة بكذا)
        return before.startswith(self.article) or after.startswith(self.article)

    def _foreign(self, at: int, word: str, after: str) -> bool:
        """Whether a word is of a foreign name, and what the verb governs comes later (أقر براين هيل بكذا)."""
        if self.lexicon.get(word[1:], 0) & ~self.naming or not after or after.startswith(self.article):
            return False
        if self.kinds[at + 1] & self.bound and after[0] == word[0]:
            return True
        if self.kinds[at + 1] & ~(self.comma | self.given):
            return False
        later = range(at + 2, min(len(self.words), at + _LATER))
        return any(self.kinds[n] & self.comp or self._again(n, word[0]) for n in later)

    def _again(self, at: int, preposition: str) -> bool:
        """Whether a known noun stands here with the preposition."""
        word = self.words[at]
        return word[0] == preposition and bool(
            self.kinds[at] & self.bound or word.startswith(self.article, 1)
        )

    def _charged(self, at: int, frame: Frame) -> bool:
        """Whether a word is no preposition here but what somebody is charged with (اتهمه بالتعاون مع ...)."""
        return bool(self.kinds[at] & self.preposition) and self.words[at][0] in frame.target_preps

    def _stated(self, at: int, cue: Cue, reading: Reading) -> bool:
        """Whether an object begins here that says what was said."""
        kind, frame = self.kinds[at], reading.verb.frame
        if at == cue.stop and names(reading):
            return self.phrases.can_start(at) and not kind & self.person
        if names(reading) and at - cue.stop < _NAMER and self._predicate(at):
            return True
        if at > cue.stop and self.kinds[at - 1] & self.preposition:
            return False
        states = at == cue.stop and kind & self.stating and frame.clause and not kind & self.accusative
        head = kind & self.nominal and not (kind & self.bound or states or self._named(at, cue))
        if head or (frame.double and kind & self.demonstrative):
            return self._phrase_over(at, cue)
        if frame.denies and kind & self.denied:
            return self._phrase_over(at, cue)
        if at == cue.stop:
            return frame.noun and not self.kinds[cue.start] & self.nominal and self._act(at)
        return (frame.noun and self.phrases.object_at(at)) or (frame.double and self.phrases.thing_at(at))

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
        phrase, legal = self.phrases.gap(cue.stop, at)
        if not phrase or not legal:
            return False
        if self.kinds[at - 1] & self.bracket:
            return not self.kinds[at] & self.ambiguous
        return bool(self.kinds[at - 1] & self.adverb) and self.phrases.complete(phrase[1])


def names(reading: Reading) -> bool:
    """Whether the verb calls something, its pronoun, what comes next (ما اعتبره خطأ، ما أسماه «...»)."""
    return reading.verb.frame.double and bool(reading.form.suffix)
