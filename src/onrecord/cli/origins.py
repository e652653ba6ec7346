"""`onrecord origins`: who has a happening from whom, as a tree, and how many independent origins it has."""

import click
from rich.console import Console
from rich.text import Text

from onrecord.answers.matter_files import open_matter
from onrecord.answers.position_words import range_words, report_words
from onrecord.cli.ledgers import json_option, ledger_option
from onrecord.cli.lines import write_lines
from onrecord.cli.matter_folds import as_of_option, fold_ledger, matter_argument, width_option
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.cli.view import print_indented, print_title
from onrecord.matters.actors import origin_name
from onrecord.matters.folding import MatterFold
from onrecord.matters.origin_tree import Branch, origin_tree
from onrecord.records.errors import MatterError
from onrecord.records.happenings import Happening
from onrecord.records.wire import to_wire
from onrecord.records.wording import count_words, word_date

EPILOG = """\b
Examples:
  onrecord origins icc-warrants.toml --ledger court.db
  onrecord origins icc-warrants.toml h:4f1c --ledger court.db
  onrecord origins icc-warrants.toml --all --json

\b
Exit codes: 0 fine (also when nothing is found), 2 called wrongly, 3 the matter or the ledger could not be used, or
there is no such happening.
"""


@click.command("origins", epilog=EPILOG)
@matter_argument
@click.argument("happening", metavar="[HAPPENING]", required=False)
@ledger_option
@as_of_option
@click.option("--all", "show_all", is_flag=True, help="Also what only one report tells.")
@json_option
@width_option
def command(
    matter: str, happening: str | None, ledger: str | None, as_of: str | None, show_all: bool, as_json: bool,
    width: int | None,
) -> None:  # fmt: skip
    """Show for each happening of a matter who has it from whom, and how many independent origins it has.

    HAPPENING is the id of one (h:...) or its beginning. Ten outlets that cite one are one origin. A report that names
    none may be one more, so the number is a range. Without HAPPENING, those told by several reports are shown.
    """
    wanted, settings = open_matter(matter), read_settings(ledger)
    fold = fold_ledger(wanted, settings)
    found = pick(fold.happenings(as_of), happening, show_all=show_all)
    if as_json:
        write_lines(to_wire(each) for each in found)
    else:
        print_origins(open_console(width), found, fold, settings.shown)


def pick(happenings: tuple[Happening, ...], key: str | None, *, show_all: bool) -> list[Happening]:
    """The happening of an id, or all that are to be shown; MatterError where none or several are meant."""
    if key is None:
        return [each for each in happenings if show_all or len({told.report for told in each.told}) > 1]
    found = [each for each in happenings if each.id.startswith(key)]
    if len(found) != 1:
        what = "no such happening" if not found else "more than one happening begins so"
        raise MatterError(what, found=key, expected="an id that onrecord origins MATTER shows")
    return found


def print_origins(console: Console, happenings: list[Happening], fold: MatterFold, ledger: str) -> None:
    print_indented(console, Text(safe(fold.matter.title), style="bold"))
    if not happenings:
        words = f"No happening of this matter is told by several reports of {ledger}. --all shows the others."
        print_indented(console, Text(safe(words)))
        return
    for each in happenings:
        print_happening(console, each, fold)


def print_happening(console: Console, happening: Happening, fold: MatterFold) -> None:
    print_title(console, safe(f"{happening.words} ({happening.status})"))
    reports = count_words(len({told.report for told in happening.told}), "report")
    print_indented(console, Text(safe(f"{happening.id} · {reports} · {range_words(happening.origins)}")), 2)
    for branch in origin_tree(happening):
        print_branch(console, branch, fold, depth=1)
    for reason in happening.origins.reasons:
        print_indented(console, Text(safe(f"why: {reason}")), 4)


def print_branch(console: Console, branch: Branch, fold: MatterFold, *, depth: int) -> None:
    """An origin, what has it from there, and what has it from those, further in."""
    print_indented(console, Text(safe(origin_name(branch.name))), 2 * depth)
    for report in sorted(branch.reports, key=lambda key: (fold.pages[key].reading.report.published or "9999", key)):
        published = fold.pages[report].reading.report.published
        day = word_date(published) if published else "date unknown"
        print_indented(console, Text(safe(f"└ {report_words(fold, report)}, {day}")), 2 * depth + 2)
    for inner in branch.branches:
        print_branch(console, inner, fold, depth=depth + 1)
