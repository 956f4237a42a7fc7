"""Entries of pattern files to the Grammar that the engine is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from quotecli.errors import Fault
from quotecli.grammar import Construction, Entry, Example, Form, Frame, Grammar, Place, Reading, Verb
from quotecli.inflect import PrincipalParts, inflect
from quotecli.normalize import possessed, spell, variants
from quotecli.slots import construction

LISTS = (
    "accusative-endings", "addressees", "adverbs", "agencies", "article", "from-words", "as-nouns", "as-what", "as-words", "asides-fixed", "bodies", "brackets-close", "brackets-open", "colons", "commas",
    "complementizers", "complementizers-negative", "parentheticals", "resumers", "complementizers-bare", "conjunctions", "conjunctions-joined", "continuations",
    "countries-feminine", "countries-masculine", "dashes", "demonstratives", "before-subordinate", "documents", "feminine-endings",
    "feminine-without-ta-marbuta", "finite-verbs", "finite-verbs-ambiguous", "given-names-feminine",
    "given-names-masculine", "kana", "marks-close", "marks-either", "marks-open", "masculine-with-ta-marbuta",
    "months", "name-particles", "negatives", "nominal-heads", "not-bound", "not-speakers", "numbers", "occasions", "offices",
    "offices-feminine", "oblique-endings", "offices-plural", "outlets", "said-nouns", "particles", "plurals-nonhuman", "portfolios", "possessives", "quantities", "prepositions",
    "prepositions-joined", "prepositions-nominal", "prepositions-with-pronoun", "nisba-endings", "verb-particles", "preposition-to", "relatives", "sayings", "sentence-ends", "sources", "time-qualifiers",
    "time-adjuncts", "asides-led", "nominal-ends", "nominal-stops", "times", "title-words", "titles", "topics", "preposition-to", "weekdays",
)  # fmt: skip
"""The lists that the engine asks for by name; a pattern folder may hold others."""

LETTERS = ("accusative-endings", "article", "nisba-endings", "conjunctions-joined", "feminine-endings", "oblique-endings", "preposition-to", "prepositions-joined")
"""Lists of letters written on to words, which the grammar holds as they are."""

_DERIVED = ("prepositions-bound", "definite", "reporting", "reporting-participles", "reporting-nouns", "bound-to", "cues")
_FINITE = frozenset({"perfect", "imperfect"})
_WORDS = {"quotation": "speech", "object": "noun", "from": "relays"}


def build(entries: Sequence[Entry], faults: list[Fault]) -> Grammar:
    """Make the grammar; what cannot be made is added to ``faults``."""
    words = {entry.id: entry for entry in entries if entry.kind == "words"}
    for name in LISTS:
        if name not in words:
            faults.append(Fault("words", 0, 0, f"the list '{name}' is missing"))
            return _empty()
    lexicon = _Lexicon(words)
    verbs = tuple(_verbs(entries, lexicon, faults))
    readings: dict[str, list[Reading]] = defaultdict(list)
    phrases: dict[str, list[tuple[tuple[str, ...], Reading]]] = defaultdict(list)
    for verb in verbs:
        for form in verb.forms:
            first, *rest = spell(form.text).split()
            if form.mood in {"phrase", "colon"}:
                phrases[first].append((tuple(rest), Reading(verb, form)))
            else:
                readings[first].append(Reading(verb, form))
    lexicon.add_reporting(readings)
    lexicon.add_cues((*readings, *phrases))
    constructions = tuple(_constructions(entries, faults))
    return Grammar(
        verbs=verbs,
        readings={word: tuple(found) for word, found in readings.items()},
        phrases={word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in phrases.items()},
        constructions=constructions,
        dispatch=_dispatch(constructions),
        bits=lexicon.bits,
        kinds=lexicon.kinds,
        sequences={word: _by_length(found) for word, found in lexicon.sequences.items()},
        letters={name: lexicon.words(name) for name in LETTERS},
        examples=tuple(_examples(entries)),
    )


def _dispatch(constructions: tuple[Construction, ...]) -> dict[tuple[str, str], tuple[Construction, ...]]:
    out: dict[tuple[str, str], tuple[Construction, ...]] = defaultdict(tuple)
    for one in constructions:
        for mood in one.moods:
            for fixed in one.fixed:
                out[mood, fixed] += (one,)
    return dict(out)


def _by_length(found: list[tuple[str, ...]]) -> tuple[tuple[int, frozenset[tuple[str, ...]]], ...]:
    lengths = sorted({len(words) for words in found}, reverse=True)
    return tuple((length, frozenset(words for words in found if len(words) == length)) for length in lengths)


def _empty() -> Grammar:
    return Grammar((), {}, {}, (), {}, {}, {}, {}, {}, ())


class _Lexicon:
    """Word lists as bits a word, with the spellings that a word of each list may have."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self.entries = entries
        self.bits = {name: 1 << n for n, name in enumerate((*entries, *_DERIVED))}
        self.kinds: dict[str, int] = {}
        self.sequences: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self.conjunctions = self.words("conjunctions-joined")
        self.joined = self.words("prepositions-joined")
        self.article = self.words("article")[0]
        self.to = self.words("preposition-to")[0]
        self.possessives = self.words("possessives")
        self.listed = {word for name in entries for word in self.words(name)}
        for name, entry in entries.items():
            for word in self.words(name):
                self._add(word, self.bits[name], entry)

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(spell(word) for word in cast(tuple[str, ...], self.entries[name].values["words"]))

    def _add(self, word: str, bit: int, entry: Entry) -> None:
        first, *rest = word.split()
        leads = ("",) if entry.values.get("alone") else ("", *self.conjunctions)
        if rest:
            for lead in leads:
                self.sequences[lead + first].append((lead + first, *rest))
            return
        for spelling, more in self._spellings(word, entry):
            for lead in leads:
                self.kinds[lead + spelling] = self.kinds.get(lead + spelling, 0) | bit | more

    def _spellings(self, word: str, entry: Entry) -> Iterator[tuple[str, int]]:
        bound, definite = self.bits["prepositions-bound"], self.bits["definite"]
        for spelling in variants(word):
            if spelling != word and spelling in self.listed:
                continue
            yield spelling, 0
            if entry.values.get("definite"):
                lam = self.to * 2
                yield self.article + spelling, definite
                for preposition in self.joined:
                    to = self.bits["bound-to"] if preposition == self.to else 0
                    yield preposition + spelling, bound | to
                    yield preposition + self.article + spelling, bound | definite | to
                yield lam + spelling, bound | definite | self.bits["bound-to"]
        if entry.values.get("possessed"):
            for suffix in self.possessives:
                own = possessed(word, suffix)
                yield own, 0
                yield from ((preposition + own, bound) for preposition in self.joined)
            yield from ((preposition + word, bound) for preposition in self.joined)

    def add_reporting(self, readings: dict[str, list[Reading]]) -> None:
        """Mark the words that attribute and are nothing else, so that no phrase runs over one."""
        nouns = 0
        for name in ("offices", "offices-plural", "offices-feminine", "bodies", "documents", "outlets", "occasions",
                     "prepositions", "given-names-masculine", "given-names-feminine", "quantities", "finite-verbs-ambiguous", "nominal-heads", "sayings"):  # fmt: skip
            nouns |= self.bits[name]
        for word, kind in self.kinds.items():
            if kind & nouns:
                self.kinds[word] = kind & ~self.bits["finite-verbs"]
        for word, found in readings.items():
            if self.kinds.get(word, 0) & nouns:
                self._after_conjunction(word, found)
                continue
            moods = {reading.form.mood for reading in found}
            bit = self.bits["reporting"] if moods & _FINITE else 0
            if "participle" in moods and any(_circumstantial(reading.form) for reading in found):
                bit |= self.bits["reporting-participles"]
            if any(reading.form.mood == "noun" and reading.form.suffix for reading in found):
                bit |= self.bits["reporting-nouns"]
            for lead in ("", *self.conjunctions):
                self.kinds[lead + word] = self.kinds.get(lead + word, 0) | bit

    def add_cues(self, words: Iterable[str]) -> None:
        """Mark every word that may be a cue, so that all others are passed over at once."""
        for word in words:
            for lead in ("", *self.conjunctions):
                self.kinds[lead + word] = self.kinds.get(lead + word, 0) | self.bits["cues"]

    def _after_conjunction(self, word: str, found: list[Reading]) -> None:
        """A word that may be a noun is a verb where وَ stands before it and it is a perfect (وطلب، وذكر)."""
        if self.kinds.get(word, 0) & self.bits["finite-verbs-ambiguous"]:
            if any(reading.form.mood == "perfect" and not reading.form.suffix for reading in found):
                lead = self.conjunctions[0]
                self.kinds[lead + word] = self.kinds.get(lead + word, 0) | self.bits["reporting"]


