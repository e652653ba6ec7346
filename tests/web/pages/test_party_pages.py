from starlette.testclient import TestClient


def test_party_page_tells_by_matter_where_it_stands_and_what_it_did(client: TestClient) -> None:
    page = client.get("/parties/GBR").text
    assert "United Kingdom" in page
    assert 'href="/matters/warrants/parties/GBR#opinion"' in page
    assert "The United Kingdom did not file" in page


def test_party_page_tells_what_it_is_cited_for(client: TestClient) -> None:
    page = client.get("/parties/karim%20khan").text
    assert "Is cited for" in page


def test_a_counted_group_is_a_party_of_its_own(client: TestClient) -> None:
    page = client.get("/parties/group%2025%20states").text
    assert "25 countries" in page
    assert "asked to · " in page


def test_nobody_has_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get("/parties/nobody/at/all")
    assert answer.status_code == 200
    assert "No report is no position." in answer.text
