"""How much of demo/expected.toml a reader finds in the reports of the demo.

An act is found where a read act has its type (or one of `also`, or one of the same class), names its actors and has its
trigger inside the evidence. Status and chain are judged on the acts that are found.
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gate.scoring import Scorer, are_named, class_of, find_quote, is_chain
from onrecord.ingest import IngestOptions, read_inputs
from onrecord.reader.reader import Reader
from onrecord.records import Act, Reading, Report

DEMO = Path(__file__).parents[1] / "demo"
EXPECTED = DEMO / "expected.toml"
MEASURES = ("demo-found", "demo-status", "demo-chain")


def measure_demo(reader: Reader) -> dict[str, list[bool]]:
    """Of the acts that are expected: which are found, and of these which have the right status and chain."""
    reports = [r for r in read_inputs([str(DEMO / "reports")], options=IngestOptions()) if isinstance(r, Report)]
    readings = {report.given_id: reader.read(report) for report in reports}
    marks: dict[str, list[bool]] = {name: [] for name in MEASURES}
    for report in tomllib.loads(EXPECTED.read_text(encoding="utf-8"))["report"]:
        for name, passed in mark_report(report["act"], readings[report["id"]]).items():
            marks[name] += passed
    return marks


def mark_report(expected: Sequence[Mapping[str, Any]], reading: Reading) -> dict[str, list[bool]]:
    """The marks of one report; a read act stands for one expected act at most."""
    scorer, free = Scorer(reading), list(reading.acts)
    marks: dict[str, list[bool]] = {name: [] for name in MEASURES}
    for wanted in expected:
        found = [act for act in free if is_found(act, wanted, scorer)]
        marks["demo-found"].append(bool(found))
        if found:
            best = max(found, key=lambda act: sum(is_right(act, wanted, scorer)))
            free.remove(best)
            status, chain = is_right(best, wanted, scorer)
            marks["demo-status"].append(status)
            marks["demo-chain"].append(chain)
    return marks


def is_found(act: Act, wanted: Mapping[str, Any], scorer: Scorer) -> bool:
    types = {class_of(name) for name in (wanted["type"], *wanted.get("also", ()))}
    return (
        class_of(act.type) in types
        and find_quote(scorer.text, wanted["evidence"]).covers(act.trigger)
        and are_named(wanted["actors"], [scorer.names[party] for party in act.actors])
    )


def is_right(act: Act, wanted: Mapping[str, Any], scorer: Scorer) -> tuple[bool, bool]:
    """Whether the status is right, and whether the chain is."""
    return act.status == wanted["status"], is_chain(wanted["chain"], scorer.chain_of(act))
