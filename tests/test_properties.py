"""What holds of every record, whatever the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.load import load
from quotecli.model import Article, Quote, Span
from quotecli.pipeline import extract

GRAMMAR = load()
NAMES = [
    "الوزير", "الوزيرة", "محمد سالم", "وزارة المياه", "سالم", "المتحدث باسم", "صحيفة", "المدير",
    "مصادر", "البلاد",
]  # fmt: skip
CUES = [
    "قال", "وقالت", "قال:", "أكد أن", "وأكدت أنها", "أضاف", "وأضاف أنه", "أوضح", "بحسب", "وفقا لـ",
    "على حد قوله", "كما قال", "حذر من", "دعا إلى", "اتهم", "نفى", "يقول", "مشيرا إلى أن", "مؤكدة",
    "نقلا عن", "وقال إن", "أعلن", "قائلا",
]  # fmt: skip
WORDS = [
    "أن", "إن", "بأن", "إلى", "في", "من", "عن", "الذي", "التي", "لم", "وقد", "كان", "هو", "ما",
    "غدا", "أمس", "بدأ", "العمل", "الجسر", "قرار", "تصريح", "بيان", "خلال", "الأسعار", "ترتفع",
    "and", "12", "1.5", "د.",
]  # fmt: skip
MARKS = [
    *"«»“”‘’„\"'‹›", "((", "))", "''", *"()[]،؛.:؟!…-–—/#", "..", "...", "\n", "\r\n", "\u2028",
    " ", "\t",
]  # fmt: skip
ODD = [
    "\u064e", "\u0651", "\u0640", "\u200f", "\u202e", "\u200b", "\ufeff", "\u00a0", "\x00",
    "\x1b[31m", "🙂", "\ud83d", "\udc00", "ﻻ", "ﷲ", "e\u0301", "👨\u200d👩\u200d👧", "یک", "\u0660",
    "\x85",
]  # fmt: skip
PIECES = st.one_of(*map(st.sampled_from, (NAMES, CUES, WORDS, MARKS, ODD)))
PLAIN = st.one_of(*map(st.sampled_from, (NAMES, CUES, WORDS, [*'«»"،.:\n', "أن", "إن"])))
GLUED = st.tuples(PIECES, st.sampled_from(["", " ", " ", " "])).map("".join)
TEXTS = st.lists(GLUED, max_size=80).map("".join) | st.lists(PLAIN, max_size=80).map(" ".join)


def check(text: str, quote: Quote) -> None:
    """Every span lies in the text, spells out its field, and follows the one before."""

    def words(span: Span) -> str:
        start, end = span
        assert 0 <= start < end <= len(text)
        return text[start:end]

    assert quote.file == "-"
    assert quote.quote_spans
    assert quote.quote == " … ".join(map(words, quote.quote_spans))
    assert all(one[1] <= other[0] for one, other in pairwise(quote.quote_spans))
    assert quote.cue == (quote.cue_span and words(quote.cue_span))
    assert quote.source == (quote.source_span and words(quote.source_span))
    assert quote.kind in {"direct", "mixed", "indirect", "nominal"}
    assert quote.speaker_by in {
        "named",
        "short-name",
        "common-noun",
        "pronoun",
        "elided",
        "continued",
        "none",
    }
    assert (quote.speaker is None) == (quote.speaker_by == "none")


def records(text: str) -> list[Quote]:
    quotes = extract(Article("-", text), GRAMMAR)
    for quote in quotes:
        check(text, quote)
    return quotes


@given(TEXTS)
def test_every_span_is_verbatim(text: str) -> None:
    records(text)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    records(text)


@given(TEXTS)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert records(text) == records(text)


def test_there_is_something_to_check() -> None:
    (quote,) = records("وقالت الوزيرة إن الجسر جاهز.")
    assert (quote.source, quote.cue, quote.quote) == ("الوزيرة", "قالت", "الجسر جاهز")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\ud800",
        "\udfff\ud800",
        "قال \ud800 إن \udc00.",
        "\x00" * 10,
        "\u064e" * 10,
        "\u200f",
        "«»",
        '"',
        'وصل الفريق حسب  " نادية: ',
    ],
    ids=ascii,
)
def test_little_or_broken_text(text: str) -> None:
    records(text)


@pytest.mark.parametrize("end", ["", "،"], ids=["bare", "comma"])
def test_sentences_may_break_off_anywhere(end: str) -> None:
    for example in GRAMMAR.examples:
        words = example.text.split(" ")
        for stop in range(1, len(words)):
            records(" ".join(words[:stop]) + end)


def test_words_may_be_missing_and_sentences_run_together() -> None:
    for n, (example, following) in enumerate(pairwise(GRAMMAR.examples)):
        words = example.text.split(" ")
        at = n % len(words)
        records(" ".join(words[at:]))
        records(" ".join([*words[:at], *words[at + 1 :]]))
        records(f"{example.text} {following.text}")


REPEATED = [
    "قال ", '"', "أن ", "(", "((", "«", "»", "“", "قال أن ", "قال «", "قال الوزير ",
    "قال الوزير إن العمل بدأ، ", "قال: ", "كما قال ", "بحسب ", "الذي ", "و", "،", "\n", ". ",
    "قال.\n", "«كلمة. ", "\u064e", "\u0640", "🙂",
]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_huge_repeats_are_read(piece: str) -> None:
    records(piece * (3000 if len(piece) < 10 else 600))
