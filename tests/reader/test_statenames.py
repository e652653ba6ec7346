"""State names: what counts as one, as what it is used, and what is left as part of another name."""

import pytest

from onrecord.reader.statenames import StateName, find_state_names


def found(text: str) -> list[tuple[str, str, str]]:
    """The words, state and form of each name in a text of words with spaces between."""
    words = text.split()
    return [(" ".join(words[n.first : n.last + 1]), n.state, n.form) for n in find_state_names(words)]


def test_a_name_is_found_with_the_article_that_belongs_to_it() -> None:
    assert found("Peru asked the United Arab Emirates") == [
        ("Peru", "PER", "name"),
        ("the United Arab Emirates", "ARE", "name"),
    ]


def test_words_for_people_and_for_what_is_theirs_are_told_apart() -> None:
    assert found("Danish officials met two Danes in Copenhagen") == [
        ("Danish", "DNK", "adjective"),
        ("Danes", "DNK", "people"),
        ("Copenhagen", "DNK", "capital"),
    ]


def test_people_without_a_plural_of_their_own_are_told_by_what_follows() -> None:
    assert found("the Swiss rejected it") == [("Swiss", "CHE", "people")]
    assert found("the Swiss envoy rejected it") == [("Swiss", "CHE", "adjective")]


def test_a_short_name_before_a_public_noun_is_used_as_an_adjective_and_stays_a_name() -> None:
    assert find_state_names(["UK", "officials"]) == (StateName(0, 0, "GBR", "adjective", "name"),)
    assert find_state_names(["In", "the", "UK", "police", "said"]) == (StateName(1, 2, "GBR", "name", "name"),)


def test_a_short_name_before_a_verb_is_a_name() -> None:
    assert [form for _, _, form in found("US growth slowed")] == ["adjective"]
    assert [form for _, _, form in found("the US has slowed")] == ["name"]
    assert [form for _, _, form in found("the US rejected it")] == ["name"]


@pytest.mark.parametrize(
    "text",
    ["Israel Moss signed", "the envoy met Ada Jordan", "Radio France reported", "US$ 5", "traders on Cuba Street"],
)
def test_a_name_inside_another_name_is_none(text: str) -> None:
    assert found(text.replace("US$", "US $")) == []


@pytest.mark.parametrize("text", ["On Monday Kenya signed", "Kenya Foreign Minister Ada Moss", "But Kenya signed"])
def test_a_capital_that_opens_a_sentence_or_an_office_makes_no_other_name(text: str) -> None:
    assert [state for _, state, _ in found(text)] == ["KEN"]


def test_the_longest_name_wins_and_an_outlet_is_no_state() -> None:
    assert [state for _, state, _ in found("South Sudan left , The Times of Israel said")] == ["SSD"]


def test_letter_case_tells_a_state_from_a_word() -> None:
    assert found("they told us to polish the china") == []


def test_a_paragraph_parts_names() -> None:
    assert [n.state for n in find_state_names(["Kenya", "Ada", "Moss"], breaks=(1,))] == ["KEN"]
