"""Changes: what is different between two tables of one matter's positions."""

from collections.abc import Iterable

from onrecord.records.positions import Change, Position, PositionTable

_Key = tuple[str, str]


def find_changes(before: PositionTable, after: PositionTable) -> tuple[Change, ...]:
    """Every position that is new, that moved to another stage or direction, or that is gone; ordered as in `after`."""
    old, new = _by_key(before.positions), _by_key(after.positions)
    keys = [*new, *(key for key in old if key not in new)]
    return tuple(
        Change(before=old.get(key), after=new.get(key)) for key in keys if _stand(old.get(key)) != _stand(new.get(key))
    )


def _by_key(positions: Iterable[Position]) -> dict[_Key, Position]:
    return {(position.instrument, position.party.key): position for position in positions}


def _stand(position: Position | None) -> tuple[str, str] | None:
    return None if position is None else (position.stage, position.direction)
