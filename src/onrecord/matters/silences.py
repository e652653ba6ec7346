"""Silences: parties that a matter lists and of which no report tells a step. Silence is no position."""

from collections.abc import Iterable, Mapping

from onrecord.matters.actors import Actors
from onrecord.matters.instruments import Page
from onrecord.records.matters import Matter
from onrecord.records.positions import Actor, Position, Silence


def find_silences(
    positions: Iterable[Position], pages: Mapping[str, Page], matter: Matter, actors: Actors,
    parties: Iterable[Actor] | None = None,
) -> tuple[Silence, ...]:  # fmt: skip
    """For each party and instrument without a position: how many reports were read, and how many name it.

    `parties` are those that the matter lists where none are given.
    """
    asked = tuple(actors.listed() if parties is None else parties)
    taken = {(position.party.key, position.instrument) for position in positions}
    naming: dict[str, int] = {}
    for page in pages.values():
        for key in {actors.of(party.id, page.reading).key for party in page.reading.parties}:
            naming[key] = naming.get(key, 0) + 1
    return tuple(
        Silence(party=actor, instrument=instrument.id, read=len(pages), naming=naming.get(actor.key, 0))
        for instrument in matter.instruments
        for actor in asked
        if (actor.key, instrument.id) not in taken
    )
