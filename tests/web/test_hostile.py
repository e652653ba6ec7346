"""Text of reports never runs: no page and no answer holds hostile words as anything but text."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from onrecord.answers.matter_files import MatterFiles
from onrecord.ledger import Ledger
from onrecord.records.judgements import ActKey, Judgement
from onrecord.web.app import create_app
from onrecord.web.guard.people import People, Person
from tests.web.desks import MakeSite
from tests.web.hostile import HANDLER, MATTER, NAME, SCRIPT, TEMPLATE, WORDS, hostile_readings

OWN_SCRIPTS = re.compile(r"/static/[\w-]+\.js")
LINKED = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"}


class Reader(HTMLParser):
    """What of a page would run or lead elsewhere, as a browser reads it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "script" and not OWN_SCRIPTS.fullmatch(values.get("src") or ""):
            self.wrong.append(f"script {values}")
        if tag in ("img", "iframe", "object", "embed", "base", "style") or (tag == "svg" and "onload" in values):
            self.wrong.append(f"{tag} {values}")
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.wrong.append(f"{tag} {name}={value}")
            if name in LINKED:
                self.links.append(value or "")

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture
def hostile(make_small_site: MakeSite, small_ledger: Ledger, tmp_path: Path) -> Iterator[TestClient]:
    for reading in hostile_readings():
        small_ledger.append(reading)
    reading = hostile_readings()[0]
    key = ActKey(report=reading.report.id, trigger=reading.acts[1].trigger, type="file")
    small_ledger.judge(Judgement(verb="accept", by=NAME, why=NAME, acts=(key,)))
    place = tmp_path / "hostile.toml"
    place.write_text(MATTER, encoding="utf-8")
    local = Person(name=f"Ada {HANDLER}", role="reviewer")
    site = make_small_site(matters=MatterFiles([place]), people=People(local=local), shown=f"desk {HANDLER}.db")
    with TestClient(create_app(site)) as client:
        yield client


def read(client: TestClient, path: str, status: int = 200) -> Reader:
    answer = client.get(path)
    assert answer.status_code == status, answer.text[:500]
    assert answer.headers["content-type"].startswith("text/html")
    page = Reader()
    page.feed(answer.text)
    for words in (SCRIPT, "<img src=x", "<svg/onload"):
        assert words not in answer.text
    assert "49" not in re.findall(r"\b49\b", "".join(page.text)), "a template was run"
    return page


def beginnings() -> list[str]:
    """The pages that a person begins with; the others are found by their links."""
    report = hostile_readings()[0].report.id
    return [
        "/", "/matters/hostile", "/matters/hostile/map", "/matters/hostile/timeline", "/matters/hostile/happenings",
        "/matters/hostile/changes?since=2024-06-01", "/review", "/review?matter=hostile", "/review?order=sureness",
        f"/reports/{report}", *(f"/search?q={quote(words)}" for words in (SCRIPT, HANDLER, TEMPLATE)),
        "/search?q=Sylvania", f"/parties/{quote(NAME, safe='')}",
        f"/search?party={quote(HANDLER)}&type=request",
    ]  # fmt: skip


def test_no_page_runs_or_leads_astray(hostile: TestClient) -> None:
    seen, waiting = set[str](), beginnings()
    while waiting and len(seen) < 120:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        page = read(hostile, path)
        assert not page.wrong, (path, page.wrong)
        for link in page.links:
            assert re.match(r"(/(?!/)|#|\?|https?://)", link) or link == "", (path, link)
            assert "pw@" not in link
            if link.startswith(("/matters/hostile/", "/reports/", "/parties/")) and ".atom" not in link:
                waiting.append(link.partition("#")[0])
    assert len(seen) > 25
    assert any(path.startswith("/matters/hostile/happenings/") for path in seen)
    assert any(path.startswith("/parties/") for path in seen)


@pytest.mark.parametrize("words", WORDS)
def test_words_are_shown_as_they_are(hostile: TestClient, words: str) -> None:
    report = hostile_readings()[0].report.id
    shown = "".join(read(hostile, f"/reports/{report}").text)
    assert words.replace("'", "") in shown.replace("'", "").replace("’", "")


@pytest.mark.parametrize("path", ["/matters/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/reports/%22%3E%3Cimg%20src=x%3E"])
def test_words_of_an_address_are_no_markup_in_a_problem(hostile: TestClient, path: str) -> None:
    assert not read(hostile, path, status=404).wrong


def test_no_answer_of_the_api_is_taken_for_a_page(hostile: TestClient) -> None:
    report = hostile_readings()[0].report.id
    for path in (
        "matters",
        "matters/hostile/positions",
        "judgements",
        f"reports/{report}",
        "acts",
        "search?q=Sylvania",
    ):
        answer = hostile.get(f"/api/v1/{path}", headers={"Accept": "text/html, application/json;q=0.1"})
        assert answer.headers["content-type"] == "application/json", path
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_feed_of_a_matter_is_well_formed_and_holds_no_markup_of_reports(hostile: TestClient) -> None:
    answer = hostile.get("/api/v1/matters/hostile/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)  # noqa: S314 - it was written by us
    assert len(list(feed)) > 5
    assert SCRIPT not in answer.text
