"""Files of readings: taken as they are, and refused where they are not what they say."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.ingest import read_readings
from onrecord.records import ActTime, Reading, Span
from onrecord.records.codec import encode_reading
from onrecord.records.ids import report_id
from onrecord.records.rejected import Rejected
from tests.cli.fake_reader import FakeReader
from tests.factories import make_report

READING = FakeReader().read(make_report())


def read_back(*readings: Reading) -> list[Reading | Rejected]:
    lines = b"".join(encode_reading(reading) + b"\n" for reading in readings)
    return list(read_readings(["-"], stdin=io.BytesIO(lines)))


def reason(reading: Reading) -> str:
    [found] = read_back(reading)
    assert isinstance(found, Rejected)
    return found.reason


def test_readings_come_back_as_they_were() -> None:
    assert read_back(READING, READING) == [READING, READING]


def test_reading_with_another_text_than_its_id_says_is_refused() -> None:
    assert reason(replace(READING, report=replace(READING.report, text=READING.report.text + " Not so."))) == "altered"


def test_reading_with_a_span_off_its_text_is_refused() -> None:
    act = replace(READING.acts[0], trigger=Span(900, 905))
    assert reason(replace(READING, acts=(act,))) == "unsound"


@pytest.mark.parametrize("day", ["0000-01-01", "2024-02-31", "99999-01-01", "20240630", "yesterday", "2024"])
def test_reading_with_a_day_that_no_calendar_has_is_refused(day: str) -> None:
    """The positions of a matter with such a report could not be folded any more."""
    act = replace(READING.acts[0], time=ActTime(since=day, until=day, basis="publication"))
    assert reason(replace(READING, acts=(act,))) == "bad_date"
    told = replace(READING.report, published=day)
    own_id = report_id(text=told.text, title=told.title, outlet=told.outlet, url=told.url, published=day)
    assert reason(replace(READING, report=replace(told, id=own_id))) == "bad_date"


def test_line_that_is_no_reading_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(encode_reading(READING) + b'\n\n{"text": "Nothing."}\n')
    good, bad = read_readings([str(path)])
    assert good == READING
    assert isinstance(bad, Rejected)
    assert (bad.where, bad.reason) == (f"{path}:3", "bad_reading")


def test_missing_file_is_refused() -> None:
    [found] = read_readings(["nowhere.jsonl"])
    assert isinstance(found, Rejected)
    assert found.reason == "not_found"
