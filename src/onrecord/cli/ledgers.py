"""Ledgers: the option that names a ledger, shared by the commands that use one, and how it is opened."""

from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.settings import DEFAULT_LEDGER, LEDGER_VARIABLE, Settings
from onrecord.ledger import Ledger, open_ledger
from onrecord.records.errors import LedgerError

ledger_option = click.option(
    "--ledger",
    metavar="PLACE",
    help=f"The ledger, a file or postgresql://USER@HOST/DATABASE; else the one that {LEDGER_VARIABLE} names, "
    f"else {DEFAULT_LEDGER} in the current folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON, one line a record.")


def open_to_write(settings: Settings) -> Ledger:
    """The ledger, made when there is none yet."""
    return open_ledger(settings.ledger, clock=_now)


def open_to_ask(settings: Settings) -> Ledger:
    """The ledger, never changed. Where there is none, the error says how to start one."""
    check_there(settings)
    return open_ledger(settings.ledger, read_only=True, clock=_now)


def check_there(settings: Settings) -> None:
    """A LedgerError where a file is meant and there is none."""
    if "://" not in settings.ledger and not Path(settings.ledger).exists():
        raise LedgerError(
            f"no ledger at {settings.ledger_words} yet; start one with: onrecord add REPORT --ledger {settings.shown}"
        )


def _now() -> datetime:
    return datetime.now(UTC)
