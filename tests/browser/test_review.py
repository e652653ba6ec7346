"""Review in a browser, by keys alone: judge an act, see the position move, take it back."""

import re

from playwright.sync_api import Page, expect


def open_norway(page: Page) -> None:
    page.goto("/review")
    page.locator(".queue a", has_text=re.compile("^.*Norway")).first.click()
    expect(page.locator(".act")).to_contain_text("Norway")


def test_rejecting_takes_two_keys_and_the_position_moves(page: Page) -> None:
    open_norway(page)
    page.keyboard.press("x")
    expect(page.locator("details[open] input[name=why]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("What it moved")
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("undo")
    page.goto("/matters/warrants/parties/NOR")
    expect(page.locator("#opinion .stand")).to_contain_text("filed · for")


def test_accepting_takes_one_key_and_goes_on(page: Page) -> None:
    page.goto("/review")
    first = page.locator(".act").inner_text()
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_contain_text("accept")
    assert page.locator(".act").inner_text() != first


def test_keys_go_through_the_queue(page: Page) -> None:
    page.goto("/review")
    page.keyboard.press("j")
    page.wait_for_url(re.compile("at="))
    expect(page.get_by_text("this is number 2")).to_be_visible()
    page.keyboard.press("k")
    expect(page.get_by_text("this is number 1")).to_be_visible()
