"""Migrations: a ledger of version 1 is opened, brought up to today's tables, and loses nothing on the way."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, insert, inspect

from onrecord.ledger import tables
from onrecord.ledger.dialect import WRITES
from onrecord.ledger.index import write_index
from onrecord.ledger.places import find_dialect
from onrecord.records.codec import encode_reading
from onrecord.records.errors import LedgerError
from tests.ledger.crashing import PowerCutError, crash_at
from tests.ledger.making import append_all, dump, numbered, open_at

DDL = Path(__file__).with_name("version1.sql").read_text(encoding="utf-8")
UNDO_VERSION_4 = (
    "DROP INDEX ix_reports_url",
    "DROP INDEX ix_feed_items_url",
    "ALTER TABLE feeds DROP COLUMN stopped_at",
    "UPDATE onrecord_ledger SET schema_version = 3",
)
READINGS = (numbered(1), numbered(2))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as onrecord 0.2.0 left it, with two reports in it."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA journal_mode = WAL; {DDL}")
    with _engine(path).begin() as rows:
        rows.execute(insert(tables.ledger), {"schema_version": 1, "created_at": "2024-06-30T08:15:00+00:00"})
        for seq, reading in enumerate(READINGS, 1):
            row = {"seq": seq, "report_id": reading.report.id, "reader": reading.reader}
            body = encode_reading(reading).decode()
            rows.execute(insert(tables.log), row | {"recorded_at": "2024-06-30T08:15:00+00:00", "body": body})
            write_index(rows, seq, reading)
        rows.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")
    return path


def _engine(path: Path) -> Engine:
    return create_engine(f"sqlite:///{path}")


def shape(path: Path) -> dict[str, Any]:
    """The tables of a file: columns, keys and indexes by name; and its triggers."""
    engine = _engine(path)
    seen = inspect(engine)
    shape: dict[str, Any] = {
        name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(name)],
            seen.get_pk_constraint(name)["constrained_columns"],
            sorted((key["referred_table"], *key["constrained_columns"]) for key in seen.get_foreign_keys(name)),
            sorted((index["name"], *index["column_names"]) for index in seen.get_indexes(name)),
        )
        for name in seen.get_table_names()
    }
    with engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')")
        shape["triggers and views"] = sorted(name for (name,) in names)
    engine.dispose()
    return shape


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("SELECT schema_version FROM onrecord_ledger").fetchone()[0]
    return found


def test_old_ledger_has_the_tables_of_a_new_one_after_opening(old: Path, tmp_path: Path) -> None:
    append_all(tmp_path / "new.db", READINGS)
    assert append_all(old, READINGS) == ["already_there", "already_there"]
    assert shape(old) == shape(tmp_path / "new.db")
    assert dump(old) == dump(tmp_path / "new.db")


def test_old_ledger_is_asked_and_goes_on_after_opening(old: Path) -> None:
    with open_at(old) as ledger:
        assert list(ledger.readings()) == list(READINGS)
        assert len(list(ledger.search("opinion"))) == 2
        assert ledger.append(replace(READINGS[0], reader="onrecord 9.0.0")) == "superseded"


def test_opening_for_reading_says_what_to_do_and_changes_nothing(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(LedgerError, match="onrecord upgrade") as raised:
        open_at(old, read_only=True)
    assert (raised.value.found, raised.value.expected) == (
        "schema version 1",
        f"schema version {tables.SCHEMA_VERSION}",
    )
    assert old.read_bytes() == before


def test_ledger_of_version_3_is_brought_up_on_each_database(place: str) -> None:
    append_all(place, READINGS)
    engine = find_dialect(place, read_only=False).engine(busy_timeout_s=1)
    fresh = _columns_and_indexes(engine)
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        for undo in UNDO_VERSION_4:
            connection.exec_driver_sql(undo)
    assert append_all(place, READINGS) == ["already_there", "already_there"]
    assert _columns_and_indexes(engine) == fresh
    engine.dispose()


def _columns_and_indexes(engine: Engine) -> dict[str, Any]:
    seen = inspect(engine)
    return {
        table: (
            [(column["name"], repr(column["type"]), column["nullable"]) for column in seen.get_columns(table)],
            sorted((index["name"], *index["column_names"]) for index in seen.get_indexes(table)),
        )
        for table in ("feeds", "feed_items", "reports")
    }


def test_migration_that_is_cut_off_leaves_the_old_ledger(old: Path) -> None:
    before = shape(old)
    for count in range(1, 100):
        with crash_at(count) as so_far:
            try:
                open_at(old).close()
            except PowerCutError:
                assert (version(old), shape(old)) == (1, before)
        if so_far[0] < count:
            break
    assert so_far[0] > 8, "the last opening went through, after a crash at each of its statements"
    assert version(old) == tables.SCHEMA_VERSION


def test_every_version_has_its_step() -> None:
    from onrecord.ledger.migrations import OLDEST_VERSION, STEPS

    assert list(STEPS) == list(range(OLDEST_VERSION + 1, tables.SCHEMA_VERSION + 1))
