"""Feeds: what is kept of a feed that is followed and of each item in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said of the state of a feed, to be said back to it: it then answers only if something changed."""

    etag: str | None = None
    last_modified: str | None = None


_NONE = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One item of a feed: *Letters sent to 25 ministers*, at its address.

    `key` is what tells it from the other items of its feed: its guid or id, else its address. `published` is as the
    feed has it. `source_name` and `source_url` are the feed's own source element: the feed that the item was taken
    from, for instance *The Harbour Times* in a feed that gathers several.
    """

    key: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    source_name: str | None = None
    source_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedFeed:
    """A feed on the list of those that are followed.

    `checked_at` is when it was last read without failure, `failing_since` when it first failed after that, `failure`
    why it failed last, and `stopped_at` when it was taken off the list; times are in UTC, as ISO 8601. `reports` and
    `rejected` count the items that gave a report and those that could not be read.
    """

    url: str
    title: str | None = None
    validators: Validators = _NONE
    checked_at: str | None = None
    failing_since: str | None = None
    failure: str | None = None
    stopped_at: str | None = None
    reports: int = 0
    rejected: int = 0
