"""The reading that docs/reading.md shows, written by hand: a report of one request, told by another outlet."""

import json
from typing import Any

from onrecord.records import Act, ActTime, Attribution, Count, Outlet, Party, Reading, Report, Span
from onrecord.records.checks import keep_sound
from onrecord.records.codec import encode_reading
from onrecord.records.ids import report_id

TEXT = "Freedonia asked 25 countries to file an opinion with the court, according to the Harbour Times."
OUTLET = Outlet(name="The Morning Ledger", domain="morningledger.example")


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


READING = keep_sound(
    Reading(
        report=Report(
            id=report_id(text=TEXT, outlet=OUTLET, published="2024-06-30"),
            text=TEXT,
            outlet=OUTLET,
            published="2024-06-30",
            published_basis="given",
            language="en",
        ),
        reader="by hand",
        parties=(
            Party(id="p1", kind="state", name="Freedonia", mentions=(_span("Freedonia"),)),
            Party(
                id="p2",
                kind="group",
                name="25 countries",
                of="state",
                count=Count(value=25),
                mentions=(_span("25 countries"),),
            ),
            Party(id="p3", kind="outlet", name="Harbour Times", mentions=(_span("Harbour Times"),)),
        ),
        attributions=(
            Attribution(
                id="a1",
                source="p3",
                source_span=_span("the Harbour Times"),
                cue=_span("according to"),
                content=(_span("Freedonia asked 25 countries to file an opinion with the court"),),
                kind="report",
                confidence=0.97,
                rule="example",
            ),
        ),
        acts=(
            Act(
                id="e1",
                type="request",
                trigger=_span("asked"),
                actors=("p1",),
                recipients=("p2",),
                about=("e2",),
                object=_span("file an opinion with the court"),
                time=ActTime(until="2024-06-30", basis="publication"),
                chain=("a1",),
                confidence=0.93,
                rule="verb:ask#request",
            ),
            Act(
                id="e2",
                type="file",
                trigger=_span("file"),
                actors=("p2",),
                status="requested",
                chain=("a1",),
                confidence=0.91,
                rule="verb:file#file",
            ),
        ),
    )
)


def example_json() -> str:
    """The reading as it is written, with line breaks put in so that a person can read it."""
    written = json.loads(encode_reading(READING))
    return "{" + ",\n ".join(f'"{name}": {_lines(value)}' for name, value in written.items()) + "}"


def _lines(value: Any) -> str:
    if not isinstance(value, list):
        return json.dumps(value)
    return "[" + ",".join("\n   " + json.dumps(item) for item in value) + "]"
