"""Matter folds: the matter file that a command asks about, its options, and the fold of it."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from onrecord.answers import matter_folds
from onrecord.cli.filters import check_date
from onrecord.cli.ledgers import open_to_ask
from onrecord.cli.settings import Settings
from onrecord.matters.folding import MatterFold
from onrecord.records.matters import Matter

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def check_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A day as 2024-06-30; a month or a year stands for its last day."""
    if check_date(ctx, param, value) is None or value is None:
        return None
    parts = [int(part) for part in value.split("-")]
    year, month, day = (*parts, *(12, 0)[len(parts) - 1 :])
    try:
        return date(year, month, day or monthrange(year, month)[1]).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date: {error}.", ctx, param) from error


matter_option = click.option("--matter", metavar="FILE", required=True, help="The matter file (TOML).")
matter_argument = click.argument("matter", metavar="MATTER")
as_of_option = click.option(
    "--as-of", callback=check_day, metavar="DATE", help="By what had been reported up to this day."
)
known_on_option = click.option(
    "--known-on", callback=check_day, metavar="DATE", help="By what the ledger held at the end of this day (UTC)."
)
width_option = click.option(
    "--width", type=click.IntRange(min=30), metavar="N", help="How many columns the list may take."
)


def fold_ledger(matter: Matter, settings: Settings, known_on: str | None = None) -> MatterFold:
    """The fold of a matter in the ledger that the settings name."""
    with open_to_ask(settings) as opened:
        return matter_folds.fold_ledger(matter, opened, known_on)
