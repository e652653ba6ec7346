"""Migrations: the steps from one version of the tables to the next, all that a ledger needs in one transaction.

A step says what its version was with tables of its own, which are never changed again: `tables.py` goes on to the
next version, and a test holds that a ledger that took all steps has the tables of one that was made today.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, MetaData, Table, Text, update

from onrecord.ledger import tables
from onrecord.ledger.dialect import Dialect

OLDEST_VERSION = 1
Step = Callable[[Connection, Dialect], None]


def migrate(connection: Connection, dialect: Dialect, version: int) -> None:
    """Take a ledger from a version to today's; the caller's transaction makes it all or nothing."""
    for number in range(version + 1, tables.SCHEMA_VERSION + 1):
        STEPS[number](connection, dialect)
    connection.execute(update(tables.ledger).values(schema_version=tables.SCHEMA_VERSION))


def _add_judgements_and_feeds(connection: Connection, dialect: Dialect) -> None:
    """Version 2: what people decide about readings, and the feeds that are followed."""
    _version_2().create_all(connection, checkfirst=False)
    dialect.guard(connection, "judgements")


def _add_lists(connection: Connection, dialect: Dialect) -> None:
    """Version 3: lists of parties that people gave."""
    _version_3().create_all(connection, checkfirst=False)
    dialect.guard(connection, "lists")


def _find_by_address(connection: Connection, dialect: Dialect) -> None:  # noqa: ARG001 - the shape of a step
    """Version 4: feeds that are followed no more, and the way from an address to its report."""
    words = Text().with_variant(Text(collation="C"), "postgresql").compile(dialect=connection.dialect)
    connection.exec_driver_sql(f"ALTER TABLE feeds ADD COLUMN stopped_at {words}")
    connection.exec_driver_sql("CREATE INDEX ix_feed_items_url ON feed_items (url)")
    connection.exec_driver_sql("CREATE INDEX ix_reports_url ON reports (url)")


def _mend_search(connection: Connection, dialect: Dialect) -> None:
    """Version 5: the index of words is in order at any time; what is searched is the same."""
    dialect.mend_search(connection)


STEPS: Mapping[int, Step] = {2: _add_judgements_and_feeds, 3: _add_lists, 4: _find_by_address, 5: _mend_search}


def _version_2() -> MetaData:
    made = MetaData()
    words = Text().with_variant(Text(collation="C"), "postgresql")
    number = BigInteger().with_variant(Integer, "sqlite")
    Table(
        "judgements",
        made,
        Column("seq", number, primary_key=True, autoincrement=False),
        Column("recorded_at", words, nullable=False),
        Column("verb", words, nullable=False),
        Column("report_id", words, index=True),
        Column("undoes", number, ForeignKey("judgements.seq"), index=True),
        Column("body", words, nullable=False),
    )
    names = ("title", "etag", "last_modified", "checked_at", "failing_since", "failure")
    Table("feeds", made, Column("url", words, primary_key=True), *(Column(name, words) for name in names))
    Table(
        "feed_items",
        made,
        Column("feed", words, ForeignKey("feeds.url"), primary_key=True),
        Column("item", words, primary_key=True),
        *(Column(name, words) for name in ("url", "title", "published", "source_name", "source_url")),
        Column("seen_at", words, nullable=False),
        Column("report_id", words, index=True),
        Column("rejected", words),
    )
    return made


def _version_3() -> MetaData:
    made = MetaData()
    words = Text().with_variant(Text(collation="C"), "postgresql")
    number = BigInteger().with_variant(Integer, "sqlite")
    Table(
        "lists",
        made,
        Column("seq", number, primary_key=True, autoincrement=False),
        Column("recorded_at", words, nullable=False),
        Column("verb", words, nullable=False),
        Column("matter", words, nullable=False, index=True),
        Column("ends", number, ForeignKey("lists.seq"), index=True),
        Column("body", words, nullable=False),
    )
    return made
