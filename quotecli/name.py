"""Which words of a noun phrase are names, and what the phrase is as a name."""

from __future__ import annotations

from quotecli.agree import Agreement
from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.normalize import beyond
from quotecli.proper import ProperNames

_LED = 4
"""Letters of words that may be a given name with a conjunction, and one by themselves (وسام)."""

_MARKED = 3
"""Words in marks that are a name, whatever words they are."""


class Names(ProperNames):
    """Reads names off the tokens of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, agreement: Agreement) -> None:
        super().__init__(layout, grammar, agreement)
        bit = grammar.bits
        self.comp, self.no_noun = bit["complementizers"], bit["persons"] | bit["cues"] | bit["openers"]
        self.negative, self.open = bit["negatives"], self.comma | bit["prepositions"]
        self.where = bit["office-prepositions"] | bit["of-words"]
        self.plurals = tuple(self.feminines)[1:]

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
        subject = phrase[0] and self.kinds[phrase[0] - 1] & self.finite  # قال بنوا فلان, not لروبرت
        if not kind and word[0] in self.prepositions and self.lexicon.get(word[1:], 0) & self.given:
            return text if subject else text[beyond(text, 0, 1) :]
        if not governed and not kind & self.bound:
            return text
        if word[0] not in self.prepositions:
            return text
        if word.startswith(self.to_the):
            return self.article + text[beyond(text, 0, 2) :]
        return text[beyond(text, 0, 1) :]

    def _and_somebody(self, word: str) -> bool:
        """Whether a conjunction is written on to somebody whom the article has elsewhere (وحماس)."""
        known = self._joins(word) and self.lexicon.get(word[1:], 0) & self.somebody
        return bool(known) and word[1:] in self.words

    def _joins(self, word: str) -> bool:
        """Whether a word may begin with a conjunction, and is no office by itself (ولي العهد)."""
        return word[0] in self.joined and not self.lexicon.get(word, 0) & self.leads

    def led(self, word: str) -> bool:
        """Whether a conjunction is written on to a given name (وسالم), and is not its first letter (وسام)."""
        given = self._joins(word) and self.lexicon.get(word[1:], 0) & self.given
        return bool(given) and (word[1:] in self.words or (len(word) > _LED and word[0] == self.joined[0]))

    def compound(self, at: int) -> bool:
        """Whether a particle and the word with the article after it are one name (عبد الله، أبو الفتوح)."""
        plain = not self.kinds[at] & ~self.particle and self.words[at] != self.article
        return plain and self.words[at + 1].startswith(self.article) and self.adjacent(at)

    def whole(self, name: Range) -> Range:
        """A name with what particles join on to it (الشيخ سالم | بن راشد آل ناصر)."""
        stop, article = name[1], self.article
        while (
            stop + 1 < len(self.words) and self.kinds[stop] & self.particle and self.words[stop + 1].isalpha()
        ):
            if self.words[stop] != article and self.kinds[stop] & ~self.particle:
                break
            stop += 2
        return Range((name[0], stop))

    def personal(self, phrase: Range) -> bool:
        """Whether the phrase is a person's name, with or without titles."""
        at = self.head(phrase)
        head = self.kinds[at] or self.object_stem(self.words[at]) & self.common
        if head & self.country and not head & self.given:
            return False
        return bool(head & self.personal_head or not head & self.common) and bool(self.proper(phrase))

    def core(self, phrase: Range) -> Range:
        """The phrase as a name: no relative clause, no second noun phrase, no adjunct after a bare name."""
        start, stop = phrase
        if stop - start > 1 and self.kinds[start] & self.this and self.kinds[start + 1] & self.leads:
            start += not self.words[start + 1].startswith(self.article)  # أكد ذلك | محافظ الولاية
        start += stop - start > 1 and self.words[start] in self.prepositions  # وفقا لـ | فلان
        first = self.kinds[start] | self.kinds[self.head(phrase)]
        bare = not first & self.common and not self.words[start][0].isdigit()
        marked = 0
        for at in range(start, stop):
            marked = max(marked, self._marked(at))
            if at <= max(start, marked):
                continue
            bare = bare and not self.kinds[at] & self.comma
            other = self.kinds[at] & ~self.given and not self.kinds[at] & self.leads
            surname = bare and at == start + 1 and self.surname(start) and other
            after = at > start + 1 and self._noun_after_surname(at)
            if surname or after or self._led_on(at, stop) or self._breaks_name(at, bare):
                stop = at
                break
        while stop > start + 1 and self.kinds[stop - 1] & self.open:
            stop -= 1
        return Range((start, stop))

    def _breaks_name(self, at: int, bare: bool) -> bool:
        kind, word = self.kinds[at], self.words[at]
        if kind & (self.relative | self.own_noun | self.comp) or (self._comma(at) and self._number(at + 1)):
            return True
        if word[0] in self.prepositions and (len(word) == 1 or word[1].isascii()):
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
        titled = self.kinds[at - 1] & self.title  # الدكتورة ميريلا
        return not (kind or titled) and word.endswith(self.accusative) and not word.endswith(self.possessives)

    def _marked(self, at: int) -> int:
        """Where a name in marks ends that begins here; a longer one is no name."""
        one = self.layout.quotations.get(at)
        return one.close if one and one.closed and one.length <= _MARKED else 0

    def _led_on(self, at: int, stop: int) -> bool:
        """Whether a noun with a preposition follows a full name, and nobody else (سالم العلي | بجهود كذا)."""
        word, kind = self.words[at], self.kinds[at]
        if kind & self.negative and self.full_name(at):
            return True
        there = kind & self.where and at + 1 < stop and self.kinds[at + 1] & self.country
        if there and self.full_name(at) and not any(self.kinds[n] & self.given for n in range(at, stop)):
            return True
        led = word[0] in self.prepositions and not kind & ~self.bound and self.full_name(at)
        known = led and self.lexicon.get(word[1:], 0) & ~self.no_noun
        noun = led and (known or self._governed(word) or word.endswith(self.plurals))
        return bool(noun) and not any(self.kinds[n] & self.given for n in range(at, stop))

    def full_name(self, stop: int) -> bool:
        """Whether a person's name of two words or more ends here."""
        first = stop
        while first > 0 and self.words[first - 1].isalpha() and not self.kinds[first - 1] & ~self.given:
            first -= 1
        return any(self.kinds[at] & self.given for at in range(first, stop - 1))

    def _number(self, at: int) -> bool:
        return at < len(self.words) and self.words[at][0].isdigit()

    def _governed(self, word: str) -> bool:
        """Whether a word has a preposition before its article (رحب روبرت بالقرار)."""
        return word[0] in self.prepositions and word[1:].startswith(self.article)

    def _thing_after_surname(self, at: int) -> bool:
        """Whether a definite feminine noun follows a given name and a surname (غادر سامي الزين القاعة)."""
        word = self.words[at]
        thing = word.startswith(self.article) and word.endswith(self.feminines[0]) and not self.kinds[at]
        return thing and at > 1 and not self.kinds[at - 1] and bool(self.kinds[at - 2] & self.given)

    def _noun_after_surname(self, at: int) -> bool:
        """Whether a definite noun of a list, no office, follows a given name and a surname (... | القرار)."""
        kind = self.kinds[at]
        noun = self.words[at].startswith(self.article) and kind & self.common
        return bool(
            noun
            and self.words[at - 1].startswith(self.article)
            and self.kinds[at - 2] & self.given
            and not kind & self.single
        )

    def _annexed(self, at: int) -> bool:
        """Whether a plural governs a definite noun after it (رد الوزير | تحذيرات الخبراء)."""
        word, kind = self.words[at], self.kinds[at]
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        led = word.startswith((*self.joined, self.article, self.to_the)) or self._governed(word)
        plural = word.endswith(self.feminines[1]) and not led and not self.kinds[at - 1] & self.breaks
        return plural and after.startswith(self.article) and not kind & (self.given | self.bound)
