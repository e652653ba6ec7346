"""A page is the same until something that it follows from changes, and then it is another."""

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.reader.reader import Reader
from tests.factories import make_report

PAGES = ("/", "/matters/warrants", "/matters/warrants/map", "/reports/demo-07", "/parties/GBR", "/search?q=opinion")


@pytest.mark.parametrize("path", PAGES)
def test_a_browser_that_has_a_page_is_told_that_it_is_the_same(client: TestClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", PAGES)
def test_another_report_makes_another_page(client: TestClient, ledger: Ledger, reader: Reader, path: str) -> None:
    first = client.get(path)
    ledger.append(reader.read(make_report("Peru asked the International Criminal Court for warrants.", title="New")))
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200


def test_what_is_kept_is_never_that_of_another_day(client: TestClient) -> None:
    now, then = client.get("/matters/warrants"), client.get("/matters/warrants?as_of=2024-06-30")
    assert now.headers["ETag"] != then.headers["ETag"]
    assert now.text != then.text


def test_errors_are_not_kept(client: TestClient, ledger: Ledger, reader: Reader) -> None:
    report = make_report("Peru asked Chad to file.")
    assert client.get(f"/reports/{report.id}").status_code == 404
    ledger.append(reader.read(report))
    assert client.get(f"/reports/{report.id}").status_code == 200
