"""`onrecord judge correct`: what an act is instead of what was read."""

from typing import Any, get_args

import click

from onrecord.cli.judging import EXITS, find_key, find_party, judge_options, record
from onrecord.ledger import Ledger
from onrecord.records import ActStatus, ActType, Reading
from onrecord.records.judgements import Correction, PartyChange, PartyRole
from onrecord.records.stances import Direction, Stage

EPILOG = f"""\b
Examples:
  onrecord judge correct icc-001#e1 --status planned --why "it is to be sent next week"
  onrecord judge correct icc-001#e1 --actor Norway Sweden --why "Sweden wrote it"
  onrecord judge correct icc-001#e1 --stage leave_granted --instrument amicus --why "the order of 27 June"

\b
{EXITS}
"""


@click.command("correct", epilog=EPILOG)
@click.argument("act", metavar="REPORT#ACT")
@click.option("--type", type=click.Choice(get_args(ActType)), metavar="TYPE", help="It is an act of this type.")
@click.option("--status", type=click.Choice(get_args(ActStatus)), help="It has this status.")
@click.option("--actor", "actors", nargs=2, multiple=True, metavar="PARTY OTHER", help="OTHER did it, not PARTY.")
@click.option("--recipient", "recipients", nargs=2, multiple=True, metavar="PARTY OTHER", help="It was to OTHER.")
@click.option("--add-actor", multiple=True, metavar="PARTY", help="PARTY did it too.")
@click.option("--add-recipient", multiple=True, metavar="PARTY", help="It was to PARTY too.")
@click.option("--no-actor", multiple=True, metavar="PARTY", help="PARTY did not do it.")
@click.option("--no-recipient", multiple=True, metavar="PARTY", help="It was not to PARTY.")
@click.option("--stage", type=click.Choice(get_args(Stage)), help="How far its party has gone by it.")
@click.option("--direction", type=click.Choice(get_args(Direction)), help="On which side it puts its party.")
@click.option("--instrument", metavar="ID", help="The instrument that stage and direction are about, if not any.")
@judge_options
def command(act: str, ledger: str | None, by: str | None, why: str, **options: Any) -> None:
    """Say what an act is instead of what was read; what is not given stays as it is.

    A party is one of the act's report, an ISO code such as ISR, another that is known, or KIND:NAME.
    """
    if options["instrument"] and not (options["stage"] or options["direction"]):
        raise click.UsageError("--instrument says what --stage or --direction is about. Give one of them.")
    fields = {name: options[name] for name in ("type", "status", "stage", "direction", "instrument")}
    if not any(options.values()):
        raise click.UsageError("Say what to correct: --type, --status, a party, --stage or --direction.")

    def parts(opened: Ledger) -> dict[str, Any]:
        key, reading = find_key(opened, act)
        changes = tuple(find_changes(opened, reading, options))
        return {"verb": "correct", "acts": (key,), "correction": Correction(parties=changes, **fields)}

    record(ledger, by, why, parts)


def find_changes(ledger: Ledger, reading: Reading, options: dict[str, Any]) -> list[PartyChange]:
    """The changes of parties that the options tell, those of actors first."""
    changes: list[PartyChange] = []
    roles: tuple[PartyRole, ...] = ("actor", "recipient")
    for role in roles:
        pairs = [*options[f"{role}s"], *((None, now) for now in options[f"add_{role}"])]
        pairs += [(was, None) for was in options[f"no_{role}"]]
        for was, now in pairs:
            named = [None if name is None else find_party(ledger, name, reading) for name in (was, now)]
            changes.append(PartyChange(role=role, was=named[0], now=named[1]))
    return changes
