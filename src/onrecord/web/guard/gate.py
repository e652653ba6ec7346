"""Gate: every request passes here first, so that no route can forget to ask who comes and whether he means it.

Whoever has not signed in sees the page to sign in and nothing else. What writes needs, besides a person, a sign that it
comes from the site's own pages: the token of the session, which no page elsewhere can read. A program that sends its
own token in the Authorization header has given that sign by it.
"""

import secrets
from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web.guard.bodies import MOST_BYTES, Form, TooLargeError, read_body, read_form, replay
from onrecord.web.guard.cookies import session_key
from onrecord.web.guard.people import Person
from onrecord.web.guard.rates import Rates
from onrecord.web.guard.sessions import Sessions
from onrecord.web.guard.visits import NOBODY, Visit
from onrecord.web.problems import API_PREFIX, problem
from onrecord.web.site import Site

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
SIGN_IN, API_SESSION, STATIC = "/sign-in", "/api/v1/session", "/static/"
CSRF_FIELD, CSRF_HEADER = "csrf_token", "x-csrf-token"
NO_TOKEN = "That token is not known here, or not any more."  # noqa: S105 - words, not a token
NOT_SIGNED_IN = "Sign in with the token that whoever runs this site gave you."
ELSEWHERE = "This was sent by a page elsewhere, and nothing was written."
STALE = "This was sent without the token of the session, and nothing was written; load the page again."
TOO_MANY = "Too many in too short a time."
TOO_LARGE = f"At most {MOST_BYTES} bytes are taken."


class Gate:
    """Finds out who comes, and refuses what must not go further."""

    def __init__(self, app: ASGIApp, site: Site, sessions: Sessions, rates: Rates) -> None:
        self._app = app
        self._site = site
        self._sessions = sessions
        self._rates = rates
        self._local_csrf = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        found = self._find_visit(request)
        visit = found if isinstance(found, Visit) else NOBODY
        scope.setdefault("state", {}).update(visit=visit, form={})
        refused = found if isinstance(found, Response) else self._refuse_nobody(request, visit)
        if refused is None and request.method not in SAFE:
            try:
                body = await read_body(request)
            except ClientDisconnect:
                return
            except TooLargeError:
                refused = problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
            else:
                receive = replay(body, receive)
                form = scope["state"]["form"] = read_form(request.headers.get("content-type", ""), body)
                refused = refuse_elsewhere(request) or self._refuse_unmeant(request, visit, form)
        await (refused or self._app)(scope, receive, send)

    def _find_visit(self, request: Request) -> Visit | Response:
        """As whom a request comes, or why a token that it brought does not do."""
        people = self._site.people
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if people.local is None and scheme.lower() == "bearer":
            return self._by_token(request, token.strip())
        if people.local is not None:
            return self._visit(people.local, Visit(basis="local", csrf_token=self._local_csrf))
        session = self._sessions.find(session_key(request) or "")
        person = people.holder(session.token_sha256) if session else None
        if session is None or person is None:
            return NOBODY
        return self._visit(person, Visit(basis="session", csrf_token=session.csrf_token))

    def _by_token(self, request: Request, token: str) -> Visit | Response:
        person = self._site.people.find(token)
        if person is not None:
            return self._visit(person, Visit(basis="token"))
        wait = self._rates.spend_sign_in(address_of(request))
        if wait is not None:
            return too_many(request, wait)
        return problem(request, HTTPStatus.UNAUTHORIZED, NO_TOKEN, headers={"WWW-Authenticate": "Bearer"})

    def _visit(self, person: Person, visit: Visit) -> Visit:
        may_judge = person.role == "reviewer" and not self._site.read_only
        return Visit(person=person, basis=visit.basis, csrf_token=visit.csrf_token, may_judge=may_judge)

    def _refuse_nobody(self, request: Request, visit: Visit) -> Response | None:
        path = request.url.path
        if visit.person is not None or path in (SIGN_IN, API_SESSION) or path.startswith(STATIC):
            return None
        if path.startswith(API_PREFIX) or request.method not in SAFE:
            return problem(request, HTTPStatus.UNAUTHORIZED, NOT_SIGNED_IN, headers={"WWW-Authenticate": "Bearer"})
        asked = path if not request.url.query else f"{path}?{request.url.query}"
        return RedirectResponse(f"{SIGN_IN}?next={quote(asked, safe='/')}", HTTPStatus.SEE_OTHER)

    def _refuse_unmeant(self, request: Request, visit: Visit, form: Form) -> Response | None:
        """The answer to a write that does not show that whoever is signed in means it, or that is one too many."""
        if request.method == "POST" and request.url.path in (SIGN_IN, API_SESSION):
            wait = self._rates.spend_sign_in(address_of(request))
        else:
            if visit.basis != "token" and not has_csrf_token(request, visit, form):
                return problem(request, HTTPStatus.FORBIDDEN, STALE)
            wait = self._rates.spend_write(visit.person.name if visit.person else address_of(request))
        return None if wait is None else too_many(request, wait)


def refuse_elsewhere(request: Request) -> Response | None:
    """The answer to a write that a browser says to come from a page of another site, or from none at all."""
    origin, fetched = request.headers.get("origin"), request.headers.get("sec-fetch-site", "none")
    own = origin is None or origin.lower().partition("://")[2] == request.headers.get("host", "").lower()
    if own and fetched.lower() in ("same-origin", "none"):
        return None
    return problem(request, HTTPStatus.FORBIDDEN, ELSEWHERE)


def has_csrf_token(request: Request, visit: Visit, form: Form) -> bool:
    given = request.headers.get(CSRF_HEADER) or next(iter(form.get(CSRF_FIELD, ())), "")
    return visit.csrf_token is not None and secrets.compare_digest(given.encode(), visit.csrf_token.encode())


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""


def too_many(request: Request, wait_s: int) -> Response:
    words = f"{TOO_MANY} Try again in {wait_s} seconds."
    return problem(request, HTTPStatus.TOO_MANY_REQUESTS, words, headers={"Retry-After": str(wait_s)})
