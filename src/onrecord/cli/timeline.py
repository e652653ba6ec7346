"""`onrecord timeline`: the steps that parties took on a matter, in the order in which they happened."""

import click
from rich.console import Console
from rich.text import Text

from onrecord.answers.matter_files import open_matter
from onrecord.answers.position_words import party_words, quote_words, report_list, stand_words
from onrecord.answers.timelines import timeline_of
from onrecord.cli.ledgers import json_option, ledger_option
from onrecord.cli.lines import write_lines
from onrecord.cli.matter_folds import as_of_option, fold_ledger, known_on_option, matter_argument, width_option
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import ID_STYLE, open_console
from onrecord.cli.view import print_indented, print_title
from onrecord.matters.folding import MatterFold
from onrecord.records.positions import TimelineEntry
from onrecord.records.wire import to_wire
from onrecord.records.wording import word_date, word_time

EPILOG = """\b
Examples:
  onrecord timeline icc-warrants.toml --ledger court.db
  onrecord timeline icc-warrants.toml --party GBR --json

\b
Exit codes: 0 fine (also when nothing is found), 2 called wrongly, 3 the matter or the ledger could not be used.
"""


@click.command("timeline", epilog=EPILOG)
@matter_argument
@ledger_option
@as_of_option
@known_on_option
@click.option("--party", metavar="NAME", help="Only the steps of this party: a name, or an ISO code such as ISR.")
@json_option
@width_option
def command(
    matter: str, ledger: str | None, as_of: str | None, known_on: str | None, party: str | None, as_json: bool,
    width: int | None,
) -> None:  # fmt: skip
    """List the steps that parties took on a matter, the earliest first, each with the reports that tell it.

    A step stands on the day on which it happened where a report tells that, else on the day of the report, marked as
    reported. A step that several reports tell is listed once.
    """
    wanted, settings = open_matter(matter), read_settings(ledger)
    fold = fold_ledger(wanted, settings, known_on)
    entries = timeline_of(fold, as_of, party)
    if as_json:
        write_lines(to_wire(entry) for entry in entries)
    else:
        print_timeline(open_console(width), entries, fold, settings.shown, party)


def print_timeline(
    console: Console, entries: tuple[TimelineEntry, ...], fold: MatterFold, ledger: str, party: str | None
) -> None:
    print_indented(console, Text(safe(fold.matter.title), style="bold"))
    if not entries:
        print_indented(
            console, Text(safe(f"No step{f' of {party}' if party else ''} on this matter is on record in {ledger}."))
        )
        return
    names = {instrument.id: instrument.name for instrument in fold.matter.instruments}
    for entry in entries:
        reported = f"reported {word_date(entry.day)}" if entry.day else "day unknown"
        print_title(console, safe(word_time(entry.time) if entry.is_stated else reported))
        stand = f" · {names[entry.instrument]} · {stand_words(entry.stage, entry.direction, entry.steps)}"
        print_indented(console, Text.assemble((safe(party_words(entry.party)), ID_STYLE), safe(stand)), 2)
        print_indented(console, Text(safe(quote_words(entry.steps[0]))), 4)
        if len({step.report for step in entry.steps}) > 1:
            print_indented(console, Text(safe(f"told by {report_list(entry.steps)}")), 4)
