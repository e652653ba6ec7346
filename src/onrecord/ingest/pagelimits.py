"""Page limits: what of HTML would hold its parsers for hours, or be lost in silence, told as too large instead.

The limits are far above what newsrooms publish: the longest live pages have some 20,000 tags, nested 40 deep. Who needs
more sets another value, for instance ``pagelimits.MOST_TAGS = 100_000``, before reading.
"""

import re
from typing import Any

from onrecord.records.errors import InputError

MOST_TAGS = 50_000
"""Tags that open, of a page. trafilatura looks from each of many paragraphs at all others: 20,000 take it a second."""
MOST_ATTRIBUTES = 1_000
"""Attributes of one tag. libxml2 compares each with all before it."""
MOST_NESTED = 254
"""Tags within one another, of a page. There libxml2 stops, and what follows is lost."""
_OPENING = re.compile(r"<[a-zA-Z]")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{2000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(r"[^\s/]+")


def check_tags(source: str) -> None:
    """Raise InputError where the source of a page has more tags than may be looked through."""
    count = sum(1 for _ in _OPENING.finditer(source))
    if count > MOST_TAGS:
        raise _too_large("page has too many tags", count, MOST_TAGS, "MOST_TAGS")


def check_attributes(source: str) -> None:
    """Raise InputError where a tag of HTML has more attributes than may be compared."""
    for tag in _LONG_TAG.finditer(source):
        count = sum(1 for _ in _ATTRIBUTE.finditer(_QUOTED.sub("", tag[0])))
        if count > MOST_ATTRIBUTES:
            raise _too_large("tag has too many attributes", count, MOST_ATTRIBUTES, "MOST_ATTRIBUTES")


def check_depth(tree: Any) -> None:
    """Raise InputError where the parser of a page, whose lxml tree is given, stopped for how deep its tags are."""
    if tree.xpath(f"boolean(//*[count(ancestor::*) > {MOST_NESTED}])"):
        raise _too_deep(MOST_NESTED)


def check_log(errors: Any) -> None:
    """The same by the log of a parser that goes deeper."""
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in errors):
        raise _too_deep(2048)


def _too_large(what: str, found: int, most: int, name: str) -> InputError:
    expected = f"at most {most:,} (onrecord.ingest.pagelimits.{name})"
    return InputError(what, reason="too_large", found=f"{found:,}", expected=expected)


def _too_deep(most: int) -> InputError:
    return InputError("tags are nested too deeply", reason="too_large", found="more", expected=f"at most {most:,}")
