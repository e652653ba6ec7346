"""Inflections: forms of the lexicon's words lead back to them."""

import pytest

from onrecord.reader.inflections import lemmas_by_form, plural, singular_of, verb_forms


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("deny", "denied"), ("urge", "urging"), ("bar", "barred"), ("veto", "vetoed"), ("meet", "met"),
        ("withdraw", "withdrew"), ("reach", "reaches"), ("die", "dying"), ("offer", "offered"), ("acquit", "acquitted"),
    ],
)  # fmt: skip
def test_verb_forms_hold_the_usual_spellings(lemma: str, form: str) -> None:
    assert form in verb_forms(lemma)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("denied", "deny"),
        ("sued", "sue"),
        ("signed", "sign"),
        ("sought", "seek"),
        ("found", "find"),
        ("overran", "overrun"),
    ],
)
def test_lemmas_by_form_know_the_words_of_the_lexicon(form: str, lemma: str) -> None:
    assert lemmas_by_form()[form, "VERB"] == lemma


@pytest.mark.parametrize(
    ("form", "guess", "lemma"),
    [("countries", "countrie", "country"), ("men", "man", "man"), ("states", "state", "state")],
)
def test_singular_of_mends_a_guess_whose_plural_is_another_word(form: str, guess: str, lemma: str) -> None:
    assert singular_of(form, guess) == lemma


def test_plural_of_a_sibilant_takes_es() -> None:
    assert [plural(n) for n in ("march", "envoy", "treaty")] == ["marches", "envoys", "treaties"]
