"""Methods: HEAD for whatever can be asked for, and OPTIONS that tells what can be done."""

import re
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PARAMETER = re.compile(r"\\{\w+\\}")


class AnswerMethods:
    """Answers HEAD as GET without the body, and OPTIONS with the methods that there are.

    `document` gives the OpenAPI document: a router that refuses a method names those of one route, and where a path is
    read by one and written by another there are more.
    """

    def __init__(self, app: ASGIApp, document: Callable[[], dict[str, Any]]) -> None:
        self._app = app
        self._document = document

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = scope["method"] if scope["type"] == "http" else None
        if method == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _without_body(send))
        elif method is None:
            await self._app(scope, receive, send)
        else:
            await self._app(scope, receive, self._with_methods(scope["path"], send, are_asked=method == "OPTIONS"))

    def _with_methods(self, path: str, send: Send, *, are_asked: bool) -> Send:
        """All methods in a refusal that names some; where they are asked for, that is no refusal but the answer."""
        is_answer = False

        async def send_methods(message: Message) -> None:
            nonlocal is_answer
            if message["type"] == "http.response.start" and "allow" in Headers(raw=message["headers"]):
                is_answer = are_asked and message["status"] == HTTPStatus.METHOD_NOT_ALLOWED
                message = _answering(message) if is_answer else {**message, "headers": [*message["headers"]]}
                headers = MutableHeaders(scope=message)
                headers["Allow"] = ", ".join(sorted({*self._methods(path), *_completed(headers["Allow"])}))
            elif is_answer:
                message = {**message, "body": b""}
            await send(message)

        return send_methods

    def _methods(self, path: str) -> Iterator[str]:
        for template, methods in self._document()["paths"].items():
            if re.fullmatch(_PARAMETER.sub("[^/]+", re.escape(template)), path):
                yield from (method.upper() for method in methods)


def _without_body(send: Send) -> Send:
    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_head


def _answering(message: Message) -> Message:
    """A refusal as an answer without a body."""
    kept = [(name, value) for name, value in message["headers"] if not name.startswith(b"content-")]
    return {**message, "status": HTTPStatus.NO_CONTENT.value, "headers": kept}


def _completed(methods: str) -> set[str]:
    named = {method.strip() for method in methods.split(",")}
    return named | {"OPTIONS"} | ({"HEAD"} if "GET" in named else set())
