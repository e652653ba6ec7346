"""Store: transactions on the ledger's database, with the driver's errors told in the ledger's words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from onrecord.ledger.dialect import WRITES, Dialect
from onrecord.records.errors import LedgerError

# Rows as they come, not all at once: a ledger may be larger than memory.
STREAMED = {"stream_results": True, "max_row_buffer": 100}


class Store:
    """An open database. Every error of its driver becomes a LedgerError."""

    def __init__(self, engine: Engine, dialect: Dialect, *, read_only: bool) -> None:
        self.engine = engine
        self.dialect = dialect
        self.read_only = read_only
        self._writer = engine.execution_options(**{WRITES: True})
        self._is_open = True

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the database for as long as the block runs, whatever is written meanwhile."""
        with self._transaction(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All that the block writes, or on any error nothing. Writers wait for one another."""
        if self.read_only:
            raise LedgerError("the ledger is open for reading only", where=self.dialect.where)
        with self._transaction(self._writer) as connection:
            yield connection

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        with self.explained(), engine.connect() as connection:
            try:
                with connection.begin():
                    yield connection
            finally:
                if not self._is_open:
                    connection.detach()  # the pool that would keep it is gone: close it for good

    @contextmanager
    def explained(self) -> Iterator[None]:
        if not self._is_open:
            raise LedgerError("the ledger is closed", where=self.dialect.where)
        try:
            yield
        except DBAPIError as error:
            raise self.dialect.explain(error) from error
        except UnicodeEncodeError as error:
            found = f"the lone surrogate {error.object[error.start]!a}"
            raise LedgerError("no database holds such text", found=found, expected="Unicode text") from error

    def close(self) -> None:
        self._is_open = False
        self.engine.dispose()
