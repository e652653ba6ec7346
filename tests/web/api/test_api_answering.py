"""What every answer of the API keeps to."""

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.records.judgements import ActKey, Judgement
from tests.web.api.conftest import Ask

POSITIONS = "/api/v1/matters/warrants/positions"


def reject_an_act(ledger: Ledger) -> None:
    row = next(ledger.acts(limit=1))
    key = ActKey(report=row.report.id, trigger=row.act.trigger, type=row.act.type)
    ledger.judge(Judgement(verb="reject", by="Ada Fenn", why="it is of another matter", acts=(key,)))


def test_nothing_is_folded_for_one_who_knows_the_answer(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = client.get(POSITIONS).headers["etag"]
    monkeypatch.setattr(client.app.state.desk, "fold", None)  # type: ignore[attr-defined]
    answer = client.get(POSITIONS, headers={"if-none-match": f'"other", {tag}'})
    assert answer.status_code == 304
    assert answer.content == b""
    assert answer.headers["etag"] == tag


def test_who_knows_anything_at_all_is_told_whether_there_is_something(client: TestClient) -> None:
    assert client.get(POSITIONS, headers={"if-none-match": "*"}).status_code == 304
    assert client.get("/api/v1/matters/nothing", headers={"if-none-match": "*"}).status_code == 404


def test_a_judgement_makes_another_tag(client: TestClient, ledger: Ledger) -> None:
    tag = client.get(POSITIONS).headers["etag"]
    reject_an_act(ledger)
    answer = client.get(POSITIONS, headers={"if-none-match": tag})
    assert answer.status_code == 200
    assert answer.headers["etag"] != tag


def test_another_question_has_another_tag(client: TestClient) -> None:
    tags = {client.get(POSITIONS, params=asked).headers["etag"] for asked in ({}, {"party": "GBR"}, {"party": "FRA"})}
    assert len(tags) == 3


def test_a_parameter_that_is_not_known_is_refused_by_name(ask: Ask) -> None:
    assert "asof" in ask("/matters/warrants/positions", told=422, asof="2024-06-30")["detail"]
    assert "verbose" in ask("/ledger", told=422, verbose=1)["detail"]


@pytest.mark.parametrize(
    "asked",
    [
        {"as_of": "2024-13-45"}, {"as_of": "30 June"}, {"known_on": "1719705600"}, {"party": "a\0b"}, {"party": " "},
        {"party": "x" * 400}, {"party": ""},
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(ask: Ask, asked: dict[str, str]) -> None:
    (name,) = asked
    assert name in ask("/matters/warrants/positions", told=422, **asked)["detail"]


@pytest.mark.parametrize("limit", ["0", "201", "9" * 40, "-1", "x"])
def test_limit_is_bounded(ask: Ask, limit: str) -> None:
    assert "limit" in ask("/matters/warrants/timeline", told=422, limit=limit)["detail"]


def test_a_form_that_is_not_there_is_refused_with_those_that_are(ask: Ask) -> None:
    told = ask("/matters/warrants/timeline", told=406, accept="text/html, image/png;q=0.5")
    assert "application/json" in told["detail"]


def test_head_tells_the_same_headers_without_a_body(client: TestClient) -> None:
    got, head = client.get(POSITIONS), client.head(POSITIONS)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers == got.headers


def test_options_tells_the_methods(client: TestClient) -> None:
    answer = client.options(POSITIONS)
    assert answer.status_code == 204
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert answer.content == b""


def test_another_method_is_refused_with_those_there_are(client: TestClient) -> None:
    token = client.get("/api/v1/session").json()["csrf_token"]
    answer = client.put(POSITIONS, headers={"X-CSRF-Token": token})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_unknown_path_is_a_problem(client: TestClient) -> None:
    answer = client.get("/api/v1/nothing")
    assert answer.status_code == 404
    assert answer.json()["status"] == 404


def test_ledger_is_told_by_name_with_its_heights(ask: Ask) -> None:
    told = ask("/ledger")
    assert told["name"] == "demo.db"
    assert told["reports"] == 16
    assert told["heights"] == {"readings": 16, "judgements": 0, "lists": 0}


def test_an_answer_is_made_once_while_nothing_changes(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get(POSITIONS)
    monkeypatch.setattr(client.app.state.desk, "fold", None)  # type: ignore[attr-defined]
    again = client.get(POSITIONS)
    assert again.status_code == 200
    assert again.content == first.content
