"""Asking: what the routes of pages and API take from a request."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request

from onrecord.records.errors import RecordError
from onrecord.web.desk import Desk


def find_desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _check_day(written: str | None, field: str) -> str | None:
    try:
        return None if not written else date.fromisoformat(written).isoformat()
    except ValueError as error:
        raise RecordError(
            "no day", where=field, found=repr(written), expected="an ISO date such as 2024-06-30"
        ) from error


def find_as_of(
    as_of: Annotated[str | None, Query(description="As had been reported up to this day.")] = None,
) -> str | None:
    return _check_day(as_of, "as_of")


def find_known_on(
    known_on: Annotated[str | None, Query(description="As the ledger was at the end of this day (UTC).")] = None,
) -> str | None:
    return _check_day(known_on, "known_on")


def find_since(
    since: Annotated[str | None, Query(description="What changed on this day or later.")] = None,
) -> str | None:
    return _check_day(since, "since")


AskedDesk = Annotated[Desk, Depends(find_desk)]
AsOf = Annotated[str | None, Depends(find_as_of)]
KnownOn = Annotated[str | None, Depends(find_known_on)]
Since = Annotated[str | None, Depends(find_since)]
