"""Excerpts: what a command is to write, from a ledger or from reports that are in none."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onrecord.cli.ledgers import open_to_ask
from onrecord.cli.settings import Settings
from onrecord.export.excerpts import Excerpt, from_entries, from_readings, from_selections
from onrecord.ledger import open_ledger
from onrecord.records import Reading


@contextmanager
def excerpts_of_ledger(
    settings: Settings, filters: Mapping[str, Any], *, superseded: bool, judged: bool
) -> Iterator[Iterator[Excerpt]]:
    """What a ledger holds, as it was at the first of them; with `superseded` also what no longer counts.

    Rows are as people decided; whole readings (`judged` false) as they were read, since another ledger takes them so.
    """
    with open_to_ask(settings) as opened:
        if superseded:
            yield from_entries(opened.entries())
        else:
            yield from_selections(opened.selections(**filters, judged=judged), is_whole=not is_asking(filters))


@contextmanager
def excerpts_of_readings(readings: Iterable[Reading], filters: Mapping[str, Any]) -> Iterator[Iterator[Excerpt]]:
    """Readings that no ledger recorded. Filters are a ledger's, so one holds them for as long as they are asked."""
    if not is_asking(filters):
        yield from_readings(readings)
        return
    with TemporaryDirectory(prefix="onrecord-") as folder, open_ledger(Path(folder) / "asked.db", clock=_now) as asked:
        for reading in readings:
            asked.append(reading)
        found = from_selections(asked.selections(**filters), is_whole=False)
        yield (replace(excerpt, recorded_at=None) for excerpt in found)


def is_asking(filters: Mapping[str, Any]) -> bool:
    """Whether any filter asks for something."""
    return any(value is not None for value in filters.values())


def _now() -> datetime:
    return datetime.now(UTC)
