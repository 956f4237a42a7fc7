"""What pattern files mean, once read: the whole knowledge of Arabic that the engine is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in the pattern files; line counts from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected form of a verb, spelled as in print: hamzas kept, no vowel marks, no و or ف before it.

    ``mood`` is perfect, imperfect, participle or noun; ``voice`` active or passive; ``person`` 1 or 3 (3 for
    participles), ``gender`` m, f or empty and ``number`` s, d, p or empty (any), for a noun those of whom
    its pronoun stands for; ``suffix`` the letters of an attached pronoun and ``prefix`` those of
    س ل ب ك, both mostly empty; ``case`` is accusative for a participle that is or may be a circumstance
    (مؤكدا، مؤكدة، مؤكدين); ``definite`` tells of a noun that it has the article.
    """

    text: str
    mood: str
    voice: str = "active"
    person: int = 3
    gender: str = ""
    number: str = ""
    suffix: str = ""
    prefix: str = ""
    case: str = ""
    definite: bool = False

    @property
    def finite(self) -> bool:
        """Whether the form can have a subject after it, as a perfect or an imperfect has."""
        return self.mood in {"perfect", "imperfect"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb takes: the complements in which it states what was said.

    ``clause``: one after أن and its like; ``speech``: words in marks or after a colon; ``noun``: a direct
    object; ``double``: two objects, X as Y; ``preps``: a noun after one of these prepositions;
    ``target_preps`` and ``target_clause``: the same after the person or thing concerned; ``relays``: it
    passes on the words of whoever is named after عن; ``question``: a question that somebody asks; ``denies``:
    any report or charge as its object; ``words``: the words said right after its participle, with no mark
    (تابع قائلا نحن ...); ``evidence``: only documents, data and those who study them as its subject (أظهرت
    البيانات أن); ``event``: after a preposition only a noun that tells what happens (not: كشف عن هاتف);
    ``stance``: of noun phrases only one that tells what somebody stands by (جدد تمسكه بكذا, not أبدى سعادته
    بكذا); ``negated``: it states something even if it is denied (لم يستبعد كذا); ``outlet``: only an outlet
    as its subject (علمت الصحيفة أن); ``person``: a form spelled like a noun, a verb only with a known person
    or body (أمر القاضي بكذا); ``only``: if not empty, what must open the clause, a preposition or بأن (ذهب
    إلى أن, not ذهب ... أن).
    """

    clause: bool = False
    speech: bool = False
    noun: bool = False
    double: bool = False
    preps: frozenset[str] = frozenset()
    target_preps: frozenset[str] = frozenset()
    target_clause: bool = False
    relays: bool = False
    question: bool = False
    denies: bool = False
    words: bool = False
    evidence: bool = False
    event: bool = False
    stance: bool = False
    negated: bool = False
    outlet: bool = False
    person: bool = False
    only: frozenset[str] = frozenset()

    def governs(self, preposition: str) -> bool:
        """Whether a noun after this preposition is what was said."""
        return preposition in self.preps or preposition in self.target_preps

    @property
    def nominal(self) -> bool:
        """Whether a noun phrase may be what was said."""
        return bool(self.noun or self.double or self.preps or self.target_preps)

    @property
    def takes_object(self) -> bool:
        """Whether a person or thing concerned may follow, and so be a pronoun on the verb."""
        return bool(self.target_preps or self.target_clause or self.double or self.question)


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb, or a fixed phrase that reports as one does (its only form has mood phrase).

    ``impersonal`` forms, without a subject after them, are passives that name nobody (يذكر أن).
    """

    id: str
    lemma: str
    category: str
    frame: Frame
    forms: tuple[Form, ...]
    impersonal: frozenset[str]
    place: Place


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a cue: a form of a verb."""

    verb: Verb
    form: Form

    @property
    def mood(self) -> str:
        """The form's mood, with own-noun for a verbal noun after which no speaker comes (قوله، بالقول)."""
        said = self.form.definite and self.verb.frame.words
        return "own-noun" if self.form.mood == "noun" and (self.form.suffix or said) else self.form.mood


@dataclass(frozen=True, slots=True)
class Construction:
    """A line of slots around a cue of one of ``moods``, taken apart.

    A mood is perfect, imperfect, participle, noun, own-noun (one after which no speaker comes), phrase or
    colon; ``categories`` are the verb categories that it is for, empty for all. ``left`` are the slots before
    the cue; ``source`` says where the source stands (before, after, maybe, none); ``target`` whether the
    person or thing concerned stands after the cue, ``relayed`` whether the source stands after عن; ``fixed``
    the kinds of fixed point that may follow; ``quote`` whether what was said stands before or after the cue.
    """

    id: str
    line: tuple[str, ...]
    moods: frozenset[str]
    categories: frozenset[str]
    left: tuple[str, ...]
    source: str
    target: bool
    relayed: bool
    fixed: frozenset[str]
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in a pattern file, and what must be found in it: nothing, in a near miss."""

    entry: str
    text: str
    expected: tuple[Mapping[str, object], ...]
    todo: str | None
    place: Place


@dataclass(frozen=True, slots=True, repr=False)
class Grammar:
    """All patterns. ``readings`` and ``kinds`` are keyed by words as :mod:`normalize` spells them.

    ``kinds`` gives each word the lists it is in, as the bits that ``bits`` assigns to lists and groups;
    ``apart`` gives words that only their hamza tells apart, by the letter written, the lists they are not in;
    ``letters`` are what is written on to words, ``nouns`` words of no ``kinds``, both by list; ``sequences``
    holds expressions of several words, by what they are for and their first word, the longest first;
    ``dispatch`` lists, in file order, the constructions to try for a mood and a kind of fixed point.
    """

    verbs: tuple[Verb, ...]
    readings: Mapping[str, tuple[Reading, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Reading], ...]]
    constructions: tuple[Construction, ...]
    dispatch: Mapping[tuple[str, str], tuple[Construction, ...]]
    bits: Mapping[str, int]
    kinds: Mapping[str, int]
    apart: Mapping[str, Mapping[str, int]]
    sequences: Mapping[str, Mapping[str, tuple[tuple[int, frozenset[tuple[str, ...]]], ...]]]
    letters: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, frozenset[str]]
    examples: tuple[Example, ...]

    @property
    def article(self) -> str:
        """The definite article, written on to its noun."""
        return self.letters["article"][0]

    @property
    def to_the(self) -> str:
        """The preposition that takes the place of the article's first letter, with the article."""
        return self.letters["preposition-to"][0] * 2

    def object_stem(self, word: str) -> int:
        """The lists that a noun is in without the ending of an indefinite object (بيانا), none for others."""
        return self.kinds.get(word[:-1], 0) if word.endswith(self.letters["accusative-endings"]) else 0
