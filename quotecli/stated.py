"""Noun phrases as a verb's object that say what was said (أكد ضرورة كذا، اعتبره خطأ)."""

from __future__ import annotations

from functools import partial

from quotecli.category import ACCUSE, PREDICT
from quotecli.frame import names
from quotecli.grammar import Grammar, Reading
from quotecli.model import Cue, Layout, Range
from quotecli.phrase import Phrases
from quotecli.span import ahead

_LATER = 15
"""Words after an indefinite noun in which a clause or a quotation tells that it is only an adverb."""
_SOURCE = 4
"""Words in sources without a name and their adjectives, at most one more."""
_NAMER = 6
"""Words in whoever calls something by a name, in a phrase that stands before the name."""


class Stated:
    """Finds the objects that state something, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.phrases = layout.words, layout.kinds, phrases
        self.ahead = partial(ahead, layout)
        self.lexicon, self.article = grammar.kinds, grammar.article
        self.quotations, bit = layout.quotations, grammar.bits
        self.comp, self.comma, self.colon = bit["complementizers"], bit["commas"], bit["colons"]
        self.nominal, self.demonstrative = bit["nominal-heads"], bit["demonstratives"]
        self.bound, self.given, self.person = bit["prepositions-bound"], bit["given-names"], bit["persons"]
        self.denied = bit["charges"] | bit["demonstratives"] | bit["universals"]
        self.stating, self.accusative = bit["documents"] | bit["bodies"], bit["accusative"]
        self.leads, self.to_the = bit["leads"], grammar.to_the
        self.body = bit["persons"] | bit["portfolios"] | bit["times"]
        self.endings = (*grammar.letters["feminine-endings"], *grammar.letters["nisba-endings"])
        self.participle, self.source = bit["reporting-participles"], bit["sources"]
        self.bracket, self.ambiguous = bit["brackets-close"], bit["finite-verbs-ambiguous"]
        self.privative, self.led, self.setting = bit["privatives"], bit["asides-led"], bit["settings"]
        self.duty, self.people = bit["duties"], bit["offices-plural"]
        self.certain, self.medium = bit["never-annexed"], bit["occasions"]
        self.preposition, self.quantity = bit["prepositions"], bit["quantities"]
        self.adverb = bit["adverbs"] | bit["dates"] | bit["commas"]

    def at(self, at: int, cue: Cue, reading: Reading) -> bool:
        """Whether an object begins here that says what was said."""
        kind, frame = self.kinds[at], reading.verb.frame
        if kind & (self.led | self.participle) or self._joined(at):  # تعليقا على كذا، قائلا كذا
            return False
        if frame.double and reading.verb.category == ACCUSE:
            return bool(kind & self.duty and (at > cue.stop or reading.form.suffix))
        if at == cue.stop and names(reading):
            return self.phrases.can_start(at) and not kind & self.person
        if names(reading) and at - cue.stop < _NAMER and self._predicate(at):
            return True
        if at > cue.stop and self.kinds[at - 1] & (self.preposition | self.setting | self.quantity):
            return False
        subject = at == cue.stop and kind & self.stating and not kind & self.accusative
        states = subject and frame.clause and reading.form.finite
        head = kind & self.nominal and not (kind & self.bound or states or self._named(at, cue))
        if head or (frame.double and kind & self.demonstrative):
            return self._phrase_over(at, cue)
        if frame.denies and kind & self.denied:
            return self._phrase_over(at, cue)
        if at == cue.stop:
            return frame.noun and not self.kinds[cue.start] & self.nominal and self._act(at)
        if frame.noun and (
            self.phrases.object_at(at) or (reading.verb.category == PREDICT and self._new(at))
        ):
            return True
        judged = frame.clause and not names(reading) and self._new(at)
        return frame.double and (self.phrases.thing_at(at) or judged)

    def first(self, at: int, cue: Cue, reading: Reading) -> int | None:
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
        commas = [n for n in range(phrase[0], at) if self.kinds[n] & self.comma]
        if commas:
            return commas[-1] + 1
        split = self.phrases.split(Range((phrase[0], at)))
        one = None if reading.form.text in reading.verb.impersonal else at
        if reading.verb.category == ACCUSE:
            return phrase[0] if split is None else split
        return one if split is None or self.kinds[split] & self.phrases.leads else split

    def _joined(self, at: int) -> bool:
        """Whether a verbal noun is joined on to one before it (إنشاء صندوق | وإيجاد حل)."""
        word = self.words[at]
        joined = word.startswith(self.phrases.joined[0]) and word[1:] in self.lexicon  # فشل is no شل with ف
        return joined and bool(self.lexicon.get(word[1:], 0) & self.nominal)

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
        if known or joined or not self.phrases.complete(at):
            return False
        later = self.ahead(at, _LATER)
        return not any(self.kinds[n] & (self.comp | self.colon) or n in self.quotations for n in later)

    def definite(self, at: int) -> bool:
        """Whether a verbal noun that is definite stands after a complete phrase (الضلوع، وفاته)."""
        verbal = self.kinds[at] & self.nominal and not self.kinds[at] & self.bound
        owned = verbal and self.words[at].endswith(self.phrases.possessives)
        annexed = at + 1 < len(self.kinds) and not self.kinds[at + 1] & (self.preposition | self.bound)
        annexed = annexed and not self.words[at + 1].startswith(self.to_the)  # الأكثر إثارة للجدل
        after = verbal and annexed and self.phrases.defined(at - 1)  # التي نشرها المعهد | تطور كذا
        whole = self.phrases.complete(at) or self.kinds[at - 1] & self.adverb
        return bool(whole) and (self._act(at) or bool(owned or after))

    def _act(self, at: int) -> bool:
        """Whether a definite verbal noun that is no body stands here (يعلن السيطرة على المطار)."""
        stem = self.phrases.stem(at)
        return bool(stem & self.nominal) and not self.kinds[at] & ~self.accusative and not stem & self.body

    def _named(self, at: int, cue: Cue) -> bool:
        """Whether a word that may be a name is one here, before a surname (أكدت أمل ...، نجاح محمد)."""
        after = self.kinds[at + 1] if at + 1 < len(self.kinds) else self.comma
        word = self.words[at + 1] if at + 1 < len(self.words) else ""
        thing = word.startswith(self.article) and word.endswith(self.endings[0])  # نجاح الصفقة
        begins = at == cue.stop and not after and not thing
        surname = after & self.given and not after & self.nominal
        titled = not after and self.kinds[at - 1] & self.leads  # الزميلة إيمان ...
        return bool(self.kinds[at] & self.given and (begins or surname or titled))

    def _unnamed(self, start: int, at: int) -> bool:
        """Whether sources without a name, and adjectives, stand before ``at`` (رجحت مصادر | وجود كذا)."""
        bare = not any(
            self.words[n].startswith(self.article) or self.kinds[n] & (self.preposition | self.nominal)
            for n in range(start, at)
        )
        people = self.kinds[start] & self.people and self.kinds[at] & self.certain
        return bool(0 < at - start < _SOURCE and (self.kinds[start] & self.source or people) and bare)

    def _phrase_over(self, at: int, cue: Cue) -> bool:
        """Whether the noun phrase before ``at``, if there is one, has come to its end."""
        if self.phrases.asides(cue.stop, at) >= at:
            return True
        if self.phrases.complete(at) and not self.kinds[at - 1] & self.preposition:
            return True
        if self._unnamed(cue.stop, at) and not self.kinds[at] & self.ambiguous:
            return True
        phrase, legal = self.phrases.gap(cue.stop, at)
        if not phrase or not legal:
            return False
        if self.kinds[at - 1] & self.bracket:
            return not self.kinds[at] & self.ambiguous
        adjective = self.words[at - 1].endswith(self.endings) and self.kinds[at - 2] & self.medium
        closed = self.kinds[at - 1] & self.adverb or adjective  # في تصريح صحفي | فتح كذا
        return bool(closed or self.kinds[at] & self.certain) and self.phrases.complete(phrase[1])
