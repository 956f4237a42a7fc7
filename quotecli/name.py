"""Which words of a noun phrase are names, and what the phrase is as a name."""

from __future__ import annotations

from quotecli.agree import Agreement
from quotecli.grammar import Grammar
from quotecli.model import Cue, Layout, Range, Span
from quotecli.normalize import beyond

_DEFINITE = 4
"""Letters that a noun with the article is longer than."""
_LED = 4
"""Letters of words that may be a given name with a conjunction, and one by themselves (وسام)."""


class Names:
    """Reads names off the tokens of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, agreement: Agreement) -> None:
        self.layout, self.words, self.kinds = layout, layout.words, layout.kinds
        self.head, self.lexicon = agreement.head, grammar.kinds
        self._found: dict[Range, list[int]] = {}
        self.article, self.prepositions = grammar.article, grammar.letters["prepositions-joined"]
        (to,), self.accusative = grammar.letters["preposition-to"], grammar.letters["accusative-endings"]
        self.possessives, self.feminines = grammar.letters["possessives"], agreement.feminine_endings
        self.to_the, self.joined = to * 2, grammar.letters["conjunctions-joined"]
        bit = grammar.bits
        self.bound, self.not_bound = bit["prepositions-bound"], bit["not-bound"]
        self.given = bit["given-names"]
        self.leads, self.quantity = bit["ranks"], bit["quantities"]
        self.somebody = bit["persons"]
        self.common = (
            bit["heads"] | bit["quantities"] | bit["occasions"] | bit["plurals-nonhuman"] | bit["numbers"]
            | bit["time-qualifiers"] | bit["portfolios"]
        )  # fmt: skip
        self.personal_head = bit["ranks"] | bit["given-names"]
        self.breaks = (
            bit["openers"] | bit["finite"] | bit["prepositions"] | bit["negatives"] | bit["relatives"]
            | bit["prepositions-with-pronoun"] | bit["reporting-participles"] | bit["sentence-ends"]
            | bit["colons"] | bit["dashes"] | bit["time-adjuncts"]
        )  # fmt: skip
        self.particle, self.own_noun = bit["name-particles"], bit["reporting-nouns"]
        self.title, self.nisba = bit["titles"], grammar.letters["nisba-endings"]
        self.within = bit["office-prepositions"]
        self.same, self.country = bit["reflexives"], bit["countries"]
        self.comma, self.nominal = bit["commas"], bit["nominal-heads"]
        self.relative = bit["relatives"] | bit["what-words"]

    def name(self, phrase: Range, governed: bool = False) -> str:
        """The words of a phrase as a name: no joined preposition or conjunction before it.

        ``governed`` says that there is a preposition for certain (وفقا لموسكو).
        """
        start, end = self.layout.span(phrase)
        text, kind, word = self.layout.article.text[start:end], self.kinds[phrase[0]], self.words[phrase[0]]
        if kind & self.not_bound and not self._and_somebody(word):
            return text
        if self.led(word) or self._and_the(word) or self._and_somebody(word):
            return text[beyond(text, 0, 1) :]
        if not governed and not kind & self.bound:
            return text
        if word[0] not in self.prepositions:
            return text
        if word.startswith(self.to_the):
            return self.article + text[beyond(text, 0, 2) :]
        return text[beyond(text, 0, 1) :]

    def _definite(self, word: str) -> bool:
        """Whether a word has the article, and is not the rest of a name (فالح، والتر)."""
        if not word.startswith(self.article) or len(word) <= _DEFINITE:
            return False
        return bool(self.lexicon.get(word.removeprefix(self.article)) or word in self.words)

    def _and_somebody(self, word: str) -> bool:
        """Whether a conjunction is written on to somebody whom the article has elsewhere (وحماس)."""
        known = word[0] in self.joined and self.lexicon.get(word[1:], 0) & self.somebody
        return bool(known) and word[1:] in self.words

    def led(self, word: str) -> bool:
        """Whether a conjunction is written on to a given name (وسالم), and is not its first letter (وسام)."""
        given = word[0] in self.joined and self.lexicon.get(word[1:], 0) & self.given
        return bool(given) and (word[1:] in self.words or len(word) > _LED)

    def proper(self, phrase: Range) -> list[int]:
        """The tokens of a phrase that are names and not common nouns."""
        found = self._found.get(phrase)
        if found is None:
            first, found = self.head(phrase), self._found.setdefault(phrase, [])
            for at in range(*phrase):
                of_name = found[-1:] == [at - 1] and (self.surname(at) or self.kinds[at - 1] & self.particle)
                if of_name or self._proper(at, first, phrase[1]):
                    found.append(at)
        return found

    def surname(self, at: int) -> bool:
        """Whether a word with the article goes on a name before it (سعد الحريري)."""
        word = self.words[at]
        return word.startswith(self.article) and (not self.kinds[at] or word.endswith(self.nisba))

    def _proper(self, at: int, first: int, stop: int) -> bool:
        word, kind = self.words[at], self.kinds[at]
        if not word.isalpha() or kind & (self.breaks | self.comma) or self._and_the(word):
            return False
        if at == first < stop - 1 and kind & self.title and not self.kinds[at + 1] & self.common:
            return False
        if kind & (self.given | self.common):
            return bool(kind & self.given) and not (at > first and kind & self.within)
        annexed = (
            at + 1 < stop and self.kinds[at + 1] & self.common and self.words[at + 1].startswith(self.article)
        )
        return at == first or not (annexed or word.startswith(self.article))

    def _and_the(self, word: str) -> bool:
        """Whether a conjunction and the article are written on to a word (والصيد)."""
        return word[0] in self.joined and self._definite(word[1:])

    def personal(self, phrase: Range) -> bool:
        """Whether the phrase is a person's name, with or without titles."""
        at = self.head(phrase)
        head = self.kinds[at] or self._object(self.words[at])
        if head & self.country and not head & self.given:
            return False
        return bool(head & self.personal_head or not head & self.common) and bool(self.proper(phrase))

    def _object(self, word: str) -> int:
        """The lists of an unknown word without the ending of an indefinite object (نشر تقريرا يتهم)."""
        return self.lexicon.get(word[:-1], 0) & self.common if word.endswith(self.accusative) else 0

    def core(self, phrase: Range) -> Range:
        """The phrase as a name: no relative clause, no second noun phrase, no adjunct after a bare name."""
        start, stop = phrase
        first = self.kinds[start] | self.kinds[self.head(phrase)]
        bare = not first & self.common and not self.words[start][0].isdigit()
        for at in range(start + 1, stop):
            bare = bare and not self.kinds[at] & self.comma
            other = self.kinds[at] & ~self.given and not self.kinds[at] & self.leads
            surname = bare and at == start + 1 and self.surname(start) and other
            if surname or self._breaks_name(at, bare):
                stop = at
                break
        while stop > start + 1 and self.kinds[stop - 1] & self.comma:
            stop -= 1
        return Range((start, stop))

    def _breaks_name(self, at: int, bare: bool) -> bool:
        kind, word = self.kinds[at], self.words[at]
        if kind & (self.relative | self.own_noun) or (
            word[0] in self.prepositions and (len(word) == 1 or word[1].isascii())
        ):
            return True
        if bare and not self.kinds[at - 1] and self._governed(word):
            return True
        if bare and kind & self.breaks and (self.adjacent(at - 1, 1) or self.adjacent(at, 1)):
            return True
        if not self.words[at - 1].startswith(self.article):
            return False
        if self._thing_after_surname(at) or self._annexed(at):
            return True
        named = kind & self.bound or (kind & self.given and self.kinds[at - 1] & self.leads)
        if kind & self.nominal and not named:
            return True
        titled = self.kinds[at - 1] & self.title  # الدكتورة كامالا
        return not (kind or titled) and word.endswith(self.accusative) and not word.endswith(self.possessives)

    def _governed(self, word: str) -> bool:
        """Whether a word has a preposition before its article (رحب ترامب بالقرار)."""
        return word[0] in self.prepositions and word[1:].startswith(self.article)

    def _thing_after_surname(self, at: int) -> bool:
        """Whether a definite feminine noun follows a given name and a surname (غادر سامي الزين القاعة)."""
        word = self.words[at]
        thing = word.startswith(self.article) and word.endswith(self.feminines[0]) and not self.kinds[at]
        return thing and at > 1 and not self.kinds[at - 1] and bool(self.kinds[at - 2] & self.given)

    def _annexed(self, at: int) -> bool:
        """Whether a plural governs a definite noun after it (رد الوزير | تحذيرات الخبراء)."""
        word, kind = self.words[at], self.kinds[at]
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        led = word.startswith((*self.joined, self.article, self.to_the)) or self._governed(word)
        plural = word.endswith(self.feminines[1]) and not led and not self.kinds[at - 1] & self.breaks
        return plural and after.startswith(self.article) and not kind & (self.given | self.bound)

    def adjacent(self, at: int, least: int = 0) -> bool:
        """Whether a next token follows in the same line, after at least so many spaces."""
        if at + 1 >= len(self.words):
            return False
        between = self.layout.article.text[self.layout.ends[at] : self.layout.starts[at + 1]]
        return not between.strip() and "\n" not in between and len(between) >= least


def cue_span(layout: Layout, cue: Cue) -> Span:
    """The offsets of a cue without a conjunction joined on."""
    start, end = layout.span(Range((cue.start, cue.stop)))
    return beyond(layout.article.text, start, cue.lead), end
