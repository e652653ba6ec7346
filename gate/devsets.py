"""The shipped network on the development parts of the training corpora, where they lie beside the repository.

The figures are those of training/score_dev.py, whose head names the definitions, in percent; of a calibration, 100 less
the expected calibration error. dev_floors.toml holds their floors, with a hash of the files that they were measured on.
The corpora are not part of the repository: where they are missing, the gate says so and judges the rest.
"""

import hashlib
import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"
PARTS = ("ewt/dev.conllu", "gum/dev", "polnear/dev", "worldwide/dev")
FLOORS = Path(__file__).parent / "dev_floors.toml"
SLACK = 0.5  # points: processors round 8-bit products differently
MEASURES = {
    "polnear source": "polnear.exact_source",
    "polnear cue": "polnear.exact_cue",
    "polnear content": "polnear.exact_content",
    "polnear linked": "polnear.attr_soft",
    "ewt tags": "ewt.upos",
    "ewt trees": "ewt.las",
    "ewt sentences": "ewt.sentence_ends",
    "gum tags": "gum.upos",
    "gum trees": "gum.las",
    "gum news tags": "gum_news.upos",
    "gum news trees": "gum_news.las",
    "worldwide names": "names.f1",
    "gum coreference": "coreference.all.exact",
    "gum coreference of names": "coreference.names_pronouns.exact",
    "calibrated attributions": "calibration.attributions.ece",
    "calibrated names": "calibration.names.ece",
}


def have_corpora() -> bool:
    return all((CORPORA / part).exists() for part in PARTS)


def hash_corpora(folder: Path = CORPORA) -> str:
    """One hash of the names and bytes of every development file."""
    digest = hashlib.sha256()
    for part in PARTS:
        path = folder / part
        for file in sorted(f for f in path.rglob("*") if f.is_file()) if path.is_dir() else [path]:
            digest.update(file.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def measure_dev() -> dict[str, float]:
    """Every measure of the shipped network, by one run of training/score_dev.py."""
    command = [sys.executable, str(ROOT / "training" / "score_dev.py")]
    ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")  # noqa: S603
    return pick_measures(json.loads(ran.stdout))


def pick_measures(figures: Mapping[str, Any]) -> dict[str, float]:
    """The measures out of what the scorer prints, all so that more is better."""
    found = {}
    for name, path in MEASURES.items():
        value: Any = figures
        for key in path.split("."):
            value = value[key]
        found[name] = round(100 - 100 * value, 2) if path.endswith("ece") else float(value)
    return found


def read_dev_floors() -> dict[str, float]:
    """The floors by measure; none before the first pin."""
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"] if FLOORS.exists() else {}
    return floors


def find_dev_faults(figures: Mapping[str, float]) -> list[str]:
    """What the gate fails on: other files than those pinned, a measure under its floor or without one."""
    faults, floors = [], read_dev_floors()
    if FLOORS.exists() and tomllib.loads(FLOORS.read_text(encoding="utf-8"))["corpora_sha256"] != hash_corpora():
        faults.append("the development corpora are not the ones that dev_floors.toml was pinned for")
    for name, value in figures.items():
        floor = floors.get(name)
        if floor is None:
            faults.append(f"{name}: has no floor")
        elif value < floor:
            faults.append(f"{name}: {value:.2f}, floor {floor:.2f}")
    return faults


def find_lowered(figures: Mapping[str, float]) -> list[str]:
    """Each floor that a pin on these figures would lower."""
    old, new = read_dev_floors(), floors_of(figures)
    return [f"{name} {floor} to {new.get(name, 0.0)}" for name, floor in old.items() if new.get(name, 0.0) < floor]


def floors_of(figures: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value - SLACK, 2) for name, value in figures.items()}


def write_dev_floors(figures: Mapping[str, float]) -> None:
    head = "# Percent that the shipped network must reach on the development parts; written by `python -m gate --pin`."
    lines = "\n".join(f'"{name}" = {floor}' for name, floor in floors_of(figures).items())
    FLOORS.write_text(f'{head}\ncorpora_sha256 = "{hash_corpora()}"\n\n[floors]\n{lines}\n', encoding="utf-8")
