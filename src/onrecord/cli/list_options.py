"""List options: what the commands of `onrecord list` share."""

import click

from onrecord.cli.judging import BY_VARIABLE

EXITS = (
    "Exit codes: 0 fine, 1 names are not resolved or their count is not the headline's, 2 called wrongly, 3 the list, "
    "the matter or the ledger could not be used."
)
by_option = click.option("--by", metavar="NAME", help=f"Who says so; else the name in {BY_VARIABLE}.")
