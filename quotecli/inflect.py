"""Principal parts of an Arabic verb → every form of it that news text has.

Endings are written with the vowel that joins them (on a tatweel, to be legible): the vowel seats a hamza
before it, and a sukun takes the short stem of hollow and doubled verbs. No mark ever reaches a Form.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from quotecli.grammar import Form

_LETTERS = frozenset("ءآأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهويىة")
_FATHA, _DAMMA, _KASRA, _SUKUN, _TANWIN, _SHADDA = "\u064e\u064f\u0650\u0652\u064b\u0651"
_MARKS = frozenset(_FATHA + _DAMMA + _KASRA + _SUKUN + _TANWIN + "\u064c\u064d\u0670")

_PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p")
_PERFECT = {  # by the weak last letter; endings in the order of _PERSONS
    "": ("ـَ", "ـَت", "ـَا", "ـَتا", "ـُوا", "ـْن", "ـْت", "ـْنا"),
    "ا": ("ـَا", "ـَت", "ـَوا", "ـَتا", "ـَوا", "ـَون", "ـَوت", "ـَونا"),
    "ى": ("ـَى", "ـَت", "ـَيا", "ـَتا", "ـَوا", "ـَين", "ـَيت", "ـَينا"),
    "ي": ("ـِي", "ـِيت", "ـِيا", "ـِيتا", "ـُوا", "ـِين", "ـِيت", "ـِينا"),
}
_IMPERFECT = {  # rows s, d, mp, fp: indicative, subjunctive, jussive where it differs
    "": (("ـُ", "ـَ"), ("ـَان", "ـَا"), ("ـُون", "ـُوا"), ("ـْن", "ـْن")),
    "hollow": (("ـُ", "ـَ", "ـْ"), ("ـَان", "ـَا"), ("ـُون", "ـُوا"), ("ـْن", "ـْن")),
    "و": (("ـُو", "ـُو", "ـُ"), ("ـُوان", "ـُوا"), ("ـُون", "ـُوا"), ("ـُون", "ـُون")),
    "ي": (("ـِي", "ـِي", "ـِ"), ("ـِيان", "ـِيا"), ("ـُون", "ـُوا"), ("ـِين", "ـِين")),
    "ى": (("ـَى", "ـَى", "ـَ"), ("ـَيان", "ـَيا"), ("ـَون", "ـَوا"), ("ـَين", "ـَين")),
}
_IMPERFECT_PERSONS = tuple(zip(_PERSONS, "يتيتييأن", (0, 0, 1, 1, 2, 3, 0, 0), strict=True))
_PARTICIPLE = {  # the oblique of the dual is spelled like that of the plural, and given as plural
    "3ms": ("ـُ", "ـًا"), "3fs": ("ـَة",), "3md": ("ـَان",), "3fd": ("ـَتان", "ـَتين"),
    "3mp": ("ـُون", "ـِين"), "3fp": ("ـَات",),
}  # fmt: skip
_DEFECTIVE_PARTICIPLE = {
    "3ms": ("ـِ", "ـِيا"), "3fs": ("ـِية",), "3md": ("ـِيان", "ـِيين"), "3fd": ("ـِيتان", "ـِيتين"),
    "3mp": ("ـُون", "ـِين"), "3fp": ("ـِيات",),
}  # fmt: skip
_CIRCUMSTANTIAL = frozenset({"ـًا", "ـَة", "ـِين", "ـَتين", "ـَات", "ـِيا", "ـِية", "ـِيين", "ـِيتين", "ـِيات"})
_POSSESSIVES = {"ه": "3ms", "ها": "3fs", "هم": "3mp", "هما": "3d", "هن": "3fp", "ي": "1s", "نا": "1p"}
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك")
_BEFORE_PRONOUN = str.maketrans("ىة", "ات")
_PASSIVE_STARTS = (("آ", "أو"), ("استأ", "استؤ"), ("ائت", "اؤت"))


@dataclass(frozen=True, slots=True)
class PrincipalParts:
    """The forms of a verb that an author gives; vowel marks are not needed, but see the shadda.

    ``verb`` is the perfect 3ms, ``present`` the imperfect 3ms, ``participle`` the active one, ms (داعٍ, داع,
    داعي), ``nouns`` the verbal nouns. A doubled verb needs its shadda in ``verb`` or ``present`` (أقرّ)
    unless it has only two letters. ``passive`` replaces the derived passive 3ms, an imperfect being told by
    its ي. ``object`` asks for finite forms and participles with object pronouns too, ``relative`` only for
    the finite ones that a relative clause on a thing needs (ما قاله، التي ذكرتها).
    """

    verb: str
    present: str
    participle: str
    nouns: tuple[str, ...]
    passive: tuple[str, ...] = ()
    object: bool = False
    relative: bool = False


class _Stem(NamedTuple):
    """``long`` before vowels, ``short`` before a sukun, ``weak`` the key of its endings."""

    long: str
    short: str
    weak: str = ""


def inflect(parts: PrincipalParts) -> tuple[Form, ...]:
    """Return the forms of a verb, each once, active before passive, then participles and verbal nouns.

    A passive spelled like an active form of its mood is left out. Raises ValueError if a part cannot be read.
    """
    verb, present, kind = _principal(parts)
    pronouns = _OBJECTS if parts.object else _OBJECTS[:2] if parts.relative else ()
    active = tuple(_finite(verb, present, kind, "active", pronouns))
    spelled = {(form.mood, form.text) for form in active}
    perfect, imperfect = _passive_perfect(verb, kind), _passive_imperfect(verb, present, kind)
    for word in (_read("passive", word, 3) for word in parts.passive):
        perfect, imperfect = (perfect, word) if word[0] == "ي" else (word, imperfect)
    passive = _finite(perfect, imperfect, kind, "passive", ())
    passive = (form for form in passive if (form.mood, form.text) not in spelled)
    defective = present[-1] in "ويىا" or (kind == "hollow" and len(verb) == 3 and verb[-1] == "ء")
    participle = parts.participle and _read("participle", parts.participle, 2)
    participles = _participles(participle, defective, parts.object) if participle else ()
    nouns = (form for noun in parts.nouns for form in _noun(_read("noun", noun, 2)))
    return tuple(dict.fromkeys((*active, *passive, *participles, *nouns)))


def _principal(parts: PrincipalParts) -> tuple[str, str, str]:
    """Return the bare perfect and imperfect and their kind: hollow, doubled or neither ("")."""
    verb, present = _read("verb", parts.verb, 2), _read("present", parts.present, 3)
    if present[0] != "ي":
        raise ValueError(f"present: {parts.present!r} does not begin with {'ي'!r}")
    if len(verb) == 2 or any(_marked(part).endswith(_SHADDA) for part in (parts.verb, parts.present)):
        return verb, present, "doubled"
    hollow = len(verb) > 2 and verb[-2] == "ا" and present[-2] in "اوي"
    return verb, present, "hollow" if hollow and verb[-1] not in "اىي" else ""


def _marked(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text) if c not in _MARKS)


def _read(part: str, text: str, least: int) -> str:
    word = _marked(text).replace(_SHADDA, "")
    if not word or not _LETTERS.issuperset(word):
        raise ValueError(f"{part}: {text!r} is not one word in Arabic letters")
    if len(word) < least:
        raise ValueError(f"{part}: {text!r} has fewer than {least} letters")
    return word


def _spell(stem: _Stem, ending: str, pronoun: str) -> Iterator[str]:
    """Join stem, ending and pronoun; two spellings where print has two (قرؤوا, قرأوا)."""
    vowel, letters = ending[1], ending[2:]
    base = stem.short if vowel == _SUKUN else stem.long
    if vowel == _SUKUN and letters[:1] == base[-1:]:
        letters = letters[1:]  # أعلن + ـْنا and أثبت + ـْت write their twin letters once
    if vowel == _TANWIN and base.endswith("اء"):
        letters = ""
    rest = letters + pronoun
    for seated in _seats(base, vowel) if rest else (base,):
        yield (seated + rest).replace("أا", "آ").replace("أأ", "آ").replace("يى", "يا")


def _seats(base: str, vowel: str) -> tuple[str, ...]:
    """Seat the last hamza for the vowel after it; before ـُ also as print often leaves it, as for ـَ."""
    if base[-1:] not in {"أ", "ؤ", "ئ", "ء"} or vowel == _SUKUN:
        return (base,)
    vowels = (_DAMMA, _FATHA) if vowel == _DAMMA else (vowel,)
    return tuple(dict.fromkeys(base[:-1] + _seat(base[-2:-1], base[-1], v) for v in vowels))


def _seat(before: str, hamza: str, vowel: str) -> str:
    if hamza == "ئ" or vowel == _KASRA or (hamza == "ء" and before == "ي"):
        return "ئ"
    if hamza == "ؤ" or vowel == _DAMMA:
        return "ؤ"
    return "أ" if hamza == "ء" and before not in "ادذرزو" else hamza


def _finite(verb: str, present: str, kind: str, voice: str, pronouns: tuple[str, ...]) -> Iterator[Form]:
    """Perfects and imperfects; no first person in the passive, nor as its own object (ذكرتني)."""
    for pronoun in ("", *pronouns):
        first, stem = voice == "active" and pronoun not in {"ني", "نا"}, _perfect_stem(verb, present, kind)
        forms = (*_perfects(stem, voice, pronoun), *_imperfects(present, kind, voice, pronoun))
        yield from (form for form in forms if first or form.person == 3)


def _perfects(stem: _Stem, voice: str, pronoun: str) -> Iterator[Form]:
    for person, ending in zip(_PERSONS, _PERFECT[stem.weak], strict=True):
        for text in _spell(stem, _open(ending, person, pronoun), pronoun):
            yield _form(text, "perfect", voice, person, pronoun)


def _imperfects(present: str, kind: str, voice: str, pronoun: str) -> Iterator[Form]:
    for person, letter, row in _IMPERFECT_PERSONS:
        stem = _imperfect_stem(letter + present[1:], kind)
        for place, ending in enumerate(_IMPERFECT[stem.weak][row]):
            prefix = "س" if place == 0 else "ل" if person[0] == "3" else ""
            for text in _spell(stem, _open(ending, person, pronoun), pronoun):
                yield _form(text, "imperfect", voice, person, pronoun)
                yield _form(prefix + text, "imperfect", voice, person, pronoun, prefix)


def _open(ending: str, person: str, pronoun: str) -> str:
    """Make an ending ready for a pronoun: ذكروا → ذكروه, نفى → نفاه."""
    if not pronoun:
        return ending
    return ending[:-1] if person == "3mp" and ending.endswith("وا") else ending.translate(_BEFORE_PRONOUN)


def _form(text: str, mood: str, voice: str, person: str, suffix: str, prefix: str = "") -> Form:
    return Form(text, mood, voice, int(person[0]), person[1:-1], person[-1], suffix, prefix)


def _perfect_stem(text: str, present: str, kind: str) -> _Stem:
    if kind == "hollow":
        first = len(text) == 3  # form I takes its short vowel from the imperfect: جئت, سؤت, but أضأت
        return _Stem(text, _shorten(text, ("و" if present[-2] == "و" else "ي") if first else text[-2]))
    if text[-1] in "اىي" and kind != "doubled":
        return _Stem(text[:-1], text[:-1], "ى" if text.endswith("يا") else text[-1])
    return _Stem(text, text + text[-1] if kind == "doubled" else text)


def _imperfect_stem(text: str, kind: str) -> _Stem:
    if kind == "hollow":
        return _Stem(text, _shorten(text, text[-2]), kind)
    if text[-1] in "ويىا" and kind != "doubled":
        return _Stem(text[:-1], text[:-1], text[-1].replace("ا", "ى"))
    return _Stem(text, text + text[-1] if kind == "doubled" else text)


def _shorten(text: str, vowel: str) -> str:
    """Drop the long vowel of a hollow verb; a last hamza sits as the lost vowel wants."""
    return text[:-2] + ({"ا": "أ", "و": "ؤ"}.get(vowel, "ئ") if text[-1] == "ء" else text[-1])


def _passive_perfect(verb: str, kind: str) -> str:
    for start, instead in _PASSIVE_STARTS:
        if verb.startswith(start):
            verb = instead + verb[len(start) :]
    if kind == "hollow":
        return verb[:-2] + "ي" + verb[-1]
    middle = verb[1:-1].replace("ا", "و")
    if middle.endswith(("أ", "ء")):
        middle = middle[:-1] + "ئ"
    return verb[0] + middle + {"ى": "ي", "ا": "ي", "أ": "ئ"}.get(verb[-1], verb[-1])


def _passive_imperfect(verb: str, present: str, kind: str) -> str:
    if kind == "hollow":
        return present[:-2] + "ا" + present[-1]
    if len(verb) == 3 and verb[0] == "و" and present[1] != "و":
        present = "يو" + present[1:]
    present = "يؤ" + present[2:] if present[1] == "أ" else present
    last = {"ي": "ى", "و": "ى", "ئ": "أ"}.get(present[-1], present[-1])
    seat = "ء" if present[-3] == "ا" else "أ"
    return present[:-2] + (seat if present[-2] == "ئ" else present[-2]) + last


def _participles(word: str, defective: bool, objects: bool) -> Iterator[Form]:
    word = word[:-1] if defective and word[-1] == "ي" else word
    pronouns = [p for p in _OBJECTS if p != "ني"] if objects else []
    for person, endings in (_DEFECTIVE_PARTICIPLE if defective else _PARTICIPLE).items():
        for ending in endings:
            for pronoun in ("", *pronouns):
                host = _construct(ending, person, defective) if pronoun else ending
                case = "" if pronoun or ending not in _CIRCUMSTANTIAL else "accusative"
                for text in _spell(_Stem(word, word), host, pronoun):
                    yield replace(_form(text, "participle", "active", person, pronoun), case=case)


def _construct(ending: str, person: str, defective: bool) -> str:
    """Make a participle's ending ready for a pronoun: مؤكدون → مؤكدوه, مؤكدة → مؤكدته."""
    if person == "3ms":
        return "ـِي" if defective else "ـُ"
    return ending[:-1] if ending.endswith("ن") else ending.translate(_BEFORE_PRONOUN)


def _noun(noun: str) -> Iterator[Form]:
    """A last hamza shows its case before a pronoun (ادعاؤه, ادعاءه, ادعائه); before ي it has only one."""
    host = noun[:-1] + noun[-1].translate(_BEFORE_PRONOUN)
    for prefix in ("", "ب", "ل", "ك"):
        definite = "لل" + noun.removeprefix("ل") if prefix == "ل" else prefix + "ال" + noun
        yield Form(prefix + noun, "noun", prefix=prefix)
        yield Form(definite, "noun", prefix=prefix, definite=True)
        for pronoun, whose in _POSSESSIVES.items():
            for ending in ("ـِ",) if pronoun == "ي" else ("ـُ", "ـِ"):
                for text in _spell(_Stem(host, host), ending, pronoun):
                    yield _form(prefix + text, "noun", "active", whose, pronoun, prefix)
