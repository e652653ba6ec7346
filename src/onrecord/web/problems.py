"""Problems: what went wrong, as problem details (RFC 9457) for programs and as a page for people."""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from msgspec import json
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.records.errors import LedgerError, MatterError, NotFoundError, OnrecordError, RecordError
from onrecord.web.rendering import render

LOG = logging.getLogger("onrecord.web")
API_PREFIX = "/api/"
BROKEN = "Something went wrong here. The log of the server tells what; nothing in the ledger was changed."
STATUSES: tuple[tuple[type[OnrecordError], HTTPStatus], ...] = (
    (NotFoundError, HTTPStatus.NOT_FOUND),
    (RecordError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (MatterError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (LedgerError, HTTPStatus.CONFLICT),
)


def add_problems(app: FastAPI) -> None:
    """Let every error that is raised on purpose be told as what it is, and every other one without its insides."""
    app.add_exception_handler(OnrecordError, _told)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, OnrecordError)  # noqa: S101 - it is registered for these alone
    status = next((status for kind, status in STATUSES if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)
    fields = {"where": error.where, "found": error.found, "expected": error.expected, "report_id": error.report_id}
    return problem(request, status, str(error), fields={name: value for name, value in fields.items() if value})


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - it is registered for these alone
    status = HTTPStatus(error.status_code)
    detail = error.detail if error.detail != status.phrase else status.description
    return problem(request, status, detail, headers=dict(error.headers or {}))


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - it is registered for these alone
    wrong = "; ".join(f"{'.'.join(str(part) for part in each['loc'])}: {each['msg']}" for each in error.errors())
    return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, wrong)


class Unbroken:
    """Tells of an error that nobody meant as a problem like others, so that it has the headers of others too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = False

        async def send_on(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        except Exception:
            if began or scope["type"] != "http":
                raise
            LOG.exception("%s %s", scope["method"], scope["path"])
            await problem(Request(scope), HTTPStatus.INTERNAL_SERVER_ERROR, BROKEN)(scope, receive, send)


def problem(
    request: Request,
    status: HTTPStatus,
    detail: str,
    *,
    headers: dict[str, str] | None = None,
    fields: dict[str, str] | None = None,
) -> Response:
    """A problem as JSON under the API's paths, as a page elsewhere."""
    if request.scope["path"].startswith(API_PREFIX):
        body = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail} | (
            fields or {}
        )
        return Response(json.encode(body), status.value, headers, "application/problem+json")
    page = render(request, "problem.html", status=status, detail=detail)
    page.status_code = status.value
    page.headers.update(headers or {})
    return page
