"""The quality gate: ``make gate`` or ``python -m gate [--verbose] [--pin] [--because WHY]``.

Reads every case of cases.jsonl with the shipped reader and fails under the floors of floors.toml, or when the cases are
not the ones that the floors were pinned for. Lists what passes now and did not before, and the reverse, against
passing.txt. `--pin` sets the floors a case a family under what is measured; to lower one it wants `--because`, and
writes a line to docs/decisions/gate-floors.md.
"""

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from gate.scoring import Miss, find_misses
from onrecord.ingest import report_from_text
from onrecord.reader.reader import Reader

HERE = Path(__file__).parent
CASES, FLOORS, PASSING = HERE / "cases.jsonl", HERE / "floors.toml", HERE / "passing.txt"
DECISIONS = HERE.parent / "docs" / "decisions" / "gate-floors.md"


def read_cases() -> list[dict[str, Any]]:
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def measure(cases: list[dict[str, Any]]) -> dict[str, list[Miss]]:
    """The misses of each case."""
    reader = Reader.load()
    readings = (reader.read(report_from_text(case["text"], published=case["published"])) for case in cases)
    return {case["id"]: find_misses(case, reading) for case, reading in zip(cases, readings, strict=True)}


def rates(cases: list[dict[str, Any]], misses: Mapping[str, list[Miss]]) -> dict[str, float]:
    """Share of cases that pass, of all and of each family."""
    return {name: round(sum(passed) / len(passed), 3) for name, passed in grouped(cases, misses).items()}


def grouped(cases: list[dict[str, Any]], misses: Mapping[str, list[Miss]]) -> dict[str, list[bool]]:
    """Whether each case passes, of all and of each family."""
    groups: dict[str, list[bool]] = {"all": []}
    for case in cases:
        for group in ("all", case["family"]):
            groups.setdefault(group, []).append(not misses[case["id"]])
    return groups


def floors_of(cases: list[dict[str, Any]], misses: Mapping[str, list[Miss]]) -> dict[str, float]:
    """What is measured, less one case in each family and four of all: processors round 8-bit products differently."""
    floors = {}
    for name, passed in grouped(cases, misses).items():
        slack = 4 if name == "all" else 1
        floors[name] = round(max(0, sum(passed) - slack) / len(passed) - 0.0005, 3)
    return floors


def report_changes(misses: Mapping[str, list[Miss]]) -> None:
    """Print the cases that pass now and did not when the floors were pinned, and the reverse."""
    before = set(PASSING.read_text(encoding="utf-8").split()) if PASSING.exists() else set()
    now = {case for case, found in misses.items() if not found}
    for word, changed in (("newly passing", now - before), ("newly failing", before - now)):
        if changed:
            print(f"{word}: {', '.join(sorted(changed))}")


def find_faults(found: Mapping[str, float], digest: str) -> list[str]:
    """What the gate fails on."""
    pinned = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    faults = []
    if pinned["cases_sha256"] != digest:
        faults.append("cases.jsonl is not the one that the floors were pinned for; pin anew and say why")
    for name, floor in pinned["floors"].items():
        if found.get(name, 0.0) < floor:
            faults.append(f"{name}: {found.get(name, 0.0):.3f}, floor {floor:.3f}")
    return faults


def pin(found: Mapping[str, float], digest: str, misses: Mapping[str, list[Miss]], why: str | None) -> list[str]:
    """Write the floors; the lowered ones are returned and nothing is written where no reason is given."""
    old = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"] if FLOORS.exists() else {}
    lowered = [
        f"{name} {floor} to {found.get(name, 0.0)}" for name, floor in old.items() if found.get(name, 0.0) < floor
    ]
    if lowered and not why:
        return lowered
    lines = "\n".join(f'"{name}" = {rate}' for name, rate in sorted(found.items()))
    head = "# Share of the gate's cases that must pass; written by `python -m gate --pin`."
    FLOORS.write_text(f'{head}\ncases_sha256 = "{digest}"\n\n[floors]\n{lines}\n', encoding="utf-8")
    PASSING.write_text("".join(f"{case}\n" for case, found in misses.items() if not found), encoding="utf-8")
    if lowered:
        with DECISIONS.open("a", encoding="utf-8") as handle:
            handle.write(f"- {datetime.now(UTC).date().isoformat()}: {why} ({'; '.join(lowered)})\n")
    return []


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true", help="print what each failing case lacks")
    parser.add_argument("--pin", action="store_true", help="set the floors by what is measured")
    parser.add_argument("--because", help="why a floor is lowered")
    chosen = parser.parse_args(arguments)
    cases = read_cases()
    misses = measure(cases)
    found = rates(cases, misses)
    digest = hashlib.sha256(CASES.read_bytes()).hexdigest()
    for name, rate in found.items():
        print(f"{name:20} {rate:.3f}")
    report_changes(misses)
    if chosen.verbose:
        texts = {case["id"]: case["text"] for case in cases}
        for case, missing in misses.items():
            for miss in missing:
                print(f"{case}: {texts[case]}\n    {miss.kind}: {json.dumps(miss.wanted, ensure_ascii=False)}")
    if chosen.pin:
        lowered = pin(floors_of(cases, misses), digest, misses, chosen.because)
        for line in lowered:
            print(f"would be lowered, say --because: {line}", file=sys.stderr)
        return 1 if lowered else 0
    faults = find_faults(found, digest)
    for fault in faults:
        print(f"gate: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
