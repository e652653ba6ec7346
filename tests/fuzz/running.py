"""Running: try a target on so many inputs, and say how many it took."""

from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings

from onrecord.records.errors import OnrecordError
from tests.fuzz.targets import TARGETS


@dataclass(slots=True)
class Tally:
    """How many inputs were tried, and how many of them were refused with a reason."""

    tried: int = 0
    refused: int = 0


def try_target(name: str, examples: int, *, derandomize: bool = True) -> Tally:
    """Try a target on about as many inputs as given, fewer where it is slow; raises what is no refusal."""
    target, tally = TARGETS[name], Tally()
    most = max(1, round(examples * target.share))

    @settings(
        max_examples=most,
        derandomize=derandomize,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def try_each(given_input: Any) -> None:
        tally.tried += 1
        try:
            target.try_one(given_input)
        except OnrecordError as error:
            tally.refused += 1
            assert str(error)  # noqa: PT017 - a refusal says why

    try_each()
    return tally
