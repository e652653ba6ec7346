"""Days: the period that a question is about."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.records.errors import LedgerError

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From the day `since` to the day `until`, both included; None leaves that end open."""

    since: str | None = None
    until: str | None = None


ALWAYS = Period()


def find_period(since: str | None, until: str | None) -> Period:
    """The period between two ISO dates, of which a year or a month may stand for its first or last day.

    >>> find_period("2024", "2024-06")
    Period(since='2024-01-01', until='2024-06-31')

    The last day of a month is only compared, as text. Anything that is no date raises LedgerError.
    """
    period = Period(
        since=None if since is None else _day(since, ("01", "01")),
        until=None if until is None else _day(until, ("12", "31")),
    )
    if period.since and period.until and period.since > period.until:
        raise LedgerError("a period that ends before it begins", found=f"{since} to {until}", expected="since <= until")
    return period


def _day(written: str, rest: tuple[str, str]) -> str:
    shape = _SHAPE.fullmatch(written)
    if shape is not None:
        year, month, day = shape.groups()
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            shape = None
    if shape is None:
        raise LedgerError("no date", found=repr(written), expected="2024, 2024-06 or 2024-06-30")
    return f"{year}-{month or rest[0]}-{day or rest[1]}"
