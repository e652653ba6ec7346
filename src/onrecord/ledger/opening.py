"""Opening: find out whether what lies at a place is a ledger that this version can use, and make one where none is."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from onrecord.ledger import tables
from onrecord.ledger.clock import timestamp
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.migrations import OLDEST_VERSION, migrate
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
    A ledger made by an older version is brought up to this one, in one transaction; with `read_only` it is an error
    that says how. Raises LedgerError for what is no ledger (it says what was found), for one made by a newer version,
    and for one that cannot be opened.

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
        version = _read_version(connection, where)
    if version is None:
        raise LedgerError("no ledger", where=where, found="an empty database", expected="a ledger")
    if version < tables.SCHEMA_VERSION:
        raise LedgerError(
            "the ledger was made by an older version of onrecord; bring it up to this one with: onrecord upgrade",
            where=where,
            found=f"schema version {version}",
            expected=f"schema version {tables.SCHEMA_VERSION}",
        )


def _make_ready(store: Store, clock: Callable[[], datetime]) -> None:
    with store.reading() as connection:
        version = _read_version(connection, store.dialect.where)
    store.dialect.prepare(store.engine)
    if version != tables.SCHEMA_VERSION:
        _make(store, clock)


def _make(store: Store, clock: Callable[[], datetime]) -> None:
    """All tables in one transaction, or those that an older version lacks, unless another program was faster."""
    with store.writing() as connection:
        version = _read_version(connection, store.dialect.where)
        if version is not None:
            migrate(connection, store.dialect, version)
            return
        tables.metadata.create_all(connection, checkfirst=False)
        store.dialect.add_search(connection)
        for table in tables.LOGS:
            store.dialect.guard(connection, table.name)
        row = {"schema_version": tables.SCHEMA_VERSION, "created_at": timestamp(clock)}
        connection.execute(insert(tables.ledger), row)


def _read_version(connection: Connection, where: str) -> int | None:
    """The schema version of a ledger, None where there is nothing yet; LedgerError for anything but a known ledger."""
    present = sorted(inspect(connection).get_table_names())
    if not present:
        return None
    if tables.ledger.name not in present:
        shown = ", ".join(present[:_MOST_TABLES]) + (" ..." if len(present) > _MOST_TABLES else "")
        raise LedgerError("not a ledger", where=where, found=f"a database with the tables {shown}", expected="a ledger")
    version: int | None = connection.execute(select(tables.ledger.c.schema_version)).scalar_one_or_none()
    if version is not None and OLDEST_VERSION <= version <= tables.SCHEMA_VERSION:
        return version
    newer = version is not None and version > tables.SCHEMA_VERSION
    raise LedgerError(
        "the ledger was made by a newer version of onrecord; update it" if newer else "a ledger of an unknown version",
        where=where,
        found=f"schema version {version}",
        expected=f"schema version {tables.SCHEMA_VERSION}",
    )
