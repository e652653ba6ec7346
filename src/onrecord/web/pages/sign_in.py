"""Sign in: a page that takes a token for a session, and the way out."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from onrecord.web.asking import AskedForm, AskedVisit
from onrecord.web.guard.gate import NO_TOKEN, SIGN_IN
from onrecord.web.guard.links import safe_path
from onrecord.web.guard.signing import find_person, sign_in, sign_out
from onrecord.web.rendering import render

router = APIRouter()
Next = Annotated[str | None, Query(alias="next", description="Where to go on from there.")]


@router.get(SIGN_IN)
def show_sign_in(request: Request, visit: AskedVisit, then: Next = None) -> Response:
    if visit.person is not None:
        return RedirectResponse(safe_path(then), HTTPStatus.SEE_OTHER)
    return _page(request, safe_path(then))


@router.post(SIGN_IN)
def take_token(request: Request, form: AskedForm) -> Response:
    then = safe_path(form.one("next"))
    person = find_person(request, (form.one("token") or "").strip())
    if person is None:
        page = _page(request, then, refused=NO_TOKEN)
        page.status_code = HTTPStatus.FORBIDDEN
        return page
    return sign_in(request, person).kept_by(request, RedirectResponse(then, HTTPStatus.SEE_OTHER))


@router.post("/sign-out")
def leave(request: Request) -> Response:
    return sign_out(request, RedirectResponse(SIGN_IN, HTTPStatus.SEE_OTHER))


def _page(request: Request, then: str, refused: str | None = None) -> Response:
    page = render(request, "sign_in.html", then=then, refused=refused)
    page.headers["Cache-Control"] = "no-store"
    return page
