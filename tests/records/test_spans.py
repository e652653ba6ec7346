from onrecord.records import Span, is_within


def test_span_slices_the_words_it_stands_for() -> None:
    assert Span(7, 12).of("Israel asked 25 countries") == "asked"


def test_span_counts_code_points() -> None:
    assert Span(2, 5).of("🏛 ICC") == "ICC"


def test_span_covers_what_lies_inside() -> None:
    assert Span(0, 9).covers(Span(3, 9))
    assert not Span(0, 9).covers(Span(3, 10))


def test_spans_that_touch_do_not_overlap() -> None:
    assert Span(0, 5).overlaps(Span(4, 6))
    assert not Span(0, 5).overlaps(Span(5, 6))


def test_span_within_a_text_is_not_empty_and_has_no_space_at_its_edges() -> None:
    text = "It did."
    assert is_within(Span(3, 7), text)
    assert not any(is_within(span, text) for span in (Span(3, 3), Span(2, 6), Span(3, 8), Span(-1, 2)))
