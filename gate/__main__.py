"""The quality gate: ``make gate`` or ``python -m gate [--verbose] [--update] [--pin] [--because WHY] [--shared]``.

Reads every case of cases.jsonl and every report of the demo with the shipped reader and fails under the floors of
floors.toml, or when cases or demo/expected.toml are not the ones that the floors were pinned for. Scores the network on
the development corpora, where they are there, against dev_floors.toml. Reads reports again with their states exchanged,
and counts the acts that stay the same (swap.py). Lists what passes now and did not before, and the reverse, against
passing.txt, which `--update` writes anew. `--pin` sets the floors a case a family under what is measured; to lower one
it wants `--because`, and writes a line to docs/decisions/gate-floors.md.

``python -m gate --written [--verbose]`` scores the annotated reports of gate/reports alone, the open and the shut ones
apart, and tells what is wrong in the open ones.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from gate import devsets
from gate.demo import measure_demo
from gate.floors import (
    PASSING,
    PINNED,
    append_reason,
    find_faults,
    find_lowered,
    floors_of,
    rate_of,
    read_floors,
    write_floors,
    write_passing,
)
from gate.plover import score_plover
from gate.scoring import Miss, find_misses
from gate.shared import score_shared
from gate.swap import describe, measure_swap
from gate.written import OPEN, format_rates, score_written
from onrecord.ingest import report_from_text
from onrecord.reader.reader import Reader


def read_cases() -> list[dict[str, Any]]:
    return [json.loads(line) for line in PINNED["cases_sha256"].read_text(encoding="utf-8").splitlines()]


def measure(cases: list[dict[str, Any]], reader: Reader) -> dict[str, list[Miss]]:
    """The misses of each case."""
    readings = (reader.read(report_from_text(case["text"], published=case["published"])) for case in cases)
    return {case["id"]: find_misses(case, reading) for case, reading in zip(cases, readings, strict=True)}


def grouped(cases: list[dict[str, Any]], misses: Mapping[str, list[Miss]]) -> dict[str, list[bool]]:
    """Whether each case passes, of all and of each family."""
    groups: dict[str, list[bool]] = {"all": []}
    for case in cases:
        for group in ("all", case["family"]):
            groups.setdefault(group, []).append(not misses[case["id"]])
    return groups


def rate_table(groups: Mapping[str, list[bool]]) -> Table:
    """A line a group: how many pass, of how many, the share, its floor, and a word where it is under it."""
    table, floors = Table("group", box=None, pad_edge=False), read_floors()
    for column in ("pass", "of", "share", "floor", ""):
        table.add_column(column, justify="right")
    for name, passed in groups.items():
        rate, floor = rate_of(passed), floors.get(name)
        pinned = "-" if floor is None else f"{floor:.3f}"
        under = "UNDER" if floor is not None and rate < floor else ""
        table.add_row(name, str(sum(passed)), str(len(passed)), f"{rate:.3f}", pinned, under)
    return table


def report_dev(figures: Mapping[str, float] | None) -> None:
    """Print what the network reaches on the development corpora, or that they are not there."""
    if figures is None:
        print(f"development corpora: not in {devsets.CORPORA}, so the network was not scored on them")
        return
    floors = devsets.read_dev_floors()
    for name, value in figures.items():
        print(f"{name:<26}{value:6.2f}  floor {floors.get(name, 0.0):.2f}")


def report_changes(misses: Mapping[str, list[Miss]]) -> None:
    """Print the cases that pass now and did not when passing.txt was written, and the reverse."""
    before = set(PASSING.read_text(encoding="utf-8").split()) if PASSING.exists() else set()
    now = {case for case, found in misses.items() if not found}
    for word, changed in (("newly passing", now - before), ("newly failing", before - now)):
        if changed:
            print(f"{word}: {', '.join(sorted(changed))}")


def report_misses(cases: list[dict[str, Any]], misses: Mapping[str, list[Miss]]) -> None:
    """Print what each failing case lacks."""
    for case in cases:
        for miss in misses[case["id"]]:
            print(f"{case['id']}: {case['text']}\n    {miss.kind}: {json.dumps(miss.wanted, ensure_ascii=False)}")


def pin(
    groups: Mapping[str, list[bool]], passing: list[str], why: str | None, *, dev: Mapping[str, float] | None = None
) -> int:
    """Write the floors; where one would be lowered and no reason is given, nothing is written."""
    floors = floors_of(groups)
    lowered = find_lowered(floors) + (devsets.find_lowered(dev) if dev else [])
    if lowered and not why:
        for line in lowered:
            print(f"would be lowered, say --because: {line}", file=sys.stderr)
        return 1
    write_floors(floors)
    write_passing(passing)
    if dev:
        devsets.write_dev_floors(dev)
    if lowered and why:
        append_reason(why, lowered)
    return 0


def report_written(reader: Reader, *, verbose: bool) -> None:
    """Print the figures on the annotated reports, and what is wrong in those that may be read for errors."""
    scored = score_written(reader)
    print("\n".join(format_rates(scored)))
    for miss in scored[OPEN].misses if verbose else ():
        print(f"{miss.case}: {miss.kind}: {json.dumps(miss.wanted, ensure_ascii=False)}")


def main(arguments: list[str]) -> int:
    chosen = options(arguments)
    if chosen.written:
        report_written(Reader.load(), verbose=chosen.verbose)
        return 0
    cases, reader = read_cases(), Reader.load()
    misses = measure(cases, reader)
    swapped, differences = measure_swap(reader)
    groups = grouped(cases, misses) | measure_demo(reader) | swapped
    passing = [case for case, found in misses.items() if not found]
    Console().print(rate_table(groups))
    dev = devsets.measure_dev() if devsets.have_corpora() else None
    report_dev(dev)
    report_changes(misses)
    if chosen.verbose:
        report_misses(cases, misses)
        for line in describe(differences):
            print(line)
    if chosen.shared:
        for name, figures in score_shared(reader):
            print(f"{name}\n{figures}")
        for name, value in (score_plover(reader) or {}).items():
            print(f"plover {name:<20}{value:6.3f}")
    if chosen.pin:
        return pin(groups, passing, chosen.because, dev=dev)
    if chosen.update:
        write_passing(passing)
    faults = find_faults(groups) + (devsets.find_dev_faults(dev) if dev else [])
    for fault in faults:
        print(f"gate: {fault}", file=sys.stderr)
    return 1 if faults else 0


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--verbose",
        action="store_true",
        help="print what each failing case lacks, and what differs when states are exchanged",
    )
    parser.add_argument("--update", action="store_true", help="write passing.txt anew, never the floors")
    parser.add_argument("--pin", action="store_true", help="set the floors by what is measured")
    parser.add_argument("--because", help="why a floor is lowered")
    parser.add_argument("--shared", action="store_true", help="score by ../shared too, where it is there")
    parser.add_argument("--written", action="store_true", help="score the reports of gate/reports, and nothing else")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
