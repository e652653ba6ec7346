"""The page about the page names every page and every key."""

import re
from pathlib import Path

from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from onrecord.web.pages import home, matters, parties, reports, review, search, sign_in
from tests.web.conftest import client, demo_file, ledger, ledger_file, make_site, reader

__all__ = ["client", "demo_file", "ledger", "ledger_file", "make_site", "reader"]
ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs/page.md").read_text(encoding="utf-8")


def test_every_page_is_told_of() -> None:
    routers = [page.router for page in (home, matters, parties, reports, review, search, sign_in)]
    paths = {route.path for router in routers for route in router.routes if isinstance(route, APIRoute)}
    missing = [path for path in sorted(paths) if f"`{path.replace(':path', '')}`" not in TOLD]
    assert not missing


def test_every_key_of_the_review_is_told_of(client: TestClient) -> None:
    keys = set(re.findall(r'data-key="(\w)"', client.get("/review").text))
    assert keys >= {"a", "x", "c", "j", "k"}
    rows = "\n".join(line for line in TOLD.splitlines() if line.startswith("| review |"))
    assert all(f"`{key}`" in rows for key in keys)
