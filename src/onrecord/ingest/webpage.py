"""Web pages: the article in a page's source, by trafilatura, and what the page says of itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from onrecord.ingest.drafts import Draft
from onrecord.ingest.fields import domain_of
from onrecord.ingest.normalise import normalise_line
from onrecord.ingest.pagedates import find_page_date
from onrecord.ingest.pagelimits import check_attributes, check_depth, check_tags
from onrecord.ingest.paragraphs import read_paragraphs
from onrecord.records.errors import InputError
from onrecord.records.reports import Outlet, PublishedBasis

if TYPE_CHECKING:
    from trafilatura.settings import Document

# Keeps trafilatura's own search for a date short: the date is read in pagedates.py, and this one is not used.
_NO_DATE_SEARCH = {"extensive_search": False, "original_date": True}
# Menus, which trafilatura falls back to where it finds no article, and what no browser shows.
_NEVER_TEXT = ["//nav", "//template"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extract:
    """What trafilatura found in a page, and what the page says of its own date and language."""

    about: "Document"
    paragraphs: list[str]
    published: str | None
    basis: PublishedBasis
    language: str | None


def draft_from_webpage(source: str, *, url: str | None = None) -> Draft:
    """The draft of an HTML page. `url` is where it was fetched; a file has none but what its canonical link says.

    A page that was fetched may name a canonical address on the same host; one on another host is not taken over,
    since what was read stood where it was fetched.
    """
    page = _extract(source, url)
    title = normalise_line(page.about.title) if page.about.title else None
    address = _address(url, page.about.url)
    return Draft(
        text=_article_text(page.paragraphs, title),
        title=title,
        byline=page.about.author,
        outlet=_outlet(page.about, address),
        url=address,
        published=page.published,
        basis=page.basis,
        language=page.language,
    )


def _extract(source: str, url: str | None) -> _Extract:
    from trafilatura import bare_extraction  # slow to load, and needed for pages only
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    check_tags(source)
    check_attributes(source)
    try:
        tree: Any = load_html(source)
        if tree is None:  # a bare paragraph, which trafilatura takes for no page
            tree = load_html(f"<html><body>{source}</body></html>")
        check_depth(tree)
        page: Any = bare_extraction(tree, url=url, include_comments=False, prune_xpath=_NEVER_TEXT)
        about = extract_metadata(tree, url, dict(_NO_DATE_SEARCH))
        paragraphs = [] if page is None else read_paragraphs(page.body)
        published, basis = find_page_date(tree)
        language = tree.get("lang") or tree.get("xml:lang")
    except InputError:
        raise
    except Exception as error:
        # A library at work on pages that anybody may write: whatever it raises, one page must not end a batch.
        found = f"{type(error).__name__}: {error}"
        raise InputError("page cannot be read", reason="no_article", found=found, expected="an article") from error
    return _Extract(about=about, paragraphs=paragraphs, published=published, basis=basis, language=language)


def _article_text(paragraphs: list[str], title: str | None) -> str:
    """The paragraphs with a blank line between; a first one that is the title goes."""
    if paragraphs and title is not None and normalise_line(paragraphs[0]) == title:
        paragraphs = paragraphs[1:]
    if not paragraphs:
        raise InputError("no article in the page", reason="no_article", found="no running text", expected="an article")
    return "\n\n".join(paragraphs)


def _address(fetched: str | None, canonical: str | None) -> str | None:
    if canonical is None or domain_of(canonical) is None:
        return fetched
    return canonical if fetched is None or _site(fetched) == _site(canonical) else fetched


def _site(url: str) -> str:
    host = (urlsplit(url).hostname or "").lower()
    for prefix in ("www.", "amp.", "m."):
        host = host.removeprefix(prefix)
    return host


def _outlet(about: "Document", address: str | None) -> Outlet:
    """The site's name, unless it is no more than its host, and the host of the page's address."""
    domain = domain_of(address) if address else None
    name = about.sitename
    if name and address and name.lower().removeprefix("www.").split(":")[0] in (domain, _site(address)):
        name = None
    return Outlet(name=name, domain=domain)