def _circumstantial(form: Form) -> bool:
    """A participle in the form it has when it adds a statement: accusative, feminine or plural oblique."""
    return form.mood == "participle" and bool(form.case)


def _verbs(entries: Iterable[Entry], lexicon: _Lexicon, faults: list[Fault]) -> Iterator[Verb]:
    comps = frozenset(lexicon.words("complementizers-bare"))
    for entry in entries:
        values = entry.values
        if entry.kind == "verbs":
            frame = _frame(cast(tuple[str, ...], values["takes"]), comps)
            forms = _forms(entry, frame, faults)
            impersonal = frozenset(cast(tuple[str, ...], values.get("impersonal", ())))
            yield Verb(entry.id, str(values["verb"]), str(values["category"]), frame, forms, impersonal, entry.place)
        elif entry.kind == "phrases":
            frame = _frame(cast(tuple[str, ...], values.get("takes", ())), comps)
            mood = "colon" if values["phrase"] in lexicon.words("colons") else "phrase"
            form = Form(str(values["phrase"]), mood)
            yield Verb(
                entry.id, str(values["phrase"]), str(values["category"]), frame, (form,), frozenset(), entry.place
            )


def _forms(entry: Entry, frame: Frame, faults: list[Fault]) -> tuple[Form, ...]:
    values = entry.values
    takes_object = bool(values.get("object") or frame.target_preps or frame.target_clause or frame.double)
    texts = cast(dict[str, tuple[str, ...]], values)
    unwanted = frozenset(texts.get("except", ()))
    try:
        made = inflect(
            PrincipalParts(
                str(values["verb"]),
                str(values["present"]),
                str(values.get("participle", "")),
                texts.get("noun", ()),
                texts.get("passive", ()),
                takes_object,
                relative=True,
            )
        )
    except ValueError as error:
        faults.append(Fault(entry.place.file, entry.place.line, 1, str(error)))
        return ()
    return tuple(form for form in made if form.text not in unwanted)


