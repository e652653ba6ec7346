"""What a program is told of the reports of a ledger."""

import csv
import io
from dataclasses import replace

from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.reader.reader import Reader
from onrecord.records.codec import encode_reading
from onrecord.records.judgements import ActKey, Judgement
from onrecord.web.app import create_app
from tests.web.api.conftest import Ask
from tests.web.conftest import MakeSite


def test_reports_are_the_newest_first_without_their_texts(ask: Ask) -> None:
    found = ask("/reports", limit=5)
    assert len(found) == 5
    assert [each["published"] for each in found] == sorted((each["published"] for each in found), reverse=True)
    assert "text" not in found[0]


def test_pages_of_reports_are_all_of_them(client: TestClient, ledger: Ledger) -> None:
    found, path = [], "/api/v1/reports?limit=6&since=2024"
    while path:
        page = client.get(path)
        found += [each["id"] for each in page.json()]
        path = page.links.get("next", {}).get("url", "")
        assert "since=2024" in path or not path
    assert found == [head.id for head in ledger.reports()]


def test_reports_of_an_outlet_and_a_month_are_those_alone(ask: Ask, ledger: Ledger) -> None:
    head = next(ledger.reports())
    assert head.published is not None
    found = ask("/reports", outlet=head.outlet.name, since=head.published[:7], until=head.published[:7])
    assert head.id in {each["id"] for each in found}
    assert {each["outlet"]["name"] for each in found} == {head.outlet.name}


def test_a_period_that_ends_before_it_begins_is_refused(ask: Ask) -> None:
    assert "before it begins" in ask("/reports", told=422, since="2024-07", until="2024-06")["detail"]


def test_a_cursor_of_another_shape_is_refused(ask: Ask) -> None:
    for cursor in ("x", "2024~1", "~99999999999999999999~1", "2024-06-30~1~1' OR 1"):
        assert "cursor" in ask("/reports", told=422, cursor=cursor)["detail"]


