"""Documents: one file or one fetched page, of a type that its suffix or media type tells, to one draft."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from onrecord.ingest.decode import decode_bytes, decode_html
from onrecord.ingest.drafts import Draft
from onrecord.ingest.fetch import Page
from onrecord.ingest.fields import domain_of, draft_from_json
from onrecord.ingest.mail import draft_from_mail
from onrecord.ingest.markdown import draft_from_markdown
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.pdf import draft_from_pdf
from onrecord.ingest.webpage import draft_from_webpage
from onrecord.records.errors import InputError
from onrecord.records.reports import Outlet

DocumentType = Literal["text", "markdown", "html", "json", "mail", "pdf"]

SUFFIXES: Mapping[str, DocumentType] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".json": "json",
    ".eml": "mail", ".pdf": "pdf",
}  # fmt: skip
_MEDIA_TYPES: Mapping[str, DocumentType] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "markdown",
    "application/json": "json", "application/pdf": "pdf",
}  # fmt: skip
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})


def draft_from_file(path: Path, options: IngestOptions) -> Draft:
    """The draft of a file with a suffix of `SUFFIXES`. A text file is text from its first line on, with no title."""
    kind = SUFFIXES[path.suffix.lower()]
    limit = options.max_page_bytes if kind == "html" else options.max_bytes
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError("file is too large", reason="too_large", found="more", expected=f"at most {limit} bytes")
    return _draft(kind, data, charset=None, url=None)


def draft_from_page(page: Page) -> Draft:
    """The draft of a page that was fetched; its address and host are those that it was fetched from in the end."""
    kind = _MEDIA_TYPES.get(page.media_type)
    if not page.media_type and page.body.lstrip().startswith(b"<"):
        kind = "html"
    if page.media_type in _FEED_TYPES:
        expected = "a report; what is new in a feed is read by: onrecord follow"
        raise InputError("not a report", reason="content_type", found="a feed", expected=expected)
    if kind is None:
        expected = ", ".join(_MEDIA_TYPES)
        raise InputError("not a report", reason="content_type", found=page.media_type or "no type", expected=expected)
    draft = _draft(kind, page.body, charset=page.charset, url=page.url)
    if draft.url is None:
        draft = replace(draft, url=page.url)
    if draft.outlet == Outlet():
        draft = replace(draft, outlet=Outlet(domain=domain_of(page.url)))
    return draft


def _draft(kind: DocumentType, data: bytes, *, charset: str | None, url: str | None) -> Draft:
    if kind == "html":
        return draft_from_webpage(decode_html(data, declared=charset), url=url)
    if kind == "mail":
        return draft_from_mail(data)
    if kind == "pdf":
        return draft_from_pdf(data)
    text = decode_bytes(data, declared=charset)
    match kind:
        case "text":
            return Draft(text=text)
        case "markdown":
            return draft_from_markdown(text)
        case "json":
            return draft_from_json(text)
