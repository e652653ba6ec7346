"""Excerpts: what is exported, one reading after another, from a ledger or from readings that are in none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from onrecord.ledger import Entry, Selection
from onrecord.records import Act, Attribution, Party, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A reading, those of its acts that were asked for, and when a ledger recorded it (None outside a ledger).

    With `is_whole` nothing was left out, so that attributions and parties without an act belong to it too.
    """

    reading: Reading
    acts: tuple[Act, ...]
    recorded_at: datetime | None = None
    is_whole: bool = True

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Those of the whole reading, or those that are cited for the acts asked for."""
        if self.is_whole:
            return self.reading.attributions
        cited = {key for act in self.acts for key in act.chain}
        return tuple([att for att in self.reading.attributions if att.id in cited])

    @property
    def parties(self) -> tuple[Party, ...]:
        """Those of the whole reading, or those with a part in the acts asked for, their principals and members."""
        if self.is_whole:
            return self.reading.parties
        found = {party.id: party for party in self.reading.parties}
        waiting = [key for act in self.acts for key in (*act.actors, *act.recipients)]
        waiting += [key for att in self.attributions for key in (att.source, att.via) if key]
        reached: set[str] = set()
        while waiting:
            key = waiting.pop()
            if key in found and key not in reached:
                reached.add(key)
                waiting += [*found[key].members, found[key].acts_for or ""]
        return tuple([party for party in self.reading.parties if party.id in reached])


def from_readings(readings: Iterable[Reading]) -> Iterator[Excerpt]:
    """Whole readings that no ledger recorded."""
    return (Excerpt(reading=reading, acts=reading.acts) for reading in readings)


def from_selections(selections: Iterable[Selection], *, is_whole: bool) -> Iterator[Excerpt]:
    """What a ledger gave; `is_whole` where it was asked for all."""
    for one in selections:
        recorded_at, reading = one.entry.recorded_at, one.entry.reading
        yield Excerpt(reading=reading, acts=one.acts, recorded_at=recorded_at, is_whole=is_whole)


def from_entries(entries: Iterable[Entry]) -> Iterator[Excerpt]:
    """Every reading of a ledger, with those that no longer count."""
    for entry in entries:
        yield Excerpt(reading=entry.reading, acts=entry.reading.acts, recorded_at=entry.recorded_at)
