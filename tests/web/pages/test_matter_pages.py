import re
from html import unescape

import pytest
from starlette.testclient import TestClient


def words_of(client: TestClient, path: str, **params: str) -> str:
    """What a person reads of a page, without its marks."""
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    apart = re.sub(r"</?(td|th|tr|br|li|ul|p|div|h\d|dt|dd|summary|section)\b[^>]*>", " ", answer.text)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", apart)).split())


def test_home_lists_the_matters_and_what_is_on_record(client: TestClient) -> None:
    page = client.get("/").text
    assert "arrest warrants, May to November 2024" in page
    assert "16 reports" in page


def test_matter_page_tells_stage_and_direction_in_words(client: TestClient) -> None:
    assert "leave granted · unclear" in words_of(client, "/matters/warrants")


def test_matter_page_as_of_a_day_knows_nothing_later(client: TestClient) -> None:
    page = words_of(client, "/matters/warrants", as_of="2024-06-30")
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


def test_silence_is_told_as_no_report(client: TestClient) -> None:
    page = words_of(client, "/matters/warrants")
    assert "No report, which is no position 16 reports read." in page


def test_a_counted_group_has_candidates_and_no_members(client: TestClient) -> None:
    page = words_of(client, "/matters/warrants")
    assert "25 countries (unnamed group) legal opinion asked to · unclear none named Argentina" in page


@pytest.mark.parametrize("tab", ["map", "timeline", "happenings", "changes"])
def test_every_tab_has_a_page(client: TestClient, tab: str) -> None:
    assert "arrest warrants, May to November 2024" in words_of(client, f"/matters/warrants/{tab}")


def test_map_says_in_words_what_its_tiles_show(client: TestClient) -> None:
    assert "United Kingdom: not filed · neutral" in words_of(client, "/matters/warrants/map")


def test_changes_since_a_day_tell_from_what_to_what(client: TestClient) -> None:
    page = words_of(client, "/matters/warrants/changes", since="2024-07-01")
    assert "United Kingdom · legal opinion: leave granted · unclear → then not filed · neutral" in page


def test_happening_shows_who_has_it_from_whom(client: TestClient) -> None:
    listed = client.get("/matters/warrants/happenings").text
    found = re.search(r'href="(/matters/warrants/happenings/h%3A[^"]+)"', listed)
    assert found is not None
    page = words_of(client, found.group(1))
    assert "7 reports · 1 origin (Eastgate News)" in page
    assert "Meridian Wire Fenland Courier, 2 July 2024" in page


def test_the_stand_of_a_party_has_every_quote_and_what_is_told_otherwise(client: TestClient) -> None:
    page = words_of(client, "/matters/warrants/parties/GBR")
    assert "Britain filed no opinion." in page
    assert "Told otherwise: withdrawn · neutral" in page


def test_a_party_of_which_nothing_is_told_has_a_page_that_says_so(client: TestClient) -> None:
    assert "No report, which is no position" in words_of(client, "/matters/warrants/parties/PER")
