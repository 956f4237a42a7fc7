"""One spelling per word, and every offset kept."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.normalize import Normalized, fold, normalize, possessed, spell, variants

MARKED = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
CONTROLS = "\u0640\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
CONTROLS += "\u2066\u2067\u2068\u2069\ufeff"
SPECIAL = "اأإآٱىيةهؤئءیکھہ\u00a0\u202f\u2007ﻻﷲﷺﮐﻢ" + MARKED + CONTROLS
TEXTS = st.text(max_size=40) | st.text(SPECIAL + "قال و «».\n🙂\ud800", max_size=40)

APART = [("نفى", "نفي"), ("مهمة", "مهمه"), ("سؤال", "سوال"), ("قائل", "قايل"), ("جزء", "جز"), ("علي", "على"),
         ("قال", "قل"), ("«", '"'), ("،", ","), ("٣", "3"), ("پ", "ب"), ("گ", "ك")]  # fmt: skip
FOLDED = [
    ("أعلن", "اعلن"),
    ("إن", "ان"),
    ("آخر", "اخر"),
    ("ٱلوزير", "الوزير"),
    ("علی", "علي"),
    ("کتاب", "كتاب"),
    ("ھو", "هو"),
    ("ہو", "هو"),
    ("قَالَ", "قال"),
    ("أكّد", "اكد"),
    ("هٰذا", "هذا"),
    ("شكرًا", "شكرا"),
    ("وزيـــر", "وزير"),
    ("\u200fقال\u200e", "قال"),
    ("\u202bقال\u202c", "قال"),
    ("\u2067قال\u2069", "قال"),
    ("وز\u200bير", "وزير"),
    ("می\u200cگوید", "ميگويد"),
    ("وز\u00adير", "وزير"),
    ("\ufeffقال", "قال"),
    ("قال\u00a0الوزير", "قال الوزير"),
    ("12\u202f000", "12 000"),
    ("ﻗﺎﻝ", "قال"),
    ("ﮐﺘﺎﺏ", "كتاب"),
    ("ﺃﻋﻠﻦ", "اعلن"),
    ("و قال", "وقال"),
    ("عام و\u200f\u00a0\u200fأضاف", "عام واضاف"),
]
KEPT = [
    "هو قال",
    "و 6",
    "و «",
    "و\nقال",
    "ﻻ",
    "ﷲ",
    "ﷺ",
    "",
    " ",
    "\r\n",
    "🙂",
    "\ud800",
    "\x00\x1b",
    "e\u0301",
    "１",
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert normalize(one).text != normalize(other).text


@pytest.mark.parametrize(("text", "plain"), FOLDED, ids=lambda text: ascii(text))
def test_spellings_are_folded(text: str, plain: str) -> None:
    assert normalize(text).text == spell(text) == plain


@pytest.mark.parametrize("text", KEPT, ids=ascii)
def test_what_would_change_its_length_is_kept(text: str) -> None:
    assert normalize(text) == Normalized(text, text, ())


OFFSETS = [
    ("قال", "قال", "قال"),
    ("وقَالَ الوزير", "قال", "قَالَ"),
    ("قالَ. ثم", "قال", "قالَ"),
    ("أكّدَ، ثمَّ", "اكد", "أكّدَ"),
    ("أكّدَ، ثمَّ", "ثم", "ثمَّ"),
    ("وزيـــر", "وزير", "وزيـــر"),
    ("وزيـــر", "زي", "زي"),
    ("وزيـــر", "ر", "ر"),
    ("\u200fقال\u200f الوزير", "قال", "قال"),
    ("\u202bقال\u202c الوزير\u202c.", "الوزير", "الوزير"),
    ("قال\u00a0الوزير", "قال الوزير", "قال\u00a0الوزير"),
    ("هو 🙂 قَال", "قال", "قَال"),
    ("\ufeffقال", "قال", "قال"),
    ("قالـَ نعم", "قال", "قال"),
    ("َقال", "قال", "قال"),
    ("سؤالٌ", "سؤال", "سؤالٌ"),
]


@pytest.mark.parametrize(("text", "find", "original"), OFFSETS, ids=lambda text: ascii(text))
def test_offsets_lead_back(text: str, find: str, original: str) -> None:
    normal = normalize(text)
    at = normal.text.index(find)
    assert text[normal.start(at) : normal.end(at + len(find))] == original


def test_drops_are_where_characters_are_missing() -> None:
    assert normalize("َقَاـلَ").drops == (0, 1, 2, 3)
    assert normalize("َُّ").drops == (0, 0, 0)


@pytest.mark.parametrize(
    ("word", "spellings"),
    [
        ("وزارة", ("وزارة", "وزاره")),
        ("نفى", ("نفى", "نفي")),
        ("نفي", ("نفي", "نفى")),
        ("قال", ("قال",)),
        ("وزاره", ("وزاره",)),
        ("في", ("في",)),
        ("", ()),
    ],
)
def test_variants_of_the_last_letter(word: str, spellings: tuple[str, ...]) -> None:
    assert variants(word) == (spellings or ("",))


@pytest.mark.parametrize(
    ("word", "pronoun", "together"),
    [
        ("وزارة", "ه", ("وزارته",)),
        ("مدير", "ها", ("مديرها",)),
        ("مهمه", "هم", ("مهمههم",)),
        ("بناء", "ه", ("بناءه", "بناؤه", "بنائه")),
        ("بدء", "ها", ("بدءها",)),
        ("", "ه", ("ه",)),
    ],
)
def test_a_pronoun_is_written_on(word: str, pronoun: str, together: tuple[str, ...]) -> None:
    assert possessed(word, pronoun) == together


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("عليّ", "على", True),
        ("فاطمة", "فاطمه", True),
        ("رؤوف", "رووف", True),
        ("فائز", "فايز", True),
        ("أحمد", "احمد", True),
        ("بهاء", "بها", False),
        ("سالم", "سليم", False),
        ("عمر", "عمرو", False),
    ],
)
def test_names_compare_loosely(one: str, other: str, same: bool) -> None:
    assert (fold(one) == fold(other)) is same


@given(TEXTS)
def test_any_text_is_folded_and_leads_back(text: str) -> None:
    normal = normalize(text)
    assert normal.original == text
    assert len(normal.text) + len(normal.drops) == len(text)
    spans = [(normal.start(at), normal.end(at + 1)) for at in range(len(normal.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    for at, (start, end) in enumerate(spans):
        assert normalize(text[start:end]).text == normal.text[at]
        assert all(unicodedata.combining(mark) for mark in text[start + 1 : end])


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = normalize(text).text
    assert normalize(once) == Normalized(once, once, ())
    assert fold(once) == fold(text)


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهيةىؤئء «».،؟\n0123456789abc"))
def test_plain_text_is_kept(text: str) -> None:
    assert normalize(text) == Normalized(text, text, ())
