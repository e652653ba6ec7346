"""Following: one run over feeds, each read only if it changed, and each new item read once; what fails is told."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol

from onrecord.cli import factory
from onrecord.cli.inputs import Tally, reject
from onrecord.cli.plain import note
from onrecord.ingest import IngestOptions
from onrecord.ingest.entries import PASSING, EntryRead, read_entry
from onrecord.ingest.feeds import Feed, FeedEntry, read_feed
from onrecord.ingest.fetch import Page
from onrecord.ledger import Appended, Ledger
from onrecord.records.errors import InputError
from onrecord.records.feeds import FollowedFeed, Validators

Fetch = Callable[[str, IngestOptions], Page]


class FetchIfChanged(Protocol):
    """As `fetch_if_changed`: None where nothing changed."""

    def __call__(self, url: str, validators: Validators, options: IngestOptions) -> Page | None: ...


@dataclass(slots=True, kw_only=True)
class Run:
    """What a run has come to so far: what became of items, and the feeds that were read and that failed, with why."""

    outcomes: Counter[Appended] = field(default_factory=Counter)
    tally: Tally = field(default_factory=Tally)
    read: int = 0
    failing: list[tuple[FollowedFeed, str]] = field(default_factory=list)


class Follower:
    """Reads feeds into a ledger. A run that is stopped goes on when it is run again, and fetches no item twice."""

    def __init__(self, ledger: Ledger, options: IngestOptions, fetch: Fetch, fetch_feed: FetchIfChanged) -> None:
        self._ledger = ledger
        self._options = options
        self._fetch = fetch
        self._fetch_feed = fetch_feed
        self._failed: dict[str, InputError] = {}
        self.run = Run()

    def follow(self, followed: Iterable[FollowedFeed]) -> None:
        """Read each feed; one that fails does not keep the others from being read."""
        for one in followed:
            try:
                page = self._fetch_feed(one.url, one.validators, self._options)
                feed = None if page is None else read_feed(page)
            except InputError as error:
                self._fail(one, f"{error.reason} ({error})")
                continue
            if page is None or feed is None:
                self._ledger.feeds.unchanged(one.url)
                self.run.read += 1
                note(f"{name(one)}: nothing new")
            else:
                self._read(one, feed, page.validators)

    def _read(self, one: FollowedFeed, feed: Feed, validators: Validators) -> None:
        settled = self._ledger.feeds.settled(one.url, passing=PASSING)
        before, rejected = self.run.outcomes.copy(), self.run.tally.rejected
        is_whole = True
        for entry in feed.entries:
            if entry.item.key not in settled:
                is_whole &= self._settle(one, feed, entry)
        # an item that is to be tried again is found again only if the whole feed is asked for
        known = validators if is_whole else Validators()
        self.run.read += 1
        if feed.damage is None:
            self._ledger.feeds.read(one.url, title=feed.title, validators=known)
        new = self.run.outcomes - before
        note(f"{feed.title or one.url}: {counts(new, self.run.tally.rejected - rejected) or 'nothing new'}")
        if feed.damage is not None:
            failure = f"damaged (what followed in the feed may be lost: {feed.damage})"
            self._fail(replace(one, title=feed.title), failure)

    def _settle(self, one: FollowedFeed, feed: Feed, entry: FeedEntry) -> bool:
        """Read an item and write down what became of it; False where it is to be tried again."""
        feeds, item = self._ledger.feeds, entry.item
        known = feeds.find_report(item.url) if item.url is not None and entry.has_page else None
        if known is not None:
            feeds.settle(one.url, item, report_id=known)
            self.run.outcomes[Appended.ALREADY_THERE] += 1
            return True
        try:
            found = self._read_entry(entry, feed)
        except InputError as error:
            reject(error.rejected(item.url or f"{one.url} {item.key}"), self.run.tally)
            feeds.settle(one.url, item, rejected=error.reason)
            return error.reason not in PASSING
        for gap in found.gaps:
            reject(gap, self.run.tally)
        reading = factory.load_reader().read(found.report)
        self.run.outcomes[self._ledger.append(reading)] += 1
        feeds.settle(one.url, item, report_id=found.report.id)
        return True

    def _read_entry(self, entry: FeedEntry, feed: Feed) -> EntryRead:
        found = read_entry(entry, feed, self._options, self._fetch_once)
        if found.page_error is not None:
            note(f"read from the feed itself: {entry.item.url}: {found.page_error.reason} ({found.page_error})")
        return found

    def _fetch_once(self, url: str, options: IngestOptions) -> Page:
        """The page at an address, unless it failed for another feed: in this run, or earlier and for good."""
        if url in self._failed:
            raise self._failed[url]
        reason = self._ledger.feeds.find_rejection(url, passing=PASSING)
        if reason is not None:
            raise InputError("address was given up", reason=reason, found="the same when it was tried before")
        try:
            return self._fetch(url, options)
        except InputError as error:
            self._failed[url] = error
            raise

    def _fail(self, one: FollowedFeed, failure: str) -> None:
        self._ledger.feeds.failed(one.url, failure, title=one.title)
        self.run.failing.append((one, failure))
        note(f"failing: {name(one)}: {failure}")


def name(one: FollowedFeed) -> str:
    """*The Quayside Wire, https://wire.example/rss*, or the address of a feed that was never read."""
    return f"{one.title}, {one.url}" if one.title else one.url


def counts(outcomes: Counter[Appended], rejected: int) -> str:
    """*3 added, 1 already there, 2 rejected*; nothing where nothing came of anything."""
    words = {Appended.NEW: "added", Appended.SUPERSEDED: "read anew", Appended.ALREADY_THERE: "already there"}
    shown = [f"{outcomes[outcome]:,} {words[outcome]}" for outcome in words if outcomes[outcome]]
    return ", ".join([*shown, *([f"{rejected:,} rejected"] if rejected else [])])
