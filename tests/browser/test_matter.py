"""A matter in a browser: the slider, the way from a cell to its evidence, and what a last visit is remembered by."""

import re

from playwright.sync_api import Browser, Page, expect


def test_slider_goes_to_the_matter_as_of_a_day(page: Page) -> None:
    page.goto("/matters/warrants")
    slide = page.get_by_role("slider")
    slide.focus()
    page.keyboard.press("Home")
    page.wait_for_url(re.compile("as_of=2024-05-20"))
    expect(page.locator(".positions")).not_to_contain_text("not filed")
    expect(page.get_by_text("as of 20 May 2024")).to_be_visible()


def test_a_cell_leads_to_its_evidence_and_on_to_the_report(page: Page) -> None:
    page.goto("/matters/warrants")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="United Kingdom"))
    row.get_by_role("link", name="not filed").click()
    expect(page.get_by_text("Britain filed no opinion.")).to_be_visible()
    page.get_by_role("link", name="Northgate Daily").first.click()
    expect(page.locator(".reading")).to_be_visible()


def test_a_tile_leads_to_the_state(page: Page) -> None:
    page.goto("/matters/warrants/map")
    page.locator("svg").get_by_role("link", name="Norway: filed · for").click()
    expect(page.get_by_role("heading", name="Norway")).to_be_visible()


def test_the_next_visit_asks_what_changed_since_this_one(page: Page) -> None:
    page.goto("/matters/warrants")
    place = "onrecord visit /matters/warrants/changes"
    page.evaluate("place => localStorage.setItem(place, JSON.stringify({today: '2024-07-01'}))", place)
    page.reload()
    changes = page.get_by_role("link", name="What changed")
    expect(changes).to_have_attribute("href", re.compile(r"since=2024-07-01&recorded=true"))


def test_without_a_script_a_day_can_still_be_chosen(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/matters/warrants")
    page.get_by_label("As of", exact=True).fill("2024-06-30")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("as of 30 June 2024")).to_be_visible()
    context.close()
