"""Entries of pattern files to the Grammar that the engine is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from quotecli.errors import Fault, PatternError
from quotecli.grammar import Construction, Example, Form, Frame, Grammar, Place, Reading, Verb
from quotecli.hamza import apart
from quotecli.inflect import PrincipalParts, inflect
from quotecli.lexicon import Lexicon, faults_of_lists
from quotecli.lists import LETTERS, UNLISTED
from quotecli.normalize import spell, spell_all
from quotecli.schema import Entry
from quotecli.slots import construction

_FACTS = {
    "quotation": "speech",
    "object": "noun",
    "object object": "double",
    "from": "relays",
    "question": "question",
    "any object": "denies",
    "words": "words",
    "evidence": "evidence",
    "event": "event",
    "outlet": "outlet",
    "person": "person",
    "stance": "stance",
    "negated": "negated",
}
"""Frames of one word, and what of a Frame they say."""

_LEADS = "after 'object ' or 'only ' if need be"

_MOODS = ("perfect", "imperfect", "participle", "noun", "own-noun", "phrase", "colon")

_Cues = tuple[dict[str, list[Reading]], dict[str, list[tuple[tuple[str, ...], Reading]]]]


def build(entries: Sequence[Entry], faults: list[Fault]) -> Grammar:
    """Make the grammar; what cannot be is added to ``faults``, but wrong lists raise PatternError."""
    lists = {entry.id: entry for entry in entries if entry.kind == "words"}
    wrong = sorted(faults_of_lists(lists))
    if wrong:
        raise PatternError(tuple(wrong))
    lexicon = Lexicon(lists)
    verbs = tuple(_verbs(entries, lexicon, faults))
    readings, phrases = _cues(verbs)
    lexicon.add_readings(readings, phrases)
    constructions = tuple(_constructions(entries, faults))
    return Grammar(
        verbs=verbs,
        readings={word: tuple(found) for word, found in readings.items()},
        phrases={word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in phrases.items()},
        constructions=constructions,
        dispatch=_dispatch(constructions),
        bits=lexicon.bits,
        kinds=dict(lexicon.kinds),
        apart=apart(lists, lexicon.bits, ("", *lexicon.words("conjunctions-joined"))),
        sequences={
            use: {word: _by_length(found) for word, found in known.items()}
            for use, known in lexicon.sequences.items()
        },
        letters={name: lexicon.words(name) for name in LETTERS},
        nouns={name: frozenset(lexicon.words(name)) for name in UNLISTED},
        examples=tuple(_examples(entries)),
    )


def _cues(verbs: Iterable[Verb]) -> _Cues:
    """Readings by their word, and those of fixed phrases by their first word with the rest."""
    readings: dict[str, list[Reading]] = defaultdict(list)
    phrases: dict[str, list[tuple[tuple[str, ...], Reading]]] = defaultdict(list)
    found = [Reading(verb, form) for verb in verbs for form in verb.forms]
    for reading, words in zip(found, spell_all(reading.form.text for reading in found), strict=True):
        if reading.form.mood in {"phrase", "colon"}:
            first, *rest = words.split()
            phrases[first].append((tuple(rest), reading))
        else:
            readings[words].append(reading)
    return readings, phrases


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


def _verbs(entries: Iterable[Entry], lexicon: Lexicon, faults: list[Fault]) -> Iterator[Verb]:
    comps, colons = frozenset(lexicon.words("complementizers-bare")), lexicon.words("colons")
    for entry in entries:
        if entry.kind in {"verbs", "phrases"}:
            frame = _frame(entry, comps, faults)
            lemma = str(entry.values["verb" if entry.kind == "verbs" else "phrase"])
            if entry.kind == "verbs":
                forms = _forms(entry, frame, faults)
            elif spell(lemma).strip():
                forms = (Form(lemma, "colon" if lemma in colons else "phrase"),)
            else:
                faults.append(Fault(entry.place.file, entry.place.line, 1, f"phrase: no word in '{lemma}'"))
                continue
            category, impersonal = str(entry.values["category"]), frozenset(_texts(entry, "impersonal"))
            yield Verb(entry.id, lemma, category, frame, forms, impersonal, entry.place)


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    return cast(tuple[str, ...], entry.values.get(key, ()))


def _forms(entry: Entry, frame: Frame, faults: list[Fault]) -> tuple[Form, ...]:
    parts = PrincipalParts(
        str(entry.values["verb"]),
        str(entry.values["present"]),
        str(entry.values.get("participle", "")),
        _texts(entry, "noun"),
        _texts(entry, "passive"),
        object=bool(entry.values.get("object")) or frame.takes_object,
        relative=True,
    )
    unwanted, wanted = _texts(entry, "except"), _texts(entry, "forms")
    try:
        forms = (form for form in inflect(parts) if form.text not in unwanted)
        return tuple(form for form in forms if not wanted or form.text in wanted)
    except ValueError as error:
        faults.append(Fault(entry.place.file, entry.place.line, 1, str(error)))
        return ()


def _frame(entry: Entry, comps: frozenset[str], faults: list[Fault]) -> Frame:
    facts: dict[str, bool] = {}
    preps: set[str] = set()
    target_preps: set[str] = set()
    only: set[str] = set()
    for frame in _texts(entry, "takes"):
        target, strict = frame.startswith("object "), frame.startswith("only ")
        rest = spell(frame.removeprefix("object ").removeprefix("only "))
        if frame in _FACTS:
            facts[_FACTS[frame]] = True
        elif not rest.strip() or any(char.isascii() and not char.isspace() for char in rest):
            known = f"{', '.join(_FACTS)}, or a preposition or complementizer, {_LEADS}"
            faults.append(
                Fault(entry.place.file, entry.place.line, 1, f"takes: no such frame: '{frame}' ({known})")
            )
        elif strict and (target or rest.split()[-1] not in comps):
            faults.append(
                Fault(entry.place.file, entry.place.line, 1, f"takes: only a clause can be strict: '{frame}'")
            )
        elif rest.split()[-1] in comps:
            facts["target_clause" if target else "clause"] = True
            only |= {rest.split()[0]} if strict else set()
        else:
            (target_preps if target else preps).add(rest)
    return Frame(preps=frozenset(preps), target_preps=frozenset(target_preps), only=frozenset(only), **facts)


def _constructions(entries: Iterable[Entry], faults: list[Fault]) -> Iterator[Construction]:
    for entry in entries:
        if entry.kind == "constructions":
            moods, categories = frozenset(_texts(entry, "moods")), frozenset(_texts(entry, "categories"))
            line = tuple(str(entry.values["line"]).split())
            odd = sorted(moods - set(_MOODS))
            try:
                if odd:
                    raise ValueError(f"no such mood: {odd[0]} (moods are {', '.join(_MOODS)})")
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
