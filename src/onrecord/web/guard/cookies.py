"""Cookies: the one cookie, which holds the key of a session and nothing else."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.guard.sessions import WHOLE

NAME = "onrecord_session"
SECURE_NAME = f"__Host-{NAME}"  # a browser takes it over https alone, and from this very host


def session_key(request: Request) -> str | None:
    """The key that a browser sent along."""
    return request.cookies.get(SECURE_NAME if is_secure(request) else NAME)


def set_session(request: Request, response: Response, key: str) -> None:
    """Have the browser keep a key: no script can read it, and no page elsewhere can have it sent."""
    _set(request, response, key, WHOLE)


def drop_session(request: Request, response: Response) -> None:
    _set(request, response, "", timedelta(0))


def is_secure(request: Request) -> bool:
    """Whether the site is asked over https, as the proxy before it says or as it was told when it started."""
    return request.url.scheme == "https" or request.app.state.desk.site.https


def _set(request: Request, response: Response, key: str, age: timedelta) -> None:
    secure = is_secure(request)
    response.set_cookie(
        SECURE_NAME if secure else NAME, key, max_age=int(age.total_seconds()), path="/", secure=secure, httponly=True,
        samesite="strict",
    )  # fmt: skip
