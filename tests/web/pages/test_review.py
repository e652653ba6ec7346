"""The review page by plain forms, as a browser without scripts uses it."""

import re
from html import unescape
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.records.judgements import ActKey, Judgement
from onrecord.web.app import create_app
from tests.web.conftest import MakeSite
from tests.web.desks import ADA, BEN

REVIEW = "/review?matter=warrants"


def forms_of(page: str) -> list[dict[str, list[str]]]:
    """The fields of each form that judges, with the values they have."""
    found = []
    for form in re.findall(r'<form[^>]*method="post" action="/review">(.*?)</form>', page, re.DOTALL):
        fields: dict[str, list[str]] = {}
        for name, value in re.findall(r'<input[^>]*name="(\w+)"(?:[^>]*?value="([^"]*)")?', form):
            fields.setdefault(name, []).append(unescape(value))
        found.append(fields)
    return found


def form_of(page: str, verb: str) -> dict[str, Any]:
    return next(form for form in forms_of(page) if form["verb"] == [verb])


def acts_waiting(page: str) -> list[str]:
    links = re.findall(r'<li><a href="\?([^"]*)"', page)
    return [parse_qs(unescape(link))["act"][0] for link in links]


def test_act_stands_beside_its_passage_with_the_reasons(client: TestClient) -> None:
    page = client.get(REVIEW).text
    assert 'class="trigger"' in page
    assert "Accounts differ: " in page
    assert len(acts_waiting(page)) > 10


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_form_records_a_judgement_and_goes_on_to_the_next_act(client: TestClient, ledger: Ledger, verb: str) -> None:
    page = client.get(REVIEW).text
    first, second = acts_waiting(page)[:2]
    answer = client.post("/review", data=form_of(page, verb), follow_redirects=False)
    assert answer.status_code == HTTPStatus.SEE_OTHER
    asked = parse_qs(urlsplit(answer.headers["location"]).query)
    assert asked == {"matter": ["warrants"], "order": ["position"], "act": [second], "done": ["1"]}
    (state,) = ledger.judgements()
    key = state.entry.judgement.acts[0]
    assert (state.entry.judgement.verb, state.entry.judgement.by, key.report) == (verb, "Ada Fenn", first[:18])
    after = client.get(answer.headers["location"]).text
    assert "Judgement 1 is recorded" in after
    assert first not in acts_waiting(after)
    assert f'data-act="{second}"' in after


def test_undo_brings_the_act_back(client: TestClient, ledger: Ledger) -> None:
    page = client.get(REVIEW).text
    after = client.post("/review", data=form_of(page, "reject")).text
    back = client.post("/review", data=form_of(after, "undo")).text
    assert acts_waiting(page)[0] in acts_waiting(back)
    assert [state.undone_by for state in ledger.judgements()] == [2, None]
    assert "undone by judgement 2" in back


def test_correcting_by_form_changes_status_parties_and_position(client: TestClient, ledger: Ledger) -> None:
    page = client.get(REVIEW).text
    changed = {"status": "planned", "actor_now": "NOR", "stage": "announced", "instrument": "opinion", "why": "so"}
    assert client.post("/review", data=form_of(page, "correct") | changed).status_code == HTTPStatus.OK
    (state,) = ledger.judgements()
    correction = state.entry.judgement.correction
    assert correction is not None
    assert (correction.status, correction.stage, correction.instrument) == ("planned", "announced", "opinion")
    assert [(change.role, change.now.name if change.now else None) for change in correction.parties] == [
        ("actor", "Norway")
    ]


