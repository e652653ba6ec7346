"""Tiles: the world as one equal tile a state, so that the smallest is seen as well as the largest.

No border is drawn. The places are laid out by hand in data/world_tiles.tsv; docs/decisions/0020-the-page.md says
how and why.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.records.positions import Position
from onrecord.resolve.tables import states


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A state's place: `row` from the north, `column` from the west."""

    iso3: str
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTile:
    """A tile as a map shows it; `position` is None where no step is on record, which is no position."""

    tile: Tile
    name: str
    position: Position | None


@cache
def world_tiles() -> tuple[Tile, ...]:
    """All tiles, ordered from north to south and from west to east, as a screen reader comes by them."""
    _, *lines = files("onrecord.web").joinpath("data/world_tiles.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines)
    tiles = (Tile(iso3=iso3, row=int(row), column=int(column)) for iso3, row, column in cells)
    return tuple(sorted(tiles, key=lambda tile: (tile.row, tile.column)))


def map_tiles(positions: Iterable[Position]) -> tuple[MapTile, ...]:
    """Every state's tile with its position among those of one instrument."""
    held = {position.party.key: position for position in positions if position.party.kind == "state"}
    names = states()
    return tuple(MapTile(tile=tile, name=names[tile.iso3].name, position=held.get(tile.iso3)) for tile in world_tiles())
