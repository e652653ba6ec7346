"""Readings: whole readings in files, a line each as the codec writes them, checked before anybody relies on them."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from onrecord.ingest.jsonl import read_lines
from onrecord.records import Reading
from onrecord.records.checks import keep_sound
from onrecord.records.codec import decode_reading
from onrecord.records.errors import InputError, RecordError
from onrecord.records.ids import report_id
from onrecord.records.rejected import Rejected

MOST_BYTES = 400_000_000  # a reading is several times its text


def read_readings(sources: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Reading | Rejected]:
    """Each reading that files of readings hold (``-`` is the standard input), and a rejection for each other line."""
    for source in sources:
        if source == "-":
            yield from _read_stream(stdin or sys.stdin.buffer, source)
            continue
        try:
            with Path(source).open("rb") as stream:
                yield from _read_stream(stream, source)
        except OSError as error:
            reason = "not_found" if isinstance(error, FileNotFoundError) else "not_readable"
            yield Rejected(where=source, reason=reason, detail=error.strerror or str(error))


def _read_stream(stream: BinaryIO, where: str) -> Iterator[Reading | Rejected]:
    for number, line in read_lines(stream, max_bytes=MOST_BYTES):
        try:
            reading = _read_line(line)
        except (InputError, RecordError) as error:
            yield Rejected(where=f"{where}:{number}", reason=getattr(error, "reason", "bad_reading"), detail=str(error))
        else:
            yield reading


def _read_line(line: bytes) -> Reading:
    """The reading that a line holds. One whose text was altered or whose spans lead off it is refused whole."""
    reading = decode_reading(line)
    report = reading.report
    hashed = report_id(
        text=report.text, title=report.title, outlet=report.outlet, url=report.url, published=report.published
    )
    if hashed != report.id:
        what = "a report that is not what its id was made from"
        raise InputError(what, reason="altered", found=report.id, expected=hashed)
    _check_days(reading)
    dropped = keep_sound(reading).dropped
    if dropped != reading.dropped:
        found = "; ".join(f"{drop.record}: {drop.reason}" for drop in dropped if drop not in reading.dropped)
        raise InputError("a reading that does not stand on its text", reason="unsound", found=found)
    return reading


def _check_days(reading: Reading) -> None:
    """Every day is one of the calendar: folds and pages count with them, long after the file is gone."""
    told = [("report.published", reading.report.published)]
    told += [
        (f"acts[{at}].time", day) for at, act in enumerate(reading.acts) for day in (act.time.since, act.time.until)
    ]
    for where, day in told:
        try:
            is_day = day is None or date.fromisoformat(day).isoformat() == day
        except ValueError:
            is_day = False
        if not is_day:
            raise InputError("no day", reason="bad_date", where=where, found=repr(day), expected="a day as 2024-06-30")
