"""Places: which database a path or an address means, and the address as it may be shown."""

from pathlib import Path

from onrecord.ledger.dialect import Dialect
from onrecord.ledger.postgresql import SCHEMES, PostgresqlDialect
from onrecord.ledger.sqlite import SqliteDialect
from onrecord.records.errors import LedgerError

_SQLITE_SCHEMES = ("sqlite", "sqlite+pysqlite")


def find_dialect(path_or_url: str | Path, *, read_only: bool) -> Dialect:
    """The dialect for a path or a URL (``sqlite:///court.db``, ``postgresql://desk@db/court``); else LedgerError."""
    scheme, divider, rest = str(path_or_url).partition("://")
    if not divider:
        return SqliteDialect(Path(path_or_url), read_only=read_only)
    if scheme in SCHEMES:
        return PostgresqlDialect(str(path_or_url))
    if scheme in _SQLITE_SCHEMES and rest.startswith("/") and rest not in ("/", "/:memory:"):
        return SqliteDialect(Path(rest[1:]), read_only=read_only)
    raise LedgerError(
        "no such kind of ledger",
        found=hide_password(str(path_or_url)),
        expected="a path, sqlite:///PATH or postgresql://HOST/DATABASE",
    )


def hide_password(place: str) -> str:
    """A path or address without what may be a password.

    >>> hide_password("postgresql://ada:secret@db/court?password=secret")
    'postgresql://...@db/court?...'
    >>> hide_password("court.db")
    'court.db'
    """
    scheme, divider, rest = place.partition("://")
    if not divider:
        return place
    address, question, _ = rest.partition("?")
    user, at, host = address.rpartition("@")
    return f"{scheme}://{'...' if user else ''}{at}{host}{'?...' if question else ''}"
