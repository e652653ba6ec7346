"""SQLite: a ledger in one file, searched by FTS5."""

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    Connection,
    Engine,
    Integer,
    QueuePool,
    Table,
    TextualSelect,
    column,
    create_engine,
    event,
    select,
    table,
    text,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError

from onrecord.ledger.dialect import (
    CLOSE_MARK,
    OPEN_MARK,
    WRITES,
    Found,
    Marked,
    Ranked,
    Within,
    insert_numbered,
    no_conditions,
)
from onrecord.ledger.sniff import sniff_file
from onrecord.ledger.words import AllOf, Term, Wanted
from onrecord.records.errors import LedgerError

# The full-text table keeps no text of its own: it reads it through a view on the log.
_SEARCH = (
    """CREATE VIEW search_source AS SELECT reports.seq AS seq,
        json_extract(log.body, '$.report.title') AS title, json_extract(log.body, '$.report.text') AS text,
        (SELECT group_concat(name, char(10)) FROM
            (SELECT DISTINCT name FROM parties WHERE parties.seq = reports.seq ORDER BY name)) AS parties
        FROM reports JOIN log ON log.seq = reports.seq""",
    """CREATE VIRTUAL TABLE search USING fts5(title, text, parties, content='search_source', content_rowid='seq',
        tokenize='unicode61 remove_diacritics 2')""",
)
_GUARD = "CREATE TRIGGER {0}_is_not_{1} BEFORE {2} ON {0} BEGIN SELECT RAISE(ABORT, 'the {0} only grows'); END"
_SWITCH, _SWITCH_TRIES = "PRAGMA journal_mode = WAL", 8
_PRIMARY_CODE = 0xFF
_SQLITE_FIELDS = ("title", "text", "parties")
_SQLITE_WEIGHTS = "bm25(5.0, 1.0, 2.0)"  # a word in the title tells more than one in the text
_SEARCHED = table("search", column("rowid"), column("rank"))
_SQLITE_MEANINGS = {
    sqlite3.SQLITE_BUSY: ("the ledger is locked", "another program writing to it", "a ledger that is free; try again"),
    sqlite3.SQLITE_LOCKED: ("the ledger is locked", "another program using it", "a ledger that is free; try again"),
    sqlite3.SQLITE_NOTADB: ("not a ledger", "a file that is no database", "a ledger"),
    sqlite3.SQLITE_CORRUPT: ("the ledger is damaged", "a damaged database", "a whole file; restore a copy of it"),
    sqlite3.SQLITE_READONLY: ("the ledger cannot be written", "a read-only file or folder", "one that can be written"),
    sqlite3.SQLITE_CANTOPEN: ("the ledger cannot be opened", "no access to it", "a file in a folder with access"),
    sqlite3.SQLITE_IOERR: ("the ledger cannot be read or written", "a disk that fails or is full", "a disk with room"),
    sqlite3.SQLITE_FULL: ("the ledger cannot grow", "a full disk", "free space"),
}


