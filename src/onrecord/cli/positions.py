"""`onrecord positions`: where parties stand on a matter, as a table with its evidence."""

import click

from onrecord.answers.matter_files import open_matter
from onrecord.cli.ledgers import json_option, ledger_option
from onrecord.cli.lines import write_lines
from onrecord.cli.matter_folds import as_of_option, fold_ledger, known_on_option, matter_argument, width_option
from onrecord.cli.positions_view import print_table
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.records.wire import to_wire

EPILOG = """\b
Examples:
  onrecord positions icc-warrants.toml --ledger court.db
  onrecord positions icc-warrants.toml --as-of 2024-06-30 --party GBR
  onrecord positions icc-warrants.toml --known-on 2024-07-01 --json

\b
Exit codes: 0 fine (also when nothing is found), 2 called wrongly, 3 the matter or the ledger could not be used.
"""


@click.command("positions", epilog=EPILOG)
@matter_argument
@ledger_option
@as_of_option
@known_on_option
@click.option("--party", metavar="NAME", help="Only this party: a name, or an ISO code such as ISR.")
@click.option("--quotes", is_flag=True, help="Show every quote of every position, also of those overtaken.")
@json_option
@width_option
def command(
    matter: str, ledger: str | None, as_of: str | None, known_on: str | None, party: str | None, quotes: bool,
    as_json: bool, width: int | None,
) -> None:  # fmt: skip
    """Show where parties stand on each instrument of a matter, by which act and according to whom.

    MATTER is a matter file (TOML). A state that was asked is never shown as having acted, a counted group never as its
    members, and a party of which nothing is reported is listed as that. What reports say otherwise stands below each
    position, and accounts that cannot all be right stand at the end.
    """
    wanted, settings = open_matter(matter), read_settings(ledger)
    fold = fold_ledger(wanted, settings, known_on)
    table = fold.table(as_of, known_on) if party is None else fold.table_of(party, as_of, known_on)
    if as_json:
        write_lines([to_wire(table)])
    else:
        print_table(open_console(width), table, fold, settings.shown, quotes=quotes)
