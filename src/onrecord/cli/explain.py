"""`onrecord explain`: which rule, line and words made a record, and why others made none."""

from typing import Any

import click

from onrecord.cli import factory
from onrecord.cli.explain_overview import print_overview, print_word
from onrecord.cli.explain_view import print_act
from onrecord.cli.inputs import Tally, inputs_from, read_reports, report_options
from onrecord.cli.ledgers import open_to_ask
from onrecord.cli.lines import write_line
from onrecord.cli.plain import note
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.records import Reading, Report
from onrecord.records.codec import encode_record
from onrecord.records.errors import InputError
from onrecord.records.explanations import Explanation
from onrecord.records.wording import Wording, count_words

EPILOG = """\b
Examples:
  onrecord explain report.html
  onrecord explain report.html --act e2
  onrecord explain report.html --word granted
  onrecord explain reports.jsonl --report icc-001 --act e1 --json
  onrecord explain icc-001 --ledger court.db --act e1

\b
Exit codes: 0 fine, 2 called wrongly, 3 the report could not be read.
"""
MOST_NAMED = 12


@click.command("explain", epilog=EPILOG)
@click.argument("place", metavar="REPORT")
@click.option("--act", "act_id", metavar="ID", help="The act to explain, as e1; without it, all are listed.")
@click.option("--word", metavar="WORD", help="Why this word of the text made no act.")
@click.option("--report", "report_id", metavar="ID", help="Which report, where REPORT holds more than one.")
@click.option("--ledger", metavar="FILE", help="A ledger; REPORT is then the id of a report of it.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON: one object, whatever is asked.")
@click.option("--width", type=click.IntRange(min=30), metavar="N", help="How many columns the view may take.")
@report_options
def command(
    place: str,
    act_id: str | None,
    word: str | None,
    report_id: str | None,
    as_json: bool,
    width: int | None,
    **options: Any,
) -> None:
    """Show how a record came about: the rule and lexicon line, and every word that had a say.

    REPORT is what `onrecord read` takes: a file, an address or -, and with --ledger the id of a report of that ledger.
    Without --act and --word the acts are listed, and after them the words that might have told of an act and did not,
    each with the reason. Lines such as actions.tsv:40 are those of the files in src/onrecord/reader/data/.
    """
    if act_id is not None and word is not None:
        raise click.UsageError("--act explains an act, --word a word that made none. Give one of them.")
    report = from_ledger(place, options) if options["ledger"] else from_inputs(place, report_id, options)
    reading, explanation = factory.load_explainer().explain(report)
    if act_id is not None:
        check_act(act_id, reading)
    if word is not None:
        check_word(word, explanation)
    if as_json:
        write_line(encode_record(narrowed(explanation, act_id, word)))
        return
    console = open_console(width)
    if act_id is not None:
        print_act(console, reading, explanation, act_id)
    elif word is not None:
        print_word(console, reading, explanation, word)
    else:
        print_overview(console, reading, explanation)


def from_inputs(place: str, report_id: str | None, options: dict[str, Any]) -> Report:
    """The one report of an input, or of several the one that --report names."""
    tally = Tally()
    reports = list(read_reports(inputs_from({"places": (place,), **options}), tally))
    if not reports:
        raise InputError("nothing to explain: no report could be read", where=place)
    named = [report for report in reports if report_id is None or is_named(report, report_id)]
    if len(named) == 1:
        return named[0]
    ids = [report.given_id or report.id for report in named or reports]
    shown = ", ".join([*ids[:MOST_NAMED], *(["..."] if len(ids) > MOST_NAMED else [])])
    wrong = f"{place} holds {count_words(len(reports), 'report')}" if report_id is None else f"--report {report_id}"
    what = "; name one with --report:" if report_id is None else " names none of:" if not named else " names all of:"
    raise click.UsageError(f"{wrong}{what} {shown}")


def is_named(report: Report, wanted: str) -> bool:
    """Whether a report is meant by its given id, its id or the beginning of that, with or without its ``r:``."""
    start = report.id[: len(wanted)] if wanted.startswith("r:") else report.id[2 : 2 + len(wanted)]
    return wanted == report.given_id or wanted == start


def from_ledger(place: str, options: dict[str, Any]) -> Report:
    """The report of a ledger. It is read anew: a note tells where the ledger has it from another reader."""
    with open_to_ask(read_settings(options["ledger"])) as opened:
        stored = opened.reading(place)
    reader = factory.load_explainer().version
    if stored.reader != reader:
        note(f"note: explained as {reader} reads it; the ledger holds what {stored.reader} read, whose acts may differ")
    return stored.report


def check_act(act_id: str, reading: Reading) -> None:
    """A usage error that names the acts there are, where there is none of that id."""
    if any(act.id == act_id for act in reading.acts):
        return
    wording = Wording(reading, quote_chars=40)
    acts = [f"\n  {act.id}  {wording.clause(act)}" for act in reading.acts]
    raise click.UsageError(
        f"no act {act_id!r} in this report; " + (f"there are:{''.join(acts)}" if acts else "it has no acts")
    )


def check_word(word: str, explanation: Explanation) -> None:
    """A usage error, where no such word was passed over: it made an act, or the lexicon does not know it."""
    if explanation.passed_as(word):
        return
    acts = [a.act.id for a in explanation.acts if word.lower() in {a.token.text.lower(), a.token.lemma.lower()}]
    if acts:
        raise click.UsageError(f"{word!r} made {', '.join(acts)}; see them with --act")
    there = any(word.lower() in {token.text.lower(), token.lemma.lower()} for token in explanation.tokens)
    raise click.UsageError(
        f"{word!r} stands in the report, but actions.tsv has no line for it"
        if there
        else f"{word!r} does not stand in the report"
    )


def narrowed(explanation: Explanation, act_id: str | None, word: str | None) -> Explanation:
    """What --json writes: all, or what concerns the sentence of one act or of the first such word."""
    if act_id is not None:
        sentence = next(a.sentence for a in explanation.acts if a.act.id == act_id)
        return explanation.narrowed(sentence, act=act_id)
    if word is not None:
        return explanation.narrowed(explanation.passed_as(word)[0].sentence)
    return explanation
