"""Opening: what is a ledger, what is none, and what a person is told."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from onrecord.ledger import open_ledger
from onrecord.ledger.tables import SCHEMA_VERSION
from onrecord.records.errors import LedgerError
from tests.ledger.making import append_all, numbered, open_at


def test_open_makes_a_ledger_where_none_is(tmp_path: Path) -> None:
    with open_at(tmp_path / "new.db") as ledger:
        assert list(ledger.reports()) == []
    assert (tmp_path / "new.db").read_bytes().startswith(b"SQLite format 3")


def test_open_takes_an_empty_file_and_a_url(tmp_path: Path) -> None:
    path = tmp_path / "a file #1?.db"
    path.touch()
    append_all(path, [numbered(1)])
    with open_ledger(f"sqlite:///{path}", clock=datetime.now) as ledger:
        assert len(list(ledger.reports())) == 1


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"Freedonia asked 25 countries to file.", "text that begins with 'Freedonia asked"),
        (b'\xef\xbb\xbf {"id": "icc-001"}', "JSON text"),
        (b"<!doctype html>", "HTML or XML text"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x00\x01\x02\x03", "a file that begins with"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_open_names_what_it_found_instead_of_a_ledger(
    tmp_path: Path, content: bytes, found: str, read_only: bool
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(LedgerError) as raised:
        open_at(path, read_only=read_only)
    assert raised.value.what == "not a ledger"
    assert raised.value.where == str(path)
    assert str(raised.value.found).startswith(found)
    assert path.read_bytes() == content


def test_open_leaves_the_database_of_another_program_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE contacts (name)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="the tables contacts"):
        open_at(path)
    assert path.read_bytes() == before


def test_open_refuses_a_damaged_database(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    with pytest.raises(LedgerError, match="not a ledger"):
        open_at(path)


def test_open_refuses_a_ledger_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    append_all(path, [])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE onrecord_ledger SET schema_version = 99")
    connection.close()
    with pytest.raises(LedgerError, match="newer version of onrecord") as raised:
        open_at(path, read_only=True)
    assert (raised.value.found, raised.value.expected) == ("schema version 99", f"schema version {SCHEMA_VERSION}")


@pytest.mark.parametrize(("name", "found"), [("", "a folder"), ("none.db", "no file"), ("none/a.db", "no folder")])
def test_open_for_reading_wants_a_ledger(tmp_path: Path, name: str, found: str) -> None:
    with pytest.raises(LedgerError, match=found):
        open_at(tmp_path / name, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_open_wants_the_folder_of_a_new_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no folder of that name"):
        open_at(tmp_path / "none" / "a.db")


@pytest.mark.parametrize("url", ["mysql://ada:secret@db/court", "mysql://db/court", "sqlite://", "sqlite:///:memory:"])
def test_open_refuses_other_databases_and_keeps_passwords(url: str) -> None:
    with pytest.raises(LedgerError, match="no such kind of ledger") as raised:
        open_at(url)
    assert "secret" not in str(raised.value)


def test_open_for_reading_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    append_all(path, [numbered(1)])
    before = path.read_bytes()
    with open_at(path, read_only=True) as ledger:
        assert len(list(ledger.acts())) == len(list(ledger.search("opinion"))) == 1
        for write in (lambda: ledger.append(numbered(2)), ledger.rebuild):
            with pytest.raises(LedgerError, match="reading only"):
                write()
    assert path.read_bytes() == before


def test_locked_ledger_is_told_after_the_timeout(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    append_all(path, [])
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_at(path, busy_timeout_s=0.01) as ledger, pytest.raises(LedgerError, match="locked"):
        ledger.append(numbered(1))
    holder.close()


@pytest.mark.parametrize("statement", ["DELETE FROM log", "UPDATE log SET body = ''"])
def test_log_cannot_be_changed_even_by_hand(tmp_path: Path, statement: str) -> None:
    append_all(tmp_path / "a.db", [numbered(1)])
    connection = sqlite3.connect(tmp_path / "a.db")
    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        connection.execute(statement)
    connection.close()


def test_clock_without_a_time_zone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="time zone"):
        open_ledger(tmp_path / "a.db", clock=lambda: datetime(2024, 6, 30))  # noqa: DTZ001
