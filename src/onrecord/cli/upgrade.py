"""`onrecord upgrade`: a ledger that an older version made, brought up to this one."""

import click

from onrecord.cli.ledgers import check_there, ledger_option, open_to_write
from onrecord.cli.plain import note
from onrecord.cli.settings import read_settings

EPILOG = """\b
Examples:
  onrecord upgrade --ledger court.db

\b
Exit codes: 0 fine (also when there was nothing to do), 2 called wrongly, 3 the ledger could not be used.
"""


@click.command("upgrade", epilog=EPILOG)
@ledger_option
def command(ledger: str | None) -> None:
    """Bring a ledger made by an older version of onrecord up to this one.

    It is done in one transaction: when it is stopped, the ledger is as it was. A command that writes to a ledger does
    the same on its own; those that only read never change it.
    """
    settings = read_settings(ledger)
    check_there(settings)
    with open_to_write(settings):
        note(f"{settings.ledger_words} is a ledger of this version")
