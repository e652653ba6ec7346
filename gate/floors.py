"""The floors of the gate, pinned together with a hash of what they were measured on.

`cases_sha256` and `demo_sha256` are those of cases.jsonl and demo/expected.toml. A floor is lowered only with a reason,
which goes to docs/decisions/gate-floors.md.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
FLOORS, PASSING = HERE / "floors.toml", HERE / "passing.txt"
DECISIONS = HERE.parent / "docs" / "decisions" / "gate-floors.md"
PINNED = {"cases_sha256": HERE / "cases.jsonl", "demo_sha256": HERE.parent / "demo" / "expected.toml"}
# Cases, reports or acts; one where nothing is said. The acts of exchanged reports are fewer where the gold is not.
SLACK = {"all": 4, "demo-found": 2, "demo-status": 2, "demo-chain": 2, "swap": 10, "swap-stress": 5}


def read_floors() -> dict[str, float]:
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    return floors


def hash_pinned() -> dict[str, str]:
    """The hash of each file that the floors depend on, as the files are now."""
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in PINNED.items()}


def rate_of(passed: list[bool]) -> float:
    return round(sum(passed) / len(passed), 3) if passed else 0.0


def floors_of(groups: Mapping[str, list[bool]]) -> dict[str, float]:
    """What is measured, less a case or a few in each group: processors round 8-bit products differently."""
    return {
        name: round(max(0.0, max(0, sum(passed) - SLACK.get(name, 1)) / max(1, len(passed)) - 0.0005), 3)
        for name, passed in groups.items()
    }


def find_faults(groups: Mapping[str, list[bool]]) -> list[str]:
    """What the gate fails on: files that are not those pinned, measures under their floor."""
    pinned = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    faults = [
        f"{PINNED[name].name} is not the one that the floors were pinned for; pin anew and say why"
        for name, digest in hash_pinned().items()
        if pinned.get(name) != digest
    ]
    for name, floor in read_floors().items():
        rate = rate_of(groups.get(name, []))
        if rate < floor:
            faults.append(f"{name}: {rate:.3f}, floor {floor:.3f}")
    faults += [f"{name}: has no floor" for name in groups if name not in read_floors()]
    return faults


def find_lowered(floors: Mapping[str, float]) -> list[str]:
    """Each floor that new floors would lower or lose."""
    old = read_floors() if FLOORS.exists() else {}
    return [
        f"{name} {floor} to {floors.get(name, 0.0)}" for name, floor in old.items() if floors.get(name, 0.0) < floor
    ]


def write_floors(floors: Mapping[str, float]) -> None:
    head = "# Share that must pass of the gate's cases and of the demo's acts; written by `python -m gate --pin`."
    hashes = "\n".join(f'{name} = "{digest}"' for name, digest in hash_pinned().items())
    lines = "\n".join(f'"{name}" = {floor}' for name, floor in sorted(floors.items()))
    FLOORS.write_text(f"{head}\n{hashes}\n\n[floors]\n{lines}\n", encoding="utf-8")


def write_passing(passing: Iterable[str]) -> None:
    PASSING.write_text("".join(f"{case}\n" for case in passing), encoding="utf-8")


def append_reason(why: str, lowered: list[str]) -> None:
    with DECISIONS.open("a", encoding="utf-8") as handle:
        handle.write(f"- {datetime.now(UTC).date().isoformat()}: {why} ({'; '.join(lowered)})\n")
