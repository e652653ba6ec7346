"""Ledgers for tests: a fixed clock, a few readings, and all that a ledger holds as plain rows."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.ledger import Appended, Ledger, open_ledger, tables
from onrecord.records import ActTime, Outlet, Reading, Span
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of

NOW = datetime(2024, 6, 30, 8, 15, tzinfo=UTC)


def open_at(place: str | Path, **options: Any) -> Ledger:
    return open_ledger(place, clock=lambda: NOW, **options)


def append_all(place: str | Path, readings: Iterable[Reading]) -> list[Appended]:
    with open_at(place) as ledger:
        return [ledger.append(reading) for reading in readings]


def numbered(number: int, reader: str = "onrecord 0.1.0, model aa") -> Reading:
    """A reading of the report number so-and-so: Freedonia asks, the Walla Post is cited."""
    text = f"Freedonia asked state {number} to file an opinion, the Harbour Times said."
    report = make_report(text, given_id=f"given-{number}", title=f"Letter {number}", published=f"2024-06-{number:02}")
    parties = (
        make_party(ids=(("iso3", "FRE"),), mentions=(Span(0, 9),)),
        make_party("p2", kind="outlet", name="The Walla Post"),
    )
    act = make_act(actors=("p1",), chain=("a1",), trigger=span_of(text, "asked"), time=ActTime())
    att = make_attribution(source="p2", content=(Span(0, text.index(",")),), cue=span_of(text, "said"))
    return make_reading(report, reader=reader, parties=parties, attributions=(att,), acts=(act,))


def at_outlet(name: str, text: str, **fields: Any) -> Reading:
    return make_reading(make_report(text, outlet=Outlet(name=name)), **fields)


def dump(place: str | Path) -> dict[str, list[Any]]:
    """Every row of every table, and every word that can be searched for with the places where it stands."""
    tables_of = [table.name for table in tables.metadata.sorted_tables]
    if "://" in str(place):
        return _dump_postgresql(str(place), [*tables_of, "search"])
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, instance)")
        return {name: _rows(connection, name) for name in [*tables_of, "vocabulary"]}


def _dump_postgresql(place: str, names: Iterable[str]) -> dict[str, list[Any]]:
    import psycopg

    with psycopg.connect(place) as connection:
        return {name: _rows(connection, name) for name in names}


def _rows(connection: Any, table: str) -> list[Any]:
    return sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)  # noqa: S608
