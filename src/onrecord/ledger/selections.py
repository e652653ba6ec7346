"""Selections: the readings that count, one after another as they were recorded, each with the acts asked for."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, select

from onrecord.ledger.acts import ActFilter, select_acts
from onrecord.ledger.log import decode_body, read_body
from onrecord.ledger.rows import Entry, Selection
from onrecord.ledger.store import STREAMED
from onrecord.ledger.tables import log, reports


def read_whole(connection: Connection) -> Iterator[Selection]:
    """Every reading that counts with all its acts, also the readings that have none."""
    counted = select(log.c.seq, log.c.recorded_at, log.c.body).join(reports, reports.c.seq == log.c.seq)
    for seq, recorded_at, body in connection.execute(counted.order_by(log.c.seq), execution_options=STREAMED):
        reading = decode_body(seq, body)
        entry = Entry(seq=seq, recorded_at=datetime.fromisoformat(recorded_at), reading=reading)
        yield Selection(entry=entry, acts=reading.acts)


def read_selected(connection: Connection, wanted: ActFilter, limit: int | None) -> Iterator[Selection]:
    """The readings with acts that a filter lets through, and those acts; a limit keeps the newest acts."""
    places = select_acts(wanted, limit).subquery()
    query = select(places.c.seq, log.c.recorded_at, places.c.ordinal).join(log, log.c.seq == places.c.seq)
    rows = connection.execute(query.order_by(places.c.seq, places.c.ordinal), execution_options=STREAMED)
    for (seq, recorded_at), group in groupby(rows, key=lambda row: (row.seq, row.recorded_at)):
        reading = read_body(connection, seq)
        entry = Entry(seq=seq, recorded_at=datetime.fromisoformat(recorded_at), reading=reading)
        yield Selection(entry=entry, acts=tuple([reading.acts[row.ordinal] for row in group]))
