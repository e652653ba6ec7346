"""Positions view: a position table for a person at a terminal, one instrument after another."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from onrecord.cli.plain import safe
from onrecord.cli.terminal import ID_STYLE
from onrecord.cli.view import print_indented, print_title
from onrecord.matters.actors import actor_words, name_key, origin_name
from onrecord.matters.folding import MatterFold
from onrecord.matters.positions import is_so_far
from onrecord.records.origins import OriginRange, Share
from onrecord.records.positions import Actor, Contradiction, ListTold, Position, PositionTable, Silence, Step
from onrecord.records.wording import count_words, word_date, word_time

STAGE_WORDS = {
    "asked": "asked to", "announced": "announced", "leave_sought": "leave sought", "leave_granted": "leave granted",
    "filed": "filed", "signed": "signed", "voted": "voted", "stated": "stated", "withdrawn": "withdrawn",
    "not_filed": "not filed", "refused": "refused",
}  # fmt: skip
KIND_WORDS = {
    "stages": "stages", "directions": "directions", "statuses": "done or not", "order": "done or still to come",
    "parties": "to whom it was done",
}  # fmt: skip


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
    rows: dict[object, list[Position]] = {}
    for position in positions:
        rows.setdefault(_evidence(position), []).append(position)
    for row in rows.values():
        print_position(console, row, quotes=quotes)


def _evidence(position: Position) -> object:
    """What makes a row of its own: stage, direction and the acts, or the party where more is said of it.

    Those whom one list names, and nothing else, stand in one row.
    """
    acts = tuple(sorted((step.report, "" if step.list else step.act) for step in position.steps))
    own = position.party.key if position.otherwise or position.party.kind == "group" else ""
    return position.stage, position.direction, acts, own, origin_words(position)


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


def candidate_words(position: Position) -> str:
    """Those who took the step are candidates for a group's members, and no more than that."""
    return "acted since, members or not" if position.stage == "asked" else "took the same step, members or not"


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


def count_told(told: ListTold) -> str:
    """*names 93, as the headline says*, *names 91 where the headline says 93*."""
    if told.headline is None:
        return f"names {told.count}"
    if told.count == told.headline:
        return f"names {told.count}, as the headline says"
    return f"names {told.count} where the headline says {told.headline}"


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


def stand_words(stage: str, direction: str, steps: Sequence[Step] = ()) -> str:
    """*not filed so far · neutral*; stage and direction in words, as far as the steps go."""
    so_far = " so far" if steps and all(is_so_far(step) for step in steps) else ""
    return f"{STAGE_WORDS[stage]}{so_far} · {direction}"


def party_words(actor: Actor) -> str:
    """A party's name; a counted group is said to be unnamed."""
    return f"{actor_words(actor)} (unnamed group)" if actor.kind == "group" else actor_words(actor)


def party_list(actors: Iterable[Actor]) -> str:
    return ", ".join(party_words(actor) for actor in actors)


def when_words(position: Position) -> str:
    """When it happened, else when it was first reported; and when the ledger came to know of it."""
    stated = [step for step in position.steps if step.time.until]
    when = word_time(stated[0].time) if stated else ""
    reported = f"reported {word_date(position.published)}" if position.published else "day of report unknown"
    recorded = f"recorded {word_date(position.recorded[:10])}" if position.recorded else ""
    return ", ".join(part for part in (when, reported, recorded) if part)


def quote_words(step: Step) -> str:
    """*“…” — The Harbour Times, 26 July 2024, citing Karim Khan (through …)*."""
    outlet = step.outlet or "outlet unknown"
    published = word_date(step.published) if step.published else "date unknown"
    citing = f", citing {', citing '.join(step.chain)}" if step.chain else ""
    member = f" [as one of {step.member_of}]" if step.member_of else ""
    return f"“{step.quote}”{member} — {outlet}, {published}{citing}"


def listed_words(step: Step) -> str:
    """What stands for the quotes of several parties that one list names: *as 93 states, in list 2 — Mission of ...*."""
    published = word_date(step.published) if step.published else "date unknown"
    members = f"as {step.member_of}, " if step.member_of else ""
    return f"{members}in list {step.list} — {step.outlet}, {published}"


def origin_words(position: Position) -> str:
    """*1 origin (its own word)*, *1 to 3 origins (Walla; 2 reports name none)*."""
    return range_words(position.origins, own=position.party)


def range_words(origins: OriginRange, own: Actor | None = None) -> str:
    """How many origins there are, and which; what somebody has said of himself in public is his own word."""
    if origins.least == origins.most:
        number = count_words(origins.least, "origin")
    else:
        number = f"{origins.least} to {count_words(origins.most, 'origin')}"
    names = [_share_words(share, own) for share in origins.shares]
    if origins.unknown:
        count = len(origins.unknown)
        names.append(f"{count_words(count, 'report')} name{'s' if count == 1 else ''} none")
    return f"{number} ({'; '.join(names)})"


def _share_words(share: Share, own: Actor | None) -> str:
    if own is not None and name_key(share.origin) in (name_key(own.name), own.key):
        return "its own word"
    return f"{origin_name(share.origin)}{' itself' if share.basis == 'own' else ''}"


def report_list(steps: Sequence[Step]) -> str:
    names = dict.fromkeys(
        f"{step.outlet or step.given_id or step.report}, "
        f"{word_date(step.published) if step.published else 'date unknown'}"
        for step in sorted(steps, key=lambda each: (each.published or "9999", each.report))
    )
    return "; ".join(names)


def report_words(fold: MatterFold, key: str) -> str:
    """The outlet of a report, or the title of a list."""
    if key not in fold.pages:
        return next((given.list.title for given in fold.lists if given.id == key), key)
    report = fold.pages[key].reading.report
    return report.outlet.name or report.outlet.domain or report.given_id or key
