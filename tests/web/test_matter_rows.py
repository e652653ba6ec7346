from onrecord.records.origins import OriginRange
from onrecord.records.positions import Actor, Position, PositionTable, Silence
from onrecord.web.matter_rows import find_days, party_rows
from tests.factories import make_report

GHANA, PERU = (Actor(key=key, name=key, kind="state") for key in ("GHA", "PER"))
GROUP = Actor(key="group 25 states", name="25 states", kind="group")


def make_position(party: Actor) -> Position:
    return Position(
        party=party, instrument="treaty", stage="signed", direction="for", rules=("signed",), steps=(),
        origins=OriginRange(least=1, most=1),
    )  # fmt: skip


def test_a_party_has_one_row_with_what_is_told_and_what_is_not() -> None:
    silence = Silence(party=PERU, instrument="vote", read=3, naming=1)
    rows = party_rows(PositionTable(matter="m", positions=(make_position(PERU),), silences=(silence,)))
    assert [(row.party.key, list(row.positions), list(row.silences)) for row in rows] == [("PER", ["treaty"], ["vote"])]


def test_states_come_by_name_then_groups_then_those_of_which_nothing_is_told() -> None:
    silence = Silence(party=GHANA, instrument="treaty", read=3, naming=0)
    table = PositionTable(matter="m", positions=(make_position(GROUP), make_position(PERU)), silences=(silence,))
    assert [row.party.key for row in party_rows(table)] == ["PER", "group 25 states", "GHA"]


def test_days_run_from_the_first_report_to_the_last() -> None:
    reports = {day: make_report(published=day) for day in ("2024-07-01", "2024-06-24", "2024-06-30")}
    days = find_days(reports, "2024-06-30")
    assert days is not None
    assert (days.first, days.most, days.place) == ("2024-06-24", 7, 6)


def test_reports_of_one_day_need_no_slider() -> None:
    assert find_days({"r:1": make_report(published="2024-07-01"), "r:2": make_report()}, None) is None
