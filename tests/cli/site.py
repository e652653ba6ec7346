"""A web site for tests without a network: pages and feeds that can be changed, and the record of what was asked for."""

from collections import Counter
from functools import partial
from typing import Any

import httpx
import pytest

from onrecord.cli import follow
from onrecord.ingest.fetch import fetch_if_changed, fetch_page

TYPES = {"xml": "application/rss+xml", "html": "text/html"}


class Site:
    """Answers for every host; a page is its text or a status, and its ETag is its text's hash."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pages: dict[str, str | int] = {}
        self.asked: list[str] = []
        ways: dict[str, Any] = {
            "transport": httpx.MockTransport(self._answer),
            "resolve": lambda _host, _port: ["93.184.215.14"],
        }
        monkeypatch.setattr(follow, "fetch_page", partial(fetch_page, **ways))
        monkeypatch.setattr(follow, "fetch_if_changed", partial(fetch_if_changed, **ways))

    def asked_since(self) -> Counter[str]:
        """How often each address was asked for since the last call, with the status: *https://a.example/1.html 200*."""
        asked, self.asked = self.asked, []
        return Counter(asked)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        url = str(request.url.copy_with(host=request.headers["host"]))
        page = self.pages.get(url, 404)
        tag = f'"{hash(page)}"'
        if isinstance(page, int):
            answer = httpx.Response(page)
        elif request.headers.get("if-none-match") == tag:
            answer = httpx.Response(304)
        else:
            heads = {"content-type": TYPES[url.rsplit(".", 1)[-1]], "etag": tag}
            answer = httpx.Response(200, headers=heads, stream=httpx.ByteStream(page.encode()))
        self.asked.append(f"{url} {answer.status_code}")
        return answer


def feed(title: str, *items: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'


def item(number: int, *, more: str = "", host: str = "paper.example") -> str:
    link = f"<link>https://{host}/{number}.html</link>"
    return f"<item><title>Letter {number}</title><guid>{number}</guid>{link}{more}</item>"


def page(text: str) -> str:
    return f"<html><body><article><p>{text}</p></article></body></html>"
