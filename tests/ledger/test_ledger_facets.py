"""A search that can be narrowed, and what the reports that it finds have in common; the same on each database."""

from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.ledger import Facet, Ledger
from onrecord.records import Outlet
from tests.factories import make_act, make_party, make_reading, make_report
from tests.ledger.conftest import NewPlace
from tests.ledger.making import open_at


@pytest.fixture(scope="module")
def ledger(new_place: NewPlace) -> Iterator[Ledger]:
    told = (
        ("The Harbour Times", "2024-06-30", "Freedonia", "request"),
        ("The Harbour Times", "2024-07-02", "Sylvania", "reject"),
        ("The Lakeside Post", "2024-06-29", "Freedonia", "reject"),
        (None, None, "Freedonia", "reject"),
    )
    with open_at(new_place()) as opened:
        for at, (outlet, published, party, kind) in enumerate(told):
            report = make_report(title=f"Sanctions {at}", outlet=Outlet(name=outlet), published=published)
            parties = (make_party(name=party), make_party("p2", name=party))
            acts = tuple(make_act(key, type=kind, actors=("p1",)) for key in ("e1", "e2"))
            opened.append(make_reading(report, parties=parties, acts=acts))
        opened.append(make_reading(make_report("Nothing of the kind.", title="A quiet day")))
        yield opened


def found(ledger: Ledger, words: str = "sanctions", **asked: Any) -> list[str]:
    return sorted((hit.report.title or "")[-1] for hit in ledger.search_page(words, **asked).hits)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "0123"),
        ({"outlet": "The Harbour Times"}, "01"),
        ({"since": "2024-06-30"}, "01"),
        ({"until": "2024-06"}, "02"),
        ({"party": "freedonia"}, "023"),
        ({"type": "reject"}, "123"),
        ({"type": "reject", "party": "Freedonia", "outlet": "The Lakeside Post"}, "2"),
        ({"outlet": "the harbour times' OR 1"}, ""),
    ],
)
def test_a_search_is_narrowed_by_all_filters(ledger: Ledger, asked: dict[str, Any], expected: str) -> None:
    assert found(ledger, **asked) == list(expected)


def test_words_side_by_side_are_found_within_a_filter(ledger: Ledger) -> None:
    assert found(ledger, '"sanctions 1" sanction*', type="reject") == ["1"]
    assert found(ledger, '"sanctions 0"', type="reject") == []


def test_facets_count_the_reports_that_were_found(ledger: Ledger) -> None:
    facets = ledger.search_page("sanctions").facets
    assert facets.outlets == (
        Facet(value="The Harbour Times", reports=2), Facet(value="The Lakeside Post", reports=1),
    )  # fmt: skip
    assert facets.months == (Facet(value="2024-07", reports=1), Facet(value="2024-06", reports=2))
    assert facets.parties == (Facet(value="Freedonia", reports=3), Facet(value="Sylvania", reports=1))
    assert facets.types == (Facet(value="reject", reports=3), Facet(value="request", reports=1))


def test_facets_are_those_of_all_pages(ledger: Ledger) -> None:
    pages = [ledger.search_page("sanctions", limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [len(page.hits) for page in pages] == [3, 1, 0]
    assert len({hit.report.id for page in pages for hit in page.hits}) == 4
    assert {page.facets for page in pages} == {pages[0].facets}


def test_what_is_found_beyond_the_most_is_said_to_be_there(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ledger.search_page("sanctions").is_all
    monkeypatch.setattr("onrecord.ledger.facets.MOST_FOUND", 2)
    page = ledger.search_page("sanctions")
    assert (page.found, page.is_all) == (2, False)


def test_hits_are_those_of_the_plain_search(ledger: Ledger) -> None:
    hits = list(ledger.search("sanctions opinion"))
    assert hits
    assert list(ledger.search_page("sanctions opinion").hits) == hits
