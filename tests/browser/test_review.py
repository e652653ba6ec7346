"""Review in a browser, by keys alone: an act is judged, the next one shown, the position moves, and all is undone."""

from playwright.sync_api import Browser, Page, expect

from onrecord.ledger import Ledger

REVIEW = "/review?matter=warrants"


def shown(page: Page) -> str:
    return page.locator(".queued").get_attribute("data-act") or ""


def test_one_key_accepts_and_the_next_act_is_shown(page: Page, ledger: Ledger) -> None:
    page.goto(REVIEW)
    first, after = shown(page), page.locator(".queued").get_attribute("data-after") or ""
    page.keyboard.press("a")
    expect(page.locator(".queued")).to_have_attribute("data-act", after)
    expect(page.locator(".said")).to_have_text("Judgement 1 is recorded; u takes it back.")
    expect(page.locator(".queue")).not_to_contain_text(first)
    assert [state.entry.judgement.verb for state in ledger.judgements()] == ["accept"]


def test_two_keys_reject_and_one_takes_it_back(page: Page, ledger: Ledger) -> None:
    page.goto(REVIEW)
    first = shown(page)
    page.keyboard.press("r")
    expect(page.locator('details[data-key="r"] input[name="why"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_contain_text("Judgement 1 is recorded")
    expect(page.locator(".judgements li")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator(".queued")).to_have_attribute("data-act", first)
    assert [state.undone_by for state in ledger.judgements()] == [2, None]


def test_position_changes_with_a_judgement_and_comes_back(page: Page) -> None:
    page.goto("/matters/warrants")
    stood = page.locator("main").inner_text()
    page.goto(REVIEW)
    alone = page.locator(".queue a", has_text="stands on it alone").first.get_attribute("href") or ""
    page.goto(f"/review{alone}")
    expect(page.locator(".reasons")).to_contain_text("on this act alone")
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_contain_text("is recorded")
    page.goto("/matters/warrants")
    assert page.locator("main").inner_text() != stood
    page.goto(REVIEW)
    page.keyboard.press("u")
    expect(page.locator(".said")).to_contain_text("is recorded")
    page.goto("/matters/warrants")
    assert page.locator("main").inner_text() == stood


def test_keys_go_through_the_queue_and_leave_forms(page: Page) -> None:
    page.goto(REVIEW)
    first, second = shown(page), page.locator(".queued").get_attribute("data-after") or ""
    page.keyboard.press("j")
    expect(page.locator(".queued")).to_have_attribute("data-act", second)
    page.keyboard.press("k")
    expect(page.locator(".queued")).to_have_attribute("data-act", first)
    for key in "cms":
        page.keyboard.press(key)
        expect(page.locator(f'details[data-key="{key}"]')).to_have_attribute("open", "")
        page.keyboard.press("Escape")
        expect(page.locator(".judge details[open]")).to_have_count(0)
    expect(page.locator(".queued")).to_be_focused()


def test_without_scripts_the_forms_do_the_same(browser: Browser, address: str, ledger: Ledger) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(REVIEW)
    after = page.locator(".queued").get_attribute("data-after") or ""
    page.locator(".form-accept button").click()
    expect(page.locator(".queued")).to_have_attribute("data-act", after)
    page.locator(".done .undo button").click()
    expect(page.locator(".judgements li")).to_have_count(2)
    assert [state.undone_by for state in ledger.judgements()] == [2, None]
    context.close()
