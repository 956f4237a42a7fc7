"""Word lists as bits: which lists a word is in, with the spellings that each list allows its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import cast

from quotecli.errors import Fault
from quotecli.grammar import Reading
from quotecli.lists import DERIVED, GROUPS, LISTS, SEQUENCES, UNBOUND, UNLISTED
from quotecli.normalize import possessed, spell_all, variants
from quotecli.schema import Entry

_NOUNS = (
    "offices", "offices-feminine", "offices-plural", "bodies", "documents", "outlets", "occasions",
    "prepositions", "given-names", "quantities", "finite-verbs-ambiguous", "nominal-heads", "sayings",
)  # fmt: skip
"""Lists whose words are no verbs, even if they are spelled like some."""
_OF_ONE = ("article", "preposition-to")
"""Lists that the engine takes the only word of."""


def faults_of_lists(entries: Mapping[str, Entry]) -> Iterator[Fault]:
    """What is wrong with the lists of words as a whole, and with each by itself."""
    for name in LISTS:
        if name not in entries:
            yield Fault("words", 0, 0, f"the list '{name}' is missing")
    for name, entry in entries.items():
        words = _texts(entry)
        if name in _OF_ONE and len(words) != 1:
            yield _fault(entry, "holds exactly one word")
        odd = [] if name in SEQUENCES else [one for one in words if (" " in one) == (name in LISTS)]
        wrong = "holds single words" if name in LISTS else "is unknown, and so holds expressions"
        yield from (_fault(entry, f"{wrong}, not '{one}'") for one in odd)


def _fault(entry: Entry, wrong: str) -> Fault:
    return Fault(entry.place.file, entry.place.line, 1, f"the list '{entry.id}' {wrong}")


def _texts(entry: Entry) -> tuple[str, ...]:
    return cast(tuple[str, ...], entry.values["words"])


class Lexicon:
    """``bits`` of lists; ``kinds``, each word with the bits of its lists; ``sequences`` of several words."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        listed = {name: _texts(entry) for name, entry in entries.items()}
        self._words = {name: tuple(spell_all(words)) for name, words in listed.items()}
        self._members = {name: frozenset(words) for name, words in self._words.items()}
        self._listed = frozenset(word for words in self._words.values() for word in words)
        self._own = {name: 1 << n for n, name in enumerate((*LISTS, *DERIVED))}
        self._bound = self._own["prepositions-bound"]
        self.bits = dict(self._own)
        for group, members in GROUPS.items():
            self.bits[group] = self._any(members)
        self._leads = ("", *self.words("conjunctions-joined"))
        self.kinds: dict[str, int] = defaultdict(int)
        self.sequences = {use: defaultdict[str, list[tuple[str, ...]]](list) for use in SEQUENCES}
        self._add_lists()

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a list, as normalized text spells them."""
        return self._words[name]

    def _any(self, names: Iterable[str]) -> int:
        return reduce(or_, map(self.bits.__getitem__, names))

    def _add_lists(self) -> None:
        led: dict[str, int] = defaultdict(int)
        for name, entry in self._entries.items():
            alone = bool(entry.values.get("alone"))
            for word in self._words[name]:
                if " " in word:
                    use = name if name in SEQUENCES else SEQUENCES[0]
                    for words in self._led(word.split(), entry):
                        self._add_sequence(self.sequences[use], words, ("",) if alone else self._leads)
                elif name in self._own and name not in UNLISTED:
                    self._add_word(word, name, entry, self.kinds if alone else led)
        offices, names = frozenset(self._words["offices"]), self.bits["given-names"]
        nouns = offices | frozenset(self._words["nominal-heads"])
        for word, kind in led.items():
            known = nouns if kind & names else offices
            self._add(word, kind, self._listed if kind & self._bound else known)
        for word in self._words["occasions"]:
            for pronoun in self.words("possessives"):
                for spelling in possessed(word, pronoun):
                    self.kinds[spelling] |= self._own["occasions-possessed"]

    def _led(self, words: Sequence[str], entry: Entry) -> Iterator[Sequence[str]]:
        """The words of an expression, and with what its first may have written on to it."""
        yield words
        if entry.values.get("definite"):
            yield from ((first, *words[1:]) for first, _ in self._definite(words[0]))

    def _add_word(self, word: str, name: str, entry: Entry, kinds: dict[str, int]) -> None:
        for spelling, more in self._spellings(word, entry):
            free = spelling not in self._listed and name not in UNBOUND
            if not more or free:  # كان is no آن with ك
                kinds[spelling] |= self._own[name] | more

    def _add(self, word: str, kind: int, known: Container[str] = ()) -> None:
        for lead in self._leads:
            if not lead or lead + word not in known:  # ولاية is no آية with و and ل, وجود no جود with و
                self.kinds[lead + word] |= kind

    @staticmethod
    def _add_sequence(
        known: dict[str, list[tuple[str, ...]]], words: Sequence[str], leads: Iterable[str]
    ) -> None:
        first, *rest = words
        for lead in leads:
            known[lead + first].append((lead + first, *rest))

    def _spellings(self, word: str, entry: Entry) -> Iterator[tuple[str, int]]:
        for spelling in variants(word):
            if spelling == word or spelling not in self._listed:
                yield spelling, 0
                if entry.values.get("definite"):
                    yield from self._definite(spelling, self._governs(spelling, entry))
        if entry.values.get("possessed"):
            yield from self._possessed(word)

    def _governs(self, word: str, entry: Entry) -> bool:
        """Whether a plural has lost its ن to the noun after it; with the article a surname (المالكي)."""
        endings = (*self.words("nominative-endings"), *self.words("oblique-endings"))
        return any(word.endswith(one[0]) and word + one[1:] in self._members[entry.id] for one in endings)

    def _definite(self, word: str, governs: bool = False) -> Iterator[tuple[str, int]]:
        """A word with the article, with a preposition, and with both; none with it if it ``governs``."""
        (article,), (to,) = self.words("article"), self.words("preposition-to")
        for before in ("",) if governs else ("", article):
            if before:
                yield before + word, 0
            for preposition in self.words("prepositions-joined"):
                bound = self._bound | (self._own["bound-to"] if preposition == to else 0)
                yield preposition + before + word, bound
        if not governs:
            yield to * 2 + word, self._bound | self._own["bound-to"]

    def _possessed(self, word: str) -> Iterator[tuple[str, int]]:
        """A word with a preposition, with a possessive pronoun, and with both."""
        owned = [one for pronoun in self.words("possessives") for one in possessed(word, pronoun)]
        owned.extend(word + ending for ending in self.words("accusative-endings"))
        yield from ((spelling, 0) for spelling in owned)
        for preposition in self.words("prepositions-joined"):
            for spelling in (word, *owned):
                yield preposition + spelling, self._bound

    def add_readings(self, readings: Mapping[str, Sequence[Reading]], phrases: Iterable[str]) -> None:
        """Mark every word that may be a cue, and those that attribute and are nothing else.

        No phrase runs over the latter; words that are nouns besides are not among them.
        """
        nouns, verbs, cue = self._any(_NOUNS), self.bits["finite-verbs"], self.bits["cues"]
        for word in [word for word, kind in self.kinds.items() if kind & verbs and kind & nouns]:
            self.kinds[word] &= ~verbs
        names = {word for word in self._listed if self.kinds.get(word, 0) & nouns}
        for word, found in readings.items():
            noun = self.kinds.get(word, 0) & nouns
            if noun:
                self._after_conjunction(word, found)
            self._add(word, cue if noun else cue | self._reporting(found), names)
        for word in phrases:
            self._add(word, cue)

    def _reporting(self, readings: Iterable[Reading]) -> int:
        bits = 0
        for form in (reading.form for reading in readings):
            if form.finite:
                bits |= self.bits["reporting"]
            elif form.mood == "participle" and form.case:
                bits |= self.bits["reporting-participles"]
            elif form.mood == "noun" and form.suffix:
                bits |= self.bits["reporting-nouns"]
        return bits

    def _after_conjunction(self, word: str, readings: Iterable[Reading]) -> None:
        """A word that may be a noun is a verb where وَ stands before it and it is a perfect (وطلب، وذكر)."""
        perfect = any(one.form.mood == "perfect" and not one.form.suffix for one in readings)
        if perfect and self.kinds[word] & self.bits["finite-verbs-ambiguous"]:
            self.kinds[self._leads[1] + word] |= self.bits["reporting"]
