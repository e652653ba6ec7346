"""The API against its own OpenAPI document: schemathesis makes requests, sound and unsound, that nobody thought of."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

from onrecord.answers.matter_files import MatterFiles
from onrecord.ledger import Ledger, open_ledger
from onrecord.reader.reader import Reader
from onrecord.web.app import create_app
from onrecord.web.guard.people import People, Person, hash_token
from onrecord.web.site import Site
from tests.web.conftest import DEMO, NOW
from tests.web.desks import ADA

EXAMPLES = 20


@pytest.fixture(scope="module")
def opened(demo_file: Path) -> Iterator[Ledger]:
    with open_ledger(demo_file, read_only=True, clock=lambda: NOW) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def document(opened: Ledger, reader: Reader) -> Any:
    site = Site(
        ledger=opened, shown="demo.db", matters=MatterFiles([DEMO / "warrants.toml"]),
        people=People(local=Person(name="Ada Fenn", role="reader")), clock=lambda: NOW, explainer=lambda: reader,
        hosts=("testserver", "localhost"), read_only=True,
    )  # fmt: skip
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(site))


@pytest.fixture(scope="module")
def there(opened: Ledger) -> dict[str, str]:
    """What is there, by the name of the parameter that asks for it."""
    row = next(opened.acts(type="request"))
    return {
        "matter": "warrants",
        "report": row.report.id,
        "act": row.act.id,
        "key": "GBR",
        "happening": "h:",
        "seq": "1",
    }


@pytest.mark.parametrize("known", [True, False])
def test_api_answers_sound_requests_as_its_document_tells(document: Any, there: dict[str, str], known: bool) -> None:
    """No server error, and every answer is one that the document tells of."""
    for operation, path in operations(document, there, known=known):
        try_requests(operation.as_strategy(path_parameters=path))


@pytest.mark.parametrize("known", [True, False])
def test_api_refuses_unsound_requests_as_its_document_tells(document: Any, there: dict[str, str], known: bool) -> None:
    for operation, path in operations(document, there, known=known):
        if operation.query:
            try_requests(operation.as_strategy(GenerationMode.NEGATIVE, path_parameters=path))


def test_api_takes_whatever_is_written_without_an_error(small_ledger: Ledger, there: dict[str, str]) -> None:
    """By somebody who may judge: sound and unsound judgements, on a ledger that is written to."""
    person = Person(name="Ada Fenn", role="reviewer", token_sha256=hash_token(ADA))
    site = Site(
        ledger=small_ledger, shown="one.db", matters=MatterFiles([]), people=People([person]), clock=lambda: NOW,
        hosts=("testserver", "localhost"),
    )  # fmt: skip
    headers = {"Authorization": f"Bearer {ADA}"}
    document = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(site), headers=headers)
    for operation, path in operations(document, there, known=True):
        if operation.method.upper() != "GET" and "session" not in operation.path:
            try_requests(operation.as_strategy(path_parameters=path), headers)
            try_requests(operation.as_strategy(GenerationMode.NEGATIVE, path_parameters=path), headers)


def operations(document: Any, there: dict[str, str], *, known: bool) -> Iterator[tuple[Any, dict[str, str] | None]]:
    """What can be asked, of what is there or else of whatever name."""
    for found in document.get_all_operations():
        operation = found.ok()
        names = [parameter.name for parameter in operation.path_parameters]
        if known or names:
            yield operation, {name: there[name] for name in names} if known and names else None


def try_requests(cases: Any, headers: dict[str, str] | None = None) -> None:
    """Sound requests may be refused: no schema can tell which dates and instruments there are."""

    @given(case=cases)
    @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        case.call_and_validate(excluded_checks=[positive_data_acceptance, ignored_auth], headers=headers)

    ask()
