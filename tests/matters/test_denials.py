"""Denials: what is told of somebody and denied by him stands side by side."""

import pytest

from onrecord.records import Reading
from onrecord.records.positions import Contradiction
from tests.matters.telling import Spec, act, fold_of, reading_of

TOLD = "Togo asked 25 countries to file an opinion on dredging with the Harbour Court, the Lakeside Post reported. "
ASKED = act(
    "request", "asked", ["TGO"], ["25 countries"], object="to file an opinion on dredging", chain=["Lakeside Post"]
)


def told(denial: str, spec: Spec) -> Reading:
    return reading_of(TOLD + denial, ASKED, spec)


def found(*readings: Reading) -> list[Contradiction]:
    return list(fold_of(*readings).table().contradictions)


def test_report_that_is_denied_stands_beside_the_denial() -> None:
    denied = told("Togo denied the report.", act("deny", "denied", ["TGO"], object="the report"))
    again = reading_of(TOLD, ASKED, outlet="Radio Estuary", published="2024-07-02")
    [contradiction] = found(denied, again)
    assert [(side.words, len(side.reports)) for side in contradiction.sides] == [("done", 2), ("denied", 1)]


def test_report_that_is_dismissed_is_denied() -> None:
    spec = act("oppose", "dismissed", ["TGO"], object="the report")
    [contradiction] = found(told("Togo dismissed the report.", spec))
    assert contradiction.sides[1].words == "denied"


@pytest.mark.parametrize(
    ("words", "spec"),
    [
        ("Fiji denied the report.", act("deny", "denied", ["FJI"], object="the report")),
        ("Togo rejected it.", act("reject", "rejected", ["TGO"], object="it")),
        ("Togo denied a theft.", act("deny", "denied", ["TGO"], object="a theft")),
    ],
)
def test_denial_by_another_or_of_another_thing_contradicts_nothing(words: str, spec: Spec) -> None:
    assert found(told(words, spec)) == []
