"""Selectors lead back to the very span that they were made from."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.selectors import selectors_of
from onrecord.records import Span

TEXT = "The ministry declined. The ministry declined again, and the court was told so on Friday."


def resolve(selector: dict[str, Any], text: str) -> Span:
    """As the Web Annotation model tells it: a range ends where its end selector begins."""
    match selector["type"]:
        case "TextPositionSelector":
            return Span(selector["start"], selector["end"])
        case "RangeSelector":
            start, end = (resolve(selector[end], text) for end in ("startSelector", "endSelector"))
            return Span(start.start, end.start)
    words = selector["prefix"] + selector["exact"] + selector["suffix"]
    first = text.index(words) + len(selector["prefix"])
    assert text.find(words, text.index(words) + 1) < 0
    return Span(first, first + len(selector["exact"]))


def test_selectors_tell_the_place_and_the_words() -> None:
    assert selectors_of(TEXT, Span(60, 65), 280) == [
        {"type": "TextPositionSelector", "start": 60, "end": 65},
        {
            "type": "TextQuoteSelector",
            "exact": "court",
            "prefix": TEXT[28:60],
            "suffix": " was told so on Friday.",
        },
    ]


def test_long_words_are_quoted_by_their_beginning_alone() -> None:
    _, words = selectors_of(TEXT, Span(23, 88), 20)
    assert words["startSelector"]["exact"] == "The ministry decline"
    assert resolve(words, TEXT) == Span(23, 88)


def test_words_that_stand_twice_get_more_around_them() -> None:
    _, words = selectors_of(TEXT, Span(4, 12), 280)
    assert resolve(words, TEXT) == Span(4, 12)


def test_words_that_cannot_be_told_apart_are_left_out() -> None:
    [place] = selectors_of("no " * 400, Span(600, 602), 40)
    assert place["type"] == "TextPositionSelector"


@given(st.text("ab \n", min_size=2, max_size=200) | st.text(min_size=2), st.data(), st.integers(5, 60))
def test_every_selector_resolves_to_its_span(text: str, data: st.DataObject, most_chars: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    for selector in selectors_of(text, span, most_chars):
        assert resolve(selector, text) == span
