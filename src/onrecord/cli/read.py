"""`onrecord read`: the record of reports, for a person or as JSON Lines."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import click
from rich.console import Console

from onrecord.cli import factory
from onrecord.cli.exits import exit_for
from onrecord.cli.inputs import Tally, input_options, inputs_from, read_reports
from onrecord.cli.terminal import open_console
from onrecord.cli.view import print_reading
from onrecord.records import Reading, Report
from onrecord.records.codec import encode_reading

EPILOG = """\b
Examples:
  onrecord read report.html
  onrecord read statement.txt --published 2024-06-30 --outlet "The Harbour Times"
  onrecord read reports.jsonl --json > readings.jsonl
  curl -s https://harbourtimes.example/1 | onrecord read -

\b
Exit codes: 0 fine, 1 some inputs rejected, 2 called wrongly, 3 nothing could be read.
"""


@click.command("read", epilog=EPILOG)
@input_options
@click.option(
    "--json", "--jsonl", "as_json", is_flag=True, help="Write JSON, one line a report, in the order of the inputs."
)
@click.option("--out", metavar="FILE", default="-", show_default=True, help="Where to write; - is the standard output.")
@click.option("--width", type=click.IntRange(min=30), metavar="N", help="How many columns the view may take.")
@click.option("--only", type=click.Choice(["acts", "attributions"]), help="Show nothing but these.")
@click.pass_context
def command(
    ctx: click.Context, /, as_json: bool, out: str, width: int | None, only: str | None, **options: Any
) -> None:
    """Print the record of reports: who is cited for what, and who did what to whom.

    IN is a text, Markdown, HTML, PDF or mail file, an address, a file of many (.jsonl, .mbox, .warc), a folder of
    these, or - for the standard input.
    """
    if as_json and only:
        raise click.UsageError("--only shortens the view; --json always writes whole readings. Give one of them.")
    tally = Tally()
    readings = read_all(read_reports(inputs_from(options), tally))
    if as_json:
        write_json(readings, out)
    else:
        write_view(readings, out, width, only)
    ctx.exit(exit_for(tally.reports, tally.rejected))


def read_all(reports: Iterator[Report]) -> Iterator[Reading]:
    """The readings of reports as they come; the reader is loaded once there is something to read."""
    first = next(reports, None)
    if first is not None:
        yield from factory.load_reader().read_many(chain([first], reports))


def write_json(readings: Iterable[Reading], out: str) -> None:
    with click.open_file(out, "wb", lazy=False) as stream:
        for reading in readings:
            stream.write(encode_reading(reading) + b"\n")


def write_view(readings: Iterable[Reading], out: str, width: int | None, only: str | None) -> None:
    if out == "-":
        print_all(open_console(width), readings, only)
        return
    with click.open_file(out, "w", encoding="utf-8", lazy=False) as stream:
        print_all(open_console(width, stream), readings, only)


def print_all(console: Console, readings: Iterable[Reading], only: str | None) -> None:
    for number, reading in enumerate(readings):
        if number:
            console.print("\n" + "─" * min(console.width, 40) + "\n")
        print_reading(console, reading, only)
