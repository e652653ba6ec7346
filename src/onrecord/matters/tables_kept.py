"""Tables kept: a part of a position table."""

from dataclasses import replace

from onrecord.matters.actors import is_called
from onrecord.records.positions import Actor, PositionTable


def keep_party(table: PositionTable, name: str) -> PositionTable:
    """The table of one party, by its name or code; contradictions that are told of it stay."""

    def is_wanted(actor: Actor) -> bool:
        return is_called(actor, name)

    return replace(
        table,
        positions=tuple(each for each in table.positions if is_wanted(each.party)),
        silences=tuple(each for each in table.silences if is_wanted(each.party)),
        contradictions=tuple(each for each in table.contradictions if any(map(is_wanted, each.parties))),
    )


def keep_instrument(table: PositionTable, key: str) -> PositionTable:
    """The table of one instrument, by its id; contradictions, which are of the whole matter, stay."""
    return replace(
        table,
        lists=tuple(each for each in table.lists if each.instrument == key),
        positions=tuple(each for each in table.positions if each.instrument == key),
        silences=tuple(each for each in table.silences if each.instrument == key),
    )
