"""What stands in reports is shown as text: none of it becomes markup, a link that runs, or a style."""

from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.reader.reader import Reader
from onrecord.records import Outlet
from tests.factories import make_report

HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "'-alert(1)-'",
    "</mark></p><iframe src=javascript:alert(1)>", "{{ 7*7 }}{% raw %}", "javascript:alert(1)", "<!--", "]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", '<a href="javascript:alert(1)">x</a>', "<style>*{display:none}</style>",
    "</title><script src=//evil.example></script>", "x\u202egnp.exe",
)  # fmt: skip
REPORT_PAGES = ("/", "/search?q=Peru", "/parties/PER", "/search?party=PER")
ADDRESSES = ("/reports/", "/parties/", "/matters/", "/matters/warrants/parties/", "/matters/warrants/happenings/")


class Found(HTMLParser):
    """What a browser would run or load of a page, but for the page's own modules and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        own = given.get("src", "").startswith("/static/")
        if tag in ("img", "iframe", "object", "embed", "style", "base") or (tag == "script" and not own):
            self.wrong.append(tag)
        self.wrong += [name for name in given if name.startswith("on") or name == "style"]
        self.wrong += [value for value in (given.get("href", ""), given.get("action", "")) if value.startswith("java")]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_report_never_become_markup(client: TestClient, ledger: Ledger, reader: Reader, words: str) -> None:
    text = (
        f"Peru asked Chad to file {words} on Monday, {words} News reported. “It is {words},” Ghana told Radio {words}."
    )
    report = make_report(text, title=words, byline=words, outlet=Outlet(name=words), url=words, published="2024-07-01")
    ledger.append(reader.read(report))
    for path in (f"/reports/{report.id}", *REPORT_PAGES):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert not Found(answer.text).wrong, path


def test_templates_are_not_read_in_a_report(client: TestClient, ledger: Ledger, reader: Reader) -> None:
    report = make_report("Peru asked Chad for {{ 7 * 7 }} {% raw %}.", title="{{ 7 * 7 }}")
    ledger.append(reader.read(report))
    assert '<h1 dir="auto">{{ 7 * 7 }}</h1>' in client.get(f"/reports/{report.id}").text


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_an_address_never_become_markup(client: TestClient, words: str) -> None:
    for path in ADDRESSES:
        assert not Found(client.get(path + words.replace("/", "%2F").replace("?", "%3F")).text).wrong, path
    for name in ("q", "party", "outlet", "type", "since"):
        assert not Found(client.get("/search", params={name: words}).text).wrong, name
