"""Hostile input, on every way in: taken, or refused with a reason. ONRECORD_FUZZ says how many inputs are tried."""

import os

import pytest

from tests.fuzz.running import try_target
from tests.fuzz.targets import TARGETS

EXAMPLES = int(os.environ.get("ONRECORD_FUZZ", "40"))


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_input_is_taken_or_refused_with_a_reason(name: str) -> None:
    assert try_target(name, EXAMPLES).tried
