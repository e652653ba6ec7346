"""A report in a browser: following a passage outward, and going through its acts by keys alone."""

from playwright.sync_api import Page, expect


def test_pointing_at_a_passage_tells_everybody_up_to_the_outlet(page: Page) -> None:
    page.goto("/reports/demo-07")
    page.locator(".said.depth-2").first.hover()
    expect(page.locator(".chain-bar")).to_have_text(
        "Israel's foreign minister, as cited by two senior officials at his ministry (unnamed, for Israel),"
        " as cited by Eastgate News, as cited by Meridian Wire",
        use_inner_text=True,
    )
    assert page.locator(".said.on").count() >= 3


def test_tapping_an_act_lights_up_the_passages_of_its_chain(page: Page) -> None:
    page.goto("/reports/demo-07")
    page.locator("#e1 .chain").click()
    chain = (page.locator("#e1").get_attribute("data-chain") or "").split()
    lit = {each.get_attribute("data-att") for each in page.locator(".said.on").all()}
    assert lit == set(chain)


def test_keys_go_from_act_to_act_and_ask_why(page: Page) -> None:
    page.goto("/reports/demo-07")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator("#e1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#e1 .explanation")).to_contain_text("verb:appeal to#request")
    page.keyboard.press("Enter")
    expect(page.locator("#e1 .explanation")).to_have_count(0)


def test_keys_go_from_voice_to_voice(page: Page) -> None:
    page.goto("/reports/demo-07")
    page.keyboard.press("v")
    expect(page.locator(".who").first).to_be_focused()
    expect(page.locator(".chain-bar")).to_be_visible()


def test_help_opens_and_closes_by_its_key(page: Page) -> None:
    page.goto("/reports/demo-07")
    page.keyboard.press("?")
    expect(page.locator(".legend")).to_have_attribute("open", "")
    page.keyboard.press("?")
    expect(page.locator(".legend")).not_to_have_attribute("open", "")


def test_letters_written_into_a_field_are_no_keys(page: Page) -> None:
    page.goto("/reports/demo-07")
    page.locator("#q").press_sequentially("jkv?")
    expect(page.locator("#q")).to_have_value("jkv?")
    expect(page.locator("#q")).to_be_focused()
