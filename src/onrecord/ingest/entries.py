"""Entries: an item of a feed to its report, from the page that it leads to, else from the text in the feed itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.ingest.documents import draft_from_page
from onrecord.ingest.drafts import Draft, finish_report
from onrecord.ingest.feeds import Feed, FeedEntry
from onrecord.ingest.fetch import Page
from onrecord.ingest.fields import domain_of
from onrecord.ingest.markup import markup_paragraphs
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.published import parse_published
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Outlet, Report

PASSING = frozenset({"network", "timeout", "unavailable", "needs_extra"})
"""Reasons that may be gone by the next time: an item with one of them is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRead:
    """The report of an item, and the parts of its page that could not be read.

    `page_error` is why the page was not read, where the feed's own text was taken instead.
    """

    report: Report
    gaps: tuple[Rejected, ...] = ()
    page_error: InputError | None = None


def read_entry(
    entry: FeedEntry, feed: Feed, options: IngestOptions, fetch: Callable[[str, IngestOptions], Page]
) -> EntryRead:
    """The report that an item of a feed leads to. Raises InputError where neither page nor feed has its text.

    The feed's own text is taken for a page that cannot be read where the feed carries the whole of it, and not while
    the page may come back.
    """
    url = entry.item.url
    if url is None or not entry.has_page:
        if entry.markup is None:
            found = "an item without a link"
            raise InputError("nothing to read", reason="empty", found=found, expected="a link or a text")
        return EntryRead(report=finish_report(_from_feed(entry, feed), options))
    try:
        draft = _filled(draft_from_page(fetch(url, options)), entry, feed)
        gaps = tuple(replace(gap, where=f"{url}:{gap.where}") for gap in draft.gaps)
        return EntryRead(report=finish_report(draft, options), gaps=gaps)
    except InputError as error:
        if entry.markup is None or error.reason in PASSING:
            raise
        return EntryRead(report=finish_report(_from_feed(entry, feed), options), page_error=error)


def _filled(draft: Draft, entry: FeedEntry, feed: Feed) -> Draft:
    """The draft of a page with what the feed says where the page says nothing."""
    item = entry.item
    told = item.published is not None and parse_published(item.published) is not None
    if told and (draft.published is None or draft.basis != "metadata"):
        draft = replace(draft, published=item.published, basis="metadata")
    outlet = draft.outlet
    if outlet.name is None:
        outlet = replace(outlet, name=_outlet_name(entry, feed, outlet.domain))
    return replace(draft, title=draft.title or item.title, byline=draft.byline or entry.author, outlet=outlet)


def _from_feed(entry: FeedEntry, feed: Feed) -> Draft:
    item = entry.item
    domain = domain_of(item.url or item.source_url or feed.url)
    return Draft(
        text="\n\n".join(markup_paragraphs(entry.markup or "")),
        title=item.title,
        byline=entry.author,
        outlet=Outlet(name=_outlet_name(entry, feed, domain), domain=domain),
        url=item.url,
        published=item.published,
        basis="metadata",
        language=feed.language,
    )


def _outlet_name(entry: FeedEntry, feed: Feed, domain: str | None) -> str | None:
    """The name of the feed that the item was taken from, else of its feed, unless that gathers from other sites."""
    if entry.item.source_name:
        return entry.item.source_name
    return feed.title if domain is not None and domain == domain_of(feed.url) else None
