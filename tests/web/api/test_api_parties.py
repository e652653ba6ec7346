"""What a program is told of a party, and of who cites whom."""

from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from tests.web.api.conftest import Ask


def test_a_party_is_told_with_its_positions_its_acts_and_its_words(ask: Ask) -> None:
    told = ask("/parties/GBR")
    assert "United Kingdom" in {name["name"] for name in told["names"]}
    assert {each["position"]["party"]["key"] for each in told["positions"]} == {"GBR"}
    assert {each["matter"] for each in told["positions"]} == {"warrants"}
    assert told["acts"]
    assert told["said"]
    assert all(each["parts"] for each in told["acts"])
    assert {part for each in told["acts"] for part in each["parts"]} == {"actor", "recipient"}
    assert ["warrants"] in [each["matters"] for each in told["acts"]]


def test_what_is_left_out_of_a_party_is_where_it_says(client: TestClient, ask: Ask, ledger: Ledger) -> None:
    told = ask("/parties/GBR", limit=3)
    assert len(told["acts"]) == len(told["said"]) == 3
    rest = client.get(told["more_acts"]).json()
    assert rest[0]["act"]["id"] == list(ledger.acts(party="GBR"))[3].act.id
    assert client.get(told["more_said"]).status_code == 200


def test_a_party_is_found_by_a_name_with_spaces_and_by_the_key_of_a_group(ask: Ask) -> None:
    assert ask("/parties/International Criminal Court")["acts"]
    group = ask("/parties/group 25 states")
    assert group["positions"]
    assert group["acts"]


def test_unknown_party_is_not_found(ask: Ask) -> None:
    for key in ("Sylvania", "a/b//c", "%00", "x" * 300):
        assert ask(f"/parties/{key}", told=404)["status"] == 404
    assert ask(f"/parties/{'x' * 301}", told=422)["status"] == 422


def test_cited_counts_by_outlet(ask: Ask, ledger: Ledger) -> None:
    rows = list(ledger.cited())
    found = ask("/cited", limit=200)
    assert [(each["outlet"], each["source"], each["reports"]) for each in found] == [
        (row.outlet, row.source, row.reports) for row in rows[:200]
    ]
    outlet = rows[0].outlet
    assert {each["outlet"] for each in ask("/cited", outlet=outlet)} == {outlet}
