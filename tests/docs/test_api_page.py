"""The page of the API: every route stands on it, and what it tells to type is answered."""

import re
import shlex
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from docs.api_routes import api_document
from tests.web.conftest import client, demo_file, ledger, ledger_file, make_site, reader

__all__ = ["client", "demo_file", "ledger", "ledger_file", "make_site", "reader"]

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^curl .*$", PAGE, re.MULTILINE)
STATUSES = re.findall(r"^\| (\d{3}) \|", PAGE, re.MULTILINE)


@pytest.mark.parametrize("path", list(api_document()["paths"]))
def test_every_route_is_on_the_page(path: str) -> None:
    assert f" {path}`" in PAGE


def test_every_refusal_is_on_the_page() -> None:
    operations = [each for methods in api_document()["paths"].values() for each in methods.values()]
    told = {status for each in operations for status in each["responses"] if status.startswith("4")}
    assert told <= set(STATUSES)


@pytest.mark.parametrize("command", COMMANDS)
def test_what_the_page_tells_to_type_is_answered(client: TestClient, command: str) -> None:
    words = shlex.split(command)
    headers = dict(words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H")
    path = words[-1].removeprefix("localhost:8473")
    assert path.startswith("/api/v1/")
    answer = client.get(path, headers=headers)
    assert answer.status_code == 200
    assert len(answer.content) > 100
