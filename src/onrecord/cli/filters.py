"""Filters: the options that say which acts are wanted, shared by the commands that list or write acts."""

import re
from collections.abc import Callable
from typing import Any, TypeVar, get_args

import click

from onrecord.records import ActStatus, ActType

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
FILTERS = ("party", "type", "status", "source", "since", "until", "limit")


def check_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A day, a month or a year, as the ledger takes them: 2024-06-30, 2024-06 or 2024."""
    if value is not None and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise click.BadParameter(f"{value!r} is no date; expected one as 2024-06-30, 2024-06 or 2024.", ctx, param)
    return value


def filter_options(command: CommandT) -> CommandT:
    """Adds --party, --type, --status, --source, --since, --until and --limit to a command."""
    for decorate in reversed((
        click.option(
            "--party", metavar="NAME", help="Acts in which this party has a part: a name, or an ISO code such as ISR."
        ),
        click.option("--type", type=click.Choice(get_args(ActType)), metavar="TYPE", help="Acts of this type."),
        click.option("--status", type=click.Choice(get_args(ActStatus)), help="Acts of this status."),
        click.option("--source", metavar="NAME", help="Acts for which this party or outlet is cited."),
        click.option(
            "--since", callback=check_date, metavar="DATE", help="Acts on this day or later: 2024-06-30, 2024-06."
        ),
        click.option("--until", callback=check_date, metavar="DATE", help="Acts on this day or earlier."),
        click.option("--limit", type=click.IntRange(min=1), metavar="N", help="How many acts at most."),
    )):  # fmt: skip
        command = decorate(command)
    return command
