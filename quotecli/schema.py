"""Entries of pattern files: the keys that those of each folder may have, and those of their examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotecli.grammar import Place


@dataclass(frozen=True, slots=True)
class Key:
    """What a key may hold; ``kind`` is text, texts, words, flag, examples, quotes or field (text or null)."""

    kind: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a pattern file, checked against the keys of its folder (``kind``)."""

    kind: str
    id: str
    values: Mapping[str, object]
    place: Place


_TEXT, _TEXTS, _FLAG = Key("text"), Key("texts"), Key("flag")
_NEEDED_TEXT, _NEEDED_TEXTS = Key("text", needed=True), Key("texts", needed=True)
_EXAMPLES = Key("examples", needed=True)

SCHEMAS: Mapping[str, Mapping[str, Key]] = {
    "verbs": {
        "verb": _NEEDED_TEXT,
        "present": _NEEDED_TEXT,
        "participle": _TEXT,
        "noun": _TEXTS,
        "passive": _TEXTS,
        "category": _NEEDED_TEXT,
        "takes": _NEEDED_TEXTS,
        "object": _FLAG,
        "except": _TEXTS,
        "forms": _TEXTS,
        "impersonal": _TEXTS,
        "id": _TEXT,
        "examples": _EXAMPLES,
    },
    "phrases": {
        "phrase": _NEEDED_TEXT,
        "category": _NEEDED_TEXT,
        "takes": _TEXTS,
        "id": _TEXT,
        "examples": _EXAMPLES,
    },
    "constructions": {
        "construction": _NEEDED_TEXT,
        "line": _NEEDED_TEXT,
        "moods": _NEEDED_TEXTS,
        "categories": _TEXTS,
        "about": _TEXT,
        "examples": _EXAMPLES,
    },
    "words": {
        "list": _NEEDED_TEXT,
        "about": _TEXT,
        "words": Key("words", needed=True),
        "definite": _FLAG,
        "possessed": _FLAG,
        "alone": _FLAG,
    },
}
"""By folder; the first key of each names the entry, unless it has an id."""

_FIELD = Key("field")
EXAMPLE_KEYS: Mapping[str, Key] = {
    "text": _NEEDED_TEXT,
    "todo": _TEXT,
    "quotes": Key("quotes"),
    **dict.fromkeys(("cue", "source", "quote", "speaker", "kind"), _FIELD),
    **dict.fromkeys(("verb", "category", "pattern", "speaker_by"), _FIELD),
}
"""An example's text, why it is known to fail, and the fields of the records that it must give."""
