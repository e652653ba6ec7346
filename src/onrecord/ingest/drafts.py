"""Drafts: what an input says of a report before it is checked and normalised, and the report made from it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.ingest.normalise import find_surrogate, normalise_line, normalise_text
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.published import date_in_url, parse_published
from onrecord.records.errors import InputError
from onrecord.records.ids import report_id
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Outlet, PublishedBasis, Report

_NO_OUTLET = Outlet()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The fields of a report as the input had them. `basis` says where `published` was found, if it is there.

    `gaps` are the parts of the input that could not be read, each named by its `where` within it: a page, *3*.
    """

    text: str
    given_id: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: Outlet = _NO_OUTLET
    url: str | None = None
    published: str | None = None
    basis: PublishedBasis = "given"
    language: str | None = None
    gaps: tuple[Rejected, ...] = ()


def report_from_text(
    text: str,
    *,
    title: str | None = None,
    outlet: str | Outlet | None = None,
    url: str | None = None,
    published: str | None = None,
    given_id: str | None = None,
) -> Report:
    """The report that a text is, for the Python way in; raises InputError where there is no text to read.

    >>> report_from_text("The ministry declined to comment.", outlet="The Harbour Times").outlet.name
    'The Harbour Times'
    """
    named = outlet if isinstance(outlet, Outlet) else Outlet(name=outlet)
    draft = Draft(text=text, title=title, outlet=named, url=url, published=published, given_id=given_id)
    return finish_report(draft, IngestOptions())


def finish_reports(draft: Draft, options: IngestOptions, where: str) -> Iterator[Report | Rejected]:
    """The report of a draft, and a rejection for each of its gaps, for instance one named ``decision.pdf:3``."""
    yield finish_report(draft, options)
    for gap in draft.gaps:
        yield replace(gap, where=f"{where}:{gap.where}")


def finish_report(draft: Draft, options: IngestOptions) -> Report:
    """Check a draft, normalise it and give it its id."""
    text = _finish_text(draft.text, options)
    published, basis = _finish_published(draft, options)
    title, url = _line("title", draft.title), _line("url", draft.url)
    outlet = Outlet(name=_line("outlet", draft.outlet.name), domain=_line("outlet.domain", draft.outlet.domain))
    return Report(
        id=report_id(text=text, title=title, outlet=outlet, url=url, published=published),
        text=text,
        given_id=_finish_given_id(draft.given_id),
        title=title,
        byline=_line("byline", draft.byline),
        outlet=outlet,
        url=url,
        published=published,
        published_basis=basis,
        language=_language(draft.language),
    )


def _finish_text(text: str, options: IngestOptions) -> str:
    if len(text) > options.max_chars:
        limit = f"at most {options.max_chars:,} characters; raise it with --max-chars"
        raise InputError("text is too long", reason="too_long", found=f"{len(text):,}", expected=limit)
    _check_characters("text", text)
    text = normalise_text(text)
    if not text:
        raise InputError("there is no text", reason="empty", found="nothing to read", expected="a text")
    return text


def _finish_published(draft: Draft, options: IngestOptions) -> tuple[str | None, PublishedBasis]:
    if draft.published and draft.published.strip():
        if (day := parse_published(draft.published)) is not None:
            return day, draft.basis
        if options.strict_dates:
            expected = "an ISO or RFC 2822 date"
            raise InputError(
                "published cannot be read", reason="bad_date", found=repr(draft.published[:40]), expected=expected
            )
    if draft.url and (day := date_in_url(draft.url)) is not None:
        return day, "url"
    return None, "none"


def _finish_given_id(given_id: str | None) -> str | None:
    """An id is the sender's own, and is kept as it is or not at all."""
    if not given_id:
        return None
    _check_characters("id", given_id)
    if not given_id.isprintable():
        raise InputError(
            "id cannot be kept", reason="bad_field", found=repr(given_id[:40]), expected="printable characters"
        )
    return given_id


def _line(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    _check_characters(name, value)
    return normalise_line(value) or None


def _language(value: str | None) -> str | None:
    """The language of a tag such as *en-GB*, without its region, or None where there is no such tag."""
    language = (value or "").strip().replace("_", "-").split("-")[0].lower()
    return language if language.isascii() and language.isalpha() and len(language) in (2, 3) else None


def _check_characters(name: str, value: str) -> None:
    at = find_surrogate(value)
    if at is not None:
        found = f"half a character at {at}"
        raise InputError(f"{name} is not Unicode text", reason="bad_text", found=found, expected="whole characters")
