"""Lists: the log of the lists of parties that people gave, and which of them stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, select

from onrecord.ledger.dialect import Dialect
from onrecord.ledger.party_changes import is_named
from onrecord.ledger.standing import read_standing
from onrecord.ledger.tables import lists
from onrecord.records.codec import decode_record, encode_record
from onrecord.records.errors import LedgerError, RecordError
from onrecord.records.judgements import PartyName
from onrecord.records.party_lists import ListWithdrawal, PartyList

RowT = TypeVar("RowT", PartyList, ListWithdrawal)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """A list that was given: its number (from 1), when it was recorded (in UTC), and what ended it.

    `ended_by` is the number of the list that replaced it, or of the row of the log that withdrew it; `withdrawal` is
    that row's word.
    """

    seq: int
    recorded_at: datetime
    list: PartyList
    ended_by: int | None = None
    withdrawal: ListWithdrawal | None = None


def append_list(connection: Connection, dialect: Dialect, given: PartyList, recorded_at: str) -> tuple[ListEntry, bool]:
    """Add a list; its row, and whether it is new: the same list that stands already is not recorded twice.

    LedgerError when the list that it replaces does not stand.
    """
    entries = list(read_lists(connection))
    same = [entry for entry in entries if entry.list == given and entry.ended_by is None]
    if same:
        return same[0], False
    if given.replaces is not None:
        _check_stands(entries, given.replaces)
    row = {"verb": "add", "matter": given.matter, "ends": given.replaces, "body": _body(given)}
    seq = dialect.insert_once(connection, lists, row | {"recorded_at": recorded_at})
    assert seq is not None  # noqa: S101 - a number of the log is not taken
    return ListEntry(seq=seq, recorded_at=datetime.fromisoformat(recorded_at), list=given), True


def append_withdrawal(connection: Connection, dialect: Dialect, said: ListWithdrawal, recorded_at: str) -> None:
    """Add that a list does not stand any more; LedgerError when it does not stand already."""
    ended = _check_stands(list(read_lists(connection)), said.withdraws)
    row = {"verb": "withdraw", "matter": ended.list.matter, "ends": said.withdraws, "body": _body(said)}
    dialect.insert_once(connection, lists, row | {"recorded_at": recorded_at})


def read_lists(
    connection: Connection, *, matter: str | None = None, until: datetime | None = None, judged: bool = False
) -> Iterator[ListEntry]:
    """The lists in the order of the log, also those that ended; as they were at a moment where one is given.

    With `judged`, parties that people said to be one have the name that they gave.
    """
    query = select(lists).order_by(lists.c.seq)
    if matter is not None:
        query = query.where(lists.c.matter == matter)
    known = (row for row in connection.execute(query) if until is None or _time(row.recorded_at) <= until)
    found: dict[int, ListEntry] = {}
    for row in known:
        withdrawal = _decode(row.seq, row.body, ListWithdrawal) if row.verb == "withdraw" else None
        if row.ends is not None:
            found[row.ends] = replace(found[row.ends], ended_by=row.seq, withdrawal=withdrawal)
        if withdrawal is None:
            given = _decode(row.seq, row.body, PartyList)
            found[row.seq] = ListEntry(seq=row.seq, recorded_at=_time(row.recorded_at), list=given)
    merges = _read_merges(connection) if judged else ()
    for entry in found.values():
        yield replace(entry, list=_merged(entry.list, merges)) if merges else entry


def _check_stands(entries: Iterable[ListEntry], seq: int) -> ListEntry:
    known = {entry.seq: entry for entry in entries}
    if seq not in known:
        standing = ", ".join(str(key) for key, entry in known.items() if entry.ended_by is None) or "none"
        raise LedgerError(f"no list {seq} in the ledger", found=f"the lists {standing}", expected="one of these")
    if known[seq].ended_by is not None:
        raise LedgerError(f"list {seq} does not stand any more", found=f"row {known[seq].ended_by}, which ended it")
    return known[seq]


def _read_merges(connection: Connection) -> tuple[tuple[PartyName, ...], ...]:
    standing = read_standing(connection)
    return tuple(entry.judgement.parties for entry in standing if entry.judgement.verb == "merge_parties")


def _merged(given: PartyList, merges: Iterable[tuple[PartyName, ...]]) -> PartyList:
    rows = given.rows
    for now, *others in merges:
        rows = tuple(
            replace(row, party=now) if row.party and any(is_named(row.party, other) for other in others) else row
            for row in rows
        )
    return replace(given, rows=rows)


def _body(record: PartyList | ListWithdrawal) -> str:
    return encode_record(record).decode("utf-8")


def _decode(seq: int, body: str, kind: type[RowT]) -> RowT:
    try:
        return decode_record(body, kind)
    except RecordError as error:
        raise LedgerError(f"row {seq} of the lists holds none: {error}", found=body[:40]) from error


def _time(recorded_at: str) -> datetime:
    return datetime.fromisoformat(recorded_at)
