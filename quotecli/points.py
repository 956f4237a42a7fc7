"""The fixed points after a cue: where what was said may begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quotecli.grammar import Grammar, Reading
from quotecli.model import Cue, Layout, Quotation, Sentence
from quotecli.phrase import Phrases

_FARTHEST = 45
"""Words between a cue and the fixed point that it may belong to."""
_SPEECH = 7
"""Words in marks that are never a name or a term inside the source."""
_TERM = 3
"""Words in marks, right after the cue, that are no name either."""
_QUESTION = "question"
"""What a fixed point of kind ``comp`` has as its word where a question begins."""
_AHEAD = 14
"""Words after a quotation in which the beginning of what was said is looked for."""


class Point(NamedTuple):
    """A fixed point: the gap before it ends at ``start``, what it introduces begins at ``after``.

    ``kind`` is a slot of that name, ``word`` the preposition of a ``prep``, or ``question`` for a ``comp`` that
    is an interrogative.
    """

    kind: str
    start: int
    after: int
    word: str = ""


class Points:
    """Finds the fixed points that follow a cue."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.phrases = phrases
        bit = grammar.bits
        self.colon, self.comma, self.preposition = bit["colons"], bit["commas"], bit["prepositions"]
        self.comp, self.bare = bit["complementizers"], bit["complementizers-bare"]
        self.negated, self.blocks = (
            bit["complementizers-negative"],
            bit["before-subordinate"] | bit["finite-verbs"],
        )
        self.finite = bit["finite"]
        self.stop = bit["finite"] | bit["reporting-participles"] | bit["reporting-nouns"]
        self.nominal, self.demonstrative = bit["nominal-heads"], bit["demonstratives"]
        self.bound, self.not_bound = bit["prepositions-bound"], bit["not-bound"]
        self.article, self.said = grammar.article, bit["said-nouns"]
        self.named = bit["outlets"] | bit["bodies"] | bit["offices"] | bit["documents"]
        self.denied = bit["charges"] | bit["demonstratives"] | bit["universals"]
        self.as_word, self.as_noun, self.as_what = bit["as-words"], bit["as-nouns"], bit["as-what"]
        self.adverb = bit["adverbs"] | bit["dates"] | bit["commas"]
        self.given = bit["given-names"]
        self.country = bit["countries"]
        self.reporting = bit["reporting"]
        self.question = bit["interrogatives"]
        (self.to,), self.lexicon = grammar.letters["preposition-to"], grammar.kinds
        self.mark, self.person = bit["marks"], bit["persons"]
        self.title, self.resumer = bit["title-words"], bit["resumers"]
        self.relative = bit["relatives"]
        self.subordinate, self.remark = (
            bit["relatives"] | bit["asides-led"],
            bit["relatives"] | bit["parentheticals"],
        )

    def after(self, cue: Cue, reading: Reading, sentence: Sentence) -> Iterator[Point]:
        """In order of place, as far as the cue can reach; ``end`` always last."""
        if self.kinds[cue.start] & self.colon:
            yield Point("here", cue.stop, cue.stop)
            return
        at, limit = cue.stop, min(sentence.stop, cue.stop + _FARTHEST)
        relative = remark = False
        while at < limit:
            kind, quotation = self.kinds[at], self.quotations.get(at)
            if quotation and not self._speech(quotation, cue, reading, limit):
                at = quotation.close + 1
                continue
            if kind & self.question and reading.verb.frame.question:
                yield Point("comp", at, at, _QUESTION)
                break
            if quotation or kind & (self.colon | self.comp) or self._negative(at, limit):
                if relative and kind & self.comp and self.kinds[at - 1] & self.reporting:
                    at += 1  # the clause is that of the verb right before it (الصور التي تدعي أنها ...)
                    continue
                yield from self._fixed(at, cue, limit)
                break
            if kind & self.mark:  # the end of the quotation that the cue stands in
                break
            fixed = self.phrases.sequence(at, limit) if kind & self.stop else at
            if fixed > at:
                at = fixed
                continue
            relative = self._in_relative(at, limit, relative)
            said = at == cue.stop and kind & self.said
            if kind & self.stop and not relative and not said:
                if not (kind & self.finite and self.phrases.asyndetic(at, cue.stop)):
                    break
                relative = True
            remark = not kind & self.comma and (remark or bool(kind & self.remark))
            if not remark:
                yield from self._nominal(at, cue, reading)
            at += 1
        if reading.verb.frame.words and reading.mood == "participle" and cue.stop < sentence.stop:
            yield Point("colon", cue.stop, cue.stop)
        yield self._end(cue, min(at, limit))

    def _in_relative(self, at: int, limit: int, before: bool) -> bool:
        """Whether this word stands in a relative clause or in an aside, ``before`` that of the last word."""
        kind = self.kinds[at]
        goes_on = before and not kind & self.comma
        reported = kind & self.as_noun and at + 1 < limit and self.kinds[at + 1] & self.as_what
        led = bool(kind & (self.subordinate | self.as_word) or reported)
        return goes_on or led or self.phrases.occasion_at(at, limit)

    def _fixed(self, at: int, cue: Cue, limit: int) -> Iterator[Point]:
        if at in self.quotations:
            yield Point("quotation", at, at)
        elif self.kinds[at] & self.colon:
            yield self._colon(at, limit)
        elif at == cue.stop or not self.kinds[at - 1] & self.blocks:
            start = at - 1 if at > cue.stop and self.kinds[at - 1] & self.preposition else at
            yield Point("comp", start, self._after_comp(at))

    def _colon(self, at: int, limit: int) -> Point:
        """A colon, or the complementizer right after one (قال الوزير: إن ...)."""
        after = at + 1
        if after < limit and self.kinds[after] & self.comp:
            return Point("comp", at, self._after_comp(after))
        return Point("colon", at, after)

    def _after_comp(self, at: int) -> int:
        """Where the clause begins: with the complementizer if that holds a word of it (أنه)."""
        return at + bool(self.kinds[at] & self.bare)

    def _negative(self, at: int, limit: int) -> bool:
        """Whether the word is أن with لا in it (ألا يكون), and not إلا, which looks the same."""
        return bool(self.kinds[at] & self.negated) and at + 1 < limit and bool(self.kinds[at + 1] & self.stop)

    def _nominal(self, at: int, cue: Cue, reading: Reading) -> Iterator[Point]:
        word, kind, frame = self.words[at], self.kinds[at], reading.verb.frame
        if at + 1 < len(self.kinds) and self.kinds[at + 1] & self.comp:
            return
        if frame.governs(word):
            yield Point("prep", at, at + 1, word)
        elif (
            len(word) > (2 if kind & self.bound else 3)
            and frame.governs(word[0])
            and not kind & self.not_bound
            and (kind & self.bound or (not kind and self._governed(at, cue)))
            and (word[0] != self.to or self._verbal(word))
            and not kind & self.country
        ):
            yield Point("prep", at, at, word[0])
        elif (frame.noun or frame.double) and self._stated(at, cue, reading):
            yield Point("noun", at, at)

    def _verbal(self, word: str) -> bool:
        """Whether a word with a preposition joined on is a verbal noun (دعا للتعاون), and no part of a name."""
        stems = word[2:], word[1:], word[1:].removeprefix(self.article)
        return any(
            self.lexicon.get(stem, 0) & self.nominal for stem in stems[not word.startswith(self.to * 2) :]
        )

    def _governed(self, at: int, cue: Cue) -> bool:
        """Whether an unknown word is a noun with a preposition joined on, and not a name that begins so."""
        before, after = self.words[at - 1], self.words[at + 1] if at + 1 < len(self.words) else ""
        named = at > cue.stop and not before.startswith(self.article)
        return not named or after.startswith(self.article)

    def _stated(self, at: int, cue: Cue, reading: Reading) -> bool:
        """Whether an object begins here that says what was said."""
        kind, frame = self.kinds[at], reading.verb.frame
        if at == cue.stop and self._names(reading):
            return self.phrases.can_start(at) and not kind & self.person
        head = kind & self.nominal and not kind & self.bound and not self._named(at)
        if head or (frame.double and kind & self.demonstrative):
            return self._phrase_over(at, cue)
        if frame.denies and kind & self.denied:
            return self._phrase_over(at, cue)
        if at == cue.stop:
            return False
        return (frame.noun and self.phrases.object_at(at)) or (frame.double and self.phrases.thing_at(at))

    def _named(self, at: int) -> bool:
        """Whether a word that may be a name is one here, before a surname (أمل العلي)."""
        after = self.kinds[at + 1] if at + 1 < len(self.kinds) else self.comma
        return bool(self.kinds[at] & self.given) and (not after or bool(after & self.given))

    def _phrase_over(self, at: int, cue: Cue) -> bool:
        """Whether the noun phrase before ``at``, if there is one, has come to its end."""
        if self.phrases.asides(cue.stop, at) >= at:
            return True
        if self.phrases.complete(at) and not self.kinds[at - 1] & self.preposition:
            return True
        phrase, legal = self.phrases.gap(cue.stop, at)
        if not phrase or not legal:
            return False
        return bool(self.kinds[at - 1] & self.adverb) and self.phrases.complete(phrase[1])

    @staticmethod
    def _names(reading: Reading) -> bool:
        """Whether the verb calls something, its pronoun, what comes next (ما اعتبره خطأ، ما أسماه «...»)."""
        return reading.verb.frame.double and bool(reading.form.suffix)

    def _speech(self, quotation: Quotation, cue: Cue, reading: Reading, limit: int) -> bool:
        """Whether the words in marks are what was said, and not a name or a term inside the source."""
        at, after = quotation.open, quotation.close + 1
        if at == cue.stop and (self._names(reading) or reading.mood == "phrase"):
            return reading.mood != "phrase" or reading.verb.frame.speech
        if self.kinds[at - 1] & self.title:
            return False
        if quotation.length >= _SPEECH:
            return True
        if at == cue.stop and quotation.length >= _TERM:
            return not self._introduced(after, limit)
        named = at > cue.stop and self.kinds[at - 1] & self.named
        if quotation.length < _TERM and (named or not self._last(after, limit)):
            return False
        return not self._introduced(after, limit)

    def _last(self, at: int, limit: int) -> bool:
        """Whether nothing but another statement follows."""
        while at < limit and self.kinds[at] & self.comma:
            at += 1
        return at >= limit or bool(self.kinds[at] & self.stop)

    def _introduced(self, at: int, limit: int) -> bool:
        """Whether what was said begins only later, after a complementizer, a colon or other marks."""
        relative = False
        for n in range(at, min(limit, at + _AHEAD)):
            kind = self.kinds[n]
            if kind & (self.comp | self.colon) or n in self.quotations:
                return True
            relative = bool(kind & self.relative) or (relative and not kind & self.comma)
            if kind & self.stop and not relative:
                return False
        return False

    def _end(self, cue: Cue, limit: int) -> Point:
        at = cue.stop
        while at < limit and not self.kinds[at] & (self.comma | self.resumer):
            at += 1
        return Point("end", at, at)