def test_reports_as_csv_have_a_head_and_a_row_each(client: TestClient) -> None:
    answer = client.get("/api/v1/reports", headers={"accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "Accept" in answer.headers["vary"]
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 16
    assert rows[0]["report_id"].startswith("r:")


def test_a_reading_is_what_the_codec_writes(client: TestClient, ledger: Ledger) -> None:
    head = next(ledger.reports())
    answer = client.get(f"/api/v1/reports/{head.id}")
    assert answer.content == encode_reading(ledger.reading(head.id))


def test_a_report_is_found_by_the_beginning_of_its_id(ask: Ask, ledger: Ledger) -> None:
    head = next(ledger.reports())
    assert ask(f"/reports/{head.id[2:10]}")["report"]["id"] == head.id


def test_a_reading_is_told_as_people_decided_or_as_it_was_read(client: TestClient, ask: Ask, ledger: Ledger) -> None:
    row = next(ledger.acts(limit=1))
    key = ActKey(report=row.report.id, trigger=row.act.trigger, type=row.act.type)
    ledger.judge(Judgement(verb="reject", by="Ada Fenn", why="it is of another matter", acts=(key,)))
    path, csv_wanted = f"/api/v1/reports/{row.report.id}", {"accept": "text/csv"}
    as_rows = [client.get(path, params={"judged": judged}, headers=csv_wanted) for judged in ("true", "false")]
    assert [answer.text.count(row.report.id) for answer in as_rows] == [
        len(row.reading.acts) - 1,
        len(row.reading.acts),
    ]
    decided, read = (ask(f"/reports/{row.report.id}", judged=judged)["acts"] for judged in ("true", "false"))
    assert row.act.id not in {act["id"] for act in decided}
    assert row.act.id in {act["id"] for act in read}


def test_a_reading_as_csv_is_its_acts(client: TestClient, ledger: Ledger) -> None:
    row = next(ledger.acts(limit=1))
    answer = client.get(f"/api/v1/reports/{row.report.id}", headers={"accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [each["act_id"] for each in rows] == [act.id for act in row.reading.acts]
    assert row.reading.report.text not in answer.text


def test_a_reading_as_linked_data_has_no_text(client: TestClient, ledger: Ledger) -> None:
    reading = ledger.reading(next(ledger.reports()).id)
    answer = client.get(f"/api/v1/reports/{reading.report.id}", headers={"accept": "application/ld+json"})
    assert answer.headers["content-type"] == "application/ld+json"
    types = [node["type"] for node in answer.json()["@graph"]]
    assert ["NewsArticle", "Entity"] in types
    assert sum("Act" in kind for kind in types if isinstance(kind, list)) == len(reading.acts)
    assert reading.report.text not in answer.text


def test_unknown_report_is_not_found(ask: Ask) -> None:
    assert ask("/reports/r:none", told=404)["status"] == 404
    assert ask("/reports/%00", told=404)["status"] == 404


def test_an_act_is_explained_by_its_line_of_the_lexicon(ask: Ask, ledger: Ledger) -> None:
    row = next(ledger.acts(type="request"))
    told = ask(f"/reports/{row.report.id}/acts/{row.act.id}/explanation")
    assert told["act"] == row.act.id
    assert told["is_same_reader"] is True
    (explained,) = told["explanation"]["acts"]
    assert explained["line"]["file"] == "actions.tsv"


def test_a_report_is_explained_as_a_whole(ask: Ask, ledger: Ledger) -> None:
    row = next(ledger.acts(limit=1))
    told = ask(f"/reports/{row.report.id}/explanation")
    assert [each["act"]["id"] for each in told["explanation"]["acts"]] == [act.id for act in row.reading.acts]
    assert told["act"] is None


def test_an_act_of_another_reader_is_explained_by_the_same_word(ask: Ask, ledger: Ledger) -> None:
    row = next(ledger.acts(type="request"))
    acts = tuple(replace(act, id=f"x{act.id}", about=(), chain=()) for act in row.reading.acts)
    ledger.append(replace(row.reading, reader="onrecord 99.0.0, model other", acts=acts))
    told = ask(f"/reports/{row.report.id}/acts/x{row.act.id}/explanation")
    assert told["act"] == row.act.id
    assert told["is_same_reader"] is False
    assert told["recorded_by"] == "onrecord 99.0.0, model other"


def test_an_act_that_today_s_reader_does_not_read_is_not_explained(ask: Ask, ledger: Ledger) -> None:
    row = next(ledger.acts(type="request"))
    acts = (replace(row.act, type="attack", about=(), chain=()),)
    ledger.append(replace(row.reading, reader="onrecord 99.0.0, model other", acts=acts))
    assert "today" in ask(f"/reports/{row.report.id}/acts/{row.act.id}/explanation", told=404)["detail"]


def test_unknown_act_is_not_found_with_those_there_are(ask: Ask, ledger: Ledger) -> None:
    row = next(ledger.acts(limit=1))
    assert row.act.id in ask(f"/reports/{row.report.id}/acts/e999/explanation", told=404)["expected"]


def test_a_site_without_a_reader_explains_nothing(make_site: MakeSite, ledger: Ledger) -> None:
    with TestClient(create_app(make_site(explainer=None))) as client:
        answer = client.get(f"/api/v1/reports/{next(ledger.reports()).id}/explanation")
    assert answer.status_code == 404


def test_the_reader_is_loaded_once(make_site: MakeSite, ledger: Ledger, reader: Reader) -> None:
    loaded: list[Reader] = []

    def load() -> Reader:
        loaded.append(reader)
        return reader

    with TestClient(create_app(make_site(explainer=load))) as client:
        for head in ledger.reports(limit=2):
            client.get(f"/api/v1/reports/{head.id}/explanation")
    assert len(loaded) == 1
