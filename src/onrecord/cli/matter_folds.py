"""Matter folds: a matter file and a ledger brought together, shared by the commands that ask about a matter."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.cli.ledgers import open_to_ask
from onrecord.cli.settings import Settings
from onrecord.ledger import Entry
from onrecord.ledger.fold import counts_over
from onrecord.matters.folding import MatterFold, Recorded, fold_matter
from onrecord.matters.matter_file import read_matter
from onrecord.records.errors import MatterError
from onrecord.records.matters import Matter

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def check_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A day as 2024-06-30; a month or a year stands for its last day."""
    if value is None:
        return None
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise click.BadParameter(f"{value!r} is no date; expected one as 2024-06-30, 2024-06 or 2024.", ctx, param)
    return value + {4: "-12-31", 7: "-31", 10: ""}[len(value)]


matter_argument = click.argument("matter", metavar="MATTER")
as_of_option = click.option(
    "--as-of", callback=check_day, metavar="DATE", help="By what had been reported up to this day."
)
known_on_option = click.option(
    "--known-on", callback=check_day, metavar="DATE", help="By what the ledger held at the end of this day (UTC)."
)
width_option = click.option(
    "--width", type=click.IntRange(min=30), metavar="N", help="How many columns the list may take."
)


def open_matter(place: str) -> Matter:
    """The matter of a file; MatterError where there is none, with the way to start one."""
    try:
        text = Path(place).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MatterError(
            f"no matter file {place}; start one with: onrecord matter new REPORT... --out {place}"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise MatterError(f"the matter file cannot be read: {error}", where=place) from error
    return read_matter(text, where=place)


def fold_ledger(matter: Matter, settings: Settings, known_on: str | None = None) -> MatterFold:
    """The fold of what a ledger holds, or held at the end of a day."""
    with open_to_ask(settings) as opened:
        return fold_matter(matter, recorded_of(opened.entries(), known_on))


def recorded_of(entries: Iterable[Entry], known_on: str | None = None) -> list[Recorded]:
    """For each report the reading that counts, or counted at the end of a day, with those that it replaced."""
    end = None if known_on is None else datetime.fromisoformat(f"{_last_day(known_on)}T23:59:59.999999+00:00")
    readings: dict[str, list[Entry]] = {}
    for entry in entries:
        if end is None or entry.recorded_at <= end:
            readings.setdefault(entry.reading.report.id, []).append(entry)
    return [_recorded(each) for each in readings.values()]


def _recorded(entries: list[Entry]) -> Recorded:
    counted = entries[0]
    for entry in entries[1:]:
        if counts_over(entry.reading.reader, counted.reading.reader):
            counted = entry
    earlier = tuple(Recorded(reading=e.reading, recorded=_time(e)) for e in entries if e.seq < counted.seq)
    return Recorded(reading=counted.reading, recorded=_time(counted), earlier=earlier)


def _time(entry: Entry) -> str:
    return entry.recorded_at.astimezone(UTC).isoformat(timespec="seconds")


def _last_day(day: str) -> str:
    """The day itself, or the last of its month: 2024-06-31 is only compared, and is no date."""
    year, month, _ = day.split("-")
    return (
        next(f"{year}-{month}-{d:02}" for d in range(int(day[8:]), 27, -1) if _is_day(year, month, d))
        if day[8:] > "28"
        else day
    )


def _is_day(year: str, month: str, day: int) -> bool:
    try:
        datetime(int(year), int(month), day, tzinfo=UTC)
    except ValueError:
        return False
    return True
