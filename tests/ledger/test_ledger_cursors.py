"""Cursors: lists that go on from a place, also when the ledger has grown in between."""

from collections.abc import Iterator

import pytest

from onrecord.ledger import Ledger, Place
from onrecord.records import ActTime, Outlet, Reading
from onrecord.records.errors import LedgerError
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report
from tests.ledger.making import open_at


def reading_of(number: int, published: str | None, outlet: str = "The Harbour Times") -> Reading:
    """A report in which the foreign minister of Freedonia is cited twice and the Walla Post is once; three acts."""
    parties = (
        make_party(ids=(("iso3", "FRE"),)),
        make_party("p2", kind="person", name="Rufus Firefly", acts_for="p1"),
        make_party("p3", kind="outlet", name="The Walla Post"),
    )
    attributions = tuple(make_attribution(f"a{at}", source=source) for at, source in enumerate(("p2", "p3", "p2")))
    acts = (
        make_act("e1", actors=("p1",)),
        make_act("e2", actors=("p1",), time=ActTime(since="2024-06-02")),
        make_act("e3", actors=("p2",)),
    )
    report = make_report(title=f"Letter {number}", published=published, outlet=Outlet(name=outlet))
    return make_reading(report, parties=parties, attributions=attributions, acts=acts)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with open_at(place) as opened:
        for number, published in enumerate(("2024-06-02", None, "2024-06-03", "2024-06-02", None)):
            opened.append(reading_of(number, published, "The Lakeside Post" if number == 3 else "The Harbour Times"))
        yield opened


def test_pages_of_reports_are_the_whole_list(ledger: Ledger) -> None:
    whole, found, after = list(ledger.reports()), [], None
    while page := list(ledger.reports(after=after, limit=2)):
        found += page
        after = page[-1].place
    assert [head.title for head in found] == ["Letter 2", "Letter 3", "Letter 0", "Letter 4", "Letter 1"]
    assert found == whole


@pytest.fixture(params=[0, 5_000])
def frequent(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """From how many reports on a party is looked for among the newest; what is found is the same."""
    for module in ("acts", "said"):
        monkeypatch.setattr(f"onrecord.ledger.{module}.FREQUENT", request.param)


@pytest.mark.usefixtures("frequent")
def test_pages_of_acts_are_the_whole_list(ledger: Ledger) -> None:
    whole, found, after = list(ledger.acts(party="FRE")), [], None
    while page := list(ledger.acts(party="FRE", after=after, limit=4)):
        found += page
        after = page[-1].place
    assert len(whole) == 15
    assert found == whole


def test_a_list_goes_on_where_it_was_when_something_newer_is_recorded(ledger: Ledger) -> None:
    whole = list(ledger.reports())
    ledger.append(reading_of(9, "2024-07-01"))
    assert list(ledger.reports(after=whole[0].place)) == whole[1:]


def test_reports_of_one_outlet_are_those_alone(ledger: Ledger) -> None:
    assert [head.title for head in ledger.reports(outlet="The Lakeside Post")] == ["Letter 3"]
    assert not list(ledger.reports(outlet="Lakeside"))


def test_who_acts_for_a_party_is_cited_for_it(ledger: Ledger) -> None:
    said = ledger.said("fre", limit=200)
    assert {row.link.name for row in said.rows} == {"Rufus Firefly"}
    assert len(said.rows) == 10
    assert said.next is None


@pytest.mark.usefixtures("frequent")
def test_acts_of_one_type_in_which_a_party_has_a_part_are_found(ledger: Ledger) -> None:
    found = [row.act.id for row in ledger.acts(party="Rufus Firefly", type="request", until="2024-06-02", limit=9)]
    assert found == ["e3", "e3"]
    assert not list(ledger.acts(source="Freedonia", limit=9))


@pytest.mark.usefixtures("frequent")
def test_pages_of_what_a_party_said_are_the_whole_of_it(ledger: Ledger) -> None:
    whole, found, after = ledger.said("Freedonia").rows, list[object](), None
    while True:
        page = ledger.said("Freedonia", after=after, limit=3)
        found += page.rows
        after = page.next
        if after is None:
            break
    assert tuple(found) == whole


def test_a_party_that_is_named_in_many_reports_is_looked_for_in_some_at_a_time(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.ledger.said.MOST_READ", 2)
    first = ledger.said("Freedonia", limit=200)
    assert len(first.rows) == 4
    assert first.next is not None
    assert ledger.said("Freedonia", after=first.next, limit=200).rows[0].report.title == "Letter 0"


def test_nobody_is_cited_under_a_name_that_no_report_has(ledger: Ledger) -> None:
    assert ledger.said("Sylvania").rows == ()
    assert ledger.said("Sylvania", after=Place(None, 3)).rows == ()


def test_a_limit_is_one_or_more(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no such limit"):
        ledger.said("Freedonia", limit=0)
