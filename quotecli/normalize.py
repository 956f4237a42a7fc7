"""Article text to one spelling per word, every offset kept.

Dropped: vowel marks, tatweel, zero-width and bidi controls. Folded, letter for letter: hamza and madda on
alef, wasla, Persian letters, presentation forms, non-breaking spaces. Not folded here, because each would
cost more than it brings: final ى and ي (نفى "denied", نفي "denial"), final ة and ه (مهمة, مهمه). Patterns are
given their variant spellings instead, where a word list or a verb asks for them (:func:`variants`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_CONTROLS = "\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_DROPPED = re.compile(f"[{_MARKS}{_CONTROLS}]")
_MARK_RUN = re.compile(f"[{_MARKS}]*")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_LETTERS = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"),
    ("ی", "ي"), ("ک", "ك"), ("ھ", "ه"), ("ہ", "ه"),
    ("\u00a0", " "), ("\u202f", " "), ("\u2007", " "),
)  # fmt: skip
_LOOSE = str.maketrans("ىةؤئ", "يهوي")


@dataclass(frozen=True, slots=True)
class Normalized:
    """Folded ``text``; ``drops`` holds, for each dropped character, where in ``text`` it is missing."""

    text: str
    original: str
    drops: tuple[int, ...]

    def start(self, at: int) -> int:
        """Offset in the original of the character at ``at``."""
        return at + bisect_right(self.drops, at) if self.drops else at

    def end(self, at: int) -> int:
        """Offset in the original after the character before ``at``, its vowel marks included."""
        if not self.drops:
            return at
        after = self.start(at - 1) + 1
        run = _MARK_RUN.match(self.original, after)
        return run.end() if run else after


def _letter(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match[0])
    return plain if len(plain) == 1 else match[0]


def normalize(text: str) -> Normalized:
    """Fold ``text``; never raises, whatever the characters."""
    drops = [m.start() for m in _DROPPED.finditer(text)]
    folded = _DROPPED.sub("", text) if drops else text
    if _PRESENTATION.search(folded):
        folded = _PRESENTATION.sub(_letter, folded)
    for letter, plain in _LETTERS:
        folded = folded.replace(letter, plain)
    return Normalized(folded, text, tuple(at - n for n, at in enumerate(drops)))


def spell(word: str) -> str:
    """A word of a pattern file as it stands in normalized text."""
    return normalize(word).text


def variants(word: str) -> tuple[str, ...]:
    """A normalized word and the spellings that papers use for its last letter."""
    swap = {"ي": "ى", "ة": "ه", "ى": "ي"}.get(word[-1:])
    return (word, word[:-1] + swap) if swap and len(word) > 2 else (word,)


def possessed(word: str, pronoun: str) -> str:
    """A normalized noun with a possessive pronoun written on: final ة opens to ت."""
    return (word[:-1] + "ت" if word.endswith("ة") else word) + pronoun


def fold(text: str) -> str:
    """The loosest spelling, for comparing names: all of the above, ى as ي, ة as ه, hamza seats bare."""
    return normalize(text).text.translate(_LOOSE)


def loose(word: str) -> str:
    """:func:`fold` for a word that is normalized already."""
    return word.translate(_LOOSE)
