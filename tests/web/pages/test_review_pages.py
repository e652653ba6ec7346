"""Review over the pages: judging by forms alone, what it moves, and taking it back."""

import re
from html import unescape
from urllib.parse import quote_plus

from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.web.app import create_app
from onrecord.web.guard.people import People, Person
from tests.web.conftest import MakeSite


def fields_of(page: str, verb: str) -> dict[str, str]:
    """What the first form of a verb sends."""
    forms = re.findall(r'<form method="post".*?</form>', page, re.DOTALL)
    form = next(each for each in forms if f'value="{verb}"' in each)
    return {name: unescape(value) for name, value in re.findall(r'<input[^>]*name="(\w+)" value="([^"]*)"', form)}


def act_of(client: TestClient, words: str) -> str:
    """The name, as it stands in an address, of the first act of the queue whose sentence holds some words."""
    page = client.get("/review").text
    entries = re.findall(r'<li><a href="\?([^"]+)"[^>]*>(.*?)</a></li>', page, re.DOTALL)
    query = next(unescape(query) for query, shown in entries if words in unescape(re.sub(r"<[^>]*>", "", shown)))
    return query.partition("at=")[2]


def test_queue_shows_an_act_beside_its_passage_and_what_hangs_on_it(client: TestClient) -> None:
    page = client.get("/review").text
    assert 'class="passage"' in page
    assert "What hangs on it" in page
    assert "on this alone" in page


def test_rejecting_an_act_moves_the_position_and_says_so(client: TestClient, ledger: Ledger) -> None:
    at = act_of(client, "Norway")
    page = client.get(f"/review?at={at}").text
    answer = client.post("/review", data=fields_of(page, "reject"))
    assert answer.status_code == 200, answer.text
    assert "What it moved" in answer.text
    assert [entry.judgement.verb for entry in ledger.judgement_entries()] == ["reject"]


def test_undo_brings_it_back(client: TestClient, ledger: Ledger) -> None:
    at = act_of(client, "Norway")
    client.post("/review", data=fields_of(client.get(f"/review?at={at}").text, "reject"))
    client.post("/review", data=fields_of(client.get("/review").text, "undo"))
    assert [entry.judgement.verb for entry in ledger.judgement_entries()] == ["reject", "undo"]
    assert act_of(client, "Norway") == at


def test_an_accepted_act_leaves_the_queue(client: TestClient) -> None:
    page = client.get("/review").text
    given = fields_of(page, "accept")
    client.post("/review", data=given)
    assert quote_plus(given["act"]) in page
    assert quote_plus(given["act"]) not in client.get("/review?order=sureness").text


def test_a_judged_act_can_be_judged_again(client: TestClient) -> None:
    given = fields_of(client.get("/review").text, "accept")
    client.post("/review", data=given)
    page = client.get("/review", params={"at": given["act"]}).text
    assert "it was judged before" in page
    assert fields_of(page, "reject")["act"] == given["act"]


def test_an_act_that_is_gone_is_never_taken_for_another(client: TestClient) -> None:
    given = fields_of(client.get("/review").text, "reject")
    client.post("/review", data=given)
    assert "That act is not there any more" in client.get("/review", params={"at": given["act"]}).text


def test_a_report_leads_to_judging_its_acts(client: TestClient) -> None:
    link = re.search(r'class="to-judge" href="([^"]+)"', client.get("/reports/demo-07").text)
    assert link is not None
    assert "Israel seeks help of 25 states" in client.get(unescape(link.group(1))).text


def test_a_correction_changes_what_was_chosen_alone(client: TestClient, ledger: Ledger) -> None:
    given = fields_of(client.get("/review").text, "correct")
    client.post("/review", data=given | {"status": "planned", "why": "it is to be filed next week"})
    [entry] = ledger.judgement_entries()
    assert entry.judgement.correction is not None
    assert (entry.judgement.correction.status, entry.judgement.correction.type) == ("planned", None)


def test_log_tells_who_what_when_and_why(client: TestClient) -> None:
    client.post("/review", data=fields_of(client.get("/review").text, "reject") | {"why": "the headline asks"})
    page = client.get("/review/log").text
    for words in ("Ada Fenn", "reject", "2026-11-25 12:00", "the headline asks"):
        assert words in page


def test_a_form_without_the_token_of_the_session_writes_nothing(client: TestClient, ledger: Ledger) -> None:
    given = fields_of(client.get("/review").text, "accept") | {"csrf_token": "another"}
    assert client.post("/review", data=given).status_code == 403
    assert ledger.judgement_entries() == ()


def test_readers_see_the_queue_and_no_buttons(make_site: MakeSite) -> None:
    people = People(local=Person(name="Ben Okoro", role="reader"))
    with TestClient(create_app(make_site(people=people))) as client:
        page = client.get("/review").text
        assert "decide nothing yourself" in page
        assert 'method="post"' not in page