def test_acts_and_parties_are_merged_and_parted_by_form(client: TestClient, ledger: Ledger) -> None:
    page = client.get(REVIEW).text
    first, second = acts_waiting(page)[:2]
    for verb in ("merge_happenings", "split_happenings"):
        client.post("/review", data=form_of(page, verb) | {"acts": [first, second], "why": "so"})
    client.post("/review", data=form_of(page, "merge_parties") | {"parties": ["NOR", "SWE"], "why": "so"})
    split = form_of(page, "split_party") | {"parties": ["NOR", "organisation:Norway Ltd"], "why": "so"}
    client.post("/review", data=split)
    verbs = [state.entry.judgement.verb for state in ledger.judgements()]
    assert verbs == ["merge_happenings", "split_happenings", "merge_parties", "split_party"]


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"verb": "praise"}, 422), ({"verb": ""}, 422), ({"acts": "nothing"}, 422), ({"acts": "r:none#e1"}, 404),
        ({"acts": ""}, 422), ({"csrf_token": "guess"}, 403), ({"csrf_token": ""}, 403),
    ],
)  # fmt: skip
def test_form_that_says_nothing_is_refused_and_nothing_is_written(
    client: TestClient, ledger: Ledger, changed: dict[str, str], status: int
) -> None:
    sent = form_of(client.get(REVIEW).text, "accept") | changed
    assert client.post("/review", data=sent).status_code == status
    assert not list(ledger.judgements())


def test_newest_reports_wait_where_no_matter_is_chosen(client: TestClient) -> None:
    page = client.get("/review").text
    sureness = [float(each) for each in re.findall(r'class="small"><span class="sure">([\d.]+)', page)]
    assert sureness == sorted(sureness)
    assert client.get("/review?matter=nothing").status_code == HTTPStatus.NOT_FOUND
    assert client.get("/review?order=nothing").status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_judgement_that_one_has_not_made_is_not_said_to_be_recorded(client: TestClient, ledger: Ledger) -> None:
    key = ActKey(report=(row := next(ledger.acts())).report.id, trigger=row.act.trigger, type=row.act.type)
    ledger.judge(Judgement(verb="accept", by="Ben Oake", why="so", acts=(key,)))
    assert "is recorded" not in client.get(f"{REVIEW}&done=1").text
    assert "is recorded" not in client.get(f"{REVIEW}&done=7").text


def test_act_that_is_gone_is_no_error(client: TestClient) -> None:
    assert client.get(f"{REVIEW}&act=r:gone%23e1").status_code == HTTPStatus.OK


def test_page_tells_who_decided_what_when_and_why(client: TestClient) -> None:
    sent = form_of(client.get(REVIEW).text, "reject") | {"why": "the headline asks"}
    page = client.post("/review", data=sent).text
    assert re.search(r"<b>Ada Fenn</b>: rejected, <time[^>]*>2026-11-25 12:00</time> — the headline asks", page)


def test_nothing_can_be_pressed_while_the_ledger_is_read_only(make_site: MakeSite) -> None:
    with TestClient(create_app(make_site(read_only=True))) as client:
        page = client.get(REVIEW).text
    assert forms_of(page) == []
    assert "The ledger is open for reading only." in page


def test_reader_sees_the_queue_and_nothing_to_press(desk: TestClient) -> None:
    desk.headers["Authorization"] = f"Bearer {BEN}"
    page = desk.get("/review").text
    assert '<b class="trigger">asked</b>' in page
    assert forms_of(page) == []
    assert "Only a reviewer may judge what was read." in page
    desk.headers["Authorization"] = f"Bearer {ADA}"
    assert forms_of(desk.get("/review").text)


def test_ledger_where_all_was_judged_says_so(desk: TestClient) -> None:
    desk.headers["Authorization"] = f"Bearer {ADA}"
    desk.post("/api/v1/judgements", json={"verb": "accept", "acts": [{"report": "x1", "act": "e1"}]})
    assert "Nothing waits" in desk.get("/review").text


def test_an_act_that_waits_no_more_is_told_and_no_other_passes_for_it(client: TestClient) -> None:
    first = acts_waiting(client.get(REVIEW).text)[0]
    client.post("/review", data=form_of(client.get(REVIEW).text, "accept"))
    page = client.get(REVIEW, params={"matter": "warrants", "act": first}).text
    assert f"{first} does not wait any more" in page
    assert "does not wait any more" not in client.get(REVIEW).text
