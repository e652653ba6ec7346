"""Appending: what is new, what is there, and which reading counts."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ledger.fold import reader_version
from onrecord.records import Reading
from onrecord.records.errors import LedgerError, RecordError
from tests.factories import make_act, make_party
from tests.ledger.conftest import NewPlace
from tests.ledger.making import NOW, append_all, dump, numbered, open_at

READERS = ("onrecord 0.1.0, model aa", "onrecord 0.2.0, model bb", "onrecord 0.10.0, model cc", "a reader")


def test_append_returns_what_became_of_the_reading(place: str) -> None:
    first, second = numbered(1), numbered(1, READERS[1])
    assert append_all(place, [first, first, second]) == ["new", "already_there", "superseded"]


def test_append_again_changes_no_row(place: str) -> None:
    readings = [numbered(1), numbered(2), numbered(1, READERS[1])]
    append_all(place, readings)
    before = dump(place)
    assert set(append_all(place, readings)) == {"already_there"}
    assert dump(place) == before


def test_append_gives_back_the_reading_as_it_was(place: str) -> None:
    reading = replace(
        numbered(1), parties=(make_party(name='"Ë\u2028ß" \U0001f5de'), make_party("p1"), make_party("p3"))
    )
    with open_at(place) as ledger:
        ledger.append(reading)
        assert list(ledger.readings()) == [reading]
        assert ledger.reading(reading.report.id) == reading


def test_append_of_an_older_version_keeps_the_newer_one_in_force(place: str) -> None:
    older, newer = numbered(1, READERS[1]), numbered(1, READERS[2])
    with open_at(place) as ledger:
        assert [ledger.append(newer), ledger.append(older)] == ["new", "superseded"]
        assert list(ledger.readings()) == [newer]
        assert [entry.reading.reader for entry in ledger.entries()] == [newer.reader, older.reader]


def test_append_of_a_superseding_reading_takes_the_old_acts_out_of_sight(place: str) -> None:
    with open_at(place) as ledger:
        ledger.append(numbered(1))
        ledger.append(replace(numbered(1, READERS[1]), acts=(make_act(type="file"),), parties=()))
        assert [row.act.type for row in ledger.acts()] == ["file"]
        assert not list(ledger.search("walla"))


def test_append_records_the_time_of_the_clock(place: str) -> None:
    with open_at(place) as ledger:
        ledger.append(numbered(1))
        assert [(entry.seq, entry.recorded_at) for entry in ledger.entries()] == [(1, NOW)]


def test_has_knows_report_and_reader(place: str) -> None:
    reading = numbered(1)
    with open_at(place) as ledger:
        ledger.append(reading)
        assert ledger.has(reading.report.id, reading.reader)
        assert not ledger.has(reading.report.id, READERS[1])
        assert not ledger.has(numbered(2).report.id, reading.reader)


def test_append_while_reading_does_not_change_what_is_read(place: str) -> None:
    with open_at(place) as ledger:
        ledger.append(numbered(1))
        ledger.append(numbered(2))
        seen = []
        for reading in ledger.readings():
            seen.append(reading)
            ledger.append(replace(reading, reader=READERS[2]))
    assert seen == [numbered(1), numbered(2)]


def test_closing_while_reading_lets_the_reading_end(place: str) -> None:
    ledger = open_at(place)
    ledger.append(numbered(1))
    ledger.append(numbered(2))
    readings = ledger.readings()
    seen = [next(readings)]
    ledger.close()
    assert [*seen, *readings] == [numbered(1), numbered(2)]
    assert not Path(f"{place}-wal").exists(), "the last connection is closed"


def test_append_of_what_json_cannot_hold_leaves_no_row(place: str) -> None:
    reading = numbered(1)
    with open_at(place) as ledger:
        with pytest.raises(RecordError):
            ledger.append(replace(reading, report=replace(reading.report, byline="\ud800")))
        assert list(ledger.entries()) == []


def test_append_after_closing_is_an_error(place: str) -> None:
    with open_at(place) as ledger:
        pass
    with pytest.raises(LedgerError, match="closed"):
        ledger.append(numbered(1))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(READERS)), max_size=10))
def test_append_then_replay_equals_state(new_place: NewPlace, log: list[tuple[int, str]]) -> None:
    expected: dict[int, Reading] = {}
    for number, reader in dict.fromkeys(log):
        if number not in expected or reader_version(reader) >= reader_version(expected[number].reader):
            expected[number] = numbered(number, reader)
    place = new_place()
    append_all(place, (numbered(number, reader) for number, reader in log))
    before = dump(place)
    with open_at(place) as ledger:
        assert {reading.report.id: reading for reading in ledger.readings()} == {
            reading.report.id: reading for reading in expected.values()
        }
        assert ledger.rebuild() == len(expected)
    assert dump(place) == before
