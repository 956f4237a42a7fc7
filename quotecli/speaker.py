"""Whether a noun phrase may name someone who speaks: a person, a body, a country, a paper."""

from __future__ import annotations

from functools import cached_property, partial

from quotecli.agree import Agreement
from quotecli.category import ADD
from quotecli.grammar import Grammar, Reading
from quotecli.model import Layout, Range
from quotecli.speech import NAME


def in_first_person(layout: Layout, grammar: Grammar, at: int) -> bool:
    """Whether a clause begins with somebody who speaks of themselves (سنبقى هنا، لن أستقيل، لسنا هنا)."""
    words, kinds, bit = layout.words, layout.kinds, grammar.bits
    before = bit["negatives"] | bit["verb-particles"]
    first, stop = at, len(words)
    while at < stop - 1 and kinds[at] & before:
        at += 1
    if at >= stop or kinds[at] & bit["first-persons"]:
        return at < stop
    stem = words[at].removeprefix(grammar.letters["future-letters"][0])
    verb = stem != words[at] or at > first
    return verb and not kinds[at] and stem.startswith(grammar.letters["first-person-letters"])


class Speakers:
    """Tells speakers from things, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, agreement: Agreement) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.own = partial(in_first_person, layout, grammar)
        self.agreement, self.feminine_endings = agreement, agreement.feminine_endings
        bit = grammar.bits
        self.given = bit["given-names"]
        self.persons, self.places = bit["persons"], bit["countries"]
        self.sure = (
            bit["persons"] | bit["demonstratives"] | bit["agencies"] | bit["plurals-nonhuman"]
            | bit["portfolios"] | bit["courtesies"] | bit["latters"]
        )  # fmt: skip
        self.mute = (
            bit["nominal-heads"] | bit["reflexives"] | bit["occasions"] | bit["times"] | bit["adverbs"]
        )
        self.document = (
            bit["documents"] | bit["occasions"] | bit["sources"] | bit["plurals-nonhuman"] | bit["outlets"]
            | bit["offices-plural"]
        )  # fmt: skip
        self.credit, self.own_words = bit["sources"], bit["occasions-possessed"]
        self.several, self.body = bit["plurals-nonhuman"], bit["bodies"]
        self.clause = bit["finite"] | bit["complementizers"]
        self.outlet, self.office = bit["outlets"] | bit["agencies"], bit["ranks"]
        self.number, self.preposition = bit["numbers"], bit["prepositions"]
        self.norm, self.universal = bit["not-speakers"], bit["universals"]
        self.to_the, self.possessives = grammar.to_the, grammar.letters["possessives"]
        self.object_stem, self.lexicon, self.verbal = grammar.object_stem, grammar.kinds, bit["nominal-heads"]
        self.demonstrative, self.things = bit["demonstratives"], grammar.nouns["things"]
        self.saying, self.question = bit["reporting-nouns"], bit["interrogatives"]
        self.named, self.with_pronoun = bit["persons"] | self.demonstrative, bit["prepositions-with-pronoun"]
        self.article, self.nisba = grammar.article, grammar.letters["nisba-endings"]

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The words right after given names."""
        pairs = zip(self.words[1:], self.kinds, strict=False)
        return frozenset(word for word, before in pairs if before & self.given)

    def person(self, at: int) -> bool:
        """Whether the word by itself tells a person, a body or a country."""
        return bool(self.kinds[at] & self.persons)

    def owned_person(self, at: int) -> bool:
        """Whether a word for a person stands here with a possessive pronoun (رئيسها، متحدثه)."""
        word = self.words[at]
        stems = (word.removesuffix(one) for one in self.possessives if word.endswith(one))
        return any(self.lexicon.get(stem, 0) & self.persons for stem in stems)

    def may_speak(self, source: Range, reading: Reading) -> bool:
        """Whether the source may be a cue's; an according-to phrase has to be surer of it."""
        at, stop = self.agreement.head(source), source[1]
        kind, word = self.kinds[at], self.words[at]
        alone = at == stop - 1 and kind & (self.demonstrative | self.saying)
        if self.speechless(source) or alone or self._no_speaker(reading, at, stop):
            return False
        if reading.mood == "phrase" and not self._states(at, source[0]):
            return False
        if self._deed(at, stop):
            return False
        following = self.kinds[at + 1] if at + 1 < stop and not kind & self.office else 0
        if reading.mood == "phrase" and following & self.number and not following & self.preposition:
            return False  # a place in a race (جاء في المركز الثاني)
        bodies = kind & self.several and kind & self.body  # أثبتت القوات كفاءتها
        if reading.verb.frame.evidence and (bodies or not kind & self.document):
            return False
        if reading.verb.frame.person and not (kind & self.persons or word in self._surnames):
            return False
        if reading.verb.frame.outlet and not (kind & self.outlet or source[0] in self.quotations):
            return False
        if kind & self.sure or source[0] in self.quotations or self._written(word):
            states = reading.mood != "colon" or not kind & self.places or stop - at > 2
            return states or self.own(stop + 1)
        defined = word.startswith(self.article)
        stem = self.lexicon.get(word[len(self.article) :], 0) if defined else 0
        if (kind | (stem & self.verbal)) & self.mute and not self._surname(at, stop):
            return False
        if defined and word.endswith(self.feminine_endings):
            return bool(reading.form.gender) and reading.verb.frame.speech and not kind
        return True

    def _no_speaker(self, reading: Reading, at: int, stop: int) -> bool:
        """Whether one word is where a story is taken from, or somebody's own words.

        (المصدر: ...، اختتم حديثه قائلا)
        """
        kind, alone = self.kinds[at], at == stop - 1
        if reading.mood == "colon":
            return alone and bool(kind & self.credit) and self.words[at].startswith(self.article)
        return alone and reading.verb.category == ADD and bool(kind & self.own_words)

    def _deed(self, at: int, stop: int) -> bool:
        """Whether it is a thing, or is done, from which one infers something (هذا الإجراء يؤكد كذا)."""
        this = bool(self.kinds[at] & self.demonstrative)
        noun = at + this
        if noun >= stop or self.kinds[noun] & (self.persons | self.document):
            return False
        word = self.words[noun].removeprefix(self.article)
        return word in self.things or bool(this and self.lexicon.get(word, 0) & self.verbal)

    def _written(self, word: str) -> bool:
        """Whether an indefinite document stands here as an object (أصدر تعميما يفيد بكذا)."""
        return bool(self.object_stem(word) & self.document)

    def _surname(self, at: int, stop: int) -> bool:
        """Whether a common noun begins a surname of two words, as after a given name (عودة سارلو)."""
        after = self.words[at + 1] if at + 1 < stop else self.article
        known = after.startswith(self.article) or self.kinds[at + 1]
        return not known and self.words[at] in self._surnames

    def speechless(self, source: Range) -> bool:
        """Whether the source names nobody: a letter, a question word, speech in marks («هل سافرت» قالت)."""
        at, stop = source
        quotation = self.quotations.get(at)
        if quotation is None:
            return self._sign(at, stop) or bool(self.kinds[at] & self.question)
        speech = any(self.kinds[n] & self.clause for n in range(at + 1, quotation.close))
        return speech or quotation.length > NAME

    def _sign(self, at: int, stop: int) -> bool:
        """Whether there is no word, but a letter or what a page is written in (أ)، content=)."""
        first, *more = [word for word in self.words[at:stop] if word[0].isalnum()] or [""]
        return not more and (len(first) < 2 or not first[-1].isalnum())

    def _states(self, at: int, start: int) -> bool:
        """Whether what an according-to phrase names can say something (not: وفقا للقواعد، حسب كل حالة)."""
        kind, word = self.kinds[at], self.words[at]
        if kind & self.norm or self.kinds[start] & self.universal:
            return False
        if kind & self.sure or at in self.quotations:
            return True
        if word.startswith((self.article, self.to_the)):
            return word.endswith(self.nisba)
        return at > start or not word.endswith((*self.feminine_endings, *self.possessives))

    def speaks(self, antecedent: Range, cue_stop: int, reading: Reading) -> bool:
        """Whether what a relative clause goes with is its subject, not an object (التصريح الذي قاله)."""
        resumed = cue_stop < len(self.kinds) and self.kinds[cue_stop] & self.with_pronoun
        kind = self.kinds[antecedent[0]]
        return bool(kind & self.named or not kind) and not reading.form.suffix and not resumed
