import pytest

from onrecord.ingest.entries import EntryRead, read_entry
from onrecord.ingest.feeds import Feed, FeedEntry, read_feed
from onrecord.ingest.fetch import Page
from onrecord.ingest.options import IngestOptions
from onrecord.records.errors import InputError
from onrecord.records.feeds import FeedItem
from onrecord.records.reports import Outlet
from tests.ingest.feeding import ATOM, RSS, page
from tests.ingest.printed import column, pdf

TEXT = "Freedonia wrote to 25 ministers."
HTML = f"<html><head><title>Sent</title></head><body><article><p>{TEXT}</p></article></body></html>"
FEED = read_feed(page(RSS))
LETTERS, PORT = FEED.entries


def read(entry: FeedEntry, *, body: str | InputError = HTML, feed: Feed = FEED) -> EntryRead:
    def fetch(url: str, options: IngestOptions) -> Page:  # noqa: ARG001 - the shape of a fetch
        if isinstance(body, InputError):
            raise body
        return Page(url=url, media_type="text/html", charset=None, body=body.encode())

    return read_entry(entry, feed, IngestOptions(), fetch)


def test_page_is_read_and_the_feed_fills_what_it_does_not_say() -> None:
    report = read(LETTERS).report
    assert (report.title, report.text, report.byline) == ("Sent", TEXT, "Ada Holm")
    assert (report.published, report.published_basis) == ("2024-06-30", "metadata")
    assert report.outlet == Outlet(name="The Harbour Times", domain="harbourtimes.example")


def test_what_a_page_says_of_itself_goes_before_the_feed() -> None:
    heads = "<meta name='date' content='2024-06-29'><meta property='og:site_name' content='The Herald'>"
    report = read(LETTERS, body=HTML.replace("<head>", f"<head>{heads}")).report
    assert (report.published, report.outlet.name) == ("2024-06-29", "The Herald")


def test_name_of_a_feed_is_that_of_the_outlet_only_on_its_own_site() -> None:
    elsewhere = FeedEntry(item=FeedItem(key="1", url="https://lakeside.example/1"))
    assert read(elsewhere).report.outlet == Outlet(domain="lakeside.example")
    assert read(PORT).report.outlet == Outlet(name="The Quayside Wire", domain="wire.example")


def test_text_of_the_feed_is_taken_for_a_page_that_is_gone_and_says_so() -> None:
    gone = InputError("address gave no page", reason="http_status")
    found = read(PORT, body=gone)
    assert found.page_error is gone
    assert (found.report.title, found.report.text) == ("Port shut", "The port is shut.\n\nIt waits.")
    assert (found.report.url, found.report.language) == ("https://wire.example/2", "en")


@pytest.mark.parametrize(("entry", "reason"), [(PORT, "timeout"), (LETTERS, "http_status")])
def test_page_that_may_come_back_or_has_no_stand_in_is_refused(entry: FeedEntry, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(entry, body=InputError("no", reason=reason))
    assert caught.value.reason == reason


def test_item_without_a_link_is_read_from_the_feed() -> None:
    feed = read_feed(page(ATOM.replace('<link rel="alternate" href="/talks"/>', "")))
    talks, later = feed.entries
    report = read(talks, feed=feed).report
    assert (report.text, report.outlet.name) == ("The talks failed.\n\nThey will go on.", "The Herald")
    with pytest.raises(InputError) as caught:
        read(later, feed=feed)
    assert caught.value.reason == "empty"


def test_gaps_of_a_pdf_are_told_by_its_address() -> None:
    def fetch(url: str, options: IngestOptions) -> Page:  # noqa: ARG001 - the shape of a fetch
        data = pdf(column([TEXT]), [], picture=True)
        return Page(url=url, media_type="application/pdf", charset=None, body=data)

    (gap,) = read_entry(LETTERS, FEED, IngestOptions(), fetch).gaps
    assert gap.where == "https://harbourtimes.example/1:2"
