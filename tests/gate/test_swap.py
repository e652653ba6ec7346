"""The party-swap test: texts with their states exchanged are right in their grammar, and differences are seen."""

from gate.swap import compare
from gate.swapping import Place, Swapped, exchange, wordings
from onrecord.records import Reading, Span
from onrecord.resolve.tables import states
from tests.factories import make_act, make_party, make_reading, make_report, span_of


def place(text: str, words: str, state: str, role: str, *, bare: bool = False) -> Place:
    return Place(span_of(text, words), state, role, bare)  # type: ignore[arg-type]


def test_articles_and_possessives_go_with_the_new_name() -> None:
    text = "An Egyptian envoy met the United States' minister. Egypt left."
    places = [
        place(text, "Egyptian", "EGY", "adjective"),
        place(text, "the United States", "USA", "name"),
        Place(Span(text.index("Egypt left"), text.index(" left")), "EGY", "name"),
    ]
    swapped = exchange(text, places, {"EGY": "NLD", "USA": "KEN"})
    assert swapped.text == "A Dutch envoy met Kenya's minister. The Netherlands left."


def test_a_name_before_a_hyphen_has_no_article() -> None:
    text = "the Iran-backed fleet"
    assert exchange(text, [place(text, "Iran", "IRN", "name", bare=True)], {"IRN": "USA"}).text == (
        "the United States-backed fleet"
    )


def test_places_are_told_in_the_new_text() -> None:
    text = "Chad asked Peru."
    swapped = exchange(text, [place(text, "Chad", "TCD", "name")], {"TCD": "SAU"})
    assert swapped.text[swapped.moved(text.index("asked")) :].startswith("asked Peru")


def test_every_state_to_put_in_is_one_of_the_standard() -> None:
    assert set(wordings()) <= set(states())


def reading(text: str, actor: str, status: str) -> Reading:
    party = make_party("p1", name=states()[actor].name, ids=(("iso3", actor),))
    act = make_act(type="file", trigger=span_of(text, "sued"), actors=("p1",), status=status)
    return make_reading(make_report(text), parties=(party,), acts=(act,))


def test_an_act_that_differs_by_names_alone_is_identical() -> None:
    swapped = Swapped("Kenya sued.", {"TCD": "KEN"}, ((Span(0, 4), Span(0, 5)),))
    assert compare(reading("Chad sued.", "TCD", "actual"), reading("Kenya sued.", "KEN", "actual"), swapped) == []


def test_another_status_or_another_party_is_a_difference() -> None:
    swapped = Swapped("Kenya sued.", {"TCD": "KEN"}, ((Span(0, 4), Span(0, 5)),))
    before = reading("Chad sued.", "TCD", "actual")
    assert len(compare(before, reading("Kenya sued.", "KEN", "planned"), swapped)) == 1
    assert len(compare(before, reading("Kenya sued.", "TCD", "actual"), swapped)) == 1


def test_an_act_too_many_is_a_difference() -> None:
    swapped = Swapped("Kenya sued.", {"TCD": "KEN"}, ())
    nothing = make_reading(make_report("Chad sued."))
    assert [found.was for found in compare(nothing, reading("Kenya sued.", "KEN", "actual"), swapped)] == [None]
