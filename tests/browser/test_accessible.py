"""No page has a serious finding of axe-core, in light and dark, narrow and wide; and each is kept as a picture."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import keep_shot

PAGES = {
    "home": "/",
    "matter": "/matters/warrants",
    "map": "/matters/warrants/map",
    "timeline": "/matters/warrants/timeline",
    "changes": "/matters/warrants/changes?since=2024-07-01",
    "stand": "/matters/warrants/parties/GBR",
    "happenings": "/matters/warrants/happenings",
    "report": "/reports/demo-07",
    "why": "/reports/demo-07/acts/e1",
    "happening": "/matters/warrants/happenings",
    "party": "/parties/GBR",
    "search": "/search?q=opinion&party=GBR",
    "review": "/review?matter=warrants",
    "review-newest": "/review",
    "unknown": "/matters/nothing",
}
SERIOUS = ("serious", "critical")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark"), (2560, "light")])
def test_page_is_accessible(page: Page, name: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    answer = page.goto(PAGES[name])
    assert answer is not None
    assert answer.ok == (name != "unknown")
    if name == "happening":
        page.locator("main a[href*='/happenings/h']").first.click()
        page.wait_for_url("**/happenings/h*")
    keep_shot(page, f"{name}-{width}-{scheme}")
    found = [each for each in Axe().run(page).response["violations"] if each["impact"] in SERIOUS]
    assert not found, [(each["id"], [node["target"] for node in each["nodes"]][:4]) for each in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
