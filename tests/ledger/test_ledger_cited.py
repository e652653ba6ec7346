"""Cited: who is cited by whom, and how often."""

from onrecord.ledger import CitedRow
from onrecord.records import Attribution, Party
from tests.factories import make_attribution, make_party
from tests.ledger.making import at_outlet, open_at

WALLA = make_party("p1", kind="outlet", name="The Walla Post")
MINISTER = make_party("p2", kind="person", name="Rufus Firefly")


def cited_in(place: str, *reports: tuple[str, tuple[Party, ...], tuple[Attribution, ...]]) -> list[CitedRow]:
    with open_at(place) as ledger:
        for number, (outlet, parties, attributions) in enumerate(reports):
            ledger.append(at_outlet(outlet, f"Report {number}.", parties=parties, attributions=attributions))
        return list(ledger.cited())


def test_cited_counts_attributions_and_reports(place: str) -> None:
    twice = (make_attribution("a1", source="p1"), make_attribution("a2", source="p1"))
    rows = cited_in(place, ("The Harbour Times", (WALLA,), twice), ("The Harbour Times", (WALLA,), twice[:1]))
    assert [(row.outlet, row.source, row.kind, row.how) for row in rows] == [
        ("The Harbour Times", "The Walla Post", "outlet", "source")
    ]
    assert (rows[0].attributions, rows[0].reports) == (3, 2)


def test_cited_leaves_out_whom_only_another_cites(place: str) -> None:
    nested = (make_attribution("a1", source="p1"), make_attribution("a2", source="p2", parent="a1"))
    rows = cited_in(place, ("The Harbour Times", (WALLA, MINISTER), nested))
    assert [row.source for row in rows] == ["The Walla Post"]


def test_cited_tells_those_who_speak_from_those_through_whom(place: str) -> None:
    told = (make_attribution("a1", source="p2", via="p1"),)
    rows = cited_in(place, ("The Harbour Times", (WALLA, MINISTER), told))
    assert {(row.source, row.how) for row in rows} == {("Rufus Firefly", "source"), ("The Walla Post", "via")}


def test_cited_counts_those_whom_the_text_withholds_as_unknown(place: str) -> None:
    rows = cited_in(place, ("The Harbour Times", (), (make_attribution(source=None),)))
    assert [(row.source, row.kind, row.attributions) for row in rows] == [(None, None, 1)]


def test_cited_is_ordered_by_outlet_and_number_of_reports(place: str) -> None:
    walla, minister = (make_attribution(source="p1"),), (make_attribution(source="p2"),)
    parties = (WALLA, MINISTER)
    rows = cited_in(
        place, ("Sylvania Daily", parties, walla), ("Harbour", parties, minister), ("Harbour", parties, walla),
        ("Harbour", parties, walla),
    )  # fmt: skip
    assert [(row.outlet, row.source) for row in rows] == [
        ("Harbour", "The Walla Post"), ("Harbour", "Rufus Firefly"), ("Sylvania Daily", "The Walla Post")
    ]  # fmt: skip
