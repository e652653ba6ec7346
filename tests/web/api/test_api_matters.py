"""What a program is told of a matter."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

from starlette.testclient import TestClient

from onrecord.answers.matter_files import MatterFiles
from onrecord.matters.origin_tree import Branch
from onrecord.web.api.matters import flat_tree
from onrecord.web.app import create_app
from tests.web.api.conftest import Ask
from tests.web.conftest import DEMO, MakeSite


def test_matters_are_told_as_their_files_have_them(ask: Ask) -> None:
    (held,) = ask("/matters")
    assert held["matter"]["id"] == "warrants"
    assert held["wrong"] is None
    assert ask("/matters/warrants") == held


def test_a_broken_matter_file_is_told_and_the_tag_is_another(make_site: MakeSite, tmp_path: Path) -> None:
    place = tmp_path / "warrants.toml"
    place.write_text((DEMO / "warrants.toml").read_text())
    with TestClient(create_app(make_site(matters=MatterFiles([place])))) as client:
        before = client.get("/api/v1/matters/warrants").headers["etag"]
        place.write_text("no matter")
        answer = client.get("/api/v1/matters/warrants", headers={"if-none-match": before})
    assert answer.status_code == 200
    assert answer.json()["wrong"]
    assert answer.json()["matter"]["id"] == "warrants"


def test_unknown_matter_is_a_problem_that_names_those_there_are(ask: Ask) -> None:
    told = ask("/matters/nothing/positions", told=404)
    assert told["title"] == "Not Found"
    assert "warrants" in told["expected"]


def test_positions_are_those_of_the_day_asked_for(ask: Ask) -> None:
    table = ask("/matters/warrants/positions", as_of="2024-06-30")
    assert table["as_of"] == "2024-06-30"
    stages = {(each["party"]["key"], each["stage"]) for each in table["positions"]}
    assert ("GBR", "leave_granted") in stages
    assert "not_filed" not in {stage for _, stage in stages}


def test_positions_of_one_party_and_instrument_are_those_alone(ask: Ask) -> None:
    table = ask("/matters/warrants/positions", party="GBR", instrument="opinion")
    assert {each["party"]["key"] for each in table["positions"]} == {"GBR"}
    assert {each["instrument"] for each in table["positions"]} == {"opinion"}


def test_a_party_that_no_report_names_is_told_as_silence(ask: Ask) -> None:
    table = ask("/matters/warrants/positions", party="CHL")
    assert table["positions"] == []
    assert {each["party"]["key"] for each in table["silences"]} == {"CHL"}


def test_unknown_instrument_is_refused_with_those_there_are(ask: Ask) -> None:
    told = ask("/matters/warrants/positions", told=422, instrument="none")
    assert "opinion" in told["expected"]


def test_positions_before_anything_was_recorded_are_none(ask: Ask) -> None:
    assert ask("/matters/warrants/positions", known_on="2026-11-24")["positions"] == []


def test_timeline_is_of_the_party_asked_for_in_the_order_of_days(ask: Ask) -> None:
    entries = ask("/matters/warrants/timeline", party="GBR", limit=200)
    assert {each["party"]["key"] for each in entries} == {"GBR"}
    assert [each["day"] for each in entries] == sorted(each["day"] for each in entries)


def test_pages_of_a_timeline_are_the_whole_of_it(client: TestClient) -> None:
    whole = client.get("/api/v1/matters/warrants/timeline", params={"limit": 200}).json()
    found, path = [], "/api/v1/matters/warrants/timeline?limit=7"
    while path:
        page = client.get(path)
        found += page.json()
        path = page.links.get("next", {}).get("url", "")
    assert len(whole) > 14
    assert found == whole


def test_happenings_told_by_several_reports_are_told_by_as_many(ask: Ask) -> None:
    found = ask("/matters/warrants/happenings", told_by=2)
    assert found
    assert all(len({told["report"] for told in each["told"]}) >= 2 for each in found)


def test_happening_has_a_tree_in_which_each_node_stands_after_its_parent(ask: Ask) -> None:
    first = ask("/matters/warrants/happenings", told_by=2)[0]
    told = ask(f"/matters/warrants/happenings/{first['id'][:8]}")
    assert told["happening"] == first
    reports = [report for node in told["tree"] for report in node["reports"]]
    assert set(reports) == {each["report"] for each in first["told"]}
    assert all(node["parent"] is None or node["parent"] < at for at, node in enumerate(told["tree"]))


def test_unknown_happening_is_not_found(ask: Ask) -> None:
    assert ask("/matters/warrants/happenings/h:none", told=404)["found"] == "h:none"


def test_contradictions_and_silences_are_those_of_the_table(ask: Ask) -> None:
    table = ask("/matters/warrants/positions")
    assert ask("/matters/warrants/contradictions") == table["contradictions"]
    assert ask("/matters/warrants/silences") == table["silences"]
    assert table["contradictions"]
    assert table["silences"]


def test_changes_since_a_day_lead_to_what_stands_now(ask: Ask) -> None:
    positions = ask("/matters/warrants/positions")["positions"]
    changes = ask("/matters/warrants/changes", since="2024-07")
    assert changes
    assert all(change["after"] in positions for change in changes if change["after"])


def test_changes_of_what_was_recorded_are_all_positions_when_all_was_recorded_since(ask: Ask) -> None:
    changes = ask("/matters/warrants/changes", since="2026-11-25", recorded=True)
    assert [change["before"] for change in changes] == [None] * len(changes)
    assert len(changes) == len(ask("/matters/warrants/positions")["positions"])


def test_what_changed_on_a_day_is_a_change_since_that_day_and_none_since_the_next(ask: Ask) -> None:
    newest = max(ask("/matters/warrants/positions")["positions"], key=lambda each: each["published"] or "")
    day = newest["published"]
    assert newest in [change["after"] for change in ask("/matters/warrants/changes", since=day)]
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    assert newest not in [change["after"] for change in ask("/matters/warrants/changes", since=after)]


def test_nodes_of_a_tree_name_the_node_above_them() -> None:
    inner = Branch(name="c", reports=("r:3",))
    tree = (Branch(name="a", branches=(Branch(name="b", branches=(inner,)), Branch(name="d"))), Branch(name="e"))
    nodes = flat_tree(tree)
    assert [(node.name, node.parent) for node in nodes] == [("a", None), ("b", 0), ("c", 1), ("d", 0), ("e", None)]
    assert nodes[2].reports == ("r:3",)


def test_changes_need_a_day(ask: Ask) -> None:
    assert "since" in ask("/matters/warrants/changes", told=422)["detail"]
    assert "0001" in ask("/matters/warrants/changes", told=422, since="0001-01-01")["detail"]


def test_lists_are_told_with_what_they_count(ask: Ask) -> None:
    assert ask("/matters/warrants/lists") == []


def test_positions_as_csv_are_a_row_each_with_the_words_they_stand_on(client: TestClient, ask: Ask) -> None:
    positions = ask("/matters/warrants/positions")["positions"]
    answer = client.get("/api/v1/matters/warrants/positions", headers={"accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["party_key"], row["instrument"], row["stage"]) for row in rows] == [
        (each["party"]["key"], each["instrument"], each["stage"]) for each in positions
    ]
    assert all(row["quote"] for row in rows)


def test_positions_as_linked_data_are_a_node_each(client: TestClient, ask: Ask) -> None:
    answer = client.get("/api/v1/matters/warrants/positions", headers={"accept": "application/ld+json"})
    assert answer.headers["content-type"] == "application/ld+json"
    assert len(answer.json()["@graph"]) == len(ask("/matters/warrants/positions")["positions"])
