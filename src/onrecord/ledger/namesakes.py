"""Namesakes: the parties that go by one name in the reports of a ledger."""

from sqlalchemy import Connection, select

from onrecord.ledger.keys import name_key
from onrecord.ledger.log import read_judged
from onrecord.ledger.party_changes import name_of
from onrecord.ledger.tables import names, parties
from onrecord.records.judgements import PartyName

MOST_READINGS = 200  # a name that is in more is that of a party which the first of them have too


def find_parties(connection: Connection, name: str) -> tuple[PartyName, ...]:
    """The parties of a name or an id in the readings that count, each once; persons are also known by last names.

    Of those that the index has under one kind and name, the newest and the oldest are looked at for their ids.
    """
    at = (parties.c.seq == names.c.seq) & (parties.c.ordinal == names.c.ordinal)
    places = select(names.c.seq, names.c.ordinal, parties.c.kind, parties.c.name).join(parties, at)
    told = places.where(names.c.key == name_key(name)).order_by(names.c.seq.desc()).limit(MOST_READINGS)
    by_name: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for seq, ordinal, kind, shown in connection.execute(told):
        by_name.setdefault((kind, shown), []).append((seq, ordinal))
    looked_at = {place for same in by_name.values() for place in (same[0], same[-1])}
    found: dict[PartyName, None] = {}
    for seq, ordinal in sorted(looked_at, reverse=True):
        found[name_of(read_judged(connection, seq).parties[ordinal])] = None
    return tuple(found)
