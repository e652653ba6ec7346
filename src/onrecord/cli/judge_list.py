"""`onrecord judge list`: what people decided, and what has become of it."""

from typing import Any

import click
from rich.console import Console
from rich.text import Text

from onrecord.answers.judgement_words import VERB_WORDS, fate_of, lines_of
from onrecord.cli.judging import EXITS
from onrecord.cli.ledgers import json_option, ledger_option, open_to_ask
from onrecord.cli.lines import write_lines
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.cli.view import print_indented, print_title
from onrecord.ledger import JudgementState
from onrecord.records.wire import to_wire
from onrecord.records.wording import count_words

EPILOG = f"""\b
Examples:
  onrecord judge list --ledger court.db
  onrecord judge list --orphaned --json

\b
{EXITS}
"""


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
