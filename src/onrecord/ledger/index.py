"""Index: a reading cut into the rows that queries look for, put in and taken out by the reading's place in the log."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, insert

from onrecord.ledger import tables
from onrecord.ledger.keys import party_keys
from onrecord.records import Act, Attribution, Party, Reading, Report

Row = dict[str, Any]
NO_SINCE, NO_UNTIL = "0000", "9999"


def index_rows(seq: int, reading: Reading) -> dict[Table, list[Row]]:
    """The rows of one reading, by table. The same reading always gives the same rows in the same order."""
    places = {party.id: ordinal for ordinal, party in enumerate(reading.parties)}
    return {
        tables.reports: [{"seq": seq} | _report_cells(reading.report)],
        tables.parties: [
            {"seq": seq, "ordinal": ordinal, "party_id": party.id, "kind": party.kind, "name": party.name}
            for ordinal, party in enumerate(reading.parties)
        ],
        tables.names: [
            {"seq": seq, "ordinal": ordinal, "key": key}
            for ordinal, party in enumerate(reading.parties)
            for key in sorted(party_keys(party))
        ],
        tables.acts: [
            {"seq": seq, "ordinal": ordinal} | _act_cells(act, reading.report)
            for ordinal, act in enumerate(reading.acts)
        ],
        tables.roles: [
            {"seq": seq, "ordinal": ordinal, "party": places[party], "role": role}
            for ordinal, act in enumerate(reading.acts)
            for role, party in sorted(_roles(act, reading))
        ],
        tables.attributions: [
            {"seq": seq, "ordinal": ordinal} | _attribution_cells(att, places)
            for ordinal, att in enumerate(reading.attributions)
        ],
    }


def write_index(connection: Connection, seq: int, reading: Reading) -> None:
    """Put a reading into the index."""
    for table, rows in index_rows(seq, reading).items():
        if rows:
            connection.execute(insert(table), rows)


def remove_index(connection: Connection, seq: int) -> None:
    """Take a reading out of the index; the log keeps it."""
    for table in (*tables.DETAILS, tables.reports):
        connection.execute(delete(table).where(table.c.seq == seq))


def clear_index(connection: Connection) -> None:
    for table in (*tables.DETAILS, tables.reports):
        connection.execute(delete(table))


def _report_cells(report: Report) -> Row:
    return {
        "report_id": report.id,
        "given_id": report.given_id,
        "title": report.title,
        "outlet_name": report.outlet.name,
        "outlet_domain": report.outlet.domain,
        "url": report.url,
        "published": report.published,
    }


def _act_cells(act: Act, report: Report) -> Row:
    """Type, status and the days between which the act is found: its own, else the day of its report."""
    since, until = act.time.since, act.time.until
    if since is None and until is None:
        since = until = report.published
    else:
        since, until = since or NO_SINCE, until or NO_UNTIL
    return {"type": act.type, "status": act.status, "since_day": since, "until_day": until}


def _attribution_cells(att: Attribution, places: Mapping[str, int]) -> Row:
    return {
        "is_outermost": att.parent is None,
        "source": None if att.source is None else places.get(att.source),
        "via": None if att.via is None else places.get(att.via),
    }


def _roles(act: Act, reading: Reading) -> set[tuple[str, str]]:
    """Who has a part in an act: its parties, its sources, and those for whom they act or who are among them."""
    parties = {party.id: party for party in reading.parties}
    cited = [att for att in reading.attributions if att.id in act.chain]
    sources = [key for att in cited for key in (att.source, att.via) if key]
    return {("party", key) for key in reach((*act.actors, *act.recipients), parties)} | {
        ("source", key) for key in reach(sources, parties)
    }


def reach(keys: Iterable[str], parties: Mapping[str, Party]) -> set[str]:
    """The parties with these ids, those for whom they act and the members of groups, as far as it goes."""
    reached: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key in reached or key not in parties:
            continue
        reached.add(key)
        party = parties[key]
        waiting.extend((*party.members, *((party.acts_for,) if party.acts_for else ())))
    return reached
