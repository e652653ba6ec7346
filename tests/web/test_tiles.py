from onrecord.records.origins import OriginRange
from onrecord.records.positions import Actor, Position
from onrecord.resolve.tables import states
from onrecord.web.tiles import Tile, map_tiles, world_tiles


def by_code() -> dict[str, Tile]:
    return {tile.iso3: tile for tile in world_tiles()}


def test_every_state_has_one_tile() -> None:
    assert sorted(tile.iso3 for tile in world_tiles()) == sorted(states())


def test_no_two_tiles_share_a_place() -> None:
    places = [(tile.row, tile.column) for tile in world_tiles()]
    assert len(set(places)) == len(places)


def test_neighbours_stand_on_the_right_side_of_each_other() -> None:
    tiles = by_code()
    for north, south in (
        ("CAN", "USA"),
        ("USA", "MEX"),
        ("NOR", "DNK"),
        ("EGY", "SDN"),
        ("CHN", "VNM"),
        ("BOL", "ARG"),
    ):
        assert tiles[north].row < tiles[south].row, (north, south)
    for west, east in (("PRT", "ESP"), ("FRA", "CHE"), ("IRN", "PAK"), ("IND", "BGD"), ("CHN", "JPN"), ("AUS", "FJI")):
        assert tiles[west].column < tiles[east].column, (west, east)


def test_map_shows_a_state_without_position_as_that() -> None:
    held = Position(
        party=Actor(key="NRU", name="NRU", kind="state"), instrument="treaty", stage="signed", direction="for",
        rules=("signed",), steps=(), origins=OriginRange(least=1, most=1),
    )  # fmt: skip
    shown = {each.tile.iso3: each for each in map_tiles([held])}
    assert shown["NRU"].position is held
    assert (shown["TUV"].name, shown["TUV"].position) == ("Tuvalu", None)


def test_a_group_has_no_tile() -> None:
    group = Position(
        party=Actor(key="group 25 states", name="25 states", kind="group"), instrument="treaty", stage="asked",
        direction="unclear", rules=("asked",), steps=(), origins=OriginRange(least=1, most=1),
    )  # fmt: skip
    assert all(each.position is None for each in map_tiles([group]))
