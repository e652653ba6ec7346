"""What waits to be judged, as a program asks for it."""

from starlette.testclient import TestClient

from tests.web.api.conftest import Ask


def test_queue_of_a_matter_tells_each_act_with_its_reasons(ask: Ask) -> None:
    (first, *_) = ask("/review", matter="warrants", limit=3)
    assert first["reasons"][0].startswith("Accounts differ: ")
    assert first["act"]["id"]
    assert " — " in first["sentence"]


def test_queue_of_the_newest_reports_begins_with_the_least_sure(ask: Ask) -> None:
    sure = [each["act"]["confidence"] for each in ask("/review", limit=20)]
    assert sure == sorted(sure)
    assert ask("/review", matter="warrants", order="sureness", limit=1)[0]["act"]["confidence"] == sure[0]


def test_queue_leads_on_and_knows_its_matters(client: TestClient, ask: Ask) -> None:
    link = client.get("/api/v1/review?matter=warrants&limit=2").headers["link"]
    assert "offset=2" in link
    assert ask("/review", matter="warrants", limit=1, offset=2) == ask("/review", matter="warrants", limit=3)[2:]
    assert ask("/review", told=404, matter="nothing")["status"] == 404
