"""Said: the attributions in which a party is cited, found in the readings that name it.

The index knows which readings name a party; that a minister who is cited speaks for it stands in the reading.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from onrecord.ledger.acts import link_of
from onrecord.ledger.cursors import Place, behind
from onrecord.ledger.heads import head_of, select_heads
from onrecord.ledger.index import reach
from onrecord.ledger.keys import name_key, party_keys
from onrecord.ledger.log import read_judged
from onrecord.ledger.rows import Said, SaidRow
from onrecord.ledger.tables import names, reports
from onrecord.records import Reading

FREQUENT = 2_000
MOST_READ = 400  # a party may be named in every report and be cited in none


def read_said(connection: Connection, name: str, limit: int, after: Place | None) -> Said:
    """At most `limit` attributions, the newest report first; fewer where many reports had to be gone through."""
    key, rows, read = name_key(name), list[SaidRow](), 0
    naming = select_naming(key, after, is_frequent=_is_frequent(connection, key))
    for row in connection.execute(naming.limit(MOST_READ)).all():
        read += 1
        reading = read_judged(connection, row.seq)
        for ordinal in _citing(reading, key):
            place = Place(row.published, row.seq, ordinal)
            if after is not None and place[:2] == after[:2] and ordinal <= after.ordinal:
                continue
            if len(rows) == limit:
                return Said(rows=tuple(rows), next=rows[-1].place)
            parties = {party.id: party for party in reading.parties}
            link = link_of(reading.attributions[ordinal], parties, reading)
            rows.append(SaidRow(report=head_of(row), link=link, place=place, reading=reading))
    last = Place(row.published, row.seq, len(reading.attributions)) if read == MOST_READ else None
    return Said(rows=tuple(rows), next=last)


def select_naming(key: str, after: Place | None, *, is_frequent: bool) -> Select[Any]:
    """The heads of the reports that name a party, from the report of a place on.

    For a name that is in many reports, the newest of all are looked through; to sort all that have it would take
    longer.
    """
    with_name = select(names.c.seq).where(names.c.key == key)
    query = select_heads()
    if is_frequent:
        query = query.where(with_name.where(names.c.seq == reports.c.seq).correlate(reports).exists())
    else:
        query = query.where(reports.c.seq.in_(with_name))
    if after is None:
        return query
    return query.where(or_(behind(after, reports.c.published, reports.c.seq), reports.c.seq == after.seq))


def _is_frequent(connection: Connection, key: str) -> bool:
    found = select(names.c.seq).where(names.c.key == key).limit(FREQUENT + 1).subquery()
    return connection.execute(select(func.count()).select_from(found)).scalar_one() > FREQUENT


def _citing(reading: Reading, key: str) -> Iterator[int]:
    """The places of the attributions whose source, or the outlet it spoke through, is the party or acts for it."""
    parties = {party.id: party for party in reading.parties}
    meant = {party.id for party in reading.parties if key in party_keys(party)}
    for ordinal, att in enumerate(reading.attributions):
        if meant & reach((att.source or "", att.via or ""), parties):
            yield ordinal
