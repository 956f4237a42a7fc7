"""Which words of a noun phrase are names, and what the phrase is as a name."""

from __future__ import annotations

from quotecli.core import Cores
from quotecli.model import Range
from quotecli.normalize import beyond

_LED = 4
"""Letters of words that may be a given name with a conjunction, and one by themselves (وسام)."""


class Names(Cores):
    """Reads names off the tokens of one article."""

    def name(self, phrase: Range, governed: bool = False) -> str:
        """The words of a phrase as a name: no joined preposition or conjunction before it.

        ``governed`` says that there is a preposition for certain (وفقا لموسكو).
        """
        start, end = self.layout.span(phrase)
        text, kind, word = self.layout.article.text[start:end], self.kinds[phrase[0]], self.words[phrase[0]]
        if kind & self.not_bound and not self._and_somebody(word):
            return text
        office = word[0] in self.joined and len(word) > _LED and self.lexicon.get(word[1:], 0) & self.leads
        if office or self.led(word) or self._and_the(word) or self._and_somebody(word):
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
        if at > phrase[0] and self.kinds[phrase[0]] & self.body and self.words[phrase[0]].isalpha():
            return False  # مجموعة فلان
        return bool(head & self.personal_head or not head & self.common) and bool(self.proper(phrase))
