"""Fields: a report as an object with the keys id, title, outlet, published, url, byline, language and text."""

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from onrecord.ingest.drafts import Draft
from onrecord.records.errors import InputError
from onrecord.records.reports import Outlet


def draft_from_json(line: str) -> Draft:
    """The draft that one JSON object is, for instance a line of JSON Lines; other keys are passed over.

    >>> draft_from_json('{"id": 7, "outlet": "The Harbour Times", "text": "The ministry declined."}').given_id
    '7'
    """
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("not JSON", reason="bad_json", found=str(error), expected="one JSON object") from error
    if not isinstance(value, dict):
        raise InputError("not a report", reason="bad_json", found=type(value).__name__, expected="a JSON object")
    if "onrecord" in value and "report" in value:
        raise InputError(
            "a reading, not a report; put it in with --readings", reason="reading", expected="the key text"
        )
    if "text" not in value:
        raise InputError("not a report", reason="bad_field", found="no key text", expected="the key text")
    return draft_from_fields(value, text=_text(value, "text") or "")


def draft_from_fields(fields: Mapping[str, object], *, text: str) -> Draft:
    """The draft of a text with its fields. With an address but no outlet named, the address's host is the domain."""
    url = _text(fields, "url")
    outlet = _outlet(fields)
    if outlet == Outlet() and url is not None:
        outlet = Outlet(domain=domain_of(url))
    return Draft(
        text=text,
        given_id=_given_id(fields),
        title=_text(fields, "title"),
        byline=_text(fields, "byline"),
        outlet=outlet,
        url=url,
        published=_published(fields),
        language=_text(fields, "language"),
    )


def domain_of(url: str) -> str | None:
    """The host of a web address without *www.*, or None where there is none.

    >>> domain_of("https://www.harbourtimes.example/politics")
    'harbourtimes.example'
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return host.removeprefix("www.") or None if host and parts.scheme in ("http", "https") else None


def _outlet(fields: Mapping[str, object]) -> Outlet:
    value = fields.get("outlet")
    if isinstance(value, Mapping):
        return Outlet(name=_text(value, "name"), domain=_text(value, "domain"))
    return Outlet(name=_text(fields, "outlet"))


def _given_id(fields: Mapping[str, object]) -> str | None:
    value = fields.get("id")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _text(fields, "id")


def _published(fields: Mapping[str, object]) -> str | None:
    """A date of another type than text, say a count of seconds, is one that cannot be read; see strict_dates.

    A list is told by its type alone: in YAML ten lines may hold as many items as fill the memory when written out.
    """
    value = fields.get("published")
    if value is None or isinstance(value, str):
        return value
    return repr(value) if isinstance(value, int | float) else f"a {type(value).__name__}"


def _text(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise InputError(f"{key} cannot be read", reason="bad_field", found=type(value).__name__, expected="text")
