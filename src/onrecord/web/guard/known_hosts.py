"""Known hosts: the check that a browser asks for the site under a name of its own; see `hosts`."""

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web.guard.hosts import is_known_host
from onrecord.web.problems import problem


class KnownHosts:
    """Refuses whatever is asked under another name than those of the site."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not is_known_host(Headers(scope=scope).get("host", ""), self._hosts):
            words = "This site does not go by that name; whoever runs it can add one with --host-name."
            await problem(Request(scope), HTTPStatus.MISDIRECTED_REQUEST, words)(scope, receive, send)
        else:
            await self._app(scope, receive, send)
