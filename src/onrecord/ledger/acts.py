"""Acts: the acts of the readings that count, found by party, type, status, source and day."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Select, func, select, tuple_

from onrecord.ledger import tables
from onrecord.ledger.cursors import Place, behind
from onrecord.ledger.days import ALWAYS, Period
from onrecord.ledger.heads import head_of, select_heads
from onrecord.ledger.keys import name_key
from onrecord.ledger.log import read_judged
from onrecord.ledger.rows import ActRow, ChainLink, ReportHead
from onrecord.ledger.store import STREAMED
from onrecord.records import Act, ActStatus, ActType, Attribution, Party, Reading
from onrecord.records.errors import LedgerError

_READINGS_KEPT = 128
FREQUENT = 5_000  # reports that name a party, from which on it is faster to look through the newest acts
LEAST_SHARE = 4  # and one in so many of them has to have an act of it


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFilter:
    """What an act must be to be listed; None asks for nothing. `after` leaves out those up to a place of the list."""

    party: str | None = None
    type: ActType | None = None
    status: ActStatus | None = None
    source: str | None = None
    period: Period = ALWAYS
    after: Place | None = None

    def __post_init__(self) -> None:
        for value, kinds, what in ((self.type, ActType, "type"), (self.status, ActStatus, "status")):
            if value is not None and value not in get_args(kinds):
                raise LedgerError(f"no such {what} of act", found=repr(value), expected=", ".join(get_args(kinds)))


def select_acts(wanted: ActFilter, limit: int | None, walked: Container[str] = ()) -> Select[Any]:
    """The places of the acts: the newest first, those without a day last, those of one report as in its text.

    For the roles in `walked` the newest acts are looked through until enough are found; for the others all that the
    party has a part in are found first, and sorted.
    """
    acts = tables.acts.c
    conditions: list[ColumnElement[bool]] = []
    if wanted.type is not None:
        conditions.append(acts.type == wanted.type)
    if wanted.status is not None:
        conditions.append(acts.status == wanted.status)
    if wanted.period.since is not None:
        conditions.append(acts.until_day >= wanted.period.since)
    if wanted.period.until is not None:
        conditions.append(acts.since_day <= wanted.period.until)
    if wanted.after is not None:
        conditions.append(behind(wanted.after, acts.since_day, acts.seq, acts.ordinal))
    for role, name in (("party", wanted.party), ("source", wanted.source)):
        if name is not None:
            if role in walked:
                here = (tables.roles.c.seq == acts.seq, tables.roles.c.ordinal == acts.ordinal)
                conditions.append(_with_part(role, name).where(*here).correlate(tables.acts).exists())
            else:
                conditions.append(tuple_(acts.seq, acts.ordinal).in_(_with_part(role, name)))
    order = (acts.since_day.desc().nulls_last(), acts.seq.desc(), acts.ordinal)
    return select(acts.seq, acts.ordinal, acts.since_day).where(*conditions).order_by(*order).limit(limit)


def read_acts(connection: Connection, wanted: ActFilter, limit: int | None) -> Iterator[ActRow]:
    """The acts that a filter lets through, each with its report's head, its parties and its chain."""

    @lru_cache(maxsize=_READINGS_KEPT)
    def reading_at(seq: int) -> tuple[ReportHead, Reading]:
        head = connection.execute(select_heads().where(tables.reports.c.seq == seq)).one()
        return head_of(head), read_judged(connection, seq)

    walked = () if limit is None else find_walked(connection, wanted)
    for seq, ordinal, day in connection.execute(select_acts(wanted, limit, walked), execution_options=STREAMED):
        head, reading = reading_at(seq)
        yield act_row(head, reading, reading.acts[ordinal], Place(day, seq, ordinal))


def find_walked(connection: Connection, wanted: ActFilter) -> frozenset[str]:
    """The roles in which a party stands in so many acts that some of them are soon met with among the newest."""
    roles, names = tables.roles.c, tables.names.c
    found = set()
    for role, name in (("party", wanted.party), ("source", wanted.source)):
        named = select(names.seq, names.ordinal).where(names.key == name_key(name or "")).limit(FREQUENT + 1).subquery()
        part = (roles.seq == named.c.seq) & (roles.party == named.c.ordinal) & (roles.role == role)
        counts = select(func.count(named.c.seq.distinct()), func.count(roles.seq))
        if name is not None:
            times, parts = connection.execute(counts.select_from(named).outerjoin(tables.roles, part)).one()
            if times > FREQUENT and parts * LEAST_SHARE > times:
                found.add(role)
    return frozenset(found)


def act_row(head: ReportHead, reading: Reading, act: Act, place: Place) -> ActRow:
    """One act of a reading with all that its ids stand for; an id that stands for nothing is left out."""
    parties = {party.id: party for party in reading.parties}
    attributions = {att.id: att for att in reading.attributions}
    return ActRow(
        report=head,
        act=act,
        actors=tuple(parties[key] for key in act.actors if key in parties),
        recipients=tuple(parties[key] for key in act.recipients if key in parties),
        chain=tuple(link_of(attributions[key], parties, reading) for key in act.chain if key in attributions),
        place=place,
        reading=reading,
    )


def _with_part(role: str, name: str) -> Select[Any]:
    """The places of the acts in which a party has a part, by any spelling of its name or by one of its ids."""
    roles, names = tables.roles.c, tables.names.c
    return (
        select(roles.seq, roles.ordinal)
        .join(tables.names, (names.seq == roles.seq) & (names.ordinal == roles.party))
        .where(names.key == name_key(name), roles.role == role)
    )


def link_of(att: Attribution, parties: Mapping[str, Party], reading: Reading) -> ChainLink:
    """An attribution with those that its ids stand for."""
    return ChainLink(
        attribution=att,
        source=parties.get(att.source or ""),
        source_text=att.source_span.of(reading.report.text) if att.source_span else None,
        via=parties.get(att.via or ""),
    )
