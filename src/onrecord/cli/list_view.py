"""List view: a list for a person at a terminal, with what is not settled in it."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.answers.position_words import stand_words
from onrecord.cli.plain import safe
from onrecord.cli.view import print_indented, print_title
from onrecord.ledger import ListEntry
from onrecord.records.judgements import PartyName
from onrecord.records.party_lists import ListRow, PartyList
from onrecord.records.wording import count_words, word_date


def print_list(console: Console, given: PartyList, nameless: Sequence[str] = ()) -> None:
    """The whole list: whence it is, how many it names, what is not resolved, who is named twice, and who is named."""
    print_title(console, safe(given.title))
    for line in (*head_lines(given), count_words_of(given)):
        print_indented(console, Text(safe(line)), 2)
    twice = {party: rows for party, rows in given.named.items() if len(rows) > 1}
    _print_section(console, "Not resolved", [unresolved_words(row) for row in given.unresolved])
    _print_section(console, "Named more than once, counted once", [_twice(*item) for item in twice.items()])
    _print_section(console, "Rows without a name", [", ".join(nameless)] if nameless else [])
    _print_section(console, "Named", [", ".join(party_words(party) for party in given.named)] if given.named else [])


def print_lists(console: Console, entries: Iterable[ListEntry], ledger: str) -> None:
    """All lists of a ledger, each in a few lines."""
    entries = list(entries)
    if not entries:
        print_indented(console, Text(safe(f"Nobody has put in a list yet in {ledger}.")))
        return
    for entry in entries:
        print_title(console, safe(f"{entry.seq} · {entry.list.title}"))
        for line in (*head_lines(entry.list), *fate_lines(entry), count_words_of(entry.list)):
            print_indented(console, Text(safe(line)), 2)
    print_title(console, safe(f"{count_words(len(entries), 'list')} in {ledger}"))


def head_lines(given: PartyList) -> list[str]:
    """What the list stands for, who published it where and when, and who gave it."""
    published = f"published {word_date(given.published)}" if given.published else "date of publication unknown"
    happened = f"done {word_date(given.happened)}" if given.happened else None
    source = (given.publisher or "publisher unknown", published, happened, given.url)
    return [
        f"{given.matter} · {given.instrument} · {stand_words(given.stage, given.direction)}",
        " · ".join(part for part in source if part),
        f"given by {given.by}, {f'from {given.file}' if given.file else 'pasted'}",
    ]


def fate_lines(entry: ListEntry) -> list[str]:
    """When a list was recorded, and what ended it."""
    lines = [f"recorded {entry.recorded_at:%Y-%m-%d %H:%M}"]
    if entry.withdrawal is not None:
        lines.append(f"withdrawn by {entry.withdrawal.by}: {entry.withdrawal.why}")
    elif entry.ended_by is not None:
        lines.append(f"replaced by list {entry.ended_by}")
    return lines


def count_words_of(given: PartyList) -> str:
    """*names 91 parties, 2 names not resolved; 93, as the headline says*."""
    parts = [f"names {count_words(len(given.named), 'party')}"]
    if given.unresolved:
        parts.append(f"{count_words(len(given.unresolved), 'name')} not resolved")
    told = ", ".join(parts)
    if given.headline is None:
        return f"{told}; no headline figure to check it by"
    if given.agrees:
        return f"{told}; {given.count}, as the headline says"
    apart = abs(given.headline - given.count)
    return f"{told}; {given.count} where the headline says {given.headline}: {apart} too {_way(given)}"


def unresolved_words(row: ListRow) -> str:
    """*Annex!B12  Congo: may be Congo (COG) or Democratic Republic of the Congo (COD)*."""
    if row.unresolved == "ambiguous":
        may_be = " or ".join(party_words(party) for party in row.candidates)
        return f"{row.place}  {row.written}: may be {may_be}"
    return f"{row.place}  {row.written}: no known party has this name"


def party_words(party: PartyName) -> str:
    code = dict(party.ids).get("iso3")
    return f"{party.name} ({code})" if code else party.name


def _twice(party: PartyName, rows: Sequence[ListRow]) -> str:
    return f"{party_words(party)}: {', '.join(f'{row.place} {row.written}' for row in rows)}"


def _way(given: PartyList) -> str:
    return "few" if given.count < (given.headline or 0) else "many"


def _print_section(console: Console, title: str, lines: Sequence[str]) -> None:
    if lines:
        print_title(console, title)
        for line in lines:
            print_indented(console, Text(safe(line)), 2)
