"""Forms of one verb of each class, held against the tables in data/inflections.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quotecli.grammar import Form
from quotecli.inflect import PrincipalParts, inflect

TABLES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "inflections.yaml").read_text(encoding="utf-8")
)
WITH_PRONOUN = [table for table in TABLES if "with_ه" in table]
PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p")
POSSESSIVES = ("ه", "ها", "هم", "هما", "هن", "ي", "نا")
HOLDERS = dict(zip(POSSESSIVES, ("3ms", "3fs", "3mp", "3d", "3fp", "1s", "1p"), strict=True))
MOODS = (("perfect", "perfect", ""), ("indicative", "imperfect", "س"), ("subjunctive", "imperfect", "ل"),
         ("jussive", "imperfect", "ل"), ("participles", "participle", ""))  # fmt: skip


def parts(table: dict[str, Any], *, pronouns: bool = False) -> PrincipalParts:
    nouns = tuple(table.get("nouns", ()))
    return PrincipalParts(table["verb"], table["present"], table["participle"], nouns, object=pronouns)


def places(row: str, size: int) -> Iterator[tuple[str, str]]:
    for person, cell in zip(PERSONS[:size], row.split(), strict=True):
        yield from ((person, text) for text in cell.split("/") if text != "-")


def finite(table: dict[str, str], voice: str, suffix: str = "") -> Iterator[Form]:
    """Every Form that the rows of a table stand for, with س and ل where they may stand."""
    for row, mood, prefix in MOODS:
        size = 8 if voice == "active" and mood != "participle" else 6
        for person, text in places(table[row], size) if row in table else ():
            agreement = (int(person[0]), person[1:-1], person[-1], suffix)
            yield Form(text, mood, voice, *agreement)
            if prefix == "س" or (prefix and person[0] == "3"):
                yield Form(prefix + text, mood, voice, *agreement, prefix)


def nominal(nouns: dict[str, str]) -> Iterator[Form]:
    for noun, row in nouns.items():
        article, lam, *possessed = row.split()
        bare = noun.replace("ّ", "")
        yield from (Form(article, "noun", definite=True), Form(lam, "noun", prefix="ل", definite=True))
        yield from (Form(prefix + article, "noun", prefix=prefix, definite=True) for prefix in "بك")
        for prefix in ("", "ب", "ل", "ك"):
            yield Form(prefix + bare, "noun", prefix=prefix)
            for suffix, cell in zip(POSSESSIVES, possessed, strict=True):
                for text in cell.split("/"):
                    person = HOLDERS[suffix]
                    agreement = (int(person[0]), person[1:-1], person[-1], suffix)
                    yield Form(prefix + text, "noun", "active", *agreement, prefix)


@pytest.mark.parametrize("table", TABLES, ids=[table["class"] for table in TABLES])
def test_every_form_of_each_class(table: dict[str, Any]) -> None:
    expected = {
        *finite(table, "active"),
        *finite(table.get("passive", {}), "passive"),
        *nominal(table.get("nouns", {})),
    }
    forms = inflect(parts(table))
    assert len(forms) == len(set(forms))
    assert {replace(form, case="") for form in forms} == expected


@pytest.mark.parametrize("table", WITH_PRONOUN, ids=[table["class"] for table in WITH_PRONOUN])
def test_forms_with_an_object_pronoun(table: dict[str, Any]) -> None:
    forms = inflect(parts(table, pronouns=True))
    assert set(inflect(parts(table))) <= set(forms)
    verbal = {replace(form, case="") for form in forms if form.mood != "noun"}
    his = set(finite(table["with_ه"], "active", "ه"))
    assert {form for form in verbal if form.suffix == "ه"} == his
    for suffix in ("ها", "هم", "هما", "هن", "ك"):
        texts = {form.text for form in verbal if form.suffix == suffix}
        assert texts == {form.text[:-1] + suffix for form in his}


def test_a_first_person_is_not_its_own_object() -> None:
    forms = inflect(PrincipalParts("أبلغ", "يبلغ", "مبلغ", (), object=True))
    about_us = {form.text for form in forms if form.suffix in {"ني", "نا"}}
    assert {"أبلغني", "أبلغتني", "أبلغوني", "يبلغنا", "يبلغوننا", "سيبلغونني", "مبلغنا"} <= about_us
    assert not any(form.person == 1 and form.suffix in {"ني", "نا"} for form in forms)


@pytest.mark.parametrize("verb", ["أقرّ", "أقرَّ", "أقر\u064e\u0651"])
def test_vowel_marks_in_the_parts_do_not_matter(verb: str) -> None:
    assert inflect(PrincipalParts(verb, "يُقِر", "مُقِرّ", ())) == inflect(PrincipalParts("أقر", "يقرّ", "مقر", ()))


def test_a_hamza_typed_as_a_combining_mark_is_read() -> None:
    assert inflect(PrincipalParts("ا\u0654كد", "يؤكد", "مؤكد", ()))[0].text == "أكد"


def test_given_passives_replace_the_derived_ones() -> None:
    forms = inflect(PrincipalParts("زعم", "يزعم", "زاعم", (), passive=("زوعم", "يزاعم")))
    passive = {form.text for form in forms if form.voice == "passive"}
    assert {"زوعم", "زوعمت", "يزاعم", "يزاعمون", "سيزاعم"} <= passive


def test_a_passive_is_kept_beside_an_active_of_another_mood() -> None:
    forms = inflect(PrincipalParts("أفاد", "يفيد", "مفيد", ()))
    readings = {(form.mood, form.voice) for form in forms if form.text == "أفيد"}
    assert readings == {("perfect", "passive"), ("imperfect", "active")}


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("verb", "", "verb: '' is not one word"),
        ("verb", "qala", "verb: 'qala' is not one word"),
        ("verb", "قال إن", "not one word"),
        ("verb", "ق", "verb: 'ق' has fewer than 2 letters"),
        ("present", "أقول", "present: 'أقول' does not begin with"),
        ("present", "يق", "present: 'يق' has fewer than 3 letters"),
        ("participle", "1", "participle: '1' is not one word"),
        ("nouns", "", "noun: '' is not one word"),
        ("passive", "qila", "passive: 'qila' is not one word"),
    ],
)
def test_parts_that_cannot_be_read(field: str, text: str, message: str) -> None:
    given_parts: dict[str, Any] = {"verb": "قال", "present": "يقول", "participle": "قائل", "nouns": ()}
    given_parts[field] = (text,) if field in {"nouns", "passive"} else text
    with pytest.raises(ValueError, match=message):
        inflect(PrincipalParts(**given_parts))


WORDS = st.text(max_size=6) | st.text("اأآؤئءوىيةبتنلس\u0651\u064e", max_size=7)


@given(WORDS, WORDS | WORDS.map("ي".__add__), WORDS, st.lists(WORDS, max_size=2), st.lists(WORDS, max_size=2))
def test_only_value_errors(verb: str, present: str, part: str, nouns: list[str], passive: list[str]) -> None:
    try:
        forms = inflect(PrincipalParts(verb, present, part, tuple(nouns), tuple(passive), object=True))
    except ValueError:
        return
    assert all(form.text.isalpha() for form in forms)
