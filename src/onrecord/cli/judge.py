"""`onrecord judge`: what people decide about the record, each decision a row with who and why."""

from typing import Any

import click

from onrecord.cli import judge_correct, judge_list
from onrecord.cli.judging import EXITS, epilog, find_key, find_keys, find_party, judge_options, record
from onrecord.ledger import Ledger

EPILOG = f"""\b
Examples:
  onrecord judge reject icc-001#e2 --by "Ada Fenn" --why "the headline asks, it does not tell"
  onrecord judge correct icc-001#e1 --status planned --by "Ada Fenn" --why "it is to be sent next week"
  onrecord judge undo 3 --by "Ada Fenn" --why "the outlet mended its report"
  onrecord judge list --orphaned

\b
{EXITS}
"""


@click.group("judge", epilog=EPILOG)
def command() -> None:
    """Accept, reject and correct what was read, and say which parties and happenings are one.

    Nothing is overwritten: each decision is a row of its own with who, when and why, and can be undone by another.
    What a ledger shows is what was read as people decided. A decision about an act is kept by its report, its trigger
    and its type, so that it holds when a newer model reads the report again; where that finds no such act, the decision
    is listed as orphaned, and is never lost.

    An act is named REPORT#ACT, as `onrecord acts` shows them: icc-001#e2.
    """


@command.command("accept", epilog=epilog('onrecord judge accept icc-001#e1 --why "read it"'))
@click.argument("act", metavar="REPORT#ACT")
@judge_options
def accept(act: str, ledger: str | None, by: str | None, why: str) -> None:
    """Say that an act is right as it is shown; one that was rejected is shown again."""
    record(ledger, by, why, lambda opened: {"verb": "accept", "acts": (find_key(opened, act)[0],)})


@command.command("reject", epilog=epilog('onrecord judge reject icc-001#e2 --why "satire"'))
@click.argument("act", metavar="REPORT#ACT")
@judge_options
def reject(act: str, ledger: str | None, by: str | None, why: str) -> None:
    """Say that an act is wrong: it is shown no more."""
    record(ledger, by, why, lambda opened: {"verb": "reject", "acts": (find_key(opened, act)[0],)})


@command.command("undo", epilog=epilog('onrecord judge undo 3 --why "mistaken"'))
@click.argument("number", metavar="NUMBER", type=click.IntRange(min=1))
@judge_options
def undo(number: int, ledger: str | None, by: str | None, why: str) -> None:
    """Take a judgement back, by its number in `onrecord judge list`; undoing the undoing brings it back."""
    record(ledger, by, why, lambda _: {"verb": "undo", "undoes": number})


@command.command(
    "merge",
    epilog=epilog('onrecord judge merge "Karim Khan" "Karim A. A. Khan" --why "one person"'),
)
@click.argument("keep", metavar="PARTY")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@judge_options
def merge(keep: str, others: tuple[str, ...], ledger: str | None, by: str | None, why: str) -> None:
    """Say that parties are one: what is said of each OTHER is said of PARTY, in all reports.

    A party is a name that the ledger holds, an ISO code such as ISR, or KIND:NAME where a name is several.
    """

    def parts(opened: Ledger) -> dict[str, Any]:
        return {"verb": "merge_parties", "parties": tuple(find_party(opened, one) for one in (keep, *others))}

    record(ledger, by, why, parts)


@command.command(
    "split",
    epilog=epilog('onrecord judge split GEO "organisation:Georgia" --report demo-03 --why "the U.S. state"'),
)
@click.argument("was", metavar="PARTY")
@click.argument("now", metavar="OTHER")
@click.option("--report", "reports", metavar="REPORT", multiple=True, required=True, help="A report where it is so.")
@judge_options
def split(was: str, now: str, reports: tuple[str, ...], ledger: str | None, by: str | None, why: str) -> None:
    """Say that in some reports PARTY is not who is meant, but OTHER."""

    def parts(opened: Ledger) -> dict[str, Any]:
        parties = (find_party(opened, was), find_party(opened, now))
        return {"verb": "split_party", "parties": parties, "reports": tuple(opened.report(one).id for one in reports)}

    record(ledger, by, why, parts)


@command.command("same", epilog=epilog('onrecord judge same icc-001#e1 icc-002#e4 --why "one letter"'))
@click.argument("acts", metavar="REPORT#ACT...", nargs=-1, required=True)
@judge_options
def same(acts: tuple[str, ...], ledger: str | None, by: str | None, why: str) -> None:
    """Say that acts of several reports are one happening."""
    record(ledger, by, why, lambda opened: {"verb": "merge_happenings", "acts": find_keys(opened, acts)})


@command.command("apart", epilog=epilog('onrecord judge apart icc-001#e1 icc-002#e4 --why "two letters"'))
@click.argument("acts", metavar="REPORT#ACT...", nargs=-1, required=True)
@judge_options
def apart(acts: tuple[str, ...], ledger: str | None, by: str | None, why: str) -> None:
    """Say that the first of these acts is another happening than the rest."""
    record(ledger, by, why, lambda opened: {"verb": "split_happenings", "acts": find_keys(opened, acts)})


command.add_command(judge_correct.command)
command.add_command(judge_list.command)
