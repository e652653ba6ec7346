"""Asking: what the routes of pages and API take from a request."""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request

from onrecord.records.errors import RecordError
from onrecord.web.desk import Desk
from onrecord.web.guard.bodies import Form
from onrecord.web.guard.people import Person
from onrecord.web.guard.visits import Visit, visit_of

READ_ONLY = "The ledger is open for reading only."
READERS_ONLY = "Only a reviewer may judge what was read."


@dataclass(frozen=True, slots=True)
class FormGiven:
    """The fields of a form that a browser sent."""

    fields: Form

    def one(self, name: str) -> str | None:
        """The first value of a field; None where it was left empty or out."""
        return next((value for value in self.fields.get(name, ()) if value.strip()), None)

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(value for value in self.fields.get(name, ()) if value.strip())


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


def find_form(request: Request) -> FormGiven:
    return FormGiven(request.state.form)


def find_reviewer(request: Request) -> Person:
    """Whoever judges; a 403 for those who may only read, and while the ledger is open for reading only."""
    visit = visit_of(request)
    if visit.person is not None and visit.may_judge:
        return visit.person
    read_only = request.app.state.desk.site.read_only
    raise HTTPException(HTTPStatus.FORBIDDEN, READ_ONLY if read_only else READERS_ONLY)


def find_since(
    since: Annotated[str | None, Query(description="What changed on this day or later.")] = None,
) -> str | None:
    return _check_day(since, "since")


AskedDesk = Annotated[Desk, Depends(find_desk)]
AskedForm = Annotated[FormGiven, Depends(find_form)]
AskedVisit = Annotated[Visit, Depends(visit_of)]
Reviewer = Annotated[Person, Depends(find_reviewer)]
AsOf = Annotated[str | None, Depends(find_as_of)]
KnownOn = Annotated[str | None, Depends(find_known_on)]
Since = Annotated[str | None, Depends(find_since)]
