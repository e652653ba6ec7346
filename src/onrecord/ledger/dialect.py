"""Dialect: all in which one database differs from another, so that nothing else names one.

Each database is a class with these members, and a line in `places.py`.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Table, TextualSelect, func, select
from sqlalchemy.exc import DBAPIError

from onrecord.ledger.words import Term, Wanted
from onrecord.records.errors import LedgerError

OPEN_MARK, CLOSE_MARK = "\ufdd0", "\ufdd1"  # code points that Unicode keeps out of all text
WRITES = "onrecord_writes"


class Marked(NamedTuple):
    """A field that was searched, and the same with each match between `OPEN_MARK` and `CLOSE_MARK`."""

    plain: str
    marked: str


class Found(NamedTuple):
    """A reading that was found by words; a higher score is a better match."""

    seq: int
    score: float
    title: Marked
    text: Marked
    parties: Marked


class Ranked(NamedTuple):
    """A reading that was found by words; a higher score is a better match."""

    seq: int
    score: float


Within = Callable[[ColumnElement[Any]], Sequence[ColumnElement[bool]]]


def no_conditions(seq: ColumnElement[Any]) -> Sequence[ColumnElement[bool]]:  # noqa: ARG001 - others look at it
    return ()


class Dialect(Protocol):
    """What the ledger needs of a database. `where` is how errors call it."""

    where: str

    def check_place(self) -> None:
        """Raise LedgerError when no ledger can be where one is expected; change nothing."""

    def engine(self, *, busy_timeout_s: float) -> Engine:
        """Connections whose transactions are for writing when the execution option `WRITES` is set."""

    def prepare(self, engine: Engine) -> None:
        """Settings that the database keeps; called when it is known to be a ledger or empty."""

    def add_search(self, connection: Connection) -> None:
        """Beside the tables: what is searched by words."""

    def mend_search(self, connection: Connection) -> None:
        """Take what was searched by words in version 4 to that of version 5."""

    def guard(self, connection: Connection, table: str) -> None:
        """Keep the rows of a table from being changed or taken out, by whomever."""

    def insert_once(self, connection: Connection, table: Table, row: dict[str, Any]) -> int | None:
        """Insert a row and return its `seq`; None, and nothing inserted, when a unique key is taken."""

    def write_words(self, connection: Connection, seq: int) -> None:
        """Make a reading that the index holds findable by words."""

    def remove_words(self, connection: Connection, seq: int) -> None:
        """Undo `write_words`; the index must still hold the reading."""

    def rebuild_words(self, connection: Connection) -> None:
        """Write the words of all readings that the index holds, and no others."""

    def find_words(self, connection: Connection, terms: Sequence[Term], limit: int) -> list[Found]:
        """The readings that hold all terms, best first."""

    def rank_words(
        self, connection: Connection, terms: Sequence[Term], most: int, within: Within = no_conditions
    ) -> list[Ranked]:
        """The same without a look at the texts; `within` gives the conditions of a `seq` that may be found."""

    def holding(self, connection: Connection, wanted: Wanted) -> TextualSelect:
        """A query for the `seq` of each reading that the index holds and that holds the words that are wanted.

        It is for this transaction, and the last that this asks.
        """

    def explain(self, error: DBAPIError) -> LedgerError:
        """What an error of the driver means to a person."""


def insert_numbered(
    insert: Callable[[Table], Any], connection: Connection, table: Table, row: dict[str, Any]
) -> int | None:
    """Insert a row with the next number of its table, which only the one writer asks for, and give the number; None
    where the row is there. `insert` is the database's own, which passes over a row that is there.

    A sequence of the database would leave a gap for each row that is refused or taken back.
    """
    last = connection.execute(select(func.coalesce(func.max(table.c.seq), 0))).scalar_one()
    statement = insert(table).values({"seq": last + 1} | row).on_conflict_do_nothing().returning(table.c.seq)
    seq: int | None = connection.execute(statement).scalar_one_or_none()
    return seq
