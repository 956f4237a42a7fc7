"""The noun phrase before a verb, or before the relative word of its clause."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range, Sentence
from quotecli.phrase import Phrases

_DESCRIBED = 7
"""Words from a noun to a verb that describes it."""
_CLAUSE = 8
"""Tokens from a relative word that a verb may belong to its clause."""


class Preceding:
    """Finds the noun phrases before the verbs of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.closed = layout.closed
        self.phrases, bit, self.article = phrases, grammar.bits, grammar.article
        self.person, self.comma, self.relative = bit["persons"], bit["commas"], bit["relatives"]
        self.boundary = bit["openers"] | bit["colons"] | bit["kana"]
        self.dash, self.finite, self.ambiguous = bit["dashes"], bit["finite"], bit["finite-verbs-ambiguous"]
        self.parenthetical, self.joined = bit["parentheticals"], grammar.letters["conjunctions-joined"]
        self.speaking = bit["documents"] | bit["callers"] | bit["sources"] | bit["offices"]
        self.speaking |= bit["offices-plural"]
        self.resumer, self.topic, self.preposition = bit["resumers"], bit["topics"], bit["prepositions"]
        self.ends, self.thing = bit["sentence-ends"], bit["nominal-heads"] | bit["occasions"]
        self.occasion = bit["occasions"]
        self.offices = bit["offices-feminine"]
        self.document, self.lexicon = bit["documents"], grammar.kinds
        self.object_stem = grammar.object_stem
        self.with_pronoun, self.colon = bit["prepositions-with-pronoun"], bit["colons"]
        self.comp_pronoun = bit["complementizers-pronoun"]
        self.led = bit["prepositions"] | bit["prepositions-bound"]
        self.bound = grammar.letters["prepositions-joined"]
        self.clausal = bit["finite"] | bit["pauses"]
        self.no_antecedent = bit["prepositions"] | bit["pauses"]
        self.as_word, self.stating = bit["as-words"], bit["finite"] | bit["commas"]
        self.subordinate = bit["complementizers"] | bit["relatives"] | bit["as-what"] | bit["what-words"]

    def phrase(self, stop: int, verb: int, sentence: Sentence) -> Range | None:
        """The phrase that ends at ``stop``, and fills all before the verb or relative word at ``verb``."""
        after_relative = bool(self.kinds[verb] & self.relative)
        resumed = bool(self.kinds[stop - 1] & self.resumer) and not self.kinds[sentence.start] & self.topic
        resumed = resumed or (not after_relative and bool(self.kinds[stop - 1] & self.relative))
        if self.kinds[stop - 1] & self.ends or resumed:  # هل سافرت؟ قال، فإنه يحذر
            return None
        if self.kinds[verb] & self.colon:
            stop = self._first_verb(sentence.start, stop)
        start = self._phrase_start(stop, sentence, after_relative)
        if start is not None and self._told_of(start, stop, sentence):
            return self.phrase(start - 2, verb, sentence)
        if start is None and not after_relative:
            return None if self._resumed(verb + 1) else self._described(stop)
        if start is None or start >= stop:
            return None
        source, legal = self.phrases.gap(start, stop)
        if not source or not legal:
            return None
        if after_relative:
            source = self._nearest(source)
            apart = self.kinds[verb - 1] & self.comma and not self.kinds[source[0]] & self.person
            return None if apart else source
        apart = self.kinds[stop - 1] & self.comma and not self._apposed(source[0], stop - 1)
        return None if apart else self._beside(source)

    def _beside(self, source: Range) -> Range:
        """Of a thing and somebody joined on to it, who can speak (ردود دولية على الهجوم | وباريس تدعو)."""
        start, stop = source
        if self.kinds[start] & self.person or not self.kinds[start] & self.thing:
            return source
        joined = (
            at
            for at in range(stop - 1, start, -1)
            if self.words[at].startswith(self.phrases.joined)
            and self.kinds[at] & self.person & ~self.phrases.named
        )
        return Range((next(joined, start), stop))

    def stated(self, start: int, stop: int) -> bool:
        """Whether a verb of its own follows the adjunct that opens a clause (في العام الماضي ارتفعت)."""
        verbs = [at for at in range(start + 2, stop - 1) if self.kinds[at] & self.finite]
        free = (at for at in verbs if not self.kinds[at - 1] & self.subordinate)
        own = any(not self.phrases.asyndetic(at, start + 1) for at in free)
        return own and not self.kinds[start] & self.as_word

    def adjunct(self, start: int, stop: int) -> bool:
        """Whether what stands before the cue is a preposition with its nouns, and no clause."""
        led = self.kinds[start] & self.preposition
        return bool(led) and not any(self.kinds[at] & self.stating for at in range(start, stop - 1))

    def _told_of(self, start: int, stop: int, sentence: Sentence) -> bool:
        """Whether a remark between commas tells what the subject before it is (الشركة، وهي من كذا، قالت)."""
        if start - 2 <= sentence.start or not self.kinds[stop - 1] & self.comma:
            return False
        pronoun = self.kinds[start - 1] & self.parenthetical and self.words[start - 1].startswith(self.joined)
        return bool(pronoun and self.kinds[start - 2] & self.comma)

    def _first_verb(self, start: int, stop: int) -> int:
        """Where the first verb of a headline stands, after its subject (الوزير يزور الميناء: ...)."""
        return next((at for at in range(start + 1, stop) if self.kinds[at] & self.finite), stop)

    def _resumed(self, at: int) -> bool:
        """Whether a pronoun goes back to the noun, which so is not the verb's subject (صورة قال إنها ...)."""
        kind = self.kinds[at] if at < len(self.kinds) else 0
        return bool(kind & (self.with_pronoun | self.comp_pronoun))

    def _described(self, stop: int) -> Range | None:
        """An indefinite noun, itself no subject, that a verb right after it describes (نشر وثائق تثبت أن)."""
        for start in range(stop - 1, max(-1, stop - _DESCRIBED), -1):
            if self._object(start) or self._indefinite(start):
                if not self._led(start + 1, stop) and any(map(self._other, range(start + 1, stop))):
                    return None
                return Range((start, start + 1 if self._led(start + 1, stop) else stop))
            if self.kinds[start] & self.clausal:
                return None
        return None

    def _led(self, at: int, stop: int) -> bool:
        """Whether a preposition begins here, by itself or on a noun of another (بيانا | لتجار الحبوب)."""
        bound = at + 1 < stop and self.words[at].startswith(self.bound) and not self.kinds[at]
        return at < stop and bool(self.kinds[at] & self.led or (bound and self._other(at + 1)))

    def _other(self, at: int) -> bool:
        """Whether the word is no adjective of an indefinite noun before it."""
        return bool(self.kinds[at]) or self.words[at].startswith(self.article)

    def _indefinite(self, at: int) -> bool:
        joined = self.words[at].startswith(self.phrases.joined) and self.words[at][1:] in self.lexicon
        speaks = self.kinds[at] & self.speaking and not self.kinds[at] & self.led
        if self.kinds[at - 1] & self.occasion and self.words[at].endswith(self.phrases.nisba):
            return False  # في تصريح صحفي
        return bool(speaks) and self.phrases.indefinite(at) and not joined

    def _object(self, at: int) -> bool:
        """Whether a document stands here as an indefinite object (نشر تقريرا يتهم)."""
        return bool(self.object_stem(self.words[at]) & self.document)

    def _apposed(self, start: int, stop: int) -> bool:
        """Whether a comma before ``stop`` opens what the one there closes (الوزير، فلان، قال).

        One alone, before the verb, is often set after somebody who can be its subject.
        """
        return bool(self.kinds[start] & self.person) or any(
            self.kinds[at] & self.comma for at in range(start, stop)
        )

    def _nearest(self, source: Range) -> Range:
        """Of nouns in a chain, the person that a relative clause goes with (موقف الرئيس الذي قال)."""
        if self.kinds[source[0]] & self.person:
            leads = (at for at in range(*source) if self.kinds[at] & self.phrases.leads)
        else:
            leads = (at for at in range(*source) if self.kinds[at] & self.person and not self._adjective(at))
        return Range((next(leads, source[0]), source[1]))

    def _adjective(self, at: int) -> bool:
        """Whether an office is an adjective of a definite noun before it (الأهداف العسكرية)."""
        office = self.kinds[at] & self.offices and not self.kinds[at - 1] & self.person
        return bool(office) and all(word.startswith(self.article) for word in self.words[at - 1 : at + 1])

    def _phrase_start(self, stop: int, sentence: Sentence, after_relative: bool) -> int | None:
        start = self._boundary(stop, sentence, after_relative)
        if start is None or start >= stop - 1 or self.words[start].startswith(self.article):
            return start
        return None if self.kinds[start] & self.ambiguous else start

    def _boundary(self, stop: int, sentence: Sentence, after_relative: bool) -> int | None:
        """Where a phrase that ends at ``stop`` can begin at the earliest; None if a verb stands before it."""
        at = stop - 1
        if after_relative and self.kinds[at] & self.comma:
            at -= 1
        while at >= sentence.start:
            quotation = self.closed.get(at)
            if quotation:
                at = quotation.open - 1
                continue
            kind, inside = self.kinds[at], self.quotations.get(at)
            apart = (kind & self.dash and at < stop - 1) or self.words[at] in self.phrases.joined
            if kind & self.boundary or apart or (inside and inside.close >= stop):
                break
            if kind & self.finite and not self._in_relative(at, sentence):
                document = not after_relative and at > sentence.start and self._document(at - 1)
                return at - 1 if document else at + 1 if after_relative else None
            if after_relative and kind & self.no_antecedent:
                break
            at -= 1
        return at + 1

    def _document(self, at: int) -> bool:
        """Whether an indefinite document stands right before a verb that tells of it (دراسة | نشرت أمس)."""
        led = at > 0 and self.kinds[at - 1] & self.preposition
        indefinite = not led and not self.words[at].startswith(self.article)
        return bool(self.kinds[at] & self.document) and indefinite

    def _in_relative(self, at: int, sentence: Sentence) -> bool:
        nearest = max(sentence.start, at - _CLAUSE)
        return any(self.kinds[n] & self.relative for n in range(nearest, at))
