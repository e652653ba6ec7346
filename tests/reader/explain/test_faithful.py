"""What an explanation tells is what the reader did: on every report of the demo and every case of the gate.

A rule that gives an act a party, a status or a link and does not tell the trace fails here.
"""

import json
from collections.abc import Iterator
from math import prod
from pathlib import Path

import pytest

from onrecord.ingest import IngestOptions, read_inputs, report_from_text
from onrecord.reader.explain.slots import UNTRACED
from onrecord.reader.reader import Reader
from onrecord.records import Reading, Report
from onrecord.records.codec import decode_record, encode_record
from onrecord.records.explanations import Explanation

ROOT = Path(__file__).parents[3]
HINT = "a rule decides here and does not tell the trace; see reader/trace.py and Reader.explain"
Explained = list[tuple[Reading, Explanation]]


def reports() -> Iterator[Report]:
    yield from (
        r for r in read_inputs([str(ROOT / "demo" / "reports")], options=IngestOptions()) if isinstance(r, Report)
    )
    for line in (ROOT / "gate" / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield report_from_text(case["text"], published=case.get("published"), given_id=case["id"])


@pytest.fixture(scope="module")
def explained() -> Explained:
    reader = Reader.load()
    return [reader.explain(report) for report in reports()]


def test_parties_of_an_act_are_those_of_its_slots(explained: Explained) -> None:
    wrong = [
        (reading.report.given_id, each.act.id)
        for reading, explanation in explained
        for each in explanation.acts
        if [set(slot.parties) for slot in each.slots[:2]] != [set(each.act.actors), set(each.act.recipients)]
        or any(UNTRACED in slot.words for slot in each.slots)
    ]
    assert not wrong, HINT


def test_status_of_an_act_is_the_one_that_its_words_come_to(explained: Explained) -> None:
    wrong = [
        (reading.report.given_id, each.act.id)
        for reading, explanation in explained
        for each in explanation.acts
        if "open question" not in each.status_words
        and each.act.status != (each.status[-1].so_far if each.status else "actual")
    ]
    assert not wrong, HINT


def test_chain_of_an_act_is_what_was_taken(explained: Explained) -> None:
    for reading, explanation in explained:
        for each in explanation.acts:
            taken = [link.attribution.id for link in each.chain if link.taken and link.attribution]
            assert tuple(taken) == each.act.chain, reading.report.given_id


def test_time_and_confidence_of_an_act_are_those_told(explained: Explained) -> None:
    for reading, explanation in explained:
        for each in explanation.acts:
            odds = prod(factor.value for factor in each.factors)
            assert round(odds / (1 + odds), 3) == each.act.confidence
            told = any(time.taken for time in each.times)
            assert told == (each.act.time.basis == "stated"), reading.report.given_id


def test_every_word_that_was_merged_names_its_act(explained: Explained) -> None:
    for _, explanation in explained:
        ids = {each.act.id for each in explanation.acts}
        assert all((word.into in ids) == (word.reason == "merged") for word in explanation.passed)


def test_explanations_are_the_same_after_the_codec(explained: Explained) -> None:
    assert all(decode_record(encode_record(e), Explanation) == e for _, e in explained[:40])
