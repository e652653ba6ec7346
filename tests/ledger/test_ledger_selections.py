"""Selections: the readings in the order of the log, with the acts that a filter lets through."""

from typing import Any

import pytest

from onrecord.records.errors import LedgerError
from tests.ledger.making import NOW, append_all, at_outlet, numbered, open_at


@pytest.fixture
def letters(place: str) -> str:
    """Letters 3, 1 and 2 in that order, and a report without acts."""
    append_all(place, [numbered(3), at_outlet("Lakeside Post", "Nothing."), numbered(1), numbered(2)])
    return place


def asked(place: str, **filters: Any) -> list[tuple[str | None, int]]:
    with open_at(place, read_only=True) as ledger:
        return [(one.entry.reading.report.title, len(one.acts)) for one in ledger.selections(**filters)]


def test_selections_without_a_filter_are_all_readings_as_recorded(letters: str) -> None:
    assert asked(letters) == [("Letter 3", 1), (None, 0), ("Letter 1", 1), ("Letter 2", 1)]


def test_selections_with_a_filter_leave_out_readings_without_such_acts(letters: str) -> None:
    assert asked(letters, until="2024-06-02") == [("Letter 1", 1), ("Letter 2", 1)]
    assert asked(letters, party="FRE", type="request", source="walla post")[0] == ("Letter 3", 1)
    assert asked(letters, status="denied") == []


def test_selections_with_a_limit_are_the_newest_acts(letters: str) -> None:
    assert asked(letters, limit=2) == [("Letter 3", 1), ("Letter 2", 1)]


def test_selections_give_the_same_acts_as_acts_does(letters: str) -> None:
    with open_at(letters, read_only=True) as ledger:
        listed = [(row.report.id, row.act.id) for row in ledger.acts(party="Freedonia")]
        found = list(ledger.selections(party="Freedonia"))
    selected = [(one.entry.reading.report.id, act.id) for one in found for act in one.acts]
    assert sorted(selected) == sorted(listed)
    assert len(listed) == 3


def test_selections_have_the_time_of_recording_and_no_superseded_reading(letters: str) -> None:
    append_all(letters, [numbered(1, reader="onrecord 0.2.0, model bb")])
    with open_at(letters, read_only=True) as ledger:
        found = list(ledger.selections())
    assert [one.entry.reading.report.title for one in found] == ["Letter 3", None, "Letter 2", "Letter 1"]
    assert {one.entry.recorded_at for one in found} == {NOW}


def test_selections_refuse_what_acts_refuses(letters: str) -> None:
    with pytest.raises(LedgerError, match="no such type"):
        asked(letters, type="plead")
