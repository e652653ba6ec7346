"""Taken: what people decide of stages and directions counts for more than any rule."""

from typing import Any

from onrecord.matters.folding import Recorded, fold_matter
from onrecord.records import Span
from onrecord.records.judgements import StanceJudged
from tests.matters.telling import MATTER, act, reading_of, stands

FILED = reading_of(
    "Togo filed its opinion on dredging with the Harbour Court.",
    act("file", "filed", ["TGO"], ["Harbour Court"], object="its opinion"),
)
LET_IN = reading_of("The Harbour Court heard Togo on dredging.", act("consult", "heard", ["Harbour Court"], ["TGO"]))


def judged(reading: Any, **fields: Any) -> dict[tuple[str, str], tuple[str, str]]:
    given = {"instrument": None, "stage": None, "direction": None, "seqs": (1,)} | fields
    stance = StanceJudged(report=reading.report.id, act="e1", **given)
    return stands(fold_matter(MATTER, [Recorded(reading=reading, stances=(stance,))]))


def test_direction_that_people_decided_stands_at_the_stage_that_was_read() -> None:
    assert judged(FILED, direction="against") == {("TGO", "opinion"): ("filed", "against")}


def test_stage_on_another_instrument_moves_the_act_there() -> None:
    assert judged(FILED, instrument="statement", stage="signed", direction="for") == {
        ("TGO", "statement"): ("signed", "for")
    }


def test_direction_on_an_instrument_that_the_act_is_not_about_moves_nothing() -> None:
    assert judged(FILED, instrument="statement", direction="for") == {("TGO", "opinion"): ("filed", "unclear")}


def test_stage_of_an_act_that_no_rule_knows_is_that_of_who_it_was_done_to() -> None:
    assert judged(LET_IN, instrument="opinion", stage="leave_granted") == {
        ("TGO", "opinion"): ("leave_granted", "unclear")
    }


def test_instrument_that_the_matter_lacks_changes_nothing() -> None:
    assert judged(FILED, instrument="brief", stage="signed") == {("TGO", "opinion"): ("filed", "unclear")}


def test_words_around_a_rejected_act_make_no_step_of_their_own() -> None:
    text = "Togo said that its opinion on dredging at the Harbour Court was never filed."
    reading = reading_of(text, said=[("TGO", "its opinion on dredging at the Harbour Court was never filed")])
    at = reading.report.text.index("filed")
    assert stands(fold_matter(MATTER, [Recorded(reading=reading)]))["TGO", "opinion"][0] == "not_filed"
    rejected = (Span(at, at + 5),)
    assert stands(fold_matter(MATTER, [Recorded(reading=reading, rejected=rejected)])) == {}
