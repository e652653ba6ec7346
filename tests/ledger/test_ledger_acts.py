"""Acts: filters, order and what a row shows."""

from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.ledger import Ledger
from onrecord.records import Act, ActTime, Outlet, Party, Reading
from onrecord.records.errors import LedgerError
from tests.factories import TEXT, make_act, make_attribution, make_party, make_reading, make_report, span_of
from tests.ledger.making import open_at

PARTIES = (
    make_party("p1", name="Türkiye", ids=(("iso3", "TUR"), ("wikidata", "Q43"))),
    make_party("p2", kind="person", name="Hakan O’Fidan", acts_for="p1"),
    make_party("p3", kind="group", name="93 states", of="state", members=("p4",)),
    make_party("p4", name="France", ids=(("iso3", "FRA"),)),
    make_party("p5", kind="outlet", name="The Walla Post"),
    make_party("p6", kind="court", name="International Criminal Court"),
)
ATTRIBUTIONS = (
    make_attribution("a1", source="p5", source_span=span_of(TEXT, "the Harbour Times")),
    make_attribution("a2", parent="a1", source=None, source_span=span_of(TEXT, "25 countries")),
)


def reading_with(*acts: Act, parties: tuple[Party, ...] = PARTIES, published: str | None = "2024-06-30") -> Reading:
    report = make_report(outlet=Outlet(name="The Harbour Times"), published=published)
    return make_reading(report, parties=parties, attributions=ATTRIBUTIONS, acts=acts)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    acts = (
        make_act("e1", actors=("p2",), recipients=("p6",), chain=("a1", "a2"), time=ActTime(since="2024-06-12")),
        make_act("e2", type="sign", actors=("p3",), status="planned"),
        make_act("e3", type="file", time=ActTime(until="2023-12-31")),
    )
    with open_at(place) as opened:
        opened.append(reading_with(*acts))
        yield opened


def ids(ledger: Ledger, **filters: Any) -> list[str]:
    return [row.act.id for row in ledger.acts(**filters)]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["e2", "e1", "e3"]),
        ({"limit": 2}, ["e2", "e1"]),
        ({"type": "sign"}, ["e2"]),
        ({"status": "actual"}, ["e1", "e3"]),
        ({"type": "sign", "status": "actual"}, []),
        ({"party": "Hakan O'Fidan"}, ["e1"]),
        ({"party": "o'fidan"}, ["e1"]),
        ({"party": "tur"}, ["e1"]),
        ({"party": "TURKIYE"}, ["e1"]),
        ({"party": "fra"}, ["e2"]),
        ({"party": "the International  criminal court"}, ["e1"]),
        ({"party": "criminal court"}, []),
        ({"party": "walla post"}, []),
        ({"source": "walla post"}, ["e1"]),
        ({"source": "tur"}, []),
        ({"party": "%"}, []),
    ],
)
def test_acts_are_filtered(ledger: Ledger, filters: dict[str, Any], expected: list[str]) -> None:
    assert ids(ledger, **filters) == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024-06-30", None, ["e2", "e1"]),
        ("2024-07", None, ["e1"]),
        (None, "2024-06-12", ["e1", "e3"]),
        (None, "2024-06", ["e2", "e1", "e3"]),
        ("2023-12-31", "2023", ["e3"]),
        ("2024-01", "2024-05", []),
    ],
)
def test_acts_are_placed_by_their_time_else_by_their_report(
    ledger: Ledger, since: str | None, until: str | None, expected: list[str]
) -> None:
    assert ids(ledger, since=since, until=until) == expected


def test_acts_without_any_day_are_last_and_in_no_period(ledger: Ledger) -> None:
    ledger.append(reading_with(make_act("e9"), published=None))
    assert ids(ledger) == ["e2", "e1", "e3", "e9"]
    assert "e9" not in ids(ledger, since="1000", until="9998")


def test_row_holds_head_parties_and_chain(ledger: Ledger) -> None:
    (row,) = ledger.acts(source="walla post")
    assert (row.report.outlet.name, row.report.published) == ("The Harbour Times", "2024-06-30")
    assert [party.name for party in row.actors] == ["Hakan O’Fidan"]
    assert [party.kind for party in row.recipients] == ["court"]
    assert row.sources == ("The Walla Post", "25 countries")
    assert row.reading.acts[0] is row.act
    assert row.act.time == ActTime(since="2024-06-12")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"type": "requests"}, "no such type of act: found 'requests', expected request, pledge"),
        ({"status": "sure"}, "no such status"),
        ({"since": "June"}, "no date: found 'June'"),
        ({"until": "2024-13"}, "no date"),
        ({"since": "2024-07", "until": "2024-06"}, "ends before it begins"),
        ({"limit": 0}, "no such limit"),
    ],
)
def test_acts_refuse_filters_that_cannot_be_meant_at_once(ledger: Ledger, filters: dict[str, Any], found: str) -> None:
    with pytest.raises(LedgerError, match=found):
        ledger.acts(**filters)


def test_acts_survive_ids_that_stand_for_nothing_or_for_two(place: str) -> None:
    ring = (make_party(acts_for="p2"), make_party("p2", acts_for="p1"), make_party("p2", name="Sylvania"))
    act = make_act(actors=("p1", "p1", "p99"), chain=("a99",))
    with open_at(place) as ledger:
        ledger.append(reading_with(act, act, parties=ring))
        assert [len(row.actors) for row in ledger.acts(party="sylvania")] == [2, 2]


def test_reports_are_listed_by_day_of_publication(ledger: Ledger) -> None:
    ledger.append(reading_with(published=None))
    ledger.append(reading_with(published="2024-07-02"))
    assert [head.published for head in ledger.reports()] == ["2024-07-02", "2024-06-30", None]
    assert [head.published for head in ledger.reports(since="2024-06-30", until="2024-06")] == ["2024-06-30"]
    assert len(list(ledger.reports(limit=1))) == 1
