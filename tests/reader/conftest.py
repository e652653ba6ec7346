"""Rules are tested by themselves: no act of a hand-made analysis is left out for how likely it is."""

import pytest

from onrecord.reader import sureness

EVEN = sureness.Weights(base=2.2, signs={}, vectors={}, usual=dict.fromkeys(sureness.STANDING, 0.0))


@pytest.fixture(autouse=True)
def sure_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sureness, "load_weights", lambda: EVEN)
