"""`onrecord judge list`: what people decided, and what has become of it."""

from collections.abc import Iterable, Iterator
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.judging import EXITS
from onrecord.cli.ledgers import json_option, ledger_option, open_to_ask
from onrecord.cli.lines import write_lines
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.cli.view import print_indented, print_title
from onrecord.ledger import JudgementState
from onrecord.records.judgements import ActKey, Correction, Judgement, PartyName
from onrecord.records.wire import to_wire
from onrecord.records.wording import count_words

EPILOG = f"""\b
Examples:
  onrecord judge list --ledger court.db
  onrecord judge list --orphaned --json

\b
{EXITS}
"""
ORPHAN_WORDS = {
    "report_gone": "the ledger has no such report",
    "act_gone": "the reading that counts now has no such act",
    "act_doubtful": "the reading that counts now has two such acts",
    "party_gone": "the act has no such party now",
}
VERB_WORDS = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "merge_parties": "one party",
    "split_party": "another party",
    "merge_happenings": "one happening",
    "split_happenings": "another happening",
    "undo": "undone",
}


@click.command("list", epilog=EPILOG)
@ledger_option
@click.option("--orphaned", is_flag=True, help="Only those that have nothing to change today.")
@json_option
@click.option("--width", type=click.IntRange(min=30), metavar="N", help="How many columns the list may take.")
def command(ledger: str | None, orphaned: bool, as_json: bool, width: int | None) -> None:
    """List what people decided, the oldest first: who, when, why, what undid it, and what it no longer finds."""
    settings = read_settings(ledger)
    with open_to_ask(settings) as opened:
        states = [state for state in opened.judgements() if state.orphaned or not orphaned]
        titles = {head.id: head.given_id or head.id for head in opened.reports()} if states else {}
    if as_json:
        write_lines(judgement_line(state) for state in states)
    else:
        print_judgements(open_console(width), states, titles, settings.shown, orphaned=orphaned)


def judgement_line(state: JudgementState) -> dict[str, Any]:
    """A judgement with its number, its time and what has become of it."""
    return {
        "seq": state.entry.seq,
        "recorded_at": state.entry.recorded_at,
        "judgement": to_wire(state.entry.judgement),
        "undone_by": state.undone_by,
        "orphaned": state.orphaned,
    }


def print_judgements(
    console: Console, states: list[JudgementState], titles: dict[str, str], ledger: str, *, orphaned: bool
) -> None:
    if not states:
        which = "No judgement is orphaned" if orphaned else "Nobody has judged anything yet"
        print_indented(console, Text(safe(f"{which} in {ledger}.")))
        return
    for state in states:
        judgement = state.entry.judgement
        when = state.entry.recorded_at.strftime("%Y-%m-%d %H:%M")
        print_title(console, safe(f"{state.entry.seq} · {VERB_WORDS[judgement.verb]} · {judgement.by} · {when}"))
        for line in (*lines_of(judgement, titles), f"because: {judgement.why}", *fate_of(state)):
            print_indented(console, Text(safe(line)), 2)
    print_title(console, safe(f"{count_words(len(states), 'judgement')} in {ledger}"))


def lines_of(judgement: Judgement, titles: dict[str, str]) -> Iterator[str]:
    """What a judgement is about, a line each."""
    for key in judgement.acts:
        yield act_words(key, titles)
    if judgement.correction is not None:
        yield from correction_words(judgement.correction)
    if judgement.verb == "merge_parties":
        yield f"{', '.join(map(party_words, judgement.parties[1:]))} → {party_words(judgement.parties[0])}"
    if judgement.verb == "split_party":
        was, now = map(party_words, judgement.parties)
        yield f"{was} → {now} in {', '.join(titles.get(report, report) for report in judgement.reports)}"
    if judgement.undoes is not None:
        yield f"judgement {judgement.undoes}"


def act_words(key: ActKey, titles: dict[str, str]) -> str:
    return f"{key.type} at characters {key.trigger.start} to {key.trigger.end} of {titles.get(key.report, key.report)}"


def correction_words(correction: Correction) -> Iterator[str]:
    for name in ("type", "status", "stage", "direction", "instrument"):
        if getattr(correction, name):
            yield f"{name}: {getattr(correction, name)}"
    for change in correction.parties:
        yield f"{change.role}: {party_words(change.was)} → {party_words(change.now)}"


def party_words(party: PartyName | None) -> str:
    return f"{party.name} [{party.kind}]" if party else "nobody"


def fate_of(state: JudgementState) -> Iterable[str]:
    if state.undone_by is not None:
        yield f"undone by judgement {state.undone_by}"
    if state.orphaned:
        yield f"orphaned: {ORPHAN_WORDS[state.orphaned]}"
