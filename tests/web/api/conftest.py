"""What the tests of the API ask with."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

Ask = Callable[..., Any]


@pytest.fixture
def ask(client: TestClient) -> Ask:
    """What a path under /api/v1 answers as JSON; it must answer with a status, 200 unless told otherwise."""

    def ask(path: str, *, told: int = 200, accept: str | None = None, **asked: object) -> Any:
        headers = {} if accept is None else {"accept": accept}
        answer = client.get(f"/api/v1{path}", params=asked, headers=headers)  # type: ignore[arg-type]
        assert answer.status_code == told, answer.text[:500]
        return answer.json()

    return ask
