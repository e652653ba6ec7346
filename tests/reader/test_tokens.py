"""Words: English words as the treebanks count them, with exact offsets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.tokens import case_of, find_paragraphs, find_words, likely_breaks, quoted_words


def words_of(text: str) -> list[str]:
    return [span.of(text) for span in find_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru's envoy didn't reply.", ["Peru", "'s", "envoy", "did", "n't", "reply", "."]),
        ("states’ claims can’t", ["states", "’", "claims", "ca", "n’t"]),
        ("the U.S. in mid-June", ["the", "U.S.", "in", "mid-June"]),
        ("a nine-year case", ["a", "nine", "-", "year", "case"]),
        ("Mr. J. Doe of St. Ives", ["Mr.", "J.", "Doe", "of", "St.", "Ives"]),
        ("$3.5bn, 10,000 and 5%", ["$", "3.5", "bn", ",", "10,000", "and", "5", "%"]),
        ("“No,” she said", ["“", "No", ",", "”", "she", "said"]),
        ("it cannot stand", ["it", "can", "not", "stand"]),
        ("see https://a.example/x.", ["see", "https://a.example/x", "."]),
        ("Curaçao’s José O'Brien", ["Curaçao", "’s", "José", "O'Brien"]),
    ],
)
def test_find_words_as_the_treebanks_count_them(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text(max_size=200))
def test_find_words_cover_all_but_space_without_overlap(text: str) -> None:
    spans = find_words(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join(s.of(text) for s in spans) == "".join(text.split())


def test_find_paragraphs_gives_lines_without_space_at_their_edges() -> None:
    text = "One.\n\n  Two words. \nThree"
    assert [s.of(text) for s in find_paragraphs(text)] == ["One.", "Two words.", "Three"]


@pytest.mark.parametrize(("word", "case"), [("7", 0), ("peace", 1), ("Chad", 2), ("UN", 3), ("McKay", 4)])
def test_case_of_tells_letter_case(word: str, case: int) -> None:
    assert case_of(word) == case


def test_quoted_words_count_the_marks_themselves() -> None:
    assert quoted_words(["He", "“", "may", "”", "go", '"', "now", '"', "."]) == [0, 1, 1, 1, 0, 1, 1, 1, 0]


def test_likely_breaks_stand_after_full_stops_before_capitals() -> None:
    assert likely_breaks(["It", "fell", ".", "”", "He", "left", "at", "5", ".", "now"]) == [3]


@pytest.mark.parametrize("piece", ["a-", "1+", "a.b-", "_", "a@b-"])
def test_words_that_might_open_an_address_look_ahead_no_further_than_one_is_long(piece: str) -> None:
    assert len(find_words(piece * 200_000)) >= 200_000


def test_word_that_does_not_end_is_cut_and_no_letter_of_it_lost() -> None:
    text = "He said " + "外" * 1_700 + " so."
    spans = find_words(text)
    assert "".join(span.of(text) for span in spans) == text.replace(" ", "")
    assert max(len(span.of(text)) for span in spans) == 500


def test_address_with_a_long_name_is_one_word() -> None:
    address = "press.office" * 5 + "@ministry.example"
    assert [span.of(address) for span in find_words(address)] == [address]
