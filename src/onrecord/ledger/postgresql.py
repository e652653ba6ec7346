"""PostgreSQL: a ledger for a team, in one schema of a database, searched by words that `textwords` cuts.

Readers see one state of the database for as long as they read. Writers wait for one another on an advisory lock, so
that the log is numbered without gaps and in the order in which others come to see it; what takes time is reading
reports, and that is done before the lock is taken.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Engine,
    Select,
    Table,
    TextualSelect,
    column,
    create_engine,
    event,
    make_url,
    select,
    table,
    text,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError

from onrecord.ledger import tables
from onrecord.ledger.dialect import WRITES, Found, Ranked, Within, insert_numbered, no_conditions
from onrecord.ledger.searched import searched_fields
from onrecord.ledger.textwords import cut_words, mark_terms
from onrecord.ledger.vectors import find_phrases, find_query, wanted_query, word_line, word_vector
from onrecord.ledger.words import Term, Wanted
from onrecord.records.errors import LedgerError

SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
MOST_RANKED = 5000  # of very common words the newest reports are ranked: ranking reads every row that it ranks
_MEANINGS = {
    "55P03": ("the ledger is locked", "another program writing to it", "a ledger that is free; try again"),
    "25006": ("the ledger cannot be written", "a read-only database", "one that can be written"),
    "42501": ("the ledger cannot be used", "no right to do so", "a user with the rights"),
    "28P01": ("the ledger cannot be opened", "a wrong user or password", "a user that the database lets in"),
    "3D000": ("no ledger", "no database of that name", "a database, as `createdb` makes it"),
    "3F000": ("no ledger", "no schema of that name", "a schema that is there"),
    "53100": ("the ledger cannot grow", "a full disk", "free space"),
    "57P01": ("the ledger is out of reach", "a server that shuts down", "a server that runs"),
}
_SEARCH = (
    """CREATE TABLE search (seq BIGINT PRIMARY KEY REFERENCES log (seq), vector TSVECTOR NOT NULL,
        line TEXT NOT NULL)""",
    # without fastupdate: each search would go through what was added since the index was last put in order
    "CREATE INDEX search_by_word ON search USING gin (vector) WITH (fastupdate = off)",
)
_GUARD = (
    """CREATE OR REPLACE FUNCTION onrecord_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION USING MESSAGE = 'the ' || TG_TABLE_NAME || ' only grows',
        ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER {0}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {0}
        FOR EACH STATEMENT EXECUTE FUNCTION onrecord_only_grows()""",
)
_SEARCHED = table("search", column("seq"), column("vector"))
_SCORE = text("ts_rank('{0.2, 0.2, 0.4, 1.0}', vector, CAST(:query AS tsquery), 1) AS score")
# Materialised, so that the index of words is asked: for the first rows of a cursor the planner would go through all.
_HOLDING = """WITH held AS MATERIALIZED (SELECT seq FROM search WHERE vector @@ CAST(:wanted AS tsquery))
    SELECT seq FROM held"""
_ASK_INDEX = "SET LOCAL enable_seqscan = off"  # the planner takes a look at a stored vector to cost nothing


class PostgresqlDialect:
    """PostgreSQL by psycopg. The ledger's tables stand in the first schema of the search path."""

    def __init__(self, address: str) -> None:
        self._url = _parse(address)
        self.where = self._url.set(drivername="postgresql", query={}).render_as_string(hide_password=True)

    def check_place(self) -> None:
        """Nothing can be told before a connection is made."""

    def engine(self, *, busy_timeout_s: float) -> Engine:
        try:
            engine = create_engine(self._url, pool_pre_ping=True)
        except ImportError as error:
            expected = "the driver: pip install 'onrecord[postgres]'"
            raise LedgerError("PostgreSQL cannot be reached", found=str(error), expected=expected) from error

        def begin(connection: Connection) -> None:
            for statement in _begin(connection.get_execution_options().get(WRITES, False), busy_timeout_s):
                connection.exec_driver_sql(statement)

        event.listen(engine, "begin", begin)
        return engine

    def prepare(self, engine: Engine) -> None:
        """A ledger holds names in all scripts, and sorts them by code point."""
        with engine.connect() as connection:
            encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise LedgerError(
                "no database for a ledger", where=self.where, found=encoding, expected="the encoding UTF8"
            )

    def add_search(self, connection: Connection) -> None:
        for statement in _SEARCH:
            connection.exec_driver_sql(statement)

    def mend_search(self, connection: Connection) -> None:
        connection.exec_driver_sql("ALTER INDEX search_by_word SET (fastupdate = off)")
        connection.exec_driver_sql("SELECT gin_clean_pending_list('search_by_word')")

    def guard(self, connection: Connection, table: str) -> None:
        for statement in _GUARD:
            connection.exec_driver_sql(statement.format(table))

    def insert_once(self, connection: Connection, table: Table, row: dict[str, Any]) -> int | None:
        return insert_numbered(postgresql.insert, connection, table, row)

    def write_words(self, connection: Connection, seq: int) -> None:
        fields = [tuple(cut_words(field)) for field in searched_fields(connection, seq)]
        row = {"seq": seq, "vector": word_vector(fields), "line": word_line(fields)}
        connection.execute(text("INSERT INTO search VALUES (:seq, CAST(:vector AS tsvector), :line)"), row)

    def remove_words(self, connection: Connection, seq: int) -> None:
        connection.execute(text("DELETE FROM search WHERE seq = :seq"), {"seq": seq})

    def rebuild_words(self, connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM search")
        for seq in connection.execute(select(tables.reports.c.seq).order_by(tables.reports.c.seq)).scalars().all():
            self.write_words(connection, seq)

    def find_words(self, connection: Connection, terms: Sequence[Term], limit: int) -> list[Found]:
        return [
            Found(seq, score, *(mark_terms(field, terms) for field in searched_fields(connection, seq)))
            for seq, score in self.rank_words(connection, terms, limit)
        ]

    def rank_words(
        self, connection: Connection, terms: Sequence[Term], most: int, within: Within = no_conditions
    ) -> list[Ranked]:
        query = find_query(terms)
        if not query:
            return []
        phrases = {f"phrase_{at}": phrase for at, phrase in enumerate(find_phrases(terms))}
        connection.exec_driver_sql(_ASK_INDEX)
        found = connection.execute(_ranking(tuple(phrases), most, within), {"query": query} | phrases)
        return [Ranked(seq, score) for seq, score in found]

    def holding(self, connection: Connection, wanted: Wanted) -> TextualSelect:
        connection.exec_driver_sql(_ASK_INDEX)
        found = text(_HOLDING)
        return found.bindparams(wanted=wanted_query(wanted)).columns(seq=BigInteger)

    def explain(self, error: DBAPIError) -> LedgerError:
        state = getattr(error.orig, "sqlstate", None)
        words = str(error.orig).strip().partition("\n")[0]
        out_of_reach = (state is None and error.connection_invalidated) or "connection" in words
        unknown = ("the ledger is out of reach" if out_of_reach else "the ledger failed", words, None)
        what, found, expected = _MEANINGS.get(state or "", unknown)
        return LedgerError(what, where=self.where, found=found, expected=expected)


def _ranking(phrases: Iterable[str], most: int, within: Within) -> Select[Any]:
    """The newest of the readings that hold the words, ranked.

    Materialised, so that the index of words is asked: for the newest of few, the planner would go through all by
    number.
    """
    held = select(_SEARCHED.c.seq).where(text("vector @@ CAST(:query AS tsquery)"))
    for name in phrases:
        held = held.where(text(f"position(:{name} IN line) > 0"))
    all_held = held.where(*within(_SEARCHED.c.seq)).cte("held").prefix_with("MATERIALIZED")
    newest = select(all_held.c.seq).order_by(all_held.c.seq.desc()).limit(MOST_RANKED).cte("newest")
    newest = newest.prefix_with("MATERIALIZED")
    ranked = select(newest.c.seq, _SCORE).join_from(newest, _SEARCHED, newest.c.seq == _SEARCHED.c.seq)
    return ranked.order_by(text("score DESC"), newest.c.seq.desc()).limit(most)


def _begin(writes: bool, busy_timeout_s: float) -> tuple[str, ...]:
    if not writes:
        return ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",)
    return (
        f"SET LOCAL lock_timeout = {max(1, round(busy_timeout_s * 1000))}",
        "SELECT pg_advisory_xact_lock(hashtext('onrecord ' || current_schema()))",
    )


def _parse(address: str) -> URL:
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:  # neither is shown: it may hold a password
        expected = "postgresql://USER@HOST/DATABASE"
        raise LedgerError("not an address of PostgreSQL", expected=expected) from error
