"""`onrecord list show`: the lists of a ledger, or one of them in full."""

from typing import Any

import click
from rich.text import Text

from onrecord.cli.ledgers import json_option, ledger_option, open_to_ask
from onrecord.cli.lines import write_lines
from onrecord.cli.list_options import EXITS
from onrecord.cli.list_view import fate_lines, print_list, print_lists
from onrecord.cli.matter_folds import width_option
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.cli.view import print_indented
from onrecord.ledger import ListEntry
from onrecord.records.errors import LedgerError
from onrecord.records.wire import to_wire

EPILOG = f"""\b
Examples:
  onrecord list show --ledger court.db
  onrecord list show 3 --json

\b
{EXITS}
"""


@click.command("show", epilog=EPILOG)
@click.argument("number", metavar="[NUMBER]", required=False, type=click.IntRange(min=1))
@ledger_option
@json_option
@width_option
def command(number: int | None, ledger: str | None, as_json: bool, width: int | None) -> None:
    """Show all lists, the oldest first, or one of them with each name that it has."""
    settings = read_settings(ledger)
    with open_to_ask(settings) as opened:
        entries = [entry for entry in opened.lists() if number in (None, entry.seq)]
    if number is not None and not entries:
        raise LedgerError(f"no list {number} in {settings.shown}")
    if as_json:
        write_lines(list_line(entry) for entry in entries)
    elif number is None:
        print_lists(open_console(width), entries, settings.shown)
    else:
        console = open_console(width)
        print_list(console, entries[0].list)
        print_indented(console, Text(safe("; ".join(fate_lines(entries[0])))))


def list_line(entry: ListEntry) -> dict[str, Any]:
    """A list with its number, its time, how it counts and what has become of it."""
    return {
        "seq": entry.seq,
        "recorded_at": entry.recorded_at,
        "list": to_wire(entry.list),
        "count": entry.list.count,
        "agrees": entry.list.agrees,
        "ended_by": entry.ended_by,
        "withdrawal": None if entry.withdrawal is None else to_wire(entry.withdrawal),
    }
