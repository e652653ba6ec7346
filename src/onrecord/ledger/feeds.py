"""Feeds: the list of feeds that are followed, what their servers said last, and what became of each of their items.

Unlike the logs, this is a state that changes; what was read from an item is in the log, as any report.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, insert, select, update

from onrecord.ledger.clock import timestamp
from onrecord.ledger.store import Store
from onrecord.ledger.tables import feed_items, feeds, reports
from onrecord.records.feeds import FeedItem, FollowedFeed, Validators


class Feeds:
    """The feeds of a ledger; every method is one transaction. `Ledger.feeds` has it."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def followed(self, *, stopped: bool = False) -> list[FollowedFeed]:
        """The feeds on the list, by address; with `stopped` also those that were taken off it."""
        wanted = select(feeds).order_by(feeds.c.url)
        with self._store.reading() as connection:
            counts = _count_items(connection)
            rows = connection.execute(wanted if stopped else wanted.where(feeds.c.stopped_at.is_(None))).mappings()
            return [_feed(row, *counts.get(row["url"], (0, 0))) for row in rows]

    def follow(self, url: str, *, title: str | None = None) -> None:
        """Put a feed on the list, or back on it; what is known of it stays."""
        with self._store.writing() as connection:
            if not _change(connection, url, stopped_at=None):
                connection.execute(insert(feeds), {"url": url, "title": title})

    def stop(self, url: str) -> bool:
        """Take a feed off the list, and keep what came from it; False when it is not on the list."""
        with self._store.writing() as connection:
            is_followed = feeds.c.stopped_at.is_(None)
            return _change(connection, url, is_followed, stopped_at=timestamp(self._clock))

    def read(self, url: str, *, title: str | None, validators: Validators) -> None:
        """Write down that a feed was read without failure, and what its server said of its state."""
        values = {"etag": validators.etag, "last_modified": validators.last_modified}
        with self._store.writing() as connection:
            if title is not None:
                values["title"] = title
            now = timestamp(self._clock)
            _change(connection, url, **values, checked_at=now, failing_since=None, failure=None)

    def unchanged(self, url: str) -> None:
        """Write down that a feed is as it was when it was last read."""
        with self._store.writing() as connection:
            _change(connection, url, checked_at=timestamp(self._clock), failing_since=None, failure=None)

    def failed(self, url: str, failure: str, *, title: str | None = None) -> None:
        """Write down why a feed could not be read; since when it fails stays until it is read again."""
        now = timestamp(self._clock)
        with self._store.writing() as connection:
            since = func.coalesce(feeds.c.failing_since, now)
            _change(connection, url, failure=failure, failing_since=since, title=func.coalesce(title, feeds.c.title))

    def settled(self, url: str, *, passing: Collection[str]) -> set[str]:
        """The keys of the items of a feed that need not be read: all but those rejected for a `passing` reason."""
        done = feed_items.c.rejected.is_(None) | feed_items.c.rejected.not_in(passing)
        with self._store.reading() as connection:
            return set(connection.execute(select(feed_items.c.item).where(feed_items.c.feed == url, done)).scalars())

    def find_report(self, address: str) -> str | None:
        """The id of the report that came from an address, by this feed, another one or any other way; else None."""
        known = select(feed_items.c.report_id).where(feed_items.c.url == address, feed_items.c.report_id.is_not(None))
        with self._store.reading() as connection:
            found = connection.execute(known.limit(1)).scalar_one_or_none()
            if found is None:
                by_url = select(reports.c.report_id).where(reports.c.url == address).limit(1)
                found = connection.execute(by_url).scalar_one_or_none()
            return found

    def find_rejection(self, address: str, *, passing: Collection[str]) -> str | None:
        """Why an address was rejected for good, by this feed or another one; None where it was not."""
        done = (feed_items.c.rejected.is_not(None), feed_items.c.rejected.not_in(passing))
        wanted = select(feed_items.c.rejected).where(feed_items.c.url == address, *done).limit(1)
        with self._store.reading() as connection:
            return connection.execute(wanted).scalar_one_or_none()

    def settle(self, url: str, item: FeedItem, *, report_id: str | None = None, rejected: str | None = None) -> None:
        """Write down what an item became: the report with this id, or nothing, for a reason."""
        row = {
            "url": item.url, "title": item.title, "published": item.published, "source_name": item.source_name,
            "source_url": item.source_url, "report_id": report_id, "rejected": rejected,
        }  # fmt: skip
        place = (feed_items.c.feed == url, feed_items.c.item == item.key)
        with self._store.writing() as connection:
            if not connection.execute(update(feed_items).where(*place).values(**row)).rowcount:
                seen = {"feed": url, "item": item.key, "seen_at": timestamp(self._clock)}
                connection.execute(insert(feed_items), seen | row)

    def origins(self, report_id: str) -> list[tuple[FollowedFeed, FeedItem]]:
        """The items of feeds by which a report came, each with its feed, the first seen first."""
        wanted = select(feed_items).where(feed_items.c.report_id == report_id)
        with self._store.reading() as connection:
            rows = connection.execute(wanted.order_by(feed_items.c.seen_at, feed_items.c.feed)).mappings().all()
            return [(_feed_of(connection, row["feed"]), _item(row)) for row in rows]


def _change(connection: Connection, url: str, *conditions: ColumnElement[bool], **values: Any) -> bool:
    changed = update(feeds).where(feeds.c.url == url, *conditions).values(**values)
    return bool(connection.execute(changed).rowcount)


def _count_items(connection: Connection) -> dict[str, tuple[int, int]]:
    """For each feed, how many of its items gave a report and how many were rejected."""
    counted = select(feed_items.c.feed, func.count(feed_items.c.report_id), func.count(feed_items.c.rejected))
    return {feed: (given, refused) for feed, given, refused in connection.execute(counted.group_by(feed_items.c.feed))}


def _feed_of(connection: Connection, url: str) -> FollowedFeed:
    return _feed(connection.execute(select(feeds).where(feeds.c.url == url)).mappings().one())


def _feed(row: RowMapping, given: int = 0, refused: int = 0) -> FollowedFeed:
    validators = Validators(etag=row["etag"], last_modified=row["last_modified"])
    names = ("url", "title", "checked_at", "failing_since", "failure", "stopped_at")
    fields = {name: row[name] for name in names}
    return FollowedFeed(**fields, validators=validators, reports=given, rejected=refused)


def _item(row: RowMapping) -> FeedItem:
    names = ("url", "title", "published", "source_name", "source_url")
    return FeedItem(key=row["item"], **{name: row[name] for name in names})
