"""Judging: what the commands of `onrecord judge` share: who and why, and how acts and parties are named."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from onrecord.answers import naming
from onrecord.cli.ledgers import check_there, ledger_option, open_to_write
from onrecord.cli.plain import note
from onrecord.cli.settings import read_settings
from onrecord.ledger import Ledger
from onrecord.records import Reading
from onrecord.records.errors import NamingError
from onrecord.records.judgements import ActKey, Judgement, PartyName

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
BY_VARIABLE = "ONRECORD_BY"
EXITS = "Exit codes: 0 fine, 2 called wrongly, 3 what it is about is not there, or the ledger could not be used."


def epilog(*examples: str) -> str:
    """The end of a help: examples and exit codes."""
    title = "Example:" if len(examples) == 1 else "Examples:"
    return "\n".join(["\b", title, *(f"  {example}" for example in examples), "", "\b", EXITS, ""])


def judge_options(command: CommandT) -> CommandT:
    """Adds --why, --by and --ledger to a command that records a judgement."""
    for decorate in (
        ledger_option,
        click.option("--by", metavar="NAME", help=f"Who decides; else the name in {BY_VARIABLE}."),
        click.option("--why", metavar="WORDS", required=True, help="The reason, for whoever reads it later."),
    ):
        command = decorate(command)
    return command


def record(ledger: str | None, by: str | None, why: str, make: Callable[[Ledger], dict[str, Any]]) -> None:
    """Record the judgement whose parts `make` finds in the ledger, and tell its number."""
    by = find_who(by)
    if not why.strip():
        raise click.UsageError("Say why with --why WORDS.")
    settings = read_settings(ledger)
    check_there(settings)
    with open_to_write(settings) as opened:
        entry = opened.judge(Judgement(by=by, why=why, **make(opened)))
    note(f"judgement {entry.seq} by {entry.judgement.by}, in {settings.ledger_words}")


def find_who(by: str | None) -> str:
    """The person who decides: as given, else as the environment names him."""
    by = by or os.environ.get(BY_VARIABLE, "")
    if not by.strip():
        raise click.UsageError(f"Who says so? Give --by NAME, or set {BY_VARIABLE}.")
    return by


def find_key(ledger: Ledger, named: str) -> tuple[ActKey, Reading]:
    """The act that ``REPORT#ACT`` names, and the reading that it stands in, as people have decided so far."""
    with called_rightly():
        return naming.find_key(ledger, *naming.split_name(named))


def find_keys(ledger: Ledger, named: Iterable[str]) -> tuple[ActKey, ...]:
    return tuple(find_key(ledger, one)[0] for one in named)


def find_party(ledger: Ledger, named: str, reading: Reading | None = None) -> PartyName:
    """The party that a person names; as `naming.find_party`."""
    with called_rightly():
        return naming.find_party(ledger, named, reading)


@contextmanager
def called_rightly() -> Iterator[None]:
    """A name that is none, or that may mean several, is a command called wrongly."""
    try:
        yield
    except NamingError as error:
        raise click.UsageError(error.what) from error
