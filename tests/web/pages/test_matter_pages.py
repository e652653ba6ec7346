from starlette.testclient import TestClient


def test_home_lists_the_matters_and_what_is_on_record(client: TestClient) -> None:
    page = client.get("/").text
    assert "arrest warrants, May to November 2024" in page
    assert "16 reports" in page


def test_matter_page_tells_stage_and_direction_in_words(client: TestClient) -> None:
    page = client.get("/matters/warrants").text
    assert "leave granted · unclear" in page


def test_matter_page_as_of_a_day_knows_nothing_later(client: TestClient) -> None:
    page = client.get("/matters/warrants", params={"as_of": "2024-06-30"}).text
    assert "25 countries (unnamed group)" in page
    assert "not filed · neutral" not in page


def test_unknown_matter_is_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get("/matters/nothing")
    assert answer.status_code == 404
    assert "no matter &#39;nothing&#39;" in answer.text
    assert "warrants" in answer.text


def test_a_day_that_is_none_is_told_with_an_example(client: TestClient) -> None:
    answer = client.get("/matters/warrants", params={"as_of": "2024-13-45"})
    assert answer.status_code == 422
    assert "2024-06-30" in answer.text
