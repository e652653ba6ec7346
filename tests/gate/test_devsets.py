"""Development sets: floors hold for the corpora that they were pinned on, and more is always better."""

from pathlib import Path

import pytest

from gate import devsets

FIGURES = {"ewt trees": 88.0, "calibrated names": 97.0}


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of one file, with floors pinned on it."""
    (tmp_path / "dev.conllu").write_text("1\tPeru\n", encoding="utf-8")
    monkeypatch.setattr(devsets, "PARTS", ("dev.conllu",))
    monkeypatch.setattr(devsets, "FLOORS", tmp_path / "dev_floors.toml")
    monkeypatch.setattr(devsets, "hash_corpora", lambda folder=tmp_path, real=devsets.hash_corpora: real(folder))
    devsets.write_dev_floors(FIGURES)
    return tmp_path


@pytest.mark.usefixtures("corpora")
def test_a_figure_half_a_point_lower_still_holds() -> None:
    assert devsets.find_dev_faults({"ewt trees": 87.5, "calibrated names": 96.6}) == []


@pytest.mark.usefixtures("corpora")
def test_a_figure_under_its_floor_is_a_fault() -> None:
    assert devsets.find_dev_faults({"ewt trees": 87.4}) == ["ewt trees: 87.40, floor 87.50"]


@pytest.mark.usefixtures("corpora")
def test_a_figure_without_a_floor_is_a_fault() -> None:
    assert devsets.find_dev_faults({"gum trees": 90.0}) == ["gum trees: has no floor"]


def test_other_corpora_than_those_pinned_are_a_fault(corpora: Path) -> None:
    (corpora / "dev.conllu").write_text("1\tChad\n", encoding="utf-8")
    assert "not the ones" in devsets.find_dev_faults({"ewt trees": 90.0})[0]


@pytest.mark.usefixtures("corpora")
def test_a_pin_that_would_lower_a_floor_is_named() -> None:
    assert devsets.find_lowered({"ewt trees": 80.0, "calibrated names": 97.0}) == ["ewt trees 87.5 to 79.5"]


def test_a_calibration_error_counts_against_a_hundred(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devsets, "MEASURES", {"trees": "ewt.las", "names": "calibration.names.ece"})
    figures = {"ewt": {"las": 88}, "calibration": {"names": {"ece": 0.03}}}
    assert devsets.pick_measures(figures) == {"trees": 88.0, "names": 97.0}
