"""PostgreSQL: what a person is told, and what keeps the log from being changed. The other tests are run on it too."""

import sys
from datetime import datetime

import psycopg
import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from onrecord.ledger import open_ledger, postgresql
from onrecord.ledger.places import find_dialect, hide_password
from onrecord.ledger.tables import log, reports
from onrecord.ledger.words import Term
from onrecord.records.errors import LedgerError
from tests.factories import make_reading, make_report
from tests.ledger.making import append_all, numbered, open_at
from tests.ledger.postgres import Cluster


@pytest.fixture
def schema(cluster: Cluster) -> str:
    return cluster.new_schema()


@pytest.mark.parametrize("statement", ["DELETE FROM log", "UPDATE log SET body = ''", "TRUNCATE log CASCADE"])
def test_log_cannot_be_changed_even_by_hand(schema: str, statement: str) -> None:
    append_all(schema, [numbered(1)])
    with psycopg.connect(schema) as connection, pytest.raises(psycopg.errors.IntegrityError, match="only grows"):
        connection.execute(statement.encode())


def test_index_of_words_is_in_order_at_any_time_also_in_an_older_ledger(schema: str) -> None:
    append_all(schema, [numbered(1)])
    with psycopg.connect(schema) as connection:
        connection.execute("ALTER INDEX search_by_word SET (fastupdate = on)")
        connection.execute("UPDATE onrecord_ledger SET schema_version = 4")
    append_all(schema, [numbered(2)])
    with psycopg.connect(schema) as connection:
        found = connection.execute("SELECT reloptions FROM pg_class WHERE oid = 'search_by_word'::regclass")
        assert found.fetchall() == [(["fastupdate=off"],)]


def test_words_that_are_wanted_are_asked_of_their_index_apart_from_the_rest(schema: str) -> None:
    """Else the planner, for the first rows of a large ledger, goes through all of its words by number."""
    append_all(schema, [numbered(1)])
    dialect = find_dialect(schema, read_only=True)
    engine = dialect.engine(busy_timeout_s=1)
    with engine.connect() as connected:
        held = dialect.holding(connected, Term(words="opinion", is_prefix=True)).subquery()
        found = select(reports.c.report_id).where(reports.c.seq.in_(select(held.c.seq)))
        asked = select(log.c.body).where(log.c.report_id.in_(found)).order_by(log.c.seq)
        words = asked.compile(engine, compile_kwargs={"literal_binds": True})
        plan = "\n".join(connected.exec_driver_sql(f"EXPLAIN {words}").scalars())
    engine.dispose()
    assert "CTE held" in plan
    assert "search_by_word" in plan


def test_open_leaves_the_tables_of_another_program_alone(schema: str) -> None:
    with psycopg.connect(schema) as connection:
        connection.execute("CREATE TABLE contacts (name text)")
    with pytest.raises(LedgerError, match="the tables contacts"):
        open_at(schema)


def test_open_for_reading_makes_and_writes_nothing(schema: str) -> None:
    with pytest.raises(LedgerError, match="an empty database"):
        open_at(schema, read_only=True)
    append_all(schema, [numbered(1)])
    with open_at(schema, read_only=True) as ledger:
        assert len(list(ledger.search("opinion"))) == 1
        with pytest.raises(LedgerError, match="reading only"):
            ledger.append(numbered(2))


def test_locked_ledger_is_told_after_the_timeout(schema: str) -> None:
    append_all(schema, [])
    with psycopg.connect(schema) as holder:
        holder.execute("SELECT pg_advisory_xact_lock(hashtext('onrecord ' || current_schema()))")
        with open_at(schema, busy_timeout_s=0.01) as ledger, pytest.raises(LedgerError, match="locked"):
            ledger.append(numbered(1))


def test_ledgers_in_two_schemas_do_not_wait_for_one_another(cluster: Cluster) -> None:
    one, other = cluster.new_schema(), cluster.new_schema()
    with psycopg.connect(one) as holder:
        holder.execute("SELECT pg_advisory_xact_lock(hashtext('onrecord ' || current_schema()))")
        assert append_all(other, [numbered(1)]) == ["new"]


def test_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(LedgerError, match="out of reach") as raised:
        open_at("postgresql://ada:secret@/court?host=/nowhere")
    assert raised.value.where == "postgresql://ada:***@/court"
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("address", ["postgresql://ada:secret@db:port/court", "postgres://ada:secret@db:-1:1/court"])
def test_address_that_is_none_is_told_without_the_password(address: str) -> None:
    with pytest.raises(LedgerError, match="not an address") as raised:
        find_dialect(address, read_only=False)
    assert "secret" not in str(raised.value)


def test_missing_driver_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"pip install 'onrecord\[postgres\]'"):
        open_ledger("postgres://db/court", clock=datetime.now)


@pytest.mark.parametrize(
    ("state", "said"),
    [("42501", "no right"), ("53100", "full disk"), ("28P01", "wrong user"), ("XX000", "the ledger failed")],
)
def test_errors_of_the_server_are_told_in_words(state: str, said: str) -> None:
    error = psycopg.Error("trouble")
    error.sqlstate = state
    told = find_dialect("postgresql://db/court", read_only=False).explain(DBAPIError("", {}, error))
    assert said in str(told)


def test_search_ranks_no_more_than_the_newest_of_very_many(schema: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "MOST_RANKED", 2)
    with open_at(schema) as ledger:
        for number in range(4):
            ledger.append(make_reading(make_report(f"Talks {number}.", title="Talks" if number == 0 else str(number))))
        assert [hit.report.title for hit in ledger.search("talks")] == ["3", "2"]


def test_password_is_hidden_in_what_is_shown() -> None:
    assert hide_password("postgresql://ada:secret@db/court?password=x") == "postgresql://...@db/court?..."
