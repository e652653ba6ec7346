"""Judging: what the commands of `onrecord judge` share: who and why, and how acts and parties are named."""

import os
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, get_args

import click

from onrecord.cli.ledgers import check_there, ledger_option, open_to_write
from onrecord.cli.plain import note
from onrecord.cli.settings import read_settings
from onrecord.ledger import Ledger
from onrecord.ledger.keys import name_key, party_keys
from onrecord.ledger.party_changes import name_of
from onrecord.ledger.verdicts import key_of
from onrecord.records import PartyKind, Reading
from onrecord.records.errors import LedgerError
from onrecord.records.judgements import ActKey, Judgement, PartyName
from onrecord.resolve.named import find_named

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
    report, mark, act_id = named.rpartition("#")
    if not mark or not report:
        raise click.UsageError(f"{named!r} names no act; expected REPORT#ACT, for instance icc-001#e2.")
    read = ledger.reading(report, judged=False)
    found = [act for act in read.acts if act.id == act_id]
    if not found:
        known = ", ".join(f"{act.id} ({act.type})" for act in read.acts) or "no acts"
        raise LedgerError(f"no act {act_id!r}", report_id=read.report.id, found=known, expected="one of these")
    return key_of(read, found[0]), ledger.reading(report)


def find_keys(ledger: Ledger, named: Iterable[str]) -> tuple[ActKey, ...]:
    return tuple(find_key(ledger, one)[0] for one in named)


def find_party(ledger: Ledger, named: str, reading: Reading | None = None) -> PartyName:
    """The party that a person names: one of the reading's, a known one, one of the ledger's, or ``KIND:NAME``."""
    kind, mark, name = named.partition(":")
    if mark and kind in get_args(PartyKind):
        return PartyName(kind=kind, name=name.strip())  # type: ignore[arg-type]
    here = [name_of(party) for party in reading.parties if name_key(named) in party_keys(party)] if reading else []
    known = [PartyName(kind=kind, name=name, ids=ids) for kind, name, ids in find_named(named)]
    for candidates in (here, known, ledger.parties(named)):
        distinct = list(dict.fromkeys(candidates))
        if len(distinct) == 1:
            return distinct[0]
        if distinct:
            shown = ", ".join(f"{one.kind}:{one.name}" for one in distinct)
            raise click.UsageError(f"{named!r} may be {shown}; give one of these.")
    kinds = ", ".join(get_args(PartyKind))
    raise click.UsageError(f"{named!r} is no party that is known here; give KIND:NAME with a kind of {kinds}.")
