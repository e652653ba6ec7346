"""Namesakes: the parties that go by one name in the reports of a ledger."""

from sqlalchemy import Connection, select

from onrecord.ledger.keys import name_key
from onrecord.ledger.log import read_judged
from onrecord.ledger.party_changes import name_of
from onrecord.ledger.tables import names
from onrecord.records.judgements import PartyName

MOST_READINGS = 200  # a name that is in more is that of a party which the first of them have too


def find_parties(connection: Connection, name: str) -> tuple[PartyName, ...]:
    """The parties of a name or an id in the readings that count, each once; persons are also known by last names."""
    places = select(names.c.seq, names.c.ordinal).where(names.c.key == name_key(name)).order_by(names.c.seq.desc())
    found: dict[PartyName, None] = {}
    for seq, ordinal in connection.execute(places.limit(MOST_READINGS)).all():
        found[name_of(read_judged(connection, seq).parties[ordinal])] = None
    return tuple(found)
