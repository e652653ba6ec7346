"""Calibration: a line through log-odds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.calibration import Calibration, read_calibrations


def test_the_identity_leaves_a_chance_as_it_is() -> None:
    assert Calibration()(0.3) == pytest.approx(0.3)


def test_a_temperature_draws_chances_towards_a_half() -> None:
    assert Calibration(scale=0.5)(0.9) == pytest.approx(0.75)
    assert Calibration(scale=0.5)(0.1) == pytest.approx(0.25)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 3), st.floats(-3, 3))
def test_the_order_of_chances_is_kept_and_none_is_certain(low: float, high: float, scale: float, shift: float) -> None:
    calibrated = Calibration(scale=scale, shift=shift)
    told = [calibrated(chance) for chance in sorted((low, high))]
    assert 0 < told[0] <= told[1] < 1


def test_a_model_without_calibrations_is_taken_at_its_word() -> None:
    found = read_calibrations({"names": {"scale": 2.0, "shift": 0.1}})
    assert found == {"attributions": Calibration(), "names": Calibration(scale=2.0, shift=0.1)}
