"""Opening: find out whether what lies at a place is a ledger that this version can use, and make one where none is."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from onrecord.ledger import tables
from onrecord.ledger.clock import timestamp
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.places import find_dialect
from onrecord.ledger.store import Store
from onrecord.records.errors import LedgerError

BUSY_TIMEOUT_S = 30.0
_MOST_TABLES = 5


def open_ledger(
    path_or_url: str | Path,
    *,
    read_only: bool = False,
    clock: Callable[[], datetime],
    busy_timeout_s: float = BUSY_TIMEOUT_S,
) -> Ledger:
    """The ledger at a path or URL (``postgresql://desk@db.example/court``), made when there is none yet.

    `clock` tells when a reading is recorded, with its time zone. With `read_only` nothing is made or written, and
    a place without a ledger is an error. A program waits `busy_timeout_s` seconds for another one that is writing.
    Raises LedgerError for what is no ledger (it says what was found), for one made by a newer version, and for one
    that cannot be opened.

        with open_ledger("court.db", clock=lambda: datetime.now(UTC)) as ledger:
            ledger.append(reading)
    """
    dialect = find_dialect(path_or_url, read_only=read_only)
    dialect.check_place()
    store = Store(dialect.engine(busy_timeout_s=busy_timeout_s), dialect, read_only=read_only)
    try:
        _check(store) if read_only else _make_ready(store, clock)
    except BaseException:
        store.close()
        raise
    return Ledger(store, clock)


def _check(store: Store) -> None:
    where = store.dialect.where
    with store.reading() as connection:
        if _is_empty(connection, where):
            raise LedgerError("no ledger", where=where, found="an empty database", expected="a ledger")


def _make_ready(store: Store, clock: Callable[[], datetime]) -> None:
    with store.reading() as connection:
        is_empty = _is_empty(connection, store.dialect.where)
    store.dialect.prepare(store.engine)
    if is_empty:
        _make(store, clock)


def _make(store: Store, clock: Callable[[], datetime]) -> None:
    """All tables in one transaction, unless another program was faster."""
    with store.writing() as connection:
        if not _is_empty(connection, store.dialect.where):
            return
        tables.metadata.create_all(connection, checkfirst=False)
        store.dialect.add_guards(connection)
        row = {"schema_version": tables.SCHEMA_VERSION, "created_at": timestamp(clock)}
        connection.execute(insert(tables.ledger), row)


def _is_empty(connection: Connection, where: str) -> bool:
    """Whether the database holds nothing; when it holds anything but a ledger of this version, a LedgerError."""
    present = sorted(inspect(connection).get_table_names())
    if not present:
        return True
    if tables.ledger.name not in present:
        shown = ", ".join(present[:_MOST_TABLES]) + (" ..." if len(present) > _MOST_TABLES else "")
        raise LedgerError("not a ledger", where=where, found=f"a database with the tables {shown}", expected="a ledger")
    version = connection.execute(select(tables.ledger.c.schema_version)).scalar_one_or_none()
    if version == tables.SCHEMA_VERSION:
        return False
    newer = version is not None and version > tables.SCHEMA_VERSION
    raise LedgerError(
        "the ledger was made by a newer version of onrecord; update it" if newer else "a ledger of an unknown version",
        where=where,
        found=f"schema version {version}",
        expected=f"schema version {tables.SCHEMA_VERSION}",
    )
