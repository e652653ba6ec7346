"""Signing in and out: a token is given for a session, which a cookie holds from then on."""

from dataclasses import dataclass
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.guard.cookies import drop_session, session_key, set_session
from onrecord.web.guard.people import Person
from onrecord.web.guard.sessions import Sessions

ResponseT = TypeVar("ResponseT", bound=Response)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A session that has just begun: its key, which only the cookie may tell, and the token for what is written."""

    key: str
    csrf_token: str

    def kept_by(self, request: Request, response: ResponseT) -> ResponseT:
        """The answer, which has the browser keep the key."""
        set_session(request, response, self.key)
        return response


def find_person(request: Request, token: str) -> Person | None:
    """Whoever has a token, on a site where people sign in."""
    person: Person | None = request.app.state.desk.site.people.find(token)
    return person


def sign_in(request: Request, person: Person) -> Begun:
    """Begin a session of a person, in the place of the one that the browser had."""
    sessions = _sessions(request)
    sessions.end(session_key(request) or "")
    key, session = sessions.begin(person.token_sha256 or "")
    return Begun(key=key, csrf_token=session.csrf_token)


def sign_out(request: Request, response: ResponseT) -> ResponseT:
    """End the session; the answer, which has the browser forget it."""
    _sessions(request).end(session_key(request) or "")
    drop_session(request, response)
    return response


def _sessions(request: Request) -> Sessions:
    sessions: Sessions = request.app.state.sessions
    return sessions
