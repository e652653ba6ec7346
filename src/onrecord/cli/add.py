"""`onrecord add`: reports into a ledger, in a way that can be stopped and run again at any time."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from typing import Any, Protocol

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from onrecord.cli import factory
from onrecord.cli.exits import exit_for
from onrecord.cli.inputs import Tally, input_options, inputs_from, read_given_readings, read_reports
from onrecord.cli.ledgers import ledger_option, open_to_write
from onrecord.cli.plain import note
from onrecord.cli.settings import read_settings
from onrecord.ledger import Appended, Ledger
from onrecord.records import Reading, Report
from onrecord.records.errors import LedgerError

EPILOG = """\b
Examples:
  onrecord add reports/ --ledger court.db
  onrecord add --readings court.readings.jsonl --ledger court.db
  onrecord add monday.jsonl https://harbourtimes.example/2024/06/30/letters

\b
Exit codes: 0 fine, 1 some inputs rejected, 2 called wrongly, 3 nothing could be read, or the ledger failed.
"""

OUTCOME_WORDS = {
    Appended.NEW: "added",
    Appended.SUPERSEDED: "read anew",
    Appended.ALREADY_THERE: "already there",
}


class Advance(Protocol):
    """Called after each report with the count of what came of them so far."""

    def __call__(self, outcomes: Counter[Appended]) -> None: ...


@click.command("add", epilog=EPILOG)
@input_options
@click.option("--readings", is_flag=True, help="IN are files of readings, put in as they are: see `onrecord export`.")
@ledger_option
@click.pass_context
def command(ctx: click.Context, /, ledger: str | None, **options: Any) -> None:
    """Read reports and put their records into a ledger, which is made when there is none yet.

    A report that is there already is not read again, so a run that was stopped goes on when it is run again.
    IN is a text, Markdown, HTML, PDF or mail file, an address, a file of many (.jsonl, .mbox, .warc), a folder of
    these, or - for the standard input.
    With --readings it is a file that `onrecord export --as readings` wrote: nothing is read anew, and what does not
    stand on its text is rejected.
    """
    settings, tally, outcomes = read_settings(ledger), Tally(), Counter[Appended]()
    try:
        with open_to_write(settings) as opened, progress() as advance:
            if options["readings"]:
                append_all(read_given_readings(options["places"], tally), opened, outcomes, advance)
            else:
                add_reports(read_reports(inputs_from(options), tally), opened, outcomes, advance)
    except (KeyboardInterrupt, LedgerError) as error:
        if isinstance(error, KeyboardInterrupt) or outcomes:
            done = f"{summary(outcomes, tally)} so far, in {settings.ledger_words}"
            note(f"\n{done}; run the same command again to go on")
        raise
    note(f"{summary(outcomes, tally)}, in {settings.ledger_words}")
    ctx.exit(exit_for(tally.reports, tally.rejected))


def add_reports(reports: Iterator[Report], ledger: Ledger, outcomes: Counter[Appended], advance: Advance) -> None:
    """Read and append what the ledger has no reading of by this reader; each report is written when it is read."""
    first = next(reports, None)
    if first is None:
        return
    reader = factory.load_reader()
    unread = skip_known(chain([first], reports), ledger, reader.version, outcomes)
    append_all(reader.read_many(unread), ledger, outcomes, advance)


def append_all(readings: Iterable[Reading], ledger: Ledger, outcomes: Counter[Appended], advance: Advance) -> None:
    """Append each reading as it comes."""
    for reading in readings:
        outcomes[ledger.append(reading)] += 1
        advance(outcomes)


def skip_known(reports: Iterable[Report], ledger: Ledger, reader: str, outcomes: Counter[Appended]) -> Iterator[Report]:
    """The reports of which the ledger holds no reading by this reader; the others are counted."""
    for report in reports:
        if ledger.has(report.id, reader):
            outcomes[Appended.ALREADY_THERE] += 1
        else:
            yield report


def summary(outcomes: Counter[Appended], tally: Tally) -> str:
    """*12 added, 3 already there, 1 rejected*."""
    counts = [(outcomes[outcome], words) for outcome, words in OUTCOME_WORDS.items()]
    shown = [f"{count:,} {words}" for count, words in counts if count or words == "added"]
    return ", ".join([*shown, *([f"{tally.rejected:,} rejected"] if tally.rejected else [])])


def progress() -> AbstractContextManager[Advance]:
    """A line on stderr that tells how far the run is, where stderr is a terminal; else nothing."""
    return _Bar() if sys.stderr.isatty() else nullcontext(lambda outcomes: None)  # noqa: ARG005


class _Bar(AbstractContextManager[Advance]):
    def __init__(self) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("reading")

    def __enter__(self) -> Advance:
        self._progress.start()
        return self._advance

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def _advance(self, outcomes: Counter[Appended]) -> None:
        self._progress.update(self._task, description=summary(outcomes, Tally()))
