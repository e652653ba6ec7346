"""Matter folds: a matter file and a ledger brought together, shared by the commands that ask about a matter."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.cli.filters import check_date
from onrecord.cli.ledgers import open_to_ask
from onrecord.cli.settings import Settings
from onrecord.ledger import Entry, ListEntry
from onrecord.ledger.fold import counts_over
from onrecord.matters.folding import MatterFold, Recorded, fold_matter
from onrecord.matters.listed import ListGiven
from onrecord.matters.matter_file import read_matter
from onrecord.records.errors import MatterError
from onrecord.records.matters import Matter

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def check_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A day as 2024-06-30; a month or a year stands for its last day."""
    if check_date(ctx, param, value) is None or value is None:
        return None
    parts = [int(part) for part in value.split("-")]
    year, month, day = (*parts, *(12, 0)[len(parts) - 1 :])
    try:
        return date(year, month, day or monthrange(year, month)[1]).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date: {error}.", ctx, param) from error


matter_option = click.option("--matter", metavar="FILE", required=True, help="The matter file (TOML).")
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
    end = end_of_day(known_on)
    with open_to_ask(settings) as opened:
        standing = [entry for entry in opened.lists(matter=matter.id, until=end) if entry.ended_by is None]
        return fold_matter(matter, recorded_of(opened.entries(), end), lists_of(standing))


def end_of_day(day: str | None) -> datetime | None:
    return None if day is None else datetime.fromisoformat(f"{day}T23:59:59.999999+00:00")


def lists_of(entries: Iterable[ListEntry]) -> list[ListGiven]:
    return [ListGiven(number=entry.seq, recorded=_time(entry.recorded_at), list=entry.list) for entry in entries]


def recorded_of(entries: Iterable[Entry], end: datetime | None = None) -> list[Recorded]:
    """For each report the reading that counts, or counted at a moment, with those that it replaced."""
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
    earlier = tuple(
        Recorded(reading=each.reading, recorded=_time(each.recorded_at)) for each in entries if each.seq < counted.seq
    )
    return Recorded(reading=counted.reading, recorded=_time(counted.recorded_at), earlier=earlier)


def _time(recorded_at: datetime) -> str:
    return recorded_at.astimezone(UTC).isoformat(timespec="seconds")
