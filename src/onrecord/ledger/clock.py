"""Clock: when something was recorded, as the ledger writes it."""

from collections.abc import Callable
from datetime import UTC, datetime

from onrecord.records.errors import LedgerError


def timestamp(clock: Callable[[], datetime]) -> str:
    """Now in UTC, ``2024-06-30T08:15:00+00:00``. A clock without a time zone raises LedgerError."""
    return written(clock())


def written(time: datetime) -> str:
    """A time as the ledger writes it; of two such texts the later one is that of the later time."""
    if time.tzinfo is None:
        raise LedgerError("a clock without a time zone", found=time.isoformat(), expected="an aware datetime")
    return time.astimezone(UTC).isoformat(timespec="seconds")
