"""Calibration: from what the network says to a probability that means it.

*0.8* on an attribution is to mean that four in five such attributions are right, since people sort their review by it.
The network is surer than it should be; a line through its log-odds, fitted on development texts by
training/calibrate.py, puts that right (Platt 1999; with no shift it is temperature scaling, Guo et al. 2017).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log, tanh

_EDGE = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A line through log-odds: `scale` is one over the temperature, `shift` moves all of them."""

    scale: float = 1.0
    shift: float = 0.0

    def __call__(self, chance: float) -> float:
        """The calibrated probability for a raw one, both 0 to 1; never quite 0 or 1.

        >>> round(Calibration(scale=0.5)(0.9), 2)
        0.75
        """
        return (1 + tanh((self.scale * log_odds(chance) + self.shift) / 2)) / 2


def log_odds(chance: float) -> float:
    """The log-odds of a probability, which is kept off 0 and 1 by a ten-thousandth."""
    kept = min(max(chance, _EDGE), 1 - _EDGE)
    return log(kept / (1 - kept))


def read_calibrations(described: Mapping[str, Mapping[str, float]]) -> dict[str, Calibration]:
    """The calibrations of a model's description, for `attributions` and `names`; the identity where it has none."""
    return {kind: Calibration(**described.get(kind, {})) for kind in ("attributions", "names")}
