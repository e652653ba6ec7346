"""`onrecord list add`: a list from a file, or pasted, into a ledger."""

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import click

from onrecord.answers.matter_files import open_matter
from onrecord.cli.exits import Exit
from onrecord.cli.filters import check_date
from onrecord.cli.judging import find_who
from onrecord.cli.ledgers import ledger_option, open_to_write
from onrecord.cli.list_options import EXITS, by_option
from onrecord.cli.list_view import count_words_of, print_list
from onrecord.cli.matter_folds import matter_option, width_option
from onrecord.cli.plain import note
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.ingest.name_lists import NameList, Where, read_names
from onrecord.records import PartyKind
from onrecord.records.errors import InputError
from onrecord.records.judgements import PartyName
from onrecord.records.matters import Instrument, Matter
from onrecord.records.party_lists import PartyList
from onrecord.records.stances import Direction, Stage
from onrecord.resolve.listed import resolve_listed, split_names
from onrecord.resolve.listed_rows import hand_key, resolve_rows

EPILOG = f"""\b
Examples:
  onrecord list add annex.xlsx --matter warrants.toml --instrument joint-statement --stage signed \\
      --title "Annex to the joint statement" --publisher "Mission of Costa Rica" --published 2024-06-14 --headline 93
  pbpaste | onrecord list add - --matter treaty.toml --stage signed --title "Depositary's list" --dry-run
  onrecord list add votes.csv --matter treaty.toml --stage voted --direction against --title "Roll call" \\
      --column State --as Congo COG

\b
{EXITS}
"""
NO_FILE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What was given: its bytes, and the name of its file, None for the standard input."""

    data: bytes
    file: str | None

    @property
    def shown(self) -> str:
        return self.file or "the standard input"


@click.command("add", epilog=EPILOG)
@click.argument("file", metavar="FILE")
@matter_option
@click.option(
    "--instrument", metavar="ID", help="The instrument that it is about; needed where the matter has several."
)
@click.option("--stage", type=click.Choice(get_args(Stage)), required=True, help="How far the parties have gone.")
@click.option(
    "--direction", type=click.Choice(get_args(Direction)), help="On which side; else the instrument's backing."
)
@click.option("--title", metavar="WORDS", required=True, help="What the list is called.")
@click.option("--publisher", metavar="NAME", help="Who published it.")
@click.option("--url", metavar="ADDRESS", help="Where it is published.")
@click.option("--published", callback=check_date, metavar="DATE", help="When it was published.")
@click.option("--happened", callback=check_date, metavar="DATE", help="When the parties did it, if the list says so.")
@click.option("--headline", type=click.IntRange(min=1), metavar="N", help="How many are said to be on it: 93.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook.")
@click.option("--column", metavar="NAME", help="The column of names: its head or its letter.")
@click.option("--days", "day_column", metavar="NAME", help="The column that says when each party did it.")
@click.option("--as", "meant", nargs=2, multiple=True, metavar="NAME PARTY", help="NAME of the list is PARTY.")
@click.option(
    "--of", "kind", type=click.Choice(["organisation", "person"]), help="Take names that no table knows as these."
)
@click.option("--replaces", type=click.IntRange(min=1), metavar="NUMBER", help="The list that this one is instead of.")
@click.option("--dry-run", is_flag=True, help="Show what would be put in, and change nothing.")
@ledger_option
@by_option
@width_option
@click.pass_context
def command(ctx: click.Context, /, file: str, ledger: str | None, width: int | None, **options: Any) -> None:
    """Put in a list of names: a text, a CSV file or a workbook (XLSX, XLS, ODS), or - for what is pasted.

    A text has a name a line, or all names in a run. In a table the column of names is found by its head (State,
    Country, Name ...) or said with --column. PARTY is an ISO code such as COG, a known name, or KIND:NAME. Workbooks
    need an extra: pip install 'onrecord[xlsx]'.
    """
    source = read_source(file)
    given = make_list(source, open_matter(options.pop("matter")), options)
    settings = read_settings(ledger)
    if options["dry_run"]:
        note("nothing is put in: --dry-run")
    else:
        with open_to_write(settings) as opened:
            entry, is_new = opened.add_list(given.held)
        there = "" if is_new else " is there already"
        note(f"list {entry.seq}{there} by {given.held.by}, in {settings.ledger_words}")
    print_list(open_console(width), given.held, given.nameless)
    if given.held.unresolved or given.held.agrees is False:
        note(f"{source.shown}: {count_words_of(given.held)}")
        ctx.exit(Exit.SOME_REJECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """The list, and the places in its source of rows that have no name."""

    held: PartyList
    nameless: tuple[str, ...]


def read_source(file: str) -> _Source:
    """The bytes of a file or of the standard input; InputError where there are none."""
    if file == NO_FILE:
        return _Source(data=sys.stdin.buffer.read(), file=None)
    try:
        return _Source(data=Path(file).read_bytes(), file=Path(file).name)
    except OSError as error:
        raise InputError("the list cannot be read", where=file, found=error.strerror) from error


def make_list(source: _Source, matter: Matter, options: dict[str, Any]) -> _Given:
    """The list that a source holds, with what the options say of it."""
    instrument = find_instrument(matter, options["instrument"])
    where = Where(sheet=options["sheet"], column=options["column"], day_column=options["day_column"])
    names = read_names(source.data, file=source.shown, where=where, split_names=split_names)
    if not names.names:
        raise InputError("no names in the list", reason="empty", where=source.shown, expected="one or more")
    by_hand = {written: find_meant(meant) for written, meant in options["meant"]}
    check_meant(by_hand, names)
    rows = resolve_rows(
        ((name.place, name.written, name.happened) for name in names.names), by_hand=by_hand, kind=options["kind"]
    )
    said = ("stage", "title", "publisher", "url", "published", "happened", "headline", "replaces")
    made = PartyList(
        matter=matter.id,
        instrument=instrument.id,
        direction=options["direction"] or instrument.backing,
        file=source.file,
        digest=hashlib.sha256(source.data).hexdigest(),
        by=options["by"] or "a dry run" if options["dry_run"] else find_who(options["by"]),
        rows=rows,
        **{name: options[name] for name in said},
    )
    return _Given(held=made, nameless=names.nameless)


def find_instrument(matter: Matter, key: str | None) -> Instrument:
    known = {instrument.id: instrument for instrument in matter.instruments}
    if key is None and len(known) == 1:
        return next(iter(known.values()))
    if key not in known:
        what = "Which instrument is the list about?" if key is None else f"The matter has no instrument {key!r}."
        raise click.UsageError(f"{what} Give --instrument with one of: {', '.join(known)}.")
    return known[key]


def find_meant(named: str) -> PartyName:
    """The party that a person names by a code, a known name or ``KIND:NAME``."""
    told, mark, bare = named.partition(":")
    if mark and told in get_args(PartyKind):
        return PartyName(kind=told, name=bare.strip())  # type: ignore[arg-type]
    found = resolve_listed(named)
    if found.party is None:
        several = ", ".join(f"{name} ({dict(ids).get('iso3', kind)})" for kind, name, ids in found.candidates)
        what = f"may be {several}" if several else "is no party that is known here"
        raise click.UsageError(f"{named!r} {what}; give an ISO code such as COG, or KIND:NAME.")
    kind, name, ids = found.party
    return PartyName(kind=kind, name=name, ids=ids)


def check_meant(by_hand: dict[str, PartyName], names: NameList) -> None:
    """Whoever says who is meant by a name that the list does not have has mistyped it."""
    written = {hand_key(name.written) for name in names.names}
    missing = [name for name in by_hand if hand_key(name) not in written]
    if missing:
        raise click.UsageError(f"The list has no name {missing[0]!r}; --as takes it as it is written there.")
