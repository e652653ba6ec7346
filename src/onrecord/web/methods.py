"""Methods: HEAD for whatever can be asked for, and OPTIONS that tells what can be done."""

from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class AnswerMethods:
    """Answers HEAD as GET without the body, and OPTIONS with the methods that there are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = scope["method"] if scope["type"] == "http" else None
        if method == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _without_body(send))
        elif method == "OPTIONS":
            await self._app(scope, receive, _with_methods(send))
        else:
            await self._app(scope, receive, _naming_head(send))


def _without_body(send: Send) -> Send:
    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_head


def _naming_head(send: Send) -> Send:
    """HEAD among the methods that a refusal names."""

    async def send_named(message: Message) -> None:
        if message["type"] == "http.response.start" and "allow" in Headers(raw=message["headers"]):
            headers = MutableHeaders(scope=message)
            headers["Allow"] = _allowed(headers["Allow"])
        await send(message)

    return send_named


def _with_methods(send: Send) -> Send:
    """What refuses OPTIONS tells its methods: they are the answer."""
    is_told = False

    async def send_methods(message: Message) -> None:
        nonlocal is_told
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if message["status"] == HTTPStatus.METHOD_NOT_ALLOWED and "allow" in headers:
                is_told = True
                kept = [(name, value) for name, value in message["headers"] if not name.startswith(b"content-")]
                message = {**message, "status": HTTPStatus.NO_CONTENT.value, "headers": kept}
                MutableHeaders(scope=message)["Allow"] = _allowed(headers["Allow"])
        elif is_told:
            message = {**message, "body": b""}
        await send(message)

    return send_methods


def _allowed(methods: str) -> str:
    named = [method.strip() for method in methods.split(",")]
    also = ["HEAD"] if "GET" in named else []
    return ", ".join(sorted({*named, *also, "OPTIONS"}))
