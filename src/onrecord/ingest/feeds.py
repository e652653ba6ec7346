"""Feeds: RSS and Atom as feedparser reads them, to the items that are kept and the text that they carry."""

import io
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from onrecord.ingest.fetch import Page
from onrecord.ingest.fields import domain_of
from onrecord.ingest.markup import markup_paragraphs
from onrecord.ingest.normalise import normalise_line
from onrecord.records.errors import InputError
from onrecord.records.feeds import FeedItem

_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
_HTML_STARTS = (b"<!doctype html", b"<html")
_ENDS = (b"</rss>", b"</feed>", b"</rdf:rdf>", b"-->")
_MOST_ITEMS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """An item with what only reading it needs: who wrote it, and its text where the feed carries it whole, as HTML.

    `has_page` is whether its address leads to a page of its own: some feeds have texts, and one address for all.
    """

    item: FeedItem
    has_page: bool = True
    author: str | None = None
    markup: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it was fetched: the newest first, mostly. `damage` says what is wrong with it, if entries were lost."""

    url: str
    title: str | None
    language: str | None
    entries: tuple[FeedEntry, ...]
    damage: str | None = None


def read_feed(page: Page) -> Feed:
    """The feed that an address gave; InputError for anything else, with the feeds that a web page names."""
    parsed = _parse(page)
    if not parsed.get("version") and not parsed.entries:
        raise _no_feed(page)
    entries: dict[str, FeedEntry] = {}
    for raw in parsed.entries[:_MOST_ITEMS]:
        entry = _entry(raw, page.url, is_rss=str(parsed.get("version", "")).startswith("rss"))
        if entry is not None:
            entries.setdefault(entry.item.key, entry)
    return Feed(
        url=page.url,
        title=_plain(parsed.feed.get("title")),
        language=_line(parsed.feed.get("language")),
        entries=_with_pages(list(entries.values())),
        damage=_damage(parsed, page.body),
    )


def _with_pages(entries: list[FeedEntry]) -> tuple[FeedEntry, ...]:
    """The entries, those marked whose address is no page of their own; an address without a text is one to try."""
    uses = Counter(entry.item.url for entry in entries)
    shared = {url for url, count in uses.items() if count > 1}
    return tuple(
        replace(entry, has_page=entry.item.url is not None and not (entry.markup and entry.item.url in shared))
        for entry in entries
    )


def _parse(page: Page) -> Any:
    import feedparser  # slow to load

    headers = {"content-type": f"{page.media_type}; charset={page.charset}" if page.charset else page.media_type}
    try:
        return feedparser.parse(
            io.BytesIO(page.body),
            response_headers=headers | {"content-location": page.url},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        # A library at work on feeds that anybody may write: whatever it raises, one feed must not end a run.
        found = f"{type(error).__name__}: {error}"
        raise InputError("feed cannot be read", reason="bad_feed", found=found, expected="RSS or Atom") from error


def _entry(raw: Any, base: str, *, is_rss: bool) -> FeedEntry | None:
    """An entry, or None for one that says nothing by which it could be known again."""
    link = _line(raw.get("link"))
    url = _absolute(base, link)
    title = _plain(raw.get("title"))
    key = _line(raw.get("id")) or url or title
    if key is None:
        return None
    source = raw.get("source") or {}
    item = FeedItem(
        key=key,
        url=url,
        title=title,
        published=_published(raw, is_rss=is_rss),
        source_name=_plain(source.get("title")),
        source_url=_line(source.get("href") or source.get("link") or source.get("id")),
    )
    return FeedEntry(item=item, author=_line(raw.get("author")), markup=_markup(raw))


def _published(raw: Any, *, is_rss: bool) -> str | None:
    """When an item was published; in Atom, *updated* is another day, but RSS has the dc:date for it."""
    value = dict.get(raw, "published") or (dict.get(raw, "updated") if is_rss else None)
    return _line(value)


def _markup(raw: Any) -> str | None:
    """The text of the item where the feed carries it (content); a description is a summary and no report."""
    for content in raw.get("content") or ():
        value = content.get("value")
        if value and content.get("type") in ("text/html", "application/xhtml+xml"):
            return str(value)
        if value and content.get("type") == "text/plain":
            from html import escape

            return "".join(f"<p>{escape(line)}</p>" for line in str(value).splitlines())
    return None


def _line(value: Any) -> str | None:
    return (normalise_line(value) or None) if isinstance(value, str) else None


def _plain(value: Any) -> str | None:
    """A title without the tags that some feeds set it in."""
    line = _line(value)
    return " ".join(markup_paragraphs(line)) or None if line and "<" in line else line


def _damage(parsed: Any, body: bytes) -> str | None:
    """What is wrong with a feed, unless it is whole and only badly written or declared, as many are."""
    import feedparser

    error = parsed.get("bozo_exception") if parsed.get("bozo") else None
    if error is None or isinstance(error, feedparser.CharacterEncodingOverride | feedparser.NonXMLContentType):
        return None
    if body.rstrip().lower().endswith(_ENDS):
        return None
    return f"{type(error).__name__}: {' '.join(str(error).split())}"


def _no_feed(page: Page) -> InputError:
    found = page.media_type or "no type"
    start = page.body.lstrip()[:200].lower()
    if page.media_type == "text/html" or start.startswith(_HTML_STARTS):
        named = _named_feeds(page)
        found = "a web page" + (f" that names these feeds: {', '.join(named)}" if named else "")
    elif b"<opml" in start:
        found = "a list of feeds (OPML); save it, and give the file"
    return InputError("not a feed", reason="bad_feed", found=found, expected="RSS or Atom")


def _named_feeds(page: Page) -> list[str]:
    from lxml import etree, html

    try:
        tree = html.document_fromstring(page.body)
    except (etree.LxmlError, ValueError):
        return []
    links = [link for link in tree.iter("link") if (link.get("type") or "").strip().lower() in _FEED_TYPES]
    named = [url for link in links if (url := _absolute(page.url, link.get("href"))) is not None]
    return list(dict.fromkeys(named))[:5]


def _absolute(base: str, link: str | None) -> str | None:
    """The web address that a link leads to from a page, or None where it leads to none."""
    try:
        url = urljoin(base, link) if link else None
    except ValueError:
        return None
    return url if url is not None and domain_of(url) is not None else None
