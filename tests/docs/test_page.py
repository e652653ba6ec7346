"""The page about the page names every page."""

from pathlib import Path

from fastapi.routing import APIRoute

from onrecord.web.pages import home, matters, parties, reports, search

ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs/page.md").read_text(encoding="utf-8")


def test_every_page_is_told_of() -> None:
    routers = [page.router for page in (home, matters, parties, reports, search)]
    paths = {route.path for router in routers for route in router.routes if isinstance(route, APIRoute)}
    missing = [path for path in sorted(paths) if f"`{path.replace(':path', '')}`" not in TOLD]
    assert not missing
