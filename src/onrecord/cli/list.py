"""`onrecord list`: lists of parties that signed, voted or filed, as positions with a provenance of their own."""

import click

from onrecord.cli import list_add, list_show
from onrecord.cli.judging import find_who
from onrecord.cli.ledgers import check_there, ledger_option, open_to_write
from onrecord.cli.list_options import EXITS, by_option
from onrecord.cli.plain import note
from onrecord.cli.settings import read_settings
from onrecord.records.party_lists import ListWithdrawal

EPILOG = f"""\b
Examples:
  onrecord list add annex.xlsx --matter warrants.toml --instrument joint-statement --stage signed --title "Annex"
  onrecord list show 3
  onrecord list withdraw 3 --by "Ada Fenn" --why "it is of another statement"

\b
{EXITS}
"""
WITHDRAW_EPILOG = f"""\b
Example:
  onrecord list withdraw 3 --by "Ada Fenn" --why "it is of another statement"

\b
{EXITS}
"""


@click.group("list", epilog=EPILOG)
def command() -> None:
    """Put in a list of those who signed, voted or filed, and see what became of it.

    Each name of a list becomes a position of its party, with the list, its row and who gave it as the provenance.
    A name that stands for no known party, or for several, makes none, and is shown. A list is never changed: a better
    one replaces it, or somebody withdraws it.
    """


@command.command("withdraw", epilog=WITHDRAW_EPILOG)
@click.argument("number", metavar="NUMBER", type=click.IntRange(min=1))
@ledger_option
@by_option
@click.option("--why", metavar="WORDS", required=True, help="The reason, for whoever reads it later.")
def withdraw(number: int, ledger: str | None, by: str | None, why: str) -> None:
    """Say that a list does not stand any more, by its number in `onrecord list show`."""
    if not why.strip():
        raise click.UsageError("Say why with --why WORDS.")
    said = ListWithdrawal(withdraws=number, by=find_who(by), why=why)
    settings = read_settings(ledger)
    check_there(settings)
    with open_to_write(settings) as opened:
        opened.withdraw_list(said)
    note(f"list {number} withdrawn by {said.by}, in {settings.ledger_words}")


command.add_command(list_add.command)
command.add_command(list_show.command)
