"""`onrecord matter`: matter files, started from a few reports and checked against a ledger."""

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from onrecord.answers.matter_files import open_matter
from onrecord.cli.exits import exit_for
from onrecord.cli.inputs import Tally, input_options, inputs_from, read_reports
from onrecord.cli.ledgers import json_option, ledger_option, open_to_ask
from onrecord.cli.lines import write_lines
from onrecord.cli.matter_folds import width_option
from onrecord.cli.plain import note, safe
from onrecord.cli.read import read_all
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.cli.view import head_words, print_indented, print_title
from onrecord.matters.check import MatterCheck, check_matter
from onrecord.matters.propose import matter_toml, propose_matter
from onrecord.records import Reading
from onrecord.records.errors import MatterError
from onrecord.records.matters import Matter
from onrecord.records.wording import count_words

EPILOG = """\b
Examples:
  onrecord matter new reports/ --id icc-warrants --out icc-warrants.toml
  onrecord matter check icc-warrants.toml --ledger court.db
"""
NEW_EPILOG = """\b
Examples:
  onrecord matter new monday.html tuesday.html --id grain-deal --out grain-deal.toml
  onrecord matter new reports/ --id icc-warrants --title "The request for warrants"

\b
Exit codes: 0 fine, 1 some inputs rejected, 2 called wrongly, 3 nothing could be read, or the file is there already.
"""
CHECK_EPILOG = """\b
Examples:
  onrecord matter check icc-warrants.toml
  onrecord matter check icc-warrants.toml --ledger court.db

\b
Exit codes: 0 fine, 2 called wrongly, 3 the file holds no matter, or the ledger could not be used.
"""


@click.group("matter", epilog=EPILOG)
def command() -> None:
    """Start a matter file, and check one.

    A matter is a question that parties take sides on, with its instruments: a filing, a joint statement, a vote, a
    stance. It is a TOML file that a person writes and mends.
    """


@command.command("new", epilog=NEW_EPILOG)
@input_options
@click.option("--id", "key", required=True, metavar="ID", help="What the matter is called in files: icc-warrants.")
@click.option("--title", metavar="WORDS", help="Its title; else that of the oldest report.")
@click.option("--out", metavar="FILE", default="-", show_default=True, help="Where to write; - is the standard output.")
@click.pass_context
def new(ctx: click.Context, /, key: str, title: str | None, out: str, **options: Any) -> None:
    """Write a first matter from a few reports, for a person to mend.

    It proposes the parties and keywords that turn up most, and an instrument for each kind of thing that was filed,
    signed or voted on. What it cannot know is marked TODO.
    """
    tally = Tally()
    if out != "-" and Path(out).exists():
        raise MatterError("the file is there already", where=out, expected="a new name with --out")
    readings = list(read_all(read_reports(inputs_from(options), tally)))
    if readings:
        with click.open_file(out, "w", encoding="utf-8") as stream:
            stream.write(matter_toml(propose_matter(readings, key=key, title=title)))
        where = "" if out == "-" else f", to {out}; mend what is marked TODO, then: onrecord matter check {out}"
        note(f"a matter proposed from {count_words(len(readings), 'report')}{where}")
    ctx.exit(exit_for(tally.reports, tally.rejected))


@command.command("check", epilog=CHECK_EPILOG)
@click.argument("matter", metavar="MATTER")
@ledger_option
@json_option
@width_option
def check(matter: str, ledger: str | None, as_json: bool, width: int | None) -> None:
    """Check a matter file, and with --ledger which reports belong to it and why.

    Words and parties that are in no report which belongs are listed: they may be misspelt.
    """
    wanted = open_matter(matter)
    if ledger is None:
        counted = (("instrument", wanted.instruments), ("party", wanted.parties), ("keyword", wanted.keywords))
        note(f"{matter} is a matter file: {', '.join(count_words(len(items), noun) for noun, items in counted)}")
        return
    settings = read_settings(ledger)
    with open_to_ask(settings) as opened:
        readings = list(opened.readings())
    found = check_matter(wanted, readings)
    if as_json:
        write_lines({"report": each.report, "why": each.why} for each in found.belonging)
    else:
        print_check(open_console(width), found, wanted, readings)


def print_check(console: Console, found: MatterCheck, matter: Matter, readings: list[Reading]) -> None:
    reports = {reading.report.id: reading.report for reading in readings}
    print_indented(console, Text(safe(matter.title), style="bold"))
    print_title(console, f"{count_words(len(found.belonging), 'report')} belong, {found.left_out:,} do not")
    for each in found.belonging:
        print_indented(console, Text(head_words(reports[each.report])), 2)
        print_indented(console, Text(safe(each.why)), 4)
    for title, words in (
        ("Words in no report that belongs", found.unused_words),
        ("Parties in no report that belongs", found.unused_parties),
        ("Instruments that no report names", found.instruments_unseen),
    ):
        if words:
            print_title(console, title)
            print_indented(console, Text(safe(", ".join(words))), 2)
