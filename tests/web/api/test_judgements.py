"""Judging over the API."""

from http import HTTPStatus
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.records import Outlet
from tests.factories import make_act, make_party, make_reading, make_report, span_of
from tests.web.desks import ADA, BEN

JUDGEMENTS = "/api/v1/judgements"
E1 = {"report": "x1", "act": "e1"}


@pytest.fixture
def judge(desk: TestClient) -> Any:
    """What comes of a judgement that Ada Fenn sends."""
    desk.headers["Authorization"] = f"Bearer {ADA}"

    def send(status: int = 201, **given: object) -> Any:
        answer = desk.post(JUDGEMENTS, json=given)
        assert answer.status_code == status, answer.text
        return answer.json()

    return send


def test_accepting_needs_no_reason_of_ones_own(judge: Any, small_ledger: Ledger) -> None:
    told = judge(verb="accept", acts=[E1])
    assert (told["seq"], told["undo"]) == (1, f"{JUDGEMENTS}/1/undo")
    assert (told["judgement"]["by"], told["judgement"]["why"]) == ("Ada Fenn", "read against the passage")
    assert next(small_ledger.acts()).act.rule.startswith("judged:1 ")


def test_rejecting_needs_one(judge: Any, small_ledger: Ledger) -> None:
    assert "without why" in judge(422, verb="reject", acts=[E1])["detail"]
    assert "without why" in judge(422, verb="reject", acts=[E1], why=" ")["detail"]
    judge(verb="reject", acts=[E1], why="the headline asks")
    assert not list(small_ledger.acts())


def test_who_judges_is_never_a_field(judge: Any) -> None:
    assert "by" in judge(422, verb="accept", acts=[E1], by="Somebody Else")["detail"]


def test_correcting_status_stage_and_parties(judge: Any, small_ledger: Ledger) -> None:
    changes = [{"role": "actor", "was": "Freedonia", "now": "NOR"}, {"role": "recipient", "now": "organisation:Union"}]
    correction = {"status": "planned", "stage": "asked", "direction": "for", "parties": changes}
    judge(verb="correct", acts=[E1], correction=correction, why="the letter says so")
    (row,) = small_ledger.acts()
    assert row.act.status == "planned"
    assert [party.name for party in (*row.actors, *row.recipients)] == ["Norway", "Union"]
    assert [(each.stage, each.direction) for each in small_ledger.stances()] == [("asked", "for")]


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        ({}, "a correction of nothing"),
        ({"instrument": "amicus"}, "give one of them"),
        ({"status": "done"}, "status"),
        ({"parties": [{"role": "actor"}]}, "a change of no party"),
        ({"parties": [{"role": "actor", "was": "Nowhere at all"}]}, "no party that is known here"),
    ],
)
def test_correction_of_nothing_or_nobody_is_refused(judge: Any, correction: dict[str, Any], words: str) -> None:
    assert words in judge(422, verb="correct", acts=[E1], correction=correction, why="so")["detail"]


def test_parties_are_merged_and_parted(judge: Any, small_ledger: Ledger) -> None:
    judge(verb="merge_parties", parties=["SWE", "Freedonia"], why="its old name")
    assert next(small_ledger.acts()).actors[0].name == "Sweden"
    judge(verb="split_party", parties=["Sweden", "organisation:Sweden Ltd"], reports=["x1"], why="the firm")
    assert next(small_ledger.acts()).actors[0].name == "Sweden Ltd"


@pytest.mark.parametrize("verb", ["merge_happenings", "split_happenings"])
def test_happenings_are_merged_and_parted(judge: Any, small_ledger: Ledger, verb: str) -> None:
    report = make_report("Freedonia sent its letter.", given_id="x2", outlet=Outlet(name="Harbour Times"))
    act = make_act(trigger=span_of(report.text, "sent"), actors=("p1",))
    small_ledger.append(make_reading(report, parties=(make_party(),), acts=(act,)))
    judge(verb=verb, acts=[E1, {"report": "x2", "act": "e1"}], why="one letter")
    assert [each.verb for each in small_ledger.happenings_judged()] == [verb]


def test_undoing_by_link_and_by_verb(judge: Any, desk: TestClient, small_ledger: Ledger) -> None:
    undo = judge(verb="reject", acts=[E1], why="so")["undo"]
    told = desk.post(undo).json()
    assert (told["seq"], told["judgement"]["undoes"], told["judgement"]["why"]) == (2, 1, "taken back")
    assert len(list(small_ledger.acts())) == 1
    judge(verb="undo", undoes=2, why="it was right")
    assert not list(small_ledger.acts())
    assert desk.post(f"{JUDGEMENTS}/2/undo", json={"why": "again"}).status_code == HTTPStatus.CONFLICT
    assert desk.post(f"{JUDGEMENTS}/9/undo").status_code == HTTPStatus.NOT_FOUND


def test_judgements_are_listed_the_newest_first_with_what_became_of_them(judge: Any, desk: TestClient) -> None:
    judge(verb="reject", acts=[E1], why="so")
    judge(verb="undo", undoes=1)
    judge(verb="accept", acts=[E1])
    told = desk.get(JUDGEMENTS, params={"limit": 2})
    assert [(each["seq"], each["judgement"]["verb"]) for each in told.json()] == [(3, "accept"), (2, "undo")]
    assert told.headers["link"] == f'<{JUDGEMENTS}?limit=2&offset=2>; rel="next"'
    (last,) = desk.get(JUDGEMENTS, params={"limit": 2, "offset": 2}).json()
    assert (last["seq"], last["undone_by"], last["undo"], last["recorded_at"]) == (1, 2, None, "2026-11-25T12:00:00Z")
    assert desk.get(f"{JUDGEMENTS}/1").json() == last
    assert desk.get(f"{JUDGEMENTS}/4").status_code == HTTPStatus.NOT_FOUND


def test_judgement_whose_act_is_gone_is_told_as_orphaned(judge: Any, desk: TestClient, small_ledger: Ledger) -> None:
    judge(verb="accept", acts=[E1])
    report = small_ledger.reading("x1").report
    small_ledger.append(make_reading(report, reader="onrecord 9.0.0, model test"))
    assert desk.get(f"{JUDGEMENTS}/1").json()["orphaned"] == "act_gone"


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"verb": "accept", "acts": [{"report": "x1", "act": "e9"}]}, 404),
        ({"verb": "accept", "acts": [{"report": "x9", "act": "e1"}]}, 404),
        ({"verb": "accept", "acts": []}, 422),
        ({"verb": "accept", "acts": [E1, E1]}, 422),
        ({"verb": "praise", "acts": [E1]}, 422),
        ({"verb": "undo", "undoes": 10**30}, 422),
        ({"verb": "reject", "acts": [E1], "why": "x" * 2001}, 422),
        ({"verb": "reject", "acts": [E1], "why": "a\0b"}, 422),
        ({"verb": "merge_parties", "parties": ["Freedonia", "x" * 301], "why": "so"}, 422),
        ({"verb": "undo", "undoes": 7}, 409),
    ],
)
def test_what_is_no_judgement_is_refused_and_nothing_is_written(
    judge: Any, desk: TestClient, given: dict[str, Any], status: int
) -> None:
    judge(status, **given)
    assert desk.get(JUDGEMENTS).json() == []


def test_reader_sees_who_decided_what(judge: Any, desk: TestClient) -> None:
    judge(verb="accept", acts=[E1])
    desk.headers["Authorization"] = f"Bearer {BEN}"
    assert desk.get(JUDGEMENTS).json()[0]["judgement"]["by"] == "Ada Fenn"
