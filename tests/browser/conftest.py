"""A browser on a site of the demo's reports: Debian's Chromium, driven by Playwright, which brings no browser here."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from threading import Thread
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from onrecord.web.app import create_app
from onrecord.web.site import Site
from tests.web.conftest import MakeSite, demo_file, ledger, ledger_file, make_site, reader

__all__ = ["demo_file", "ledger", "ledger_file", "make_site", "reader"]
NEEDED = "ONRECORD_NEED_BROWSER"
SHOTS = Path(os.environ.get("ONRECORD_SHOTS", "build/screenshots"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        words = "no chromium (on Debian and Ubuntu: apt install chromium)"
        if os.environ.get(NEEDED):
            pytest.fail(f"{NEEDED} is set, and there is {words}")
        pytest.skip(words)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@contextmanager
def serving(site: Site) -> Iterator[str]:
    """The address of a site that is served from a thread until the block ends."""
    listening = socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()  # a browser that asks before the server is up waits in line
    server = uvicorn.Server(uvicorn.Config(create_app(site), log_level="error"))
    thread = Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def address(make_site: MakeSite) -> Iterator[str]:
    with serving(make_site(hosts=("127.0.0.1",))) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of 1280 by 900; what it complains about in its console fails the test."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    opened = context.new_page()
    wrong: list[Any] = []
    opened.on("pageerror", lambda error: wrong.append(error))  # noqa: PLW0108 - Playwright marks what it is given
    opened.on("console", lambda said: wrong.append(said.text) if _is_complaint(said, opened) else None)
    yield opened
    context.close()
    assert not wrong, f"the page complains: {wrong}"


def _is_complaint(said: ConsoleMessage, page: Page) -> bool:
    """An error, unless it tells that the page itself is one that is not there."""
    return said.type == "error" and said.location.get("url") != page.url


def keep_shot(page: Page, name: str, *, whole: bool = True) -> None:
    """A picture of the page among those that CI keeps."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png", full_page=whole)
