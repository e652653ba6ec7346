import pytest

from onrecord.ingest.feeds import read_feed
from onrecord.records.errors import InputError
from onrecord.records.feeds import FeedItem
from tests.ingest.feeding import ATOM, RSS, URL, page


def test_rss_gives_its_items_with_their_source() -> None:
    feed = read_feed(page(RSS))
    assert (feed.title, feed.language, feed.damage) == ("The Quayside Wire", "en-GB", None)
    first, second = feed.entries
    assert first.author == "Ada Holm"
    assert first.item == FeedItem(
        key="n1",
        url="https://harbourtimes.example/1",
        title="Letters & replies",
        published="Sun, 30 Jun 2024 23:30:00 -0400",
        source_name="The Harbour Times",
        source_url="https://harbourtimes.example/rss",
    )
    assert (second.item.key, second.item.url) == ("https://wire.example/2", "https://wire.example/2")


def test_only_content_is_the_text_of_an_item_and_a_description_is_none() -> None:
    first, second = read_feed(page(RSS)).entries
    assert (first.markup, second.markup) == (None, "<p>The port is <b>shut</b>.</p><p>It waits.</p>")


def test_atom_gives_its_entries_with_their_source() -> None:
    first, second = read_feed(page(ATOM, media_type="application/atom+xml")).entries
    assert (first.item.title, first.item.published) == ("Talks fail", "2024-06-30T08:00:00+02:00")
    assert (first.item.source_name, first.item.source_url) == ("The Herald", "https://herald.example/atom")
    assert first.markup == "<p>The talks failed.</p><p>They will go on.</p>"
    assert (second.item.key, second.item.url, second.item.published) == ("urn:l:2", None, None)


def test_day_of_a_change_is_not_the_day_of_publication() -> None:
    changed = ATOM.replace("<published>2024-06-30T08:00:00+02:00</published>", "")
    assert read_feed(page(changed)).entries[0].item.published is None


def test_dublin_core_dates_rss() -> None:
    dated = RSS.replace("<pubDate>Sun, 30 Jun 2024 23:30:00 -0400</pubDate>", "<dc:date>2024-06-30</dc:date>")
    assert read_feed(page(dated)).entries[0].item.published == "2024-06-30"


def test_feed_that_is_cut_off_keeps_what_was_whole_and_says_so() -> None:
    feed = read_feed(page(RSS[: RSS.index("<item><title>Port")]))
    assert [entry.item.key for entry in feed.entries] == ["n1"]
    assert feed.damage is not None


@pytest.mark.parametrize("written", [RSS.replace("&amp;", "&"), RSS.replace("utf-8", "iso-8859-1"), f"\n\n{RSS}"])
def test_feed_that_is_badly_written_but_whole_is_read(written: str) -> None:
    feed = read_feed(page(written, media_type="text/html" if written.startswith("\n") else "text/xml"))
    assert len(feed.entries) == 2
    assert feed.damage is None


def test_feed_is_decoded_as_it_declares() -> None:
    written = RSS.replace("utf-8", "iso-8859-2").replace("Port shut", "Łódź shut")
    assert read_feed(page(written, encoding="iso-8859-2")).entries[1].item.title == "Łódź shut"


def test_encoding_that_the_library_stumbles_over_is_refused() -> None:
    body = RSS.replace('encoding="utf-8"', 'encoding="ut¹"')
    with pytest.raises(InputError) as caught:
        read_feed(page(body, encoding="latin-1"))
    assert caught.value.reason == "bad_feed"


@pytest.mark.parametrize("body", ["", "words", "{}", "<opml/>", "<html><body>Not found</body></html>"])
def test_what_is_no_feed_is_refused(body: str) -> None:
    with pytest.raises(InputError) as caught:
        read_feed(page(body))
    assert caught.value.reason == "bad_feed"


def test_page_that_names_its_feeds_is_refused_with_them() -> None:
    body = "<html><head><link rel='alternate' type='application/rss+xml' href='/all.xml'></head></html>"
    with pytest.raises(InputError, match=r"https://wire\.example/all\.xml"):
        read_feed(page(body, media_type="text/html"))


def test_item_is_there_once_however_often_the_feed_has_it() -> None:
    item = RSS[RSS.index("<item><title>Port") : RSS.index("</channel>")]
    assert len(read_feed(page(RSS.replace("</channel>", item + "</channel>"))).entries) == 2


def test_address_that_items_with_texts_share_is_no_page_of_theirs() -> None:
    shared = RSS.replace("<link>/2</link>", "<link>https://harbourtimes.example/1</link>")
    assert [entry.has_page for entry in read_feed(page(shared)).entries] == [True, False]
    assert [entry.has_page for entry in read_feed(page(RSS)).entries] == [True, True]


def test_address_that_is_no_web_address_is_none() -> None:
    for bad in ("javascript:alert(1)", "https://[h.example/1", "mailto:desk@h.example"):
        written = RSS.replace("https://harbourtimes.example/1", bad)
        assert read_feed(page(written, url=URL)).entries[0].item.url is None
