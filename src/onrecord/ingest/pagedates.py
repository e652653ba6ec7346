"""Page dates: the day on which a page says it was published, and where it says so.

Read here and not by htmldate, which falls back to dates of change and to dates in the running text: those would pass
off the day of an event as the day of publication. What is read is machine-written, so that 05/06 is never a puzzle.
"""

import json
from collections.abc import Iterator
from typing import Any

from onrecord.ingest.published import parse_published
from onrecord.records.reports import PublishedBasis

_META_NAMES = frozenset(
    {
        "article:published_time", "article.published", "og:published_time", "og:article:published_time",
        "datepublished", "date_published", "publishdate", "publish-date", "publish_date", "published_date",
        "publication_date", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date",
        "sailthru.date", "parsely-pub-date", "citation_publication_date", "bt:pubdate", "date",
    }
)  # fmt: skip


def find_page_date(tree: Any) -> tuple[str | None, PublishedBasis]:
    """The ISO date of a page, from its metadata (basis metadata) or from a time shown in it (basis page).

    `tree` is lxml's tree of the page.
    """
    for value in (*_in_meta(tree), *_in_linked_data(tree)):
        if (day := parse_published(value)) is not None:
            return day, "metadata"
    if (day := _shown(tree)) is not None:
        return day, "page"
    return None, "none"


def _in_meta(tree: Any) -> Iterator[str]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.strip().lower() in _META_NAMES:
            yield meta.get("content") or ""


def _in_linked_data(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
            values = list(_published_values(data))
        except (ValueError, RecursionError):
            continue
        yield from values


def _published_values(data: object) -> Iterator[str]:
    """Each datePublished of an article at the top of linked data or in its graph; a comment's is not the article's."""
    if isinstance(data, list):
        for item in data:
            yield from _published_values(item)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        named = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
        value = data.get("datePublished")
        if isinstance(value, str) and any(word in named for word in ("Article", "Posting", "WebPage", "Report")):
            yield value
        yield from _published_values(data.get("@graph"))


def _shown(tree: Any) -> str | None:
    """The time marked as the publication's, else the one day that all times in the page name."""
    days: set[str] = set()
    for time in tree.iter("time"):
        day = parse_published(time.get("datetime") or "")
        if day is None:
            continue
        if time.get("pubdate") is not None or (time.get("itemprop") or "").lower() == "datepublished":
            return day
        days.add(day)
    return days.pop() if len(days) == 1 else None
