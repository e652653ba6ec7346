import pytest
from starlette.testclient import TestClient


def test_words_find_reports_with_the_words_marked(client: TestClient) -> None:
    page = client.get("/search", params={"q": "curiae"}).text
    assert '<mark class="found">curiae</mark>' in page
    assert "1 report, the best first" in page


def test_outlets_of_the_found_narrow_the_search(client: TestClient) -> None:
    page = client.get("/search", params={"q": "opinion", "outlet": "Meridian Wire"}).text
    assert 'aria-current="true">Meridian Wire</a>' in page
    assert "Northgate Daily</a>" not in page
    assert "2 reports, the best first" in page


def test_filters_find_acts(client: TestClient) -> None:
    page = client.get("/search", params={"party": "GBR", "status": "negated"}).text
    assert "The United Kingdom did not file" in page
    assert "status-actual" not in page


def test_words_that_no_report_holds_are_told_with_how_to_ask(client: TestClient) -> None:
    page = client.get("/search", params={"q": "Netherlands", "type": "attack"}).text
    assert "No report holds all of these words and passes what it is narrowed by." in page


@pytest.mark.parametrize("asked", [{"type": "bogus"}, {"since": "yesterday"}, {"q": '"'}])
def test_what_cannot_be_asked_is_told_on_the_page(client: TestClient, asked: dict[str, str]) -> None:
    answer = client.get("/search", params=asked)
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
