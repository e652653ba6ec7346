"""Cursors: a place in a list that the newest lead, from which the list goes on however it has grown at its head."""

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, or_


class Place(NamedTuple):
    """Where an item stands: its day (None where it has none), its row of the log, its place in the reading from 0."""

    day: str | None
    seq: int
    ordinal: int = 0


def behind(
    place: Place, day: ColumnElement[Any], seq: ColumnElement[Any], ordinal: ColumnElement[Any] | None = None
) -> ColumnElement[bool]:
    """What comes after a place: the newest day first, none last, then the newest row, then in the order of the text."""
    later = seq < place.seq
    if ordinal is not None:
        later = or_(later, and_(seq == place.seq, ordinal > place.ordinal))
    if place.day is None:
        return and_(day.is_(None), later)
    return or_(day < place.day, day.is_(None), and_(day == place.day, later))
