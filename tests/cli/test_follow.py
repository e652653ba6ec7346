import json
from collections import Counter
from pathlib import Path

import pytest

from onrecord.ledger import Feeds
from tests.cli.conftest import Run
from tests.cli.fake_reader import FakeReader
from tests.cli.site import Site, feed, item, page
from tests.factories import TEXT

WIRE, HERALD = "https://wire.example/rss.xml", "https://herald.example/rss.xml"
SOURCE = '<source url="https://times.example/rss">The Harbour Times</source>'


def paper(number: int) -> str:
    return f"https://paper.example/{number}.html"


@pytest.fixture(autouse=True)
def site(monkeypatch: pytest.MonkeyPatch) -> Site:
    """A feed with two items, each at its page."""
    made = Site(monkeypatch)
    made.pages = {WIRE: feed("The Quayside Wire", item(1, more=SOURCE), item(2))}
    made.pages |= {paper(number): page(f"Letter {number}. {TEXT}") for number in (1, 2, 3)}
    return made


def test_follow_reads_what_is_new_into_the_ledger(run: Run) -> None:
    result = run("follow", WIRE)
    assert result.stderr.endswith("The Quayside Wire: 2 added\n2 added, from 1 feed, in onrecord.db (the default)\n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Letter 1" in run("search", "countries").stdout


def test_follow_again_asks_only_whether_something_changed(run: Run, site: Site) -> None:
    run("follow", WIRE)
    assert site.asked_since() == Counter([f"{WIRE} 200", f"{paper(1)} 200", f"{paper(2)} 200"])
    assert "nothing new, from 1 feed" in run("follow").stderr
    assert site.asked_since() == Counter([f"{WIRE} 304"])


def test_new_item_alone_is_fetched(run: Run, site: Site) -> None:
    run("follow", WIRE)
    site.asked_since()
    site.pages[WIRE] = feed("The Quayside Wire", item(3), item(1), item(2))
    assert "1 added, from 1 feed" in run("follow").stderr
    assert site.asked_since() == Counter([f"{WIRE} 200", f"{paper(3)} 200"])


def test_page_that_two_feeds_lead_to_is_fetched_once(run: Run, site: Site) -> None:
    site.pages[HERALD] = feed("The Herald", item(1), item(4))
    site.pages[WIRE] = feed("The Quayside Wire", item(1), item(4))
    result = run("follow", WIRE, HERALD)
    assert "1 added, 1 already there, 2 rejected, from 2 feeds" in result.stderr
    assert site.asked_since() == Counter([f"{WIRE} 200", f"{HERALD} 200", f"{paper(1)} 200", f"{paper(4)} 404"])


def test_page_that_was_given_up_is_not_asked_for_again_for_another_feed(run: Run, site: Site) -> None:
    site.pages[WIRE] = feed("The Quayside Wire", item(4))
    run("follow", WIRE)
    site.pages[HERALD] = feed("The Herald", item(4))
    site.asked_since()
    assert "http_status (address was given up" in run("follow", HERALD).stderr
    assert site.asked_since() == Counter([f"{HERALD} 200"])


def test_failing_feed_is_told_and_listed_and_the_others_are_read(run: Run) -> None:
    result = run("follow", HERALD, WIRE)
    assert result.exit_code == 1
    assert f"failing: {HERALD}: http_status (address gave no page: found status 404" in result.stderr
    assert "2 added, from 1 feed, 1 failing, in onrecord.db" in result.stderr
    assert result.stderr.splitlines()[-1].startswith(f"  {HERALD}: http_status")
    listed = run("follow", "--list").stdout
    assert "FAILING, since 20" in listed
    assert "2 reports" in listed


def test_feed_that_failed_is_well_when_it_is_read_again(run: Run, site: Site) -> None:
    run("follow", HERALD)
    site.pages[HERALD] = feed("The Herald")
    assert run("follow").exit_code == 0
    assert "FAILING" not in run("follow", "--list").stdout


def test_follow_fails_where_no_feed_could_be_read(run: Run) -> None:
    assert run("follow", HERALD).exit_code == 3


def test_damaged_feed_gives_what_was_whole_and_is_read_whole_next_time(run: Run, site: Site) -> None:
    whole = str(site.pages[WIRE])
    site.pages[WIRE] = whole[: whole.index("<item><title>Letter 2")]
    result = run("follow", WIRE)
    assert result.exit_code == 1
    assert "The Quayside Wire: 1 added\nfailing: The Quayside Wire, " in result.stderr
    site.pages[WIRE] = whole
    assert run("follow").stderr.endswith("1 added, from 1 feed, in onrecord.db (the default)\n")


def test_item_whose_page_may_come_back_is_tried_again(run: Run, site: Site) -> None:
    site.pages[paper(2)] = 503
    result = run("follow", WIRE)
    assert result.exit_code == 1
    assert f"rejected: {paper(2)}: unavailable" in result.stderr
    site.pages[paper(2)] = page(f"Letter 2. {TEXT}")
    site.asked_since()
    assert "1 added, from 1 feed" in run("follow").stderr
    assert site.asked_since() == Counter([f"{WIRE} 200", f"{paper(2)} 200"])
    assert "2 reports\n" in run("follow", "--list").stdout


def test_items_with_texts_and_one_address_for_all_are_read_each(run: Run, site: Site) -> None:
    def text(number: int) -> str:
        return f"<item><guid>{number}</guid><link>https://wire.example/</link>{encoded.format(number)}</item>"

    encoded = f"<c:encoded><![CDATA[<p>Letter {{}}. {TEXT}</p>]]></c:encoded>"
    written = feed("The Quayside Wire", text(1), text(2))
    site.pages[WIRE] = written.replace("<rss ", '<rss xmlns:c="http://purl.org/rss/1.0/modules/content/" ')
    assert "2 added, from 1 feed" in run("follow", WIRE).stderr
    assert site.asked_since() == Counter([f"{WIRE} 200"])


def test_item_without_an_article_is_rejected_once(run: Run, site: Site) -> None:
    site.pages[paper(2)] = "<html><body></body></html>"
    assert f"rejected: {paper(2)}: no_article" in run("follow", WIRE).stderr
    assert run("follow").exit_code == 0


def test_run_that_is_stopped_goes_on_where_it_was(run: Run, site: Site, reader: FakeReader) -> None:
    reader.stop_after = 1
    assert "1 added, from 0 feeds so far" in run("follow", WIRE).stderr
    reader.stop_after = None
    site.asked_since()
    assert "1 added, from 1 feed" in run("follow").stderr
    assert site.asked_since() == Counter([f"{WIRE} 200", f"{paper(2)} 200"])


def test_run_that_is_killed_before_an_item_is_settled_doubles_nothing(
    run: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Feeds, "settle", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        run("follow", WIRE)
    site.asked_since()
    assert "1 added, 1 already there, from 1 feed" in run("follow").stderr
    assert site.asked_since() == Counter([f"{WIRE} 200", f"{paper(2)} 200"])


def test_opml_puts_its_feeds_on_the_list(run: Run) -> None:
    outlines = f'<outline text="Wire" xmlUrl="{WIRE}"/><outline text="Bad" xmlUrl="ftp://h.example"/>'
    Path("feeds.opml").write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    result = run("follow", "feeds.opml")
    assert "rejected: feeds.opml:1: bad_url" in result.stderr
    assert "2 added, 1 rejected, from 1 feed" in result.stderr
    assert result.exit_code == 1
    assert run("follow").exit_code == 0


@pytest.mark.parametrize(("place", "reason"), [("missing.opml", "not_found"), ("one.txt", "bad_opml")])
def test_file_that_lists_no_feed_is_told(run: Run, place: str, reason: str) -> None:
    result = run("follow", place)
    assert f"rejected: {place}: {reason}" in result.stderr
    assert result.exit_code == 3


def test_feed_is_stopped_and_what_came_from_it_stays(run: Run) -> None:
    run("follow", WIRE)
    assert "followed no more" in run("follow", "--stop", WIRE).stderr
    assert "No feed is followed" in run("follow", "--list").stdout
    assert "Letter 1" in run("search", "countries").stdout
    assert run("follow").exit_code == 2
    assert run("follow", "--stop", WIRE).exit_code == 2


def test_list_as_json_has_all_that_is_known(run: Run) -> None:
    run("follow", WIRE)
    (line,) = run("follow", "--list", "--json").stdout.splitlines()
    listed = json.loads(line)
    assert (listed["url"], listed["title"], listed["reports"], listed["failure"]) == (
        WIRE,
        "The Quayside Wire",
        2,
        None,
    )


def test_show_tells_the_feed_and_the_source_that_it_names(run: Run) -> None:
    run("follow", WIRE)
    (line,) = run("search", "1", "--json").stdout.splitlines()
    shown = run("show", json.loads(line)["report"]["id"], "--width", "200").stdout
    named = "which names The Harbour Times (https://times.example/rss) as its source"
    assert f"Came by the feed The Quayside Wire ({WIRE}), {named}" in shown


@pytest.mark.parametrize("args", [("--list", "--stop", WIRE), (WIRE, "--list"), ("--json",), ()])
def test_follow_that_is_called_wrongly_says_so(run: Run, args: tuple[str, ...]) -> None:
    assert run("follow", *args).exit_code == 2
