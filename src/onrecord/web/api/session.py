"""Session: as whom a program or a browser comes, and signing in and out."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from onrecord.web.api.accepting import JSON
from onrecord.web.api.answering import encode
from onrecord.web.api.asked import Asked
from onrecord.web.api.openapi import done
from onrecord.web.api.shapes import SessionTold
from onrecord.web.asking import AskedVisit
from onrecord.web.guard.gate import NO_TOKEN
from onrecord.web.guard.signing import find_person, sign_in, sign_out

router = APIRouter(prefix="/session", tags=["session"])
NO_STORE = {"Cache-Control": "no-store"}
NOT_MEANT = (HTTPStatus.FORBIDDEN, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.TOO_MANY_REQUESTS)


class TokenGiven(BaseModel):
    """The token of a person, as `onrecord people add` printed it."""

    model_config = ConfigDict(extra="forbid")

    token: str = Field(max_length=500)


@router.get("", **done(SessionTold, "Who is signed in."))
def show_session(visit: AskedVisit, asked: Annotated[Asked, Query()]) -> Response:  # noqa: ARG001 - it refuses all
    """Who is signed in, and the token that has to come back with whatever is written."""
    person = visit.person
    told = SessionTold(
        person=person.name if person else None, role=person.role if person else None, may_judge=visit.may_judge,
        csrf_token=visit.csrf_token,
    )  # fmt: skip
    return Response(encode(told), media_type=JSON, headers=NO_STORE)


@router.post("", **done(SessionTold, "Whoever is signed in now.", refusals=NOT_MEANT))
def begin_session(request: Request, given: TokenGiven) -> Response:
    """Sign in a browser: the answer sets a cookie, which no script can read. Programs send their token instead."""
    person = find_person(request, given.token.strip())
    if person is None:
        raise HTTPException(HTTPStatus.FORBIDDEN, NO_TOKEN)
    session = sign_in(request, person)
    may_judge = person.role == "reviewer" and not request.app.state.desk.site.read_only
    told = SessionTold(person=person.name, role=person.role, may_judge=may_judge, csrf_token=session.csrf_token)
    return session.kept_by(request, Response(encode(told), media_type=JSON, headers=NO_STORE))


@router.delete("", **done(None, "Nobody is signed in now.", status=HTTPStatus.NO_CONTENT, refusals=NOT_MEANT))
def end_session(request: Request) -> Response:
    """Sign out: the session ends on the server, and the cookie goes."""
    return sign_out(request, Response(status_code=HTTPStatus.NO_CONTENT, headers=NO_STORE))
