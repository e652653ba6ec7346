"""Publication dates: a value as somebody wrote it, or an address, to an ISO date. A file's own time is never used."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=/|$)", re.IGNORECASE)


def parse_published(value: str) -> str | None:
    """The day named by an ISO date, ISO datetime or RFC 2822 date, as its own time zone has it; else None.

    A month or a year alone names no day.

    >>> parse_published("2024-06-30T23:30:00-04:00"), parse_published("Sun, 30 Jun 2024 08:00:00 GMT")
    ('2024-06-30', '2024-06-30')
    >>> parse_published("last Sunday") is None
    True
    """
    value = value.strip()
    for read in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            day = read(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return date(day.year, day.month, day.day).isoformat()
    return None


def date_in_url(url: str) -> str | None:
    """The day that an address keeps in its path as folders of their own, else None.

    >>> date_in_url("https://harbourtimes.example/2024/jun/30/letters-to-ministers")
    '2024-06-30'
    """
    try:
        found = _PATH_DATE.search(urlsplit(url).path)
    except ValueError:
        return None
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        return date(int(year), _month(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS.index(written.lower()) + 1
