"""Signing in with a browser, as it sends cookies and tells where a form comes from."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from onrecord.ledger import Ledger
from onrecord.web.guard.people import People
from tests.browser.conftest import keep_shot, serving
from tests.web.conftest import MakeSite
from tests.web.desks import ADA, BEN, PEOPLE


@pytest.fixture
def address(make_site: MakeSite) -> Iterator[str]:
    with serving(make_site(hosts=("127.0.0.1",), people=People(PEOPLE))) as address:
        yield address


def sign_in(page: Page, token: str) -> None:
    expect(page.locator("#token")).to_be_focused()
    page.keyboard.type(token)
    page.keyboard.press("Enter")
    expect(page.locator(".visitor")).to_be_visible()
    page.wait_for_load_state()  # keys do nothing before the page's module has come


def test_whoever_signs_in_goes_on_to_where_he_was_going_and_judges(page: Page, ledger: Ledger) -> None:
    page.goto("/review?matter=warrants")
    expect(page.locator("h1")).to_have_text("Sign in")
    keep_shot(page, "sign-in")
    assert not Axe().run(page).response["violations"]
    sign_in(page, ADA)
    assert page.url.endswith("/review?matter=warrants")
    page.keyboard.press("a")
    expect(page.locator(".said")).to_contain_text("Judgement 1 is recorded")
    assert [state.entry.judgement.by for state in ledger.judgements()] == ["Ada Fenn"]


def test_scripts_do_not_see_the_cookie_and_signing_out_ends_it(page: Page) -> None:
    page.goto("/sign-in")
    sign_in(page, BEN)
    assert page.evaluate("document.cookie") == ""
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("h1")).to_have_text("Sign in")
    assert not page.context.cookies()


def test_reader_has_nothing_to_press(page: Page, ledger: Ledger) -> None:
    page.goto("/review?matter=warrants")
    sign_in(page, BEN)
    expect(page.locator(".judge")).to_have_count(0)
    page.keyboard.press("a")
    page.keyboard.press("u")
    page.keyboard.press("j")
    expect(page.locator(".queued")).to_be_focused()
    assert not list(ledger.judgements())
