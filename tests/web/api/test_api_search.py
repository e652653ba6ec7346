"""What a program is told of reports that it looks for by words."""

from starlette.testclient import TestClient

from tests.web.api.conftest import Ask


def test_search_finds_reports_with_the_words_marked(ask: Ask) -> None:
    told = ask("/search", q="warrants")
    assert told["found"] == len(told["hits"])
    snippet = told["hits"][0]["snippets"][0]
    start, end = snippet["matches"][0]
    offset = snippet["span"][0]
    assert snippet["words"][start - offset : end - offset].casefold() == "warrants"


def test_a_facet_narrows_the_search_to_as_many_as_it_counts(ask: Ask) -> None:
    facets = ask("/search", q="warrants")["facets"]
    for name, asked in (("outlets", "outlet"), ("types", "type"), ("parties", "party")):
        facet = facets[name][0]
        assert ask("/search", q="warrants", **{asked: facet["value"]})["found"] >= facet["reports"]
    month = facets["months"][0]
    assert ask("/search", q="warrants", since=month["value"], until=month["value"])["found"] == month["reports"]


def test_pages_of_a_search_are_all_of_it(client: TestClient) -> None:
    found, path = [], "/api/v1/search?q=warrants&limit=4"
    while path:
        page = client.get(path)
        found += [hit["report"]["id"] for hit in page.json()["hits"]]
        path = page.links.get("next", {}).get("url", "")
    assert len(set(found)) == len(found) == page.json()["found"] > 4


def test_a_search_for_nothing_is_refused(ask: Ask) -> None:
    for words in ("...", '""', "a\0b", " ", "x" * 301, " ".join("abcdefgh" * 9)):
        assert "q" in ask("/search", told=422, q=words)["detail"]


def test_what_looks_like_syntax_is_words(ask: Ask) -> None:
    for words in ('"', "NEAR(a, 2)", "title:x OR", "a AND NOT b", "'; DROP TABLE log; --", "%", "a*b*"):
        found = ask("/search", q=f"warrants {words}")
        assert found["found"] >= 0
