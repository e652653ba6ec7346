"""`onrecord acts`: what a ledger has on record, each act with its status and who is cited for it."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.filters import filter_options
from onrecord.cli.ledgers import json_option, ledger_option, open_to_ask
from onrecord.cli.lines import act_line, write_lines
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.cli.view import head_words, print_indented, print_row, print_title
from onrecord.ledger import ActRow
from onrecord.records.wording import Wording, count_words

EPILOG = """\b
Examples:
  onrecord acts --ledger court.db
  onrecord acts --party ISR --type request
  onrecord acts --source Walla --since 2024-06-01 --until 2024-06-30 --json

\b
Exit codes: 0 fine (also when nothing is found), 2 called wrongly, 3 the ledger could not be used.
"""


@click.command("acts", epilog=EPILOG)
@ledger_option
@filter_options
@json_option
@click.option("--width", type=click.IntRange(min=30), metavar="N", help="How many columns the list may take.")
def command(ledger: str | None, as_json: bool, width: int | None, **filters: Any) -> None:
    """List the acts in a ledger as sentences, each with its status and with who is cited for it.

    An act without a time of its own is found by the day on which its report was published.
    """
    settings = read_settings(ledger)
    with open_to_ask(settings) as opened:
        rows = opened.acts(**filters)
        if as_json:
            write_lines(act_line(row) for row in rows)
        else:
            is_filtered = any(value is not None for value in filters.values())
            print_act_list(open_console(width), rows, settings.shown, is_filtered=is_filtered)


def print_act_list(console: Console, rows: Iterator[ActRow], ledger: str, *, is_filtered: bool) -> None:
    """The acts as they come, those of one report under its head, and how many there were."""
    first = next(rows, None)
    if first is None:
        empty = f"No acts in {ledger} match." if is_filtered else f"No acts yet in {ledger}."
        hint = "Ask for less." if is_filtered else f"Add reports with: onrecord add REPORT --ledger {ledger}"
        print_indented(console, Text(safe(f"{empty} {hint}")))
        return
    groups = groupby(chain([first], rows), key=lambda row: row.report.id)
    shown = sum(print_acts_of_report(console, group) for _, group in groups)
    print_title(console, safe(f"{count_words(shown, 'act')} in {ledger}"))


def print_acts_of_report(console: Console, rows: Iterable[ActRow]) -> int:
    """The acts under the head of their report; returns how many."""
    shown = 0
    for row, wording in worded(rows):
        if not shown:
            print_title(console, head_words(row.report))
        words = f"{wording.clause(row.act)}\n— {wording.chain(row.act)}"
        print_row(console, row.act.id, row.act.status, words, row.act.confidence)
        shown += 1
    return shown


def worded(rows: Iterable[ActRow]) -> Iterator[tuple[ActRow, Wording]]:
    """Each act with the words of its reading, which the acts of one report share."""
    wording: Wording | None = None
    for row in rows:
        if wording is None or wording.reading is not row.reading:
            wording = Wording(row.reading)
        yield row, wording
