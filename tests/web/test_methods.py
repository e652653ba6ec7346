"""HEAD and OPTIONS, for routes that read and routes that write."""

import pytest
from fastapi import FastAPI, Response
from starlette.testclient import TestClient

from onrecord.web.methods import AnswerMethods


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()

    @app.get("/letters/{letter}")
    def show(letter: str) -> Response:
        return Response(f"letter {letter}", headers={"ETag": '"1"'})

    @app.post("/letters/{letter}")
    def write(letter: str) -> Response:
        return Response(letter)

    @app.get("/hidden", include_in_schema=False)
    def hide() -> Response:
        return Response("hidden")

    app.add_middleware(AnswerMethods, document=app.openapi)
    return TestClient(app)


def test_head_is_get_without_the_body(client: TestClient) -> None:
    answer = client.head("/letters/a")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == "8"
    assert answer.headers["etag"] == '"1"'


def test_options_names_what_reads_and_what_writes(client: TestClient) -> None:
    answer = client.options("/letters/a")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert "content-length" not in answer.headers


def test_a_refusal_names_them_too(client: TestClient) -> None:
    answer = client.delete("/letters/a")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS, POST"


def test_a_page_that_is_in_no_document_has_its_methods(client: TestClient) -> None:
    assert client.options("/hidden").headers["allow"] == "GET, HEAD, OPTIONS"


def test_options_of_nothing_is_not_found(client: TestClient) -> None:
    assert client.options("/nothing").status_code == 404
