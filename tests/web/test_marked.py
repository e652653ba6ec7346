from collections.abc import Iterator, Sequence

from onrecord.records import Span
from onrecord.web.marked import Piece, cut_paragraphs
from tests.factories import make_act, make_attribution, make_reading, make_report, span_of

NESTED = "The Post said that ministers had asked Peru to file.\n\nNothing else is known."


def leaves(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        yield piece.text
        yield from leaves(piece.pieces)


def contents(pieces: Sequence[Piece], inside: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The ids of contents around each stretch of text."""
    for piece in pieces:
        within = (*inside, piece.key) if piece.kind == "content" else inside
        if piece.text:
            yield within
        yield from contents(piece.pieces, within)


def nested_paragraphs(**fields: object) -> tuple[tuple[Piece, ...], ...]:
    outer = make_attribution("a1", content=(span_of(NESTED, "ministers had asked Peru to file"),), cue=None)
    inner = make_attribution("a2", parent="a1", content=(span_of(NESTED, "Peru to file"),), cue=None)
    reading = make_reading(make_report(NESTED), attributions=(outer, inner), **fields)
    return tuple(each.pieces for each in cut_paragraphs(reading))


def test_paragraphs_hold_all_the_text_but_the_space_between_them() -> None:
    first, second = nested_paragraphs()
    assert "".join(leaves(first)) == NESTED.partition("\n\n")[0]
    assert "".join(leaves(second)) == "Nothing else is known."


def test_a_passage_stands_in_every_content_around_it() -> None:
    first, _ = nested_paragraphs()
    assert list(contents(first)) == [(), ("a1",), ("a1", "a2"), ()]


def test_the_word_of_an_act_is_a_piece_of_its_own() -> None:
    first, _ = nested_paragraphs(acts=(make_act(trigger=span_of(NESTED, "asked")),))
    outer = next(piece for piece in first if piece.kind == "content")
    assert [(piece.key, piece.text) for piece in outer.pieces if piece.kind == "trigger"] == [("e1", "asked")]


def test_an_act_stands_beside_the_paragraph_of_its_word() -> None:
    reading = make_reading(make_report(NESTED), acts=(make_act(trigger=span_of(NESTED, "known")),))
    assert [[act.id for act in each.acts] for each in cut_paragraphs(reading)] == [[], ["e1"]]


def test_a_content_over_two_paragraphs_begins_once() -> None:
    text = "“One.\n\nTwo,” the Post said."
    reading = make_reading(make_report(text), attributions=(make_attribution(content=(Span(0, 12),), cue=None),))
    pieces = [piece for each in cut_paragraphs(reading) for piece in each.pieces if piece.kind == "content"]
    assert [piece.begins for piece in pieces] == [True, False]
