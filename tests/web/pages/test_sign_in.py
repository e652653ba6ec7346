import logging
from http import HTTPStatus

import pytest
from starlette.testclient import TestClient

from tests.web.desks import ADA


def test_token_leads_to_where_one_was_going(desk: TestClient) -> None:
    answer = desk.post("/sign-in", data={"token": f" {ADA} ", "next": "/review?matter=warrants"})
    assert (answer.status_code, answer.headers["location"]) == (HTTPStatus.SEE_OTHER, "/review?matter=warrants")
    assert "Sign out" in desk.get("/").text
    assert desk.get("/sign-in?next=/review").headers["location"] == "/review"


@pytest.mark.parametrize("then", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"])
def test_nobody_is_led_elsewhere(desk: TestClient, then: str) -> None:
    assert desk.post("/sign-in", data={"token": ADA, "next": then}).headers["location"] == "/"


def test_wrong_token_is_said_so_and_not_shown(desk: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = desk.post("/sign-in", data={"token": "guessed-at", "next": "/review"})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "That token is not known here" in answer.text
    assert 'value="/review"' in answer.text
    assert "guessed-at" not in answer.text + caplog.text


def test_token_in_an_address_signs_nobody_in(desk: TestClient) -> None:
    assert desk.get(f"/sign-in?token={ADA}").status_code == HTTPStatus.OK
    assert desk.post(f"/sign-in?token={ADA}").status_code == HTTPStatus.FORBIDDEN
    assert not desk.cookies


def test_signing_out_needs_the_token_of_the_page(desk: TestClient) -> None:
    desk.post("/sign-in", data={"token": ADA})
    assert desk.post("/sign-out").status_code == HTTPStatus.FORBIDDEN
    csrf = desk.get("/api/v1/session").json()["csrf_token"]
    assert f'value="{csrf}"' in desk.get("/").text
    answer = desk.post("/sign-out", data={"csrf_token": csrf})
    assert (answer.status_code, answer.headers["location"]) == (HTTPStatus.SEE_OTHER, "/sign-in")
    assert desk.get("/").status_code == HTTPStatus.SEE_OTHER
