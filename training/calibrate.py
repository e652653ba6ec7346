"""Fit the calibrations of a model on the development parts: ``python training/calibrate.py [--model FOLDER]``.

An attribution is right where its content shares half of its words or more with one that the first annotator of PolNeAR
marked and the sources meet (`attr_soft` of score_polnear.py); a name is right where span and kind are those of the
names corpus. The line through the log-odds is fitted by likelihood with a slight pull towards the identity, and
written to labels.json. Printed are the expected calibration errors (ten bins) when the articles of one half are judged
by what was fitted on the other, and the reliability tables.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from onrecord.reader.calibration import Calibration, log_odds, read_calibrations
from onrecord.reader.network import OnnxNetwork
from score_dev import MODEL, judge_attributions, judge_names, reliability
from versions import write_description

Judged = list[tuple[str, float, bool]]
IDENTITY = np.array([1.0, 0.0])
PULL = 1.0


def fit(judged: Judged) -> Calibration:
    """The line that makes the judgements likeliest; each is article, raw chance, right or not."""
    odds = np.array([[log_odds(chance), 1.0] for _, chance, _ in judged])
    sign = np.array([1.0 if good else -1.0 for _, _, good in judged])

    def unlikeliness(line: NDArray[np.float64]) -> float:
        return float(np.logaddexp(0, -sign * (odds @ line)).sum() + PULL * np.square(line - IDENTITY).sum() / 2)

    scale, shift = minimize(unlikeliness, IDENTITY).x
    return Calibration(scale=round(float(scale), 4), shift=round(float(shift), 4))


def across_halves(judged: Judged) -> list[tuple[float, bool]]:
    """Each judgement with its chance as calibrated on the articles of the other half."""
    articles = sorted({article for article, _, _ in judged})
    half = {article: number % 2 for number, article in enumerate(articles)}
    told: list[tuple[float, bool]] = []
    for side in (0, 1):
        fitted = fit([j for j in judged if half[j[0]] != side])
        told += [(fitted(chance), good) for article, chance, good in judged if half[article] == side]
    return told


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODEL)
    folder = parser.parse_args(arguments).model
    network = OnnxNetwork.load(folder=folder)
    network.labels = replace(network.labels, calibrations=read_calibrations({}))
    judged: dict[str, Judged] = {"attributions": judge_attributions(network), "names": judge_names(network)}
    fitted = {kind: fit(found) for kind, found in judged.items()}
    write_calibrations(folder, fitted)
    print(json.dumps({kind: reliability(across_halves(found)) for kind, found in judged.items()}, indent=1))
    return 0


def write_calibrations(folder: Path, fitted: dict[str, Calibration]) -> None:
    described: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    described["calibrations"] = {kind: {"scale": c.scale, "shift": c.shift} for kind, c in fitted.items()}
    write_description(folder, described)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
