"""Kept pages: a page is made once and kept while nothing that it follows from changes; a browser that has it keeps it.

A page follows from the ledger's logs, the matters as their files have them, the address, and as whom it is asked for.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from onrecord.web.api.answering import Asking, is_known
from onrecord.web.guard.visits import visit_of

HTML = "text/html"


def kept(show: Callable[..., HTMLResponse]) -> Callable[..., Response]:
    """A route of a page, told by an ETag whether it is still the same. The route has to take the `request`."""

    @wraps(show)
    def answer(*, request: Request, **asked: Any) -> Response:
        tag = tag_of(request)
        headers = {"ETag": tag, "Vary": "Cookie"}
        if is_known(request.headers.getlist("if-none-match"), tag):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        page = request.app.state.desk.pages.get_or(tag, lambda: bytes(show(request=request, **asked).body))
        return HTMLResponse(page, headers=headers)

    return answer


def tag_of(request: Request) -> str:
    """The tag of a page, for this visitor alone: the page may hold the token of the session."""
    asking = Asking(request)
    site = asking.desk.site
    visitor = (visit_of(request), sorted(site.matters.wrong().items()))
    return asking.tag(f"{HTML} {visitor}", asking.desk.matters())
