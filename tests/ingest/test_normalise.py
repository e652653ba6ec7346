import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.normalise import find_surrogate, normalise_line, normalise_text

CLEAN = "“No state has filed,” the court’s registry said.\n\nNorway – and Chile – declined.\n\tA note"
# The characters among which normalisation has to decide, far more often than a random draw would give them.
HARD = st.text(
    alphabet=" \t\n\r\x0b\x85\xa0\xad\u200b\u200c\u200d\u200e\u2028\u2029\ufeff\ufe0f"
    "ae\u0301\u0653\u0627\u064b\u0915\u093c👩🏽💻"
)
WHOLE = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(WHOLE | HARD)
def test_normalise_text_twice_changes_nothing(text: str) -> None:
    once = normalise_text(text)
    assert normalise_text(once) == once


@given(WHOLE | HARD)
def test_normalise_text_gives_composed_text_without_loose_ends(text: str) -> None:
    stored = normalise_text(text)
    assert unicodedata.is_normalized("NFC", stored)
    assert "\r" not in stored
    assert "\n\n\n" not in stored
    assert all(line == line.rstrip(" \t") for line in stored.split("\n"))


@given(st.text(alphabet="abc XYZ“”’—.,\n"))
def test_normalise_text_never_joins_or_splits_words(text: str) -> None:
    assert normalise_text(text).split() == text.split()


def test_normalise_text_keeps_clean_text_as_it_is() -> None:
    assert normalise_text(CLEAN) == CLEAN


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("one\r\ntwo\rthree\u2028four\u2029five", "one\ntwo\nthree\nfour\n\nfive"),
        ("\ufeffthe min\u00adister\u200b said\u200f", "the minister said"),
        ("25\u00a0states\u202fand\u3000more", "25 states and more"),
        ("one  \t\n \n\n\ntwo \n", "one\n\ntwo"),
        ("bell\x07 and escape\x1b[31m", "bell and escape[31m"),
        ("Malmo\u0308", "Malmö"),
        ("press\u200drelease", "pressrelease"),
    ],
)
def test_normalise_text_cleans(raw: str, stored: str) -> None:
    assert normalise_text(raw) == stored


@pytest.mark.parametrize("meant", ["می\u200cخواهم", "क्\u200dष", "👩🏽\u200d💻", "❤️\u200d🔥", "\u0600\u0661\u0662"])
def test_normalise_text_keeps_invisible_characters_that_mean_something(meant: str) -> None:
    assert normalise_text(meant) == meant


def test_offsets_count_composed_characters() -> None:
    stored = normalise_text("The cafe\u0301 said no.")
    assert stored.index("said") == 9
    assert stored[9:13] == "said"


def test_normalise_line_is_one_line() -> None:
    assert normalise_line("  Court\u00a0hears \r\n appeal\t") == "Court hears appeal"


def test_find_surrogate_tells_where() -> None:
    assert find_surrogate("ab\ud800c") == 2
    assert find_surrogate("ab👩🏽") is None


def test_run_of_a_million_spaces_takes_no_square_of_steps() -> None:
    assert normalise_text("The court" + " " * 1_000_000 + "heard  ") == "The court" + " " * 1_000_000 + "heard"


def test_million_marks_upon_one_letter_are_put_into_order_thirty_at_a_time() -> None:
    stored = normalise_text("e" + "\u0315\u0300" * 500_000)
    assert stored.startswith("\u00e8\u0300")
    assert max(map(len, stored.split("\u034f"))) <= 30


@given(st.text(alphabet="e\u0301\u0315\u0344\u0958\u093c\u034f", min_size=60, max_size=90))
def test_many_marks_normalised_twice_change_no_more(text: str) -> None:
    once = normalise_text(text)
    assert normalise_text(once) == once
