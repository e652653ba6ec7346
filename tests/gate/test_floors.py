"""Gate: floors hold for the files that they were pinned for, and are lowered only with a reason."""

from pathlib import Path

import pytest

import gate.floors as floors
from gate.__main__ import pin


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Floors of 0.5 for one family, pinned on files in a folder of their own."""
    (tmp_path / "cases.jsonl").write_text("{}\n", encoding="utf-8")
    for name, file in (("FLOORS", "floors.toml"), ("PASSING", "passing.txt"), ("DECISIONS", "gate-floors.md")):
        monkeypatch.setattr(floors, name, tmp_path / file)
    monkeypatch.setattr(floors, "PINNED", {"cases_sha256": tmp_path / "cases.jsonl"})
    floors.write_floors({"dates": 0.5})
    return tmp_path


@pytest.mark.parametrize(("passed", "faults"), [([True, False], []), ([False, False], ["dates: 0.000, floor 0.500"])])
@pytest.mark.usefixtures("scratch")
def test_a_measure_under_its_floor_is_a_fault(passed: list[bool], faults: list[str]) -> None:
    assert floors.find_faults({"dates": passed}) == faults


def test_cases_that_changed_after_the_pin_are_a_fault(scratch: Path) -> None:
    (scratch / "cases.jsonl").write_text("{} \n", encoding="utf-8")
    assert "cases.jsonl is not the one" in floors.find_faults({"dates": [True]})[0]


@pytest.mark.usefixtures("scratch")
def test_a_group_without_a_floor_is_a_fault() -> None:
    assert floors.find_faults({"dates": [True], "places": [True]}) == ["places: has no floor"]


@pytest.mark.usefixtures("scratch")
def test_a_pinned_group_that_is_gone_is_a_fault() -> None:
    assert floors.find_faults({}) == ["dates: 0.000, floor 0.500"]


def test_pin_refuses_to_lower_a_floor_without_a_reason(scratch: Path) -> None:
    before = (scratch / "floors.toml").read_bytes()
    assert pin({"dates": [True, False, False, False]}, [], None) == 1
    assert (scratch / "floors.toml").read_bytes() == before
    assert not (scratch / "gate-floors.md").exists()


def test_pin_lowers_a_floor_for_a_reason_and_keeps_the_reason(scratch: Path) -> None:
    assert pin({"dates": [True, True, False, False]}, ["dates-1"], "harder cases") == 0
    assert floors.read_floors() == {"dates": 0.249}
    assert "harder cases (dates 0.5 to 0.249)" in (scratch / "gate-floors.md").read_text(encoding="utf-8")
    assert (scratch / "passing.txt").read_text(encoding="utf-8") == "dates-1\n"


def test_floors_leave_a_case_of_slack_in_a_family() -> None:
    assert floors.floors_of({"dates": [True] * 4, "places": [True, False]}) == {"dates": 0.75, "places": 0.0}
