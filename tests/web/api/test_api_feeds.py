"""A matter as a feed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import feedparser
from starlette.testclient import TestClient

from onrecord.ledger import Ledger, open_ledger
from onrecord.records.judgements import ActKey, Correction, Judgement
from tests.web.api.conftest import Ask
from tests.web.conftest import NOW

LATER = NOW + timedelta(hours=1)
FEED = "/api/v1/matters/warrants/feed.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_feed_has_an_entry_a_position_with_its_quote_and_links(client: TestClient, ask: Ask) -> None:
    answer = client.get(FEED, params={"limit": 200})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    positions = ask("/matters/warrants/positions")["positions"]
    assert len(feed.entries) == len(positions)
    assert len({entry.id for entry in feed.entries}) == len(positions)
    entry = next(each for each in feed.entries if each.title.startswith("United Kingdom · legal opinion"))
    assert "“" in entry.content[0].value
    assert entry.link == "http://testserver/matters/warrants/parties/GBR"
    assert any(link.href.startswith("http://testserver/reports/r%3A") for link in entry.links)
    assert entry.updated == NOW.isoformat()


def test_feed_has_what_rfc_4287_asks_for(client: TestClient) -> None:
    feed = ElementTree.fromstring(client.get(FEED).content)  # noqa: S314 - our own
    for item in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated", "author"):
            assert len(item.findall(f"{ATOM}{name}")) == 1
    (own,) = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own.get("href") == f"http://testserver{FEED}"


def correct_a_position(ask: Ask, ledger: Ledger, ledger_file: Path) -> None:
    """An hour later somebody says that a party is against what it was read to be for, or the other way round."""
    positions = ask("/matters/warrants/positions")["positions"]
    told = next(each for each in positions if each["steps"][0]["act"][0] == "e" and each["direction"] == "for")
    reading = ledger.reading(told["steps"][0]["report"])
    act = next(act for act in reading.acts if act.id == told["steps"][0]["act"])
    key = ActKey(report=reading.report.id, trigger=act.trigger, type=act.type)
    correction = Correction(direction="against", instrument=told["instrument"])
    judgement = Judgement(verb="correct", by="Ada Fenn", why="as the text says", acts=(key,), correction=correction)
    with open_ledger(ledger_file, clock=lambda: LATER) as later:
        later.judge(judgement)


def test_a_correction_is_a_new_entry(client: TestClient, ask: Ask, ledger: Ledger, ledger_file: Path) -> None:
    before = feedparser.parse(client.get(FEED, params={"limit": 200}).content)
    correct_a_position(ask, ledger, ledger_file)
    after = feedparser.parse(client.get(FEED, params={"limit": 200}).content)
    new = [entry for entry in after.entries if entry.id not in {entry.id for entry in before.entries}]
    assert new[0].updated == after.feed.updated == LATER.isoformat()
    assert "against" in new[0].title
    assert after.entries[0].id == new[0].id


def test_feed_is_given_whatever_a_reader_accepts_and_not_twice(client: TestClient) -> None:
    answer = client.get(FEED, headers={"accept": "text/html"})
    assert answer.status_code == 200
    assert client.get(FEED, headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_characters_that_xml_has_not_are_left_out(client: TestClient, ask: Ask, ledger: Ledger) -> None:
    step = ask("/matters/warrants/positions")["positions"][0]["steps"][0]
    reading = ledger.reading(step["report"])
    text = reading.report.text.replace(step["quote"], step["quote"].replace(" ", "\x01", 1))
    ledger.append(replace(reading, report=replace(reading.report, text=text), reader="onrecord 99.0.0, model other"))
    answer = client.get(FEED)
    assert "\x01" in ask("/matters/warrants/positions")["positions"][0]["steps"][0]["quote"]
    assert not feedparser.parse(answer.content).bozo


def test_feed_has_no_more_entries_than_asked_for(client: TestClient) -> None:
    whole = feedparser.parse(client.get(FEED).content)
    few = feedparser.parse(client.get(FEED, params={"limit": 2}).content)
    assert [entry.id for entry in few.entries] == [entry.id for entry in whole.entries][:2]


def test_every_link_of_the_feed_leads_somewhere(client: TestClient) -> None:
    feed = feedparser.parse(client.get(FEED).content)
    links = {link.href for item in (feed.feed, *feed.entries[:12]) for link in item.links}
    assert len(links) > 12
    assert {client.get(link).status_code for link in links} == {200}
