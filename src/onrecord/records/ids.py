"""Ids: names for reports that follow from what was published, so that the same report has the same id everywhere.

What is hashed is versioned and length-prefixed: no two lists of fields share an encoding, and absence differs
from an empty string.
"""

import base64
import hashlib
from collections.abc import Iterable

from onrecord.records.errors import RecordError
from onrecord.records.reports import Outlet

_SCHEME = "onrecord report 1"
_ID_BYTES = 10


def report_id(
    *,
    text: str,
    title: str | None = None,
    outlet: Outlet | None = None,
    url: str | None = None,
    published: str | None = None,
) -> str:
    """The id of a report: ``r:`` and 16 base32 characters (80 bits of SHA-256) over what was published.

    >>> report_id(text="The ministry declined to comment.", published="2024-06-30")
    'r:7lol6r4g53cfyp6e'
    """
    outlet = outlet or Outlet()
    digest = _digest((_SCHEME, text, title, outlet.name, outlet.domain, url, published))
    return "r:" + base64.b32encode(digest[:_ID_BYTES]).decode("ascii").lower()


def content_hash(text: str) -> str:
    """SHA-256 of a stored text, in hex: two outlets that print one wire story have one content hash."""
    return _digest((text,)).hex()


def _digest(values: Iterable[str | None]) -> bytes:
    digest = hashlib.sha256()
    for value in values:
        if value is None:
            digest.update(b"-")
            continue
        encoded = _utf8(value)
        digest.update(b"+" + len(encoded).to_bytes(8, "big") + encoded)
    return digest.digest()


def _utf8(value: str) -> bytes:
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise RecordError(
            "text cannot be hashed", start_char=error.start, found="a lone surrogate", expected="Unicode text"
        ) from error
