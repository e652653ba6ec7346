"""The OpenAPI document of the API."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient


@pytest.fixture
def document(client: TestClient) -> Any:
    return client.get("/api/v1/openapi.json").json()


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from objects(part)


def operations(document: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_every_schema_that_is_named_is_there_and_every_one_there_is_named(document: Any) -> None:
    named = {part["$ref"] for part in objects(document) if isinstance(part.get("$ref"), str)}
    assert named == {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}


def test_every_answer_has_a_schema_and_every_refusal_is_a_problem(document: Any) -> None:
    for name, operation in operations(document):
        responses = operation["responses"]
        done = [told for status, told in responses.items() if status in ("200", "201")]
        assert "204" in responses or all(told["content"] for told in done), name
        assert done or "204" in responses, name
        refusals = [told for status, told in responses.items() if status.startswith("4")]
        assert refusals, name
        assert all(set(told["content"]) == {"application/problem+json"} for told in refusals), name


def test_every_operation_says_what_it_is_and_has_an_id_of_its_own(document: Any) -> None:
    found = [operation for _, operation in operations(document)]
    assert all(operation["description"] for operation in found)
    assert len({operation["operationId"] for operation in found}) == len(found)


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("matters/warrants/positions", "PositionTable"), ("matters/warrants", "MatterTold"), ("ledger", "LedgerTold"),
        ("parties/GBR", "PartyTold"), ("matters/nothing", "Problem"),
    ],
)  # fmt: skip
def test_an_answer_conforms_to_its_schema(client: TestClient, document: Any, path: str, shape: str) -> None:
    schema = {"$ref": f"#/components/schemas/{shape}", "components": document["components"]}
    Draft202012Validator(schema).validate(client.get(f"/api/v1/{path}").json())


def test_every_example_conforms_to_the_schema_beside_it(document: Any) -> None:
    told = [part for part in objects(document["paths"]) if "example" in part and "schema" in part]
    assert len(told) > 40
    for part in told:
        schema = part["schema"] | {"components": document["components"]}
        Draft202012Validator(schema).validate(part["example"])


def test_every_answer_in_json_has_an_example(document: Any) -> None:
    for name, operation in operations(document):
        for status, answer in operation["responses"].items():
            told = [answer.get("content", {}).get(form) for form in ("application/json", "application/problem+json")]
            assert all("example" in each for each in told if each), (name, status)
