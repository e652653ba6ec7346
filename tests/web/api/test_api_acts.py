"""What a program is told of acts and attributions."""

import csv
import io
from dataclasses import replace

from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.records.wording import Wording
from tests.web.api.conftest import Ask


def test_acts_are_filtered_as_the_ledger_filters_them(ask: Ask, ledger: Ledger) -> None:
    asked = {"party": "GBR", "status": "actual", "since": "2024-06", "until": "2024"}
    rows = list(ledger.acts(**asked))  # type: ignore[arg-type]
    found = ask("/acts", **asked, limit=200)
    assert [(each["report"]["id"], each["act"]["id"]) for each in found] == [(r.report.id, r.act.id) for r in rows]
    assert found[0]["sentence"] == Wording(rows[0].reading).sentence(rows[0].act)


def test_an_act_has_who_is_cited_for_it(ask: Ask, ledger: Ledger) -> None:
    rows, found = list(ledger.acts(source="Eastgate News")), ask("/acts", source="Eastgate News", limit=200)
    assert rows
    cited = [[(link["source"] or {}).get("name") or link["source_text"] for link in each["chain"]] for each in found]
    assert cited == [list(row.sources) for row in rows]


def test_pages_of_acts_are_all_of_them(client: TestClient, ledger: Ledger) -> None:
    found, path = [], "/api/v1/acts?limit=40"
    while path:
        page = client.get(path)
        found += [(each["report"]["id"], each["act"]["id"]) for each in page.json()]
        path = page.links.get("next", {}).get("url", "")
    assert found == [(row.report.id, row.act.id) for row in ledger.acts()]
    assert len(found) > 80


def test_a_type_that_is_none_is_refused_with_those_there_are(ask: Ask) -> None:
    assert "'request'" in ask("/acts", told=422, type="praise")["detail"]


def test_acts_as_csv_are_a_row_each_with_who_says_so(client: TestClient, ledger: Ledger) -> None:
    answer = client.get("/api/v1/acts", params={"type": "request"}, headers={"accept": "text/csv, */*;q=0.1"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [each["act_id"] for each in rows] == [row.act.id for row in ledger.acts(type="request")]
    assert all(each["chain"] for each in rows)


def test_no_cell_of_csv_is_a_formula(client: TestClient, ledger: Ledger) -> None:
    row = next(ledger.acts(limit=1))
    report = replace(row.reading.report, title="=HYPERLINK(A1)")
    ledger.append(replace(row.reading, report=report, reader="onrecord 99.0.0, model other"))
    text = client.get("/api/v1/acts", headers={"accept": "text/csv"}).text
    titles = {each["title"] for each in csv.DictReader(io.StringIO(text))}
    assert "'=HYPERLINK(A1)" in titles
    assert "=HYPERLINK(A1)" not in titles


def test_acts_as_linked_data_name_their_reports_once(client: TestClient) -> None:
    answer = client.get("/api/v1/acts", params={"limit": 30}, headers={"accept": "application/ld+json"})
    nodes = answer.json()["@graph"]
    assert sum("Act" in node["type"] for node in nodes) == 30
    assert "next" in answer.links


def test_attributions_are_those_in_which_a_party_or_who_acts_for_it_is_cited(ask: Ask, ledger: Ledger) -> None:
    found = ask("/attributions", party="Eastgate News", limit=200)
    assert len(found) == len(ledger.said("Eastgate News", limit=200).rows)
    assert all(each["words"] for each in found)


def test_attributions_need_a_party(ask: Ask) -> None:
    assert "party" in ask("/attributions", told=422)["detail"]
