"""Feeds in a ledger, on each database."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from onrecord.ledger import Feeds, open_ledger
from onrecord.records import Reading
from onrecord.records.feeds import FeedItem, FollowedFeed, Validators
from tests.factories import make_reading, make_report
from tests.ledger.making import numbered

URL, OTHER = "https://wire.example/rss", "https://herald.example/atom"
ITEM = FeedItem(
    key="n1", url="https://h.example/1", title="Letters", published="Sunday", source_name="The Harbour Times",
    source_url="https://h.example/rss",
)  # fmt: skip
PASSING = frozenset({"timeout"})


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2024, 6, 30, 7, tzinfo=UTC)  # one hour on when the ledger is made

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture
def feeds(place: str) -> Iterator[Feeds]:
    with open_ledger(place, clock=Clock()) as ledger:
        yield ledger.feeds


def test_feed_that_is_read_keeps_what_its_server_said(feeds: Feeds) -> None:
    feeds.follow(URL, title="Wire")
    feeds.read(URL, title="The Quayside Wire", validators=Validators(etag='"a"', last_modified="Sunday"))
    assert feeds.followed() == [
        FollowedFeed(
            url=URL, title="The Quayside Wire", validators=Validators(etag='"a"', last_modified="Sunday"),
            checked_at="2024-06-30T09:00:00+00:00",
        )
    ]  # fmt: skip
    feeds.read(URL, title=None, validators=Validators())
    (feed,) = feeds.followed()
    assert (feed.title, feed.validators) == ("The Quayside Wire", Validators())


def test_feed_fails_since_the_first_time_until_it_is_read(feeds: Feeds) -> None:
    feeds.follow(URL)
    feeds.failed(URL, "timeout")
    feeds.failed(URL, "bad_feed", title="Wire")
    (feed,) = feeds.followed()
    assert (feed.failure, feed.failing_since, feed.title) == ("bad_feed", "2024-06-30T09:00:00+00:00", "Wire")
    assert feed.checked_at is None
    feeds.unchanged(URL)
    (feed,) = feeds.followed()
    assert (feed.failure, feed.failing_since, feed.checked_at) == (None, None, "2024-06-30T11:00:00+00:00")


def test_feed_that_is_stopped_is_off_the_list_and_keeps_its_items(feeds: Feeds) -> None:
    feeds.follow(URL)
    feeds.settle(URL, ITEM, rejected="empty")
    assert feeds.stop(URL)
    assert not feeds.stop(URL)
    assert not feeds.stop(OTHER)
    assert feeds.followed() == []
    assert [feed.stopped_at for feed in feeds.followed(stopped=True)] == ["2024-06-30T10:00:00+00:00"]
    feeds.follow(URL)
    assert [(feed.url, feed.rejected) for feed in feeds.followed()] == [(URL, 1)]


def test_item_is_settled_unless_its_reason_may_pass(feeds: Feeds) -> None:
    feeds.follow(URL)
    for key, reason in (("n2", "timeout"), ("n3", "empty"), ("n4", None)):
        feeds.settle(URL, FeedItem(key=key), rejected=reason, report_id=None if reason else "r:x")
    assert feeds.settled(URL, passing=PASSING) == {"n3", "n4"}
    feeds.settle(URL, FeedItem(key="n2"), report_id="r:y")
    assert feeds.settled(URL, passing=PASSING) == {"n2", "n3", "n4"}
    assert [(feed.reports, feed.rejected) for feed in feeds.followed()] == [(2, 1)]


def test_items_of_one_feed_are_not_those_of_another(feeds: Feeds) -> None:
    feeds.follow(URL)
    feeds.follow(OTHER)
    feeds.settle(URL, ITEM, rejected="empty")
    assert feeds.settled(OTHER, passing=PASSING) == set()
    feeds.settle(OTHER, ITEM, report_id="r:x")
    assert [(feed.url, feed.reports, feed.rejected) for feed in feeds.followed()] == [(OTHER, 1, 0), (URL, 0, 1)]


def test_report_is_found_by_the_address_of_an_item_or_by_its_own(place: str) -> None:
    reading: Reading = make_reading(make_report("The ministry wrote.", url="https://h.example/own"))
    with open_ledger(place, clock=Clock()) as ledger:
        ledger.append(numbered(1))
        ledger.append(reading)
        ledger.feeds.follow(URL)
        ledger.feeds.settle(URL, ITEM, report_id=reading.report.id)
        found = [ledger.feeds.find_report(f"https://h.example/{end}") for end in ("1", "own", "other")]
    assert found == [reading.report.id, reading.report.id, None]


def test_rejection_for_good_is_found_by_the_address(feeds: Feeds) -> None:
    feeds.follow(URL)
    feeds.settle(URL, ITEM, rejected="timeout")
    assert feeds.find_rejection("https://h.example/1", passing=PASSING) is None
    feeds.settle(URL, ITEM, rejected="no_article")
    assert feeds.find_rejection("https://h.example/1", passing=PASSING) == "no_article"


def test_report_tells_by_which_items_it_came_with_their_source(feeds: Feeds) -> None:
    for url in (URL, OTHER):
        feeds.follow(url)
    feeds.settle(URL, ITEM, report_id="r:x")
    feeds.settle(OTHER, FeedItem(key="m1"), report_id="r:x")
    assert [(feed.url, item) for feed, item in feeds.origins("r:x")] == [(URL, ITEM), (OTHER, FeedItem(key="m1"))]
    assert feeds.origins("r:y") == []
