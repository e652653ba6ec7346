"""`onrecord follow`: what is new in feeds into a ledger."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from onrecord.cli.exits import exit_for
from onrecord.cli.following import Follower, Run, counts, name
from onrecord.cli.inputs import Tally, reject
from onrecord.cli.ledgers import json_option, ledger_option, open_to_ask, open_to_write
from onrecord.cli.lines import write_lines
from onrecord.cli.plain import note, safe
from onrecord.cli.settings import Settings, read_settings
from onrecord.cli.terminal import open_console
from onrecord.ingest import IngestOptions
from onrecord.ingest.fetch import fetch_if_changed, fetch_page
from onrecord.ingest.opml import Outline, feed_address, read_opml
from onrecord.ledger import Ledger
from onrecord.records.errors import InputError, LedgerError
from onrecord.records.feeds import FollowedFeed
from onrecord.records.rejected import Rejected
from onrecord.records.wire import to_wire
from onrecord.records.wording import count_words

EPILOG = """\b
Examples:
  onrecord follow https://harbourtimes.example/rss --ledger court.db
  onrecord follow feeds.opml --ledger court.db
  onrecord follow --ledger court.db
  onrecord follow --list
  onrecord follow --stop https://harbourtimes.example/rss

\b
Exit codes: 0 fine, 1 a feed is failing or an item was rejected, 2 called wrongly, 3 no feed could be read,
or the ledger failed.
"""
_MOST_BYTES = 10_000_000


@click.command("follow", epilog=EPILOG)
@click.argument("places", metavar="[FEED]...", nargs=-1)
@ledger_option
@click.option("--list", "as_list", is_flag=True, help="List the feeds that are followed, and read nothing.")
@click.option("--stop", metavar="ADDRESS", help="Take a feed off the list; what came from it stays.")
@click.option("--allow-private", is_flag=True, help="Let addresses lead into the local network.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, /, places: tuple[str, ...], ledger: str | None, as_list: bool, stop: str | None, **options: Any
) -> None:
    """Follow feeds: read what is new in them into a ledger, which is made when there is none yet.

    FEED is the address of an RSS or Atom feed, or an OPML file, the list of feeds that a feed reader exports. Feeds
    given once are on the ledger's list from then on; without FEED, all on the list are read. Servers are asked only
    for what changed, and no item is fetched twice. A feed that fails is told and listed, and the others are read.
    """
    if sum((bool(places), as_list, stop is not None)) > 1:
        raise click.UsageError("Give feeds, or --list, or --stop.")
    if options["as_json"] and not as_list:
        raise click.UsageError("--json goes with --list.")
    settings = read_settings(ledger)
    if as_list:
        with open_to_ask(settings) as opened:
            list_feeds(opened.feeds.followed(), settings, as_json=options["as_json"])
        return
    with open_to_write(settings) as opened:
        if stop is not None:
            stop_feed(opened, stop, settings)
            return
        code = follow_all(places, opened, settings, IngestOptions(allow_private=options["allow_private"]))
    ctx.exit(code)


def follow_all(places: tuple[str, ...], ledger: Ledger, settings: Settings, options: IngestOptions) -> int:
    """Put the given feeds on the list and read them, or all on the list; returns the exit code."""
    tally = Tally()
    given = [outline.url for outline in follow_given(places, ledger, tally)] if places else None
    followed = [one for one in ledger.feeds.followed() if given is None or one.url in given]
    if not followed and given is None:
        raise click.UsageError(f"No feed is followed in {settings.ledger_words} yet; give the address of one.")
    follower = Follower(ledger, options, fetch_page, fetch_if_changed)
    follower.run.tally = tally
    try:
        follower.follow(followed)
    except (KeyboardInterrupt, LedgerError):
        note(f"\n{summary(follower.run)} so far, in {settings.ledger_words}; run the same command again to go on")
        raise
    run = follower.run
    note(f"{summary(run)}, in {settings.ledger_words}")
    for one, failure in run.failing:
        note(f"  {name(one)}: {failure}{since(one)}")
    return exit_for(run.read, tally.rejected + len(run.failing))


def follow_given(places: Iterable[str], ledger: Ledger, tally: Tally) -> Iterator[Outline]:
    """The feeds that places name, each put on the list; what names none is told and counted."""
    for place in places:
        for found in read_place(place):
            if isinstance(found, Rejected):
                reject(found, tally)
            else:
                ledger.feeds.follow(found.url, title=found.title)
                yield found


def read_place(place: str) -> list[Outline | Rejected]:
    """The feeds that an argument names: the address of one, or a file that lists them."""
    address = feed_address(place)
    if "://" in address:
        return [Outline(url=address)]
    try:
        with Path(place).open("rb") as stream:
            feeds, rejected = read_opml(stream.read(_MOST_BYTES), place)
    except InputError as error:
        return [error.rejected(place)]
    except OSError as error:
        detail = f"{error.strerror or error}; expected an address or an OPML file"
        return [Rejected(where=place, reason="not_found", detail=detail)]
    return [*feeds, *rejected]


def stop_feed(ledger: Ledger, address: str, settings: Settings) -> None:
    if not ledger.feeds.stop(feed_address(address)):
        raise click.UsageError(f"{address} is not followed in {settings.ledger_words}; see: onrecord follow --list")
    note(f"{address} is followed no more, in {settings.ledger_words}; what came from it stays")


def summary(run: Run) -> str:
    """*3 added, 1 rejected, from 4 feeds, 1 failing*."""
    came = counts(run.outcomes, run.tally.rejected) or "nothing new"
    return f"{came}, from {count_words(run.read, 'feed')}" + (f", {len(run.failing):,} failing" if run.failing else "")


def since(one: FollowedFeed) -> str:
    return f", since {one.failing_since[:10]}" if one.failing_since else ""


def list_feeds(followed: list[FollowedFeed], settings: Settings, *, as_json: bool) -> None:
    if as_json:
        write_lines(to_wire(one) for one in followed)
        return
    console = open_console(None)
    if not followed:
        console.print(f"No feed is followed in {safe(settings.ledger_words)} yet.", markup=False, highlight=False)
    for one in followed:
        print_feed(console, one)


def print_feed(console: Console, one: FollowedFeed) -> None:
    console.print(safe(one.title or "(never read)"), style="bold", markup=False, highlight=False)
    state = f"read {one.checked_at[:16].replace('T', ' ')} UTC" if one.checked_at else "never read"
    rejected = f" · {one.rejected:,} rejected" if one.rejected else ""
    lines = [one.url, f"{state} · {count_words(one.reports, 'report')}{rejected}"]
    if one.failure:
        lines.append(f"FAILING{since(one)}: {one.failure}")
    for line in lines:
        console.print(f"  {safe(line)}", markup=False, highlight=False, soft_wrap=True)
