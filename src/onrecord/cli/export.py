"""`onrecord export`: what is on record, of a ledger or of reports, in the forms that others use."""

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from onrecord.cli.excerpts import excerpts_of_ledger, excerpts_of_readings, is_asking
from onrecord.cli.exits import Exit, exit_for
from onrecord.cli.filters import FILTERS, filter_options
from onrecord.cli.inputs import Tally, inputs_from, read_given_readings, read_reports, report_options
from onrecord.cli.ledgers import ledger_option
from onrecord.cli.plain import note
from onrecord.cli.read import read_all
from onrecord.cli.settings import Settings, read_settings
from onrecord.export.columns import Table
from onrecord.export.destination import STDOUT, open_destination
from onrecord.export.excerpts import Excerpt
from onrecord.export.forms import FORMS, Form, form_for
from onrecord.export.options import QUOTE_CHARS, ExportOptions
from onrecord.export.tables import TABLES
from onrecord.records.errors import ExportError
from onrecord.records.wording import count_words

EPILOG = """\b
Examples:
  onrecord export --ledger court.db --out acts.csv
  onrecord export --party ISR --type request --as jsonl
  onrecord export --rows attributions --out quotes.parquet
  onrecord export --ledger court.db --source Walla --out walla.jsonld
  onrecord export --as readings --with-text --out court.readings.jsonl
  onrecord export report.html --as csv

\b
Exit codes: 0 fine (also when nothing is found), 1 some inputs rejected, 2 called wrongly, 3 nothing could be read, the
file could not be written, or the ledger could not be used.
"""

ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be written where; `table` is None for a form that is not made of rows."""

    form: Form
    table: Table[Any] | None
    out: str
    options: ExportOptions

    @property
    def noun(self) -> str:
        return self.table.noun if self.table else "report"


@dataclass(slots=True)
class Counts:
    """How many reports and rows went out so far."""

    reports: int = 0
    rows: int = 0


@click.command("export", epilog=EPILOG)
@click.argument("places", metavar="[IN]...", nargs=-1)
@ledger_option
@click.option(
    "--as", "form", type=click.Choice(list(FORMS)), help="The form; else the one that the name of FILE tells, else csv."
)
@click.option("--rows", type=click.Choice(list(TABLES)), help="What a row is, in a form of rows.  [default: acts]")
@click.option("--out", metavar="FILE", default=STDOUT, show_default=True, help="Where to write; - is standard output.")
@click.option("--force", is_flag=True, help="Replace FILE when it is there already.")
@filter_options
@click.option("--with-text", is_flag=True, help="Write the whole texts of the reports too.")
@click.option(
    "--quote-chars",
    type=click.IntRange(min=20),
    metavar="N",
    default=QUOTE_CHARS,
    show_default=True,
    help="How many characters of a quote at most; the offsets tell the whole of it.",
)
@click.option("--bom", is_flag=True, help="Begin CSV with a byte-order mark, for older spreadsheets.")
@click.option("--superseded", is_flag=True, help="With readings: also those that no longer count.")
@click.option("--readings", is_flag=True, help="IN are files of readings, not of reports.")
@report_options
@click.pass_context
def command(ctx: click.Context, /, ledger: str | None, **options: Any) -> None:
    """Write what is on record in a ledger as rows, linked data or entities for other programs.

    With IN, reports are read and their record is written, without a ledger. Each row says who is cited, the status of
    the act, the report and the rule that made it: nothing in it reads as a fact. Quotes are cut, and the texts of
    reports are left out unless asked for. A file is written whole or not at all.
    """
    plan = plan_from(options, is_from_ledger=not options["places"], ledger=ledger)
    if plan.form.check:
        plan.form.check()
    settings, tally, counts = read_settings(ledger), Tally(), Counts()
    check_place(plan, settings)
    with (
        open_destination(plan.out, force=options["force"]) as stream,
        find_excerpts(options, settings, tally, judged=not plan.form.needs_text) as excerpts,
    ):
        write(plan, stream, excerpts, counts)
        if tally.rejected and not tally.reports:
            raise ExportError("nothing could be read, so nothing is written")
    note(summary(plan, counts, options, settings))
    ctx.exit(exit_for(tally.reports, tally.rejected) if options["places"] else Exit.FINE)


def plan_from(options: dict[str, Any], *, is_from_ledger: bool, ledger: str | None) -> Plan:
    """The plan that the options make; a usage error where they do not go together."""
    name, out = options["form"] or form_for(options["out"]) or "csv", options["out"]
    form = FORMS[name]
    table = TABLES[options["rows"] or "acts"] if form.write_rows else None
    is_filtered = is_asking({key: options[key] for key in FILTERS})
    refusals = (
        (ledger and not is_from_ledger, "IN is read without a ledger. Give either IN or --ledger."),
        (is_from_ledger and options["readings"], "--readings says what IN is. Give IN."),
        (form.needs_file and out == STDOUT, f"{name} needs a file: give --out FILE."),
        (form.needs_text and not options["with_text"], f"{name} hold the texts of the reports. Say --with-text."),
        (options["rows"] and table is None, f"{name} is not made of rows. Leave out --rows."),
        (options["bom"] and name != "csv", "--bom is for csv."),
        (form.is_whole and is_filtered, f"{name} are whole. Leave out what asks for some acts."),
        (options["superseded"] and name != "readings", "--superseded is for readings."),
        (options["superseded"] and not is_from_ledger, "Only a ledger has what is superseded. Leave out IN."),
    )  # fmt: skip
    for is_wrong, words in refusals:
        if is_wrong:
            raise click.UsageError(words)
    limits = ExportOptions(quote_chars=options["quote_chars"], with_text=options["with_text"], bom=options["bom"])
    return Plan(form=form, table=table, out=out, options=limits)


def check_place(plan: Plan, settings: Settings) -> None:
    """Raise ExportError where the file to be replaced is the ledger itself."""
    ledger = re.sub(r"^sqlite(\+pysqlite)?:///", "", settings.ledger)
    if plan.out != STDOUT and Path(plan.out).resolve() == Path(ledger).resolve():
        raise ExportError("the ledger itself is no place for an export", where=plan.out)


def find_excerpts(
    options: dict[str, Any], settings: Settings, tally: Tally, *, judged: bool
) -> AbstractContextManager[Iterator[Excerpt]]:
    """From the ledger, or from what IN holds."""
    filters = {key: options[key] for key in FILTERS}
    if not options["places"]:
        return excerpts_of_ledger(settings, filters, superseded=options["superseded"], judged=judged)
    if options["readings"]:
        return excerpts_of_readings(read_given_readings(options["places"], tally), filters)
    return excerpts_of_readings(read_all(read_reports(inputs_from(options), tally)), filters)


def write(plan: Plan, stream: BinaryIO, excerpts: Iterable[Excerpt], counts: Counts) -> None:
    """Everything to the stream, counted as it goes."""

    def count(items: Iterable[ItemT], field: str) -> Iterator[ItemT]:
        for item in items:
            setattr(counts, field, getattr(counts, field) + 1)
            yield item

    passing = count(excerpts, "reports")
    if plan.table and plan.form.write_rows:
        rows = count(plan.table.rows(passing, plan.options), "rows")
        plan.form.write_rows(stream, plan.table.columns_for(plan.options), rows, plan.options)
    elif plan.form.write_readings:
        plan.form.write_readings(stream, passing, plan.options)


def summary(plan: Plan, counts: Counts, options: dict[str, Any], settings: Settings) -> str:
    """*4 acts of 2 reports, from court.db, to acts.csv*; what is empty is said, with the way on."""
    where = "IN" if options["places"] else settings.ledger_words
    written = counts.rows if plan.table else counts.reports
    if not written:
        plural = count_words(0, plan.noun).removeprefix("0 ")
        if is_asking({key: options[key] for key in FILTERS}):
            return f"No {plural} in {where} match. Ask for less."
        return f"No {plural} in {where}."
    reports = count_words(counts.reports, "report")
    rows = f"{count_words(counts.rows, plan.noun)} of {reports}" if plan.table else reports
    return f"{rows}, from {where}" + ("" if plan.out == STDOUT else f", to {plan.out}")
