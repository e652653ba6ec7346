import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("path", ["/", "/matters/nothing", "/api/v1/nothing", "/static/onrecord.css"])
def test_every_answer_forbids_scripts_that_are_not_the_site_s_own(client: TestClient, path: str) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_page_asked_for_under_another_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
