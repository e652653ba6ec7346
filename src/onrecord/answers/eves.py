"""Eves: the day up to which a table is folded to see what changed since another."""

from datetime import date, timedelta

from onrecord.records.errors import MatterError


def eve_of(since: str) -> str:
    """The day before a day, a month or a year began; MatterError for what is none.

    >>> eve_of("2024-07"), eve_of("2024")
    ('2024-06-30', '2023-12-31')
    """
    try:
        return (date.fromisoformat(f"{since}-01-01"[:10]) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError) as error:
        raise MatterError(
            f"{since!r} is no date: {error}", expected="a day, a month or a year such as 2024-06-30"
        ) from error