class SqliteDialect:
    """SQLite in one file, with a write-ahead log so that readers and one writer do not wait for one another."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.where = str(path)
        self.read_only = read_only

    def check_place(self) -> None:
        what = "not a ledger"
        try:
            if self.path.is_dir():
                found: str | None = "a folder"
            elif self.path.exists():
                found = sniff_file(self.path)
            elif self.read_only or not self.path.parent.is_dir():
                what, found = "no ledger", f"no {'file' if self.path.parent.is_dir() else 'folder'} of that name"
            else:
                return
        except (OSError, ValueError) as error:
            raise LedgerError("the ledger cannot be opened", where=self.where, found=str(error)) from error
        if found:
            raise LedgerError(what, where=self.where, found=found, expected="a ledger, as `onrecord add` makes it")

    def engine(self, *, busy_timeout_s: float) -> Engine:
        uri = f"file:{quote(str(self.path.absolute()))}?{self._mode()}"
        settings = (
            "PRAGMA foreign_keys = ON",
            "PRAGMA synchronous = FULL",
            f"PRAGMA query_only = {int(self.read_only)}",
        )

        def connect() -> sqlite3.Connection:
            made = sqlite3.connect(uri, uri=True, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False)
            try:
                for setting in settings:
                    made.execute(setting)
            except BaseException:
                made.close()
                raise
            return made

        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
        event.listen(engine, "begin", _begin_sqlite)
        return engine

    def prepare(self, engine: Engine) -> None:
        """Switch to write-ahead logging. The switch does not wait for other programs, but a transaction does."""
        with engine.connect() as connection:
            cursor = connection.connection.cursor()
            try:
                for _ in range(_SWITCH_TRIES):
                    if _is_switched(cursor):
                        return
                    cursor.execute("BEGIN EXCLUSIVE")
                    cursor.execute("COMMIT")
                cursor.execute(_SWITCH)
            except sqlite3.Error as error:
                raise self._explained(error) from error
            finally:
                cursor.close()

    def add_search(self, connection: Connection) -> None:
        for statement in _SEARCH:
            connection.exec_driver_sql(statement)

    def mend_search(self, connection: Connection) -> None:
        """Nothing was amiss."""

    def guard(self, connection: Connection, table: str) -> None:
        for word, change in (("changed", "UPDATE"), ("cut", "DELETE")):
            connection.exec_driver_sql(_GUARD.format(table, word, change))

    def insert_once(self, connection: Connection, table: Table, row: dict[str, Any]) -> int | None:
        return insert_numbered(sqlite.insert, connection, table, row)

    def write_words(self, connection: Connection, seq: int) -> None:
        connection.exec_driver_sql(
            "INSERT INTO search (rowid, title, text, parties)"
            " SELECT seq, title, text, parties FROM search_source WHERE seq = ?",
            (seq,),
        )

    def remove_words(self, connection: Connection, seq: int) -> None:
        connection.exec_driver_sql(
            "INSERT INTO search (search, rowid, title, text, parties)"
            " SELECT 'delete', seq, title, text, parties FROM search_source WHERE seq = ?",
            (seq,),
        )

    def rebuild_words(self, connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")

    def find_words(self, connection: Connection, terms: Sequence[Term], limit: int) -> list[Found]:
        fields = ", ".join(f"{name}, highlight(search, {at}, ?, ?)" for at, name in enumerate(_SQLITE_FIELDS))
        rows = connection.exec_driver_sql(
            # ordered by rank alone, FTS5 sorts before it fetches: only the rows that are shown cost a text
            f"SELECT rowid, rank, {fields} FROM search WHERE search MATCH ? AND rank MATCH ? ORDER BY rank LIMIT ?",  # noqa: S608 - constants
            (
                *(OPEN_MARK, CLOSE_MARK) * len(_SQLITE_FIELDS),
                " ".join(_sqlite_term(term) for term in terms),
                _SQLITE_WEIGHTS,
                limit,
            ),
        )
        found = []
        for seq, rank, *cells in rows:
            title, words, parties = (Marked(cells[at] or "", cells[at + 1] or "") for at in (0, 2, 4))
            found.append(Found(seq, -rank, title, words, parties))
        return sorted(found, key=lambda one: (-one.score, -one.seq))

    def rank_words(
        self, connection: Connection, terms: Sequence[Term], most: int, within: Within = no_conditions
    ) -> list[Ranked]:
        query = select(_SEARCHED.c.rowid, _SEARCHED.c.rank).where(text("search MATCH :words AND rank MATCH :weights"))
        query = query.where(*within(_SEARCHED.c.rowid))
        asked = {"words": " ".join(_sqlite_term(term) for term in terms), "weights": _SQLITE_WEIGHTS}
        found = connection.execute(query.order_by(_SEARCHED.c.rank).limit(most), asked)
        return sorted((Ranked(seq, -rank) for seq, rank in found), key=lambda one: (-one.score, -one.seq))

    def holding(self, connection: Connection, wanted: Wanted) -> TextualSelect:  # noqa: ARG002 - PostgreSQL asks it
        found = text("SELECT rowid AS seq FROM search WHERE search MATCH :wanted")
        return found.bindparams(wanted=_sqlite_query(wanted)).columns(seq=Integer)

    def explain(self, error: DBAPIError) -> LedgerError:
        return self._explained(error.orig)

    def _explained(self, error: BaseException | None) -> LedgerError:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
        unknown = ("the ledger failed", str(error), None)
        what, found, expected = _SQLITE_MEANINGS.get(code, unknown)
        return LedgerError(what, where=self.where, found=found, expected=expected)

    def _mode(self) -> str:
        if not self.read_only:
            return "mode=rwc"
        lies_still = not os.access(self.path.parent, os.W_OK) and not Path(f"{self.path}-wal").exists()
        return "mode=ro&immutable=1" if lies_still else "mode=ro"


def _begin_sqlite(connection: Connection) -> None:
    """A writing transaction takes the lock at its start: one that read first could not wait for another writer."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_switched(cursor: DBAPICursor) -> bool:
    try:
        cursor.execute(_SWITCH)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & _PRIMARY_CODE != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _sqlite_query(wanted: Wanted) -> str:
    if isinstance(wanted, Term):
        return _sqlite_term(wanted)
    mark = " AND " if isinstance(wanted, AllOf) else " OR "
    return f"({mark.join(_sqlite_query(part) for part in wanted.parts)})"


def _sqlite_term(term: Term) -> str:
    quoted = term.words.replace('"', '""')
    return f'"{quoted}"' + ("*" if term.is_prefix else "")
