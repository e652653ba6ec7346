"""`onrecord cited`: who is cited by whom in a ledger, so that it shows when ten outlets have a story from one place."""

from itertools import groupby

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.ledgers import json_option, ledger_option, open_to_ask
from onrecord.cli.lines import cited_line, write_lines
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.cli.view import print_indented, print_title
from onrecord.ledger import CitedRow
from onrecord.records.wording import count_words

EPILOG = """\b
Examples:
  onrecord cited --ledger court.db
  onrecord cited --json

\b
Exit codes: 0 fine (also when nothing is found), 2 called wrongly, 3 the ledger could not be used.
"""


@click.command("cited", epilog=EPILOG)
@ledger_option
@json_option
@click.option("--width", type=click.IntRange(min=30), metavar="N", help="How many columns the list may take.")
def command(ledger: str | None, as_json: bool, width: int | None) -> None:
    """List who is cited by which outlets, those cited in most reports first.

    The counts tell how often somebody is cited, not how many origins a story has.
    """
    settings = read_settings(ledger)
    with open_to_ask(settings) as opened:
        rows = list(opened.cited())
    if as_json:
        write_lines(cited_line(row) for row in rows)
    else:
        print_cited(open_console(width), rows, settings.shown)


def print_cited(console: Console, rows: list[CitedRow], ledger: str) -> None:
    """Each who is cited, and below it the outlets that do so."""
    if not rows:
        words = f"Nobody is cited yet in {ledger}. Add reports with: onrecord add REPORT --ledger {ledger}"
        print_indented(console, Text(safe(words)))
        return
    print_indented(console, Text(safe(f"Who is cited by whom in {ledger}"), style="bold"))
    groups = [list(group) for _, group in groupby(sorted(rows, key=_source), key=_source)]
    for group in sorted(groups, key=lambda group: (-sum(row.reports for row in group), _source(group[0]))):
        print_source(console, group)


def _source(row: CitedRow) -> tuple[bool, str, str]:
    return row.source is None, row.source or "", row.kind or ""


def print_source(console: Console, rows: list[CitedRow]) -> None:
    name, kind = rows[0].source, rows[0].kind
    print_title(console, safe(f"{name} [{kind}]" if name else "sources not named"))
    for row in sorted(rows, key=lambda row: (-row.reports, -row.attributions, row.outlet or "")):
        how = "" if row.how == "source" else ", as the outlet that somebody spoke to"
        counts = f"{count_words(row.attributions, 'attribution')} in {count_words(row.reports, 'report')}"
        print_indented(console, Text(safe(f"by {row.outlet or 'an unknown outlet'}: {counts}{how}")), 2)
