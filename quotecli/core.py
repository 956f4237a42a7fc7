"""How much of a noun phrase is the name of whom it tells."""

from __future__ import annotations

from quotecli.agree import Agreement
from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.phrase import Phrases
from quotecli.proper import ProperNames

_MARKED = 3
"""Words in marks that are a name, whatever words they are."""


class Cores(ProperNames):
    """Finds what noun phrases are as names, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, agreement: Agreement, phrases: Phrases) -> None:
        super().__init__(layout, grammar, agreement)
        self.agreement, self.phrases = agreement, phrases
        bit = grammar.bits
        self.comp, self.no_noun = bit["complementizers"], bit["persons"] | bit["cues"] | bit["openers"]
        self.negative, self.open = bit["negatives"], self.comma | bit["prepositions"]
        self.of, self.known_body = bit["of-words"], bit["bodies"] | bit["outlets"]
        self.where = bit["office-prepositions"] | bit["of-words"]
        self.plurals = tuple(self.feminines)[1:]
        self._cores: dict[Range, Range] = {}

    def core(self, phrase: Range) -> Range:
        """The phrase as a name: no relative clause, no second noun phrase, no adjunct after a bare name."""
        core = self._cores.get(phrase)
        if core is None:
            core = self._cores[phrase] = self._core(*phrase)
        return core

    def _core(self, start: int, stop: int) -> Range:
        head = self.head(Range((start, stop)))
        if stop - start > 1 and self.kinds[start] & self.this and self.kinds[start + 1] & self.leads:
            start += not self.words[start + 1].startswith(self.article)  # أكد ذلك | محافظ الولاية
        start += stop - start > 1 and self.words[start] in self.prepositions  # وفقا لـ | فلان
        first = self.kinds[start] | self.kinds[head]
        bare = not first & self.common and not self.words[start][0].isdigit()
        marked = office = 0
        for at in range(start, stop):
            marked = max(marked, self._marked(at))
            if at <= max(start, marked):
                continue
            bare = bare and not self.kinds[at] & self.comma
            office |= bare and self.kinds[at] & self.leads & ~self.given
            if self._belongs(at, stop, bool(office)):
                continue
            other = self.kinds[at] & ~self.given and not self.kinds[at] & self.leads
            surname = bare and at == start + 1 and self.surname(start) and other
            after = at > start + 1 and self._noun_after_surname(at)
            if surname or after or self._led_on(at, stop) or self._breaks_name(at, stop, bare):
                stop = at
                break
        while stop > start + 1 and self.kinds[stop - 1] & self.open:
            stop -= 1
        return Range((start, stop))

    def _belongs(self, at: int, stop: int, office: bool) -> bool:
        """Whether a preposition tells where an office is held, or of what body a person is.

        (فلان مراسل كذا في جوبا، فلان من جامعة كذا)
        """
        if at + 1 >= stop:
            return False
        held = office and self.kinds[at] & self.within & ~self.bound
        return bool(held or (self.kinds[at] & self.of and self.kinds[at + 1] & self.known_body))

    def _breaks_name(self, at: int, stop: int, bare: bool) -> bool:
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
        stem = self.lexicon.get(word[1:], 0)
        joined = word[0] in self.joined and stem  # وزارة الصحة ووقاية المجتمع
        if kind & self.nominal and not (named or joined):
            return True
        joined = joined or (word[0] in self.prepositions and stem & self.country)
        titled = self.kinds[at - 1] & self.title or joined  # الدكتورة ميريلا، لكوريا
        return (
            not (kind or titled or self._first_name(at, stop))
            and word.endswith(self.accusative)
            and not word.endswith(self.possessives)
        )

    def _first_name(self, at: int, stop: int) -> bool:
        """Whether a name of two words that no list has may begin here (الوزيرة فيدريكا لوساني)."""
        if self.object_stem(self.words[at]) & ~self.given:
            return False  # نشرت الوزارة بيانا
        last = self.words[at + 1] if at + 1 < stop else self.article
        return not (self.kinds[min(at + 1, stop - 1)] or last.startswith(self.article)) and not last.endswith(
            self.accusative
        )

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
        if not kind & self.common or kind & self.single or not self.kinds[at - 2] & self.given:
            return False
        return all(word.startswith(self.article) for word in self.words[at - 1 : at + 1])

    def _annexed(self, at: int) -> bool:
        """Whether a plural governs a definite noun after it (رد الوزير | تحذيرات الخبراء)."""
        word, kind = self.words[at], self.kinds[at]
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        led = word.startswith((*self.joined, self.article, self.to_the)) or self._governed(word)
        plural = word.endswith(self.feminines[1]) and not led and not self.kinds[at - 1] & self.breaks
        return plural and after.startswith(self.article) and not kind & (self.given | self.bound)
