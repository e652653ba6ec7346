"""Look-up: a report by its id, the beginning of it, or its given id."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from onrecord.ledger import Ledger
from onrecord.records import Reading
from onrecord.records.errors import LedgerError
from tests.ledger.making import numbered, open_at


def with_id(id: str, given_id: str | None) -> Reading:
    reading = numbered(1)
    return replace(reading, report=replace(reading.report, id=id, given_id=given_id))


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with open_at(place) as opened:
        for reading in (with_id("r:abcd", "icc-1"), with_id("r:abef", "icc-2"), with_id("r:zzzz", "abcd")):
            opened.append(reading)
        yield opened


@pytest.mark.parametrize(
    ("wanted", "id"),
    [("r:abcd", "r:abcd"), ("r:abc", "r:abcd"), ("ABE", "r:abef"), ("icc-2", "r:abef"), ("abcd", "r:zzzz")],
)
def test_reading_is_found_by_what_a_person_has_of_it(ledger: Ledger, wanted: str, id: str) -> None:
    assert ledger.reading(wanted).report.id == id
    assert ledger.report(wanted).id == id


def test_reading_of_an_ambiguous_beginning_lists_the_candidates(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="'r:ab' names more than one report") as raised:
        ledger.reading("r:ab")
    assert "r:abcd (icc-1, Letter 1" in str(raised.value.found)
    assert "r:abef (icc-2" in str(raised.value.found)


def test_reading_of_a_shared_given_id_lists_the_candidates(ledger: Ledger) -> None:
    ledger.append(with_id("r:yyyy", "icc-1"))
    with pytest.raises(LedgerError, match=r"r:yyyy.*r:abcd"):
        ledger.reading("icc-1")


@pytest.mark.parametrize("wanted", ["icc-9", "", "  ", "r:", "r:%", "r:_bcd", "\0", "r:abcde"])
def test_reading_of_none_is_an_error(ledger: Ledger, wanted: str) -> None:
    with pytest.raises(LedgerError, match="no report"):
        ledger.reading(wanted)


def test_reading_of_what_is_no_text_is_an_error(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="lone surrogate"):
        ledger.reading("icc-\udcff")


def test_list_of_candidates_is_kept_short(ledger: Ledger) -> None:
    for number in range(20):
        ledger.append(with_id(f"r:q{number:02}", None))
    with pytest.raises(LedgerError, match="; and more") as raised:
        ledger.reading("q")
    assert str(raised.value.found).count("r:q") == 10
