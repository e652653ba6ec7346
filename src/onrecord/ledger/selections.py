"""Selections: the readings that count, one after another as they were recorded, each with the acts asked for.

A reading is given as people decided, or with `judged` false as it was read; which acts are asked for is told by what
people decided, so that an act that they rejected is in neither.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, select

from onrecord.ledger.acts import ActFilter, select_acts
from onrecord.ledger.log import decode_body, read_body
from onrecord.ledger.rows import Entry, Selection
from onrecord.ledger.standing import read_standing
from onrecord.ledger.store import STREAMED
from onrecord.ledger.tables import log, reports
from onrecord.ledger.verdicts import judge_reading


def read_whole(connection: Connection, *, judged: bool) -> Iterator[Selection]:
    """Every reading that counts with all its acts, also the readings that have none."""
    standing = read_standing(connection) if judged else ()
    counted = select(log.c.seq, log.c.recorded_at, log.c.body).join(reports, reports.c.seq == log.c.seq)
    for seq, recorded_at, body in connection.execute(counted.order_by(log.c.seq), execution_options=STREAMED):
        reading = judge_reading(decode_body(seq, body), standing).reading
        entry = Entry(seq=seq, recorded_at=datetime.fromisoformat(recorded_at), reading=reading)
        yield Selection(entry=entry, acts=reading.acts)


def read_selected(connection: Connection, wanted: ActFilter, limit: int | None, *, judged: bool) -> Iterator[Selection]:
    """The readings with acts that a filter lets through, and those acts; a limit keeps the newest acts."""
    places = select_acts(wanted, limit).subquery()
    query = select(places.c.seq, log.c.recorded_at, places.c.ordinal).join(log, log.c.seq == places.c.seq)
    rows = connection.execute(query.order_by(places.c.seq, places.c.ordinal), execution_options=STREAMED)
    for (seq, recorded_at), group in groupby(rows, key=lambda row: (row.seq, row.recorded_at)):
        read = read_body(connection, seq)
        decided = judge_reading(read, read_standing(connection, read.report.id)).reading
        wanted_ids = [decided.acts[row.ordinal].id for row in group]
        reading = decided if judged else read
        acts = {act.id: act for act in reading.acts}
        entry = Entry(seq=seq, recorded_at=datetime.fromisoformat(recorded_at), reading=reading)
        yield Selection(entry=entry, acts=tuple([acts[key] for key in wanted_ids]))
