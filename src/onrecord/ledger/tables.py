"""Tables: the logs, which only grow, and the index, which can be thrown away and made again from them.

The log holds each reading once, as the codec's JSON, and with it the report's text. The index holds the reading that
counts for each report, cut into rows that a query can find; `ordinal` is a record's place in its reading, from 0.
What people decided about readings is a second log, and the lists of parties that they gave
a third. Feeds that are followed have tables beside the logs: what a server
said last, and where each item came from.

A change here needs a step in `migrations.py`.
"""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

SCHEMA_VERSION = 5

metadata = MetaData()
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")  # sorted by code point, as SQLite does
_SEQ = BigInteger().with_variant(Integer, "sqlite")  # only an INTEGER key numbers its rows in SQLite

ledger = Table(
    "onrecord_ledger",
    metadata,
    Column("schema_version", Integer, primary_key=True, autoincrement=False),
    Column("created_at", _TEXT, nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    Column("report_id", _TEXT, nullable=False),
    Column("reader", _TEXT, nullable=False),
    Column("recorded_at", _TEXT, nullable=False),
    Column("body", _TEXT, nullable=False),
    UniqueConstraint("report_id", "reader"),
)


def _seq() -> Column[int]:
    return Column("seq", _SEQ, ForeignKey("log.seq"), primary_key=True, autoincrement=False)


def _ordinal() -> Column[int]:
    return Column("ordinal", Integer, primary_key=True, autoincrement=False)


reports = Table(
    "reports",
    metadata,
    Column("report_id", _TEXT, primary_key=True),
    Column("seq", _SEQ, ForeignKey("log.seq"), nullable=False, unique=True),
    Column("given_id", _TEXT, index=True),
    Column("title", _TEXT),
    Column("outlet_name", _TEXT),
    Column("outlet_domain", _TEXT),
    Column("url", _TEXT, index=True),
    Column("published", _TEXT, index=True),
)

parties = Table(
    "parties",
    metadata,
    _seq(),
    _ordinal(),
    Column("party_id", _TEXT, nullable=False),
    Column("kind", _TEXT, nullable=False),
    Column("name", _TEXT, nullable=False),
)

names = Table(
    "names",
    metadata,
    _seq(),
    _ordinal(),
    Column("key", _TEXT, primary_key=True),
    Index("names_by_key", "key", "seq", "ordinal"),
)

acts = Table(
    "acts",
    metadata,
    _seq(),
    _ordinal(),
    Column("type", _TEXT, nullable=False),
    Column("status", _TEXT, nullable=False),
    Column("since_day", _TEXT),
    Column("until_day", _TEXT),
    Index("acts_by_day", "since_day"),
    Index("acts_by_type", "type", "since_day"),
    Index("acts_by_status", "status", "since_day"),
)

roles = Table(
    "roles",
    metadata,
    _seq(),
    _ordinal(),
    Column("party", Integer, primary_key=True, autoincrement=False),
    Column("role", _TEXT, primary_key=True),
    Index("roles_by_party", "seq", "party", "role"),
)

attributions = Table(
    "attributions",
    metadata,
    _seq(),
    _ordinal(),
    Column("is_outermost", Boolean, nullable=False),
    Column("source", Integer),
    Column("via", Integer),
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    Column("recorded_at", _TEXT, nullable=False),
    Column("verb", _TEXT, nullable=False),
    Column("report_id", _TEXT, index=True),  # the report whose reading it changes, when it is one
    Column("undoes", _SEQ, ForeignKey("judgements.seq"), index=True),
    Column("body", _TEXT, nullable=False),
)

lists = Table(
    "lists",
    metadata,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    Column("recorded_at", _TEXT, nullable=False),
    Column("verb", _TEXT, nullable=False),  # add, or withdraw
    Column("matter", _TEXT, nullable=False, index=True),
    Column("ends", _SEQ, ForeignKey("lists.seq"), index=True),  # the list that stands no more from this row on
    Column("body", _TEXT, nullable=False),
)

feeds = Table(
    "feeds",
    metadata,
    Column("url", _TEXT, primary_key=True),
    Column("title", _TEXT),
    Column("etag", _TEXT),
    Column("last_modified", _TEXT),
    Column("checked_at", _TEXT),
    Column("failing_since", _TEXT),
    Column("failure", _TEXT),
    Column("stopped_at", _TEXT),
)

feed_items = Table(
    "feed_items",
    metadata,
    Column("feed", _TEXT, ForeignKey("feeds.url"), primary_key=True),
    Column("item", _TEXT, primary_key=True),
    Column("url", _TEXT, index=True),
    Column("title", _TEXT),
    Column("published", _TEXT),
    Column("source_name", _TEXT),
    Column("source_url", _TEXT),
    Column("seen_at", _TEXT, nullable=False),
    Column("report_id", _TEXT, index=True),
    Column("rejected", _TEXT),
)

LOGS = (log, judgements, lists)
DETAILS = (parties, names, acts, roles, attributions)
INDEX = (reports, *DETAILS)
