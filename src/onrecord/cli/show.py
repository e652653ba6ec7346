"""`onrecord show`: the record of one report of a ledger."""

from collections.abc import Iterator

import click
from rich.text import Text

from onrecord.cli.ledgers import ledger_option, open_to_ask
from onrecord.cli.lines import write_line
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.cli.view import print_reading
from onrecord.records.codec import encode_reading
from onrecord.records.feeds import FeedItem, FollowedFeed

EPILOG = """\b
Examples:
  onrecord show icc-001 --ledger court.db
  onrecord show r:3zo4fhc2wfkrcqxp --json

\b
Exit codes: 0 fine, 2 called wrongly, 3 no such report, or the ledger could not be used.
"""


@click.command("show", epilog=EPILOG)
@click.argument("report", metavar="REPORT")
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="Write the reading as JSON.")
@click.option("--only", type=click.Choice(["acts", "attributions"]), help="Show nothing but these.")
@click.option("--width", type=click.IntRange(min=30), metavar="N", help="How many columns the view may take.")
def command(report: str, ledger: str | None, as_json: bool, only: str | None, width: int | None) -> None:
    """Print the record of one report of a ledger, as `onrecord read` prints it.

    REPORT is the id of the report (r:...) or its beginning, or the id that its input gave it.
    """
    if as_json and only:
        raise click.UsageError("--only shortens the view; --json always writes the whole reading. Give one of them.")
    settings = read_settings(ledger)
    with open_to_ask(settings) as opened:
        reading = opened.reading(report)
        origins = opened.feeds.origins(reading.report.id)
    if as_json:
        write_line(encode_reading(reading))
    else:
        console = open_console(width)
        print_reading(console, reading, only)
        for line in feed_lines(origins):
            console.print(Text(line))


def feed_lines(origins: list[tuple[FollowedFeed, FeedItem]]) -> Iterator[str]:
    """*Came by the feed The Quayside Wire (https://...), which names The Harbour Times as its source*."""
    for feed, item in origins:
        named = " ".join(part for part in (item.source_name, item.source_url and f"({item.source_url})") if part)
        source = f", which names {named} as its source" if named else ""
        by = f"{feed.title} ({feed.url})" if feed.title else feed.url
        yield safe(f"\nCame by the feed {by}{source}")
