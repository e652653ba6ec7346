"""`onrecord changes`: what moved in a matter's position table since a day."""

import click
from rich.console import Console
from rich.text import Text

from onrecord.answers import eves
from onrecord.answers.matter_files import open_matter
from onrecord.answers.position_words import party_list, quote_words, stand_words
from onrecord.cli.filters import check_date
from onrecord.cli.ledgers import json_option, ledger_option
from onrecord.cli.lines import write_lines
from onrecord.cli.matter_folds import fold_ledger, matter_argument, width_option
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import ID_STYLE, open_console
from onrecord.cli.view import print_indented, print_title
from onrecord.matters.changes import find_changes
from onrecord.matters.folding import MatterFold
from onrecord.records.errors import MatterError
from onrecord.records.positions import Change, Position
from onrecord.records.wire import to_wire
from onrecord.records.wording import word_date

EPILOG = """\b
Examples:
  onrecord changes icc-warrants.toml --since 2024-07-01 --ledger court.db
  onrecord changes icc-warrants.toml --since 2024-07-01 --recorded --json

\b
Exit codes: 0 fine (also when nothing changed), 2 called wrongly, 3 the matter or the ledger could not be used.
"""


@click.command("changes", epilog=EPILOG)
@matter_argument
@ledger_option
@click.option(
    "--since", required=True, callback=check_date, metavar="DATE", help="What changed on this day or later: 2024-07-01."
)
@click.option(
    "--recorded", is_flag=True, help="Compare with what the ledger held then, not with what had been reported then."
)
@json_option
@width_option
def command(matter: str, ledger: str | None, since: str, recorded: bool, as_json: bool, width: int | None) -> None:
    """List the positions that are new, moved or gone since a day, each with the quote that moved it.

    Today's table is compared with that of the reports published before that day; with --recorded, with the table of
    what the ledger held when the day began (UTC).
    """
    wanted, settings = open_matter(matter), read_settings(ledger)
    fold, eve = fold_ledger(wanted, settings), eve_of(since)
    before = fold_ledger(wanted, settings, eve).table(known_on=eve) if recorded else fold.table(as_of=eve)
    changes = find_changes(before, fold.table())
    if as_json:
        write_lines(to_wire(change) for change in changes)
    else:
        print_changes(open_console(width), changes, fold, since)


def eve_of(written: str) -> str:
    """The day before a day, a month or a year began."""
    try:
        return eves.eve_of(written)
    except MatterError as error:
        raise click.BadParameter(f"{error.what}.", param_hint="'--since'") from error


def print_changes(console: Console, changes: tuple[Change, ...], fold: MatterFold, since: str) -> None:
    print_indented(console, Text(safe(fold.matter.title), style="bold"))
    if not changes:
        print_indented(console, Text(safe(f"No position changed since {word_date(since)}.")))
        return
    names = {instrument.id: instrument.name for instrument in fold.matter.instruments}
    print_title(console, safe(f"Changed since {word_date(since)}"))
    rows: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        rows.setdefault(_row(change, names), []).append(change)
    for (moved, quote), row in rows.items():
        parties = party_list(shown.party for each in row if (shown := each.after or each.before))
        print_indented(console, Text.assemble((safe(parties), ID_STYLE), safe(moved)), 2)
        if quote:
            print_indented(console, Text(safe(quote)), 4)


def _row(change: Change, names: dict[str, str]) -> tuple[str, str]:
    """How a position moved, and the quote that moved it: the parties that share both stand in one row."""
    shown = change.after or change.before
    instrument = names[shown.instrument] if shown else ""
    moved = f" · {instrument} · {_words(change.before)} → {_words(change.after)}"
    return moved, quote_words(change.after.steps[-1]) if change.after else ""


def _words(position: Position | None) -> str:
    return "nothing" if position is None else stand_words(position.stage, position.direction, position.steps)
