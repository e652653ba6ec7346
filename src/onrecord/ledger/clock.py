"""Clock: when something was recorded, as the ledger writes it."""

from collections.abc import Callable
from datetime import UTC, datetime

from onrecord.records.errors import LedgerError


def timestamp(clock: Callable[[], datetime]) -> str:
    """Now in UTC, ``2024-06-30T08:15:00+00:00``. A clock without a time zone raises LedgerError."""
    now = clock()
    if now.tzinfo is None:
        raise LedgerError("a clock without a time zone", found=now.isoformat(), expected="an aware datetime")
    return now.astimezone(UTC).isoformat(timespec="seconds")
