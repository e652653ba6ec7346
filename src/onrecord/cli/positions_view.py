"""Positions view: a position table for a person at a terminal, one instrument after another."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from onrecord.answers.position_words import (
    KIND_WORDS,
    candidate_words,
    count_told,
    listed_words,
    origin_words,
    party_list,
    quote_words,
    report_list,
    report_words,
    rows_of,
    stand_words,
    when_words,
)  # fmt: skip
from onrecord.cli.plain import safe
from onrecord.cli.terminal import ID_STYLE
from onrecord.cli.view import print_indented, print_title
from onrecord.matters.folding import MatterFold
from onrecord.records.positions import Contradiction, ListTold, Position, PositionTable, Silence
from onrecord.records.wording import count_words, word_date


def print_table(console: Console, table: PositionTable, fold: MatterFold, ledger: str, *, quotes: bool) -> None:
    """The whole table, or the way on where there is nothing to show."""
    print_head(console, table, fold)
    if not fold.recorded and not table.lists:
        words = f"None of {count_words(fold.read, 'report')} in {ledger} belongs to this matter."
        print_indented(console, Text(safe(f"{words} See: onrecord matter check MATTER --ledger {ledger}")))
        return
    names = {instrument.id: f"{instrument.name} [{instrument.kind}]" for instrument in fold.matter.instruments}
    for key, positions in groupby(table.positions, key=lambda each: each.instrument):
        print_title(console, safe(names[key]))
        print_positions(console, list(positions), quotes=quotes)
    if not table.positions:
        print_title(console, "No positions are on record.")
    print_lists(console, table.lists, names)
    print_silences(console, table.silences, names)
    print_contradictions(console, table.contradictions, fold)


def print_head(console: Console, table: PositionTable, fold: MatterFold) -> None:
    print_indented(console, Text(safe(fold.matter.title), style="bold"))
    print_indented(console, Text(safe(f"Question: {fold.matter.question}")))
    lists = f" and {count_words(len(table.lists), 'list')}" if table.lists else ""
    parts = [f"From {count_words(len(table.reports), 'report')}{lists}"]
    if table.as_of:
        parts.append(f"as of {word_date(table.as_of)}")
    if table.known_on:
        parts.append(f"as known on {word_date(table.known_on)}")
    print_indented(console, Text(safe(", ".join(parts))))


def print_positions(console: Console, positions: Sequence[Position], *, quotes: bool) -> None:
    """The positions of one instrument; those that the same words of the same reports tell stand in one row."""
    for row in rows_of(positions):
        print_position(console, row, quotes=quotes)


def print_position(console: Console, row: Sequence[Position], *, quotes: bool) -> None:
    """One row: who, stage and direction, since when, how many origins; below it a quote and what is said otherwise."""
    position = row[0]
    print_row(
        console, party_list(each.party for each in row), stand_words(position.stage, position.direction, position.steps)
    )
    print_indented(console, Text(safe(when_words(position))), 4)
    step = max(position.steps, key=lambda each: (each.published or "", each.report))
    for each in position.steps if quotes else (step,):
        words = listed_words(each) if len(row) > 1 and each.list else quote_words(each)
        print_indented(console, Text(safe(words)), 4)
    print_indented(console, Text(safe(f"rule: {', '.join(position.rules)}; {origin_words(position)}")), 4)
    if position.members:
        print_indented(console, Text(safe(f"known members: {party_list(position.members)}")), 4)
    if position.candidates:
        print_indented(console, Text(safe(f"{candidate_words(position)}: {party_list(position.candidates)}")), 4)
    for other in position.otherwise:
        words = f"otherwise {stand_words(other.stage, other.direction, other.steps)}: {report_list(other.steps)}"
        print_indented(console, Text(safe(words)), 4)
        for each in other.steps if quotes else ():
            print_indented(console, Text(safe(quote_words(each))), 6)


def print_row(console: Console, party: str, stand: str) -> None:
    print_indented(console, Text.assemble((safe(party), ID_STYLE), f" · {stand}"), 2)


def print_silences(console: Console, silences: Sequence[Silence], names: dict[str, str]) -> None:
    """Parties of which no report tells a step: not positions, and so set apart."""
    if not silences:
        return
    print_title(console, "No report, which is no position")
    unnamed = {silence.party: None for silence in silences if not silence.naming}
    read = f"{count_words(silences[0].read, 'report')} read"
    print_indented(console, Text(safe(f"{read}; none names {party_list(unnamed)}." if unnamed else f"{read}.")), 2)
    for key, group in groupby(silences, key=lambda each: each.instrument):
        words = f"{names[key]}: {party_list(silence.party for silence in group)}"
        print_indented(console, Text(safe(words)), 2)


def print_lists(console: Console, lists: Sequence[ListTold], names: dict[str, str]) -> None:
    """The lists that the table draws on, with what is not settled in them."""
    if not lists:
        return
    print_title(console, "Lists")
    for told in lists:
        published = word_date(told.published) if told.published else "date unknown"
        parts = (told.title, told.publisher, published, f"list {told.number}")
        print_indented(console, Text(safe(" · ".join(part for part in parts if part))), 2)
        stand = f"{names[told.instrument]}: {stand_words(told.stage, told.direction)}; {count_told(told)}"
        print_indented(console, Text(safe(stand)), 4)
        if told.unresolved:
            unresolved = ", ".join(f"{row.written} ({row.place})" for row in told.unresolved)
            print_indented(console, Text(safe(f"not resolved: {unresolved}")), 4)


def print_contradictions(console: Console, contradictions: Sequence[Contradiction], fold: MatterFold) -> None:
    if not contradictions:
        return
    print_title(console, f"Contradictions ({len(contradictions)})")
    for each in contradictions:
        print_indented(console, Text(safe(f"{each.about} ({KIND_WORDS[each.kind]})")), 2)
        for side in each.sides:
            outlets = ", ".join(dict.fromkeys(report_words(fold, report) for report in side.reports))
            words = f"{side.words} in {count_words(len(side.reports), 'report')}: {outlets}"
            print_indented(console, Text(safe(words)), 4)