def _frame(takes: Iterable[str], comps: frozenset[str]) -> Frame:
    facts: dict[str, bool] = {}
    preps: set[str] = set()
    target_preps: set[str] = set()
    for frame in takes:
        target = frame.startswith("object ")
        rest = spell(frame.removeprefix("object "))
        if frame in _WORDS:
            facts[_WORDS[frame]] = True
        elif rest == "object":
            facts["double"] = True
        elif rest.split()[-1] in comps:
            facts["target_clause" if target else "clause"] = True
        else:
            (target_preps if target else preps).add(rest)
    return Frame(preps=frozenset(preps), target_preps=frozenset(target_preps), **facts)


def _constructions(entries: Iterable[Entry], faults: list[Fault]) -> Iterator[Construction]:
    for entry in entries:
        if entry.kind == "constructions":
            moods = frozenset(cast(tuple[str, ...], entry.values["moods"]))
            categories = frozenset(cast(tuple[str, ...], entry.values.get("categories", ())))
            line = tuple(str(entry.values["line"]).split())
            try:
                yield construction(entry.id, line, moods, categories, entry.place)
            except ValueError as error:
                faults.append(Fault(entry.place.file, entry.place.line, 1, str(error)))


def _examples(entries: Iterable[Entry]) -> Iterator[Example]:
    for entry in entries:
        for line, values in cast(tuple[tuple[int, dict[str, object]], ...], entry.values.get("examples", ())):
            todo = cast("str | None", values.get("todo"))
            one = {key: value for key, value in values.items() if key not in {"text", "todo", "quotes"}}
            many = cast(tuple[dict[str, object], ...], values.get("quotes", ()))
            expected = many or ((one,) if one else ())
            yield Example(entry.id, str(values["text"]), tuple(expected), todo, Place(entry.place.file, line))
