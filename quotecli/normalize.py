"""Article text to one spelling per word, every offset kept.

Dropped: vowel marks, tatweel, zero-width and bidi controls, the sign before a hashtag, the space after a
conjunction of one letter that some papers set apart (و قال). Folded, letter for letter: hamza and madda on
alef, wasla, Persian letters, presentation forms, non-breaking spaces, the low lines of a hashtag. Not folded
here, because each would cost more than it brings: final ى and ي (نفى "denied", نفي "denial"), final ة and ه
(مهمة, مهمه). Patterns are given their variant spellings instead, where a word list or a verb asks for them
(:func:`variants`); in a text that has one letter for both (:func:`dotless`, :func:`overdotted`),
:mod:`dotless`, which knows words, tells them apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import unescape

from quotecli.model import Normalized

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_CONTROLS = "\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_ENTITY = r"&#?\w{2,8};|quot;"
"""A character as web pages write it, and a mark whose first letter was lost (quot;)."""
_NOTHING = "\u200b"
_HASHTAG = r"#(?=\w)"
_APART = rf"(?<=(?<![\w{_MARKS}{_CONTROLS}])و)[{_MARKS}{_CONTROLS}]*[ \u00a0](?=[{_MARKS}{_CONTROLS}]*[ء-ي])"
_ALONE = r"و(?<!\wو)[\Wـ]"
"""What a conjunction set apart looks like for sure; most articles have none, and so are read faster."""
_ALWAYS = f"[{_MARKS}{_CONTROLS}]|{_HASHTAG}"
_DROPPED = f"{_APART}|{_ALWAYS}"
_PRESENTATION = "[\ufb50-\ufdff\ufe70-\ufefc]"
_LETTERS = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"),
    ("ی", "ي"), ("ک", "ك"), ("ھ", "ه"), ("ہ", "ه"),
    ("\u00a0", " "), ("\u202f", " "), ("\u2007", " "), ("_", " "),
)  # fmt: skip
_PLAIN = dict(_LETTERS)
_IN = "فى"
_DOTLESS, _DOTTED, _OVERDOTTED = rf"\b{_IN}\b", r"\bفي\b", r"\bالي\b"
HAMZA_BELOW = "إ"
"""Alef with the hamza below it, which tells one complementizer from another (إن، أن)."""
_LOOSE = (
    ("ڤ", "ف"),
    ("گ", "ك"),
    ("پ", "ب"),
    ("چ", "ج"),
    ("غ", "ج"),
    ("ى", "ي"),
    ("ة", "ه"),
    ("ؤ", "و"),
    ("ئ", "ي"),
)


def normalize(text: str) -> Normalized:
    """Fold ``text``; never raises, whatever the characters."""
    dropped = _DROPPED if re.search(_ALONE, text) else _ALWAYS
    written = re.sub(_ENTITY, _character, text) if ";" in text else text
    drops = [at for match in re.finditer(dropped, written) for at in range(*match.span())]
    folded = re.sub(dropped, "", written) if drops else written
    folded = _replace(re.sub(_PRESENTATION, _letter, folded), _LETTERS)
    return Normalized(folded, text, tuple(at - n for n, at in enumerate(drops)))


def _character(match: re.Match[str]) -> str:
    """What an entity stands for, with nothing after it, so that every offset is kept."""
    entity = match[0] if match[0][0] == "&" else "&" + match[0]
    character = unescape(entity)
    return character + _NOTHING * (len(match[0]) - 1) if len(character) == 1 else match[0]


def _letter(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match[0])
    return plain if len(plain) == 1 else match[0]


def _replace(text: str, letters: tuple[tuple[str, str], ...]) -> str:
    for letter, plain in letters:
        text = text.replace(letter, plain)
    return text


def beyond(text: str, at: int, letters: int) -> int:
    """The offset in an article's text so many letters after ``at``, and after what is dropped there."""
    for _ in range(letters):
        at += 1
        while match := re.compile(_DROPPED).match(text, at):
            at = match.end()
    return at


def plain(letter: str) -> str:
    """A letter as :func:`normalize` folds it."""
    return _PLAIN.get(letter, letter)


def spell(word: str) -> str:
    """A word of a pattern file as it stands in normalized text."""
    return normalize(word).text


def spell_all(words: Iterable[str]) -> list[str]:
    """:func:`spell` of each, white space as single spaces; all at once, since there are so many."""
    return spell("\n".join(" ".join(word.split()) for word in words)).split("\n")


def variants(word: str) -> tuple[str, ...]:
    """A normalized word and the spellings that papers use for its last letter."""
    swap = {"ي": "ى", "ة": "ه", "ى": "ي"}.get(word[-1:])
    return (word, word[:-1] + swap) if swap and len(word) > 2 else (word,)


def dotless(text: str) -> bool:
    """Whether a normalized text prints final ي without its dots, as ى (فى for في)."""
    return _IN in text and bool(re.search(_DOTLESS, text)) and not re.search(_DOTTED, text)


def overdotted(text: str) -> bool:
    """Whether a normalized text prints ى with dots, as ي (الي for الى)."""
    return "ى" not in text and bool(re.search(_OVERDOTTED, text))


def dotted(word: str) -> str:
    """A normalized word with the dots of its final ي."""
    return word[:-1] + "ي" if word.endswith("ى") else word


def undotted(word: str) -> str:
    """A normalized word that ends in ي with ى instead."""
    return word[:-1] + "ى" if word.endswith("ي") else word


def possessed(word: str, pronoun: str) -> tuple[str, ...]:
    """A normalized noun with a possessive pronoun written on, as it is spelled in each case.

    Final ة opens to ت, and the seat of a hamza after ا changes (بناءه، بناؤه، بنائه).
    """
    stem, last = word[:-1], word[-1:]
    ends = "ت" if last == "ة" else "ءؤئ" if word.endswith("اء") else (last,)
    return tuple(stem + end + pronoun for end in ends)


def fold(text: str) -> str:
    """The loosest spelling, for comparing names: all of the above, ى as ي, ة as ه, hamza seats bare.

    And one letter for what papers write in different ways in foreign names (غولدمان، جولدمان، ڤيينا).
    """
    return loose(normalize(text).text)


def loose(text: str) -> str:
    """:func:`fold` for a text that is normalized already."""
    return _replace(text, _LOOSE)
