"""Moves: what the ledger came to hold, and how positions moved by it."""

from dataclasses import replace

from onrecord.matters.moves import find_moves
from onrecord.records import Span
from onrecord.records.matters import Instrument, Matter
from onrecord.records.origins import Origin
from onrecord.records.positions import Actor, Step
from onrecord.records.stances import Direction, Stage

MATTER = Matter(
    id="letter", title="The letter", question="States should sign the letter.",
    instruments=(Instrument(id="opinion", name="opinion", kind="filing"),),
)  # fmt: skip
SYLVANIA = Actor(key="SYL", name="Sylvania", kind="state")


def step(stage: Stage, recorded: str | None, published: str, direction: Direction = "for") -> Step:
    return Step(
        party=SYLVANIA, instrument="opinion", stage=stage, direction=direction, rule="test", why="test",
        report=f"r:{published}{stage}", act="e1", quote="Sylvania did.", span=Span(0, 13), published=published,
        recorded=recorded, origin=Origin(basis="unknown", why="test"),
    )  # fmt: skip


def moved(*steps: Step) -> list[tuple[str, str | None, str]]:
    return [
        (move.recorded, move.before and move.before[0], move.after[0]) for move in find_moves(steps, MATTER)
    ]  # fmt: skip


ANNOUNCED = step("announced", "2024-07-01T08:00:00+00:00", "2024-06-30")
FILED = step("filed", "2024-07-03T08:00:00+00:00", "2024-07-02")


def test_each_time_that_a_position_moves_is_a_move_the_last_first() -> None:
    assert moved(FILED, ANNOUNCED) == [
        ("2024-07-03T08:00:00+00:00", "announced", "filed"),
        ("2024-07-01T08:00:00+00:00", None, "announced"),
    ]


def test_what_is_recorded_at_once_is_one_move() -> None:
    together = replace(ANNOUNCED, recorded=FILED.recorded)
    assert moved(together, FILED) == [("2024-07-03T08:00:00+00:00", None, "filed")]


def test_a_report_that_tells_what_stands_already_moves_nothing() -> None:
    again = step("filed", "2024-07-09T08:00:00+00:00", "2024-07-08")
    late = step("announced", "2024-07-10T08:00:00+00:00", "2024-06-29")
    assert len(moved(ANNOUNCED, FILED, again, late)) == 2


def test_a_move_has_the_step_that_was_recorded_then() -> None:
    (last, first) = find_moves((ANNOUNCED, FILED), MATTER)
    assert (last.step, first.step) == (FILED, ANNOUNCED)


def test_what_is_in_no_ledger_makes_no_move() -> None:
    assert moved(replace(FILED, recorded=None)) == []
