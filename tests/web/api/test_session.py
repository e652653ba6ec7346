from http import HTTPStatus

import pytest
from starlette.testclient import TestClient

from onrecord.web.app import create_app
from onrecord.web.guard.people import People
from tests.web.desks import ADA, BEN, PEOPLE, MakeSite, sign_in

SESSION = "/api/v1/session"


def test_nobody_is_told_so(desk: TestClient) -> None:
    told = desk.get(SESSION)
    assert told.json() == {"person": None, "role": None, "may_judge": False, "csrf_token": None}
    assert told.headers["cache-control"] == "no-store"


def test_signing_in_tells_person_role_and_token(desk: TestClient) -> None:
    told = desk.post(SESSION, json={"token": ADA}).json()
    assert (told["person"], told["role"], told["may_judge"]) == ("Ada Fenn", "reviewer", True)
    assert desk.get(SESSION).json() == told


def test_reader_is_told_that_he_may_not_judge(desk: TestClient) -> None:
    sign_in(desk, BEN)
    told = desk.get(SESSION).json()
    assert (told["person"], told["role"], told["may_judge"]) == ("Ben Oake", "reader", False)


def test_cookie_is_for_no_script_and_no_page_elsewhere(desk: TestClient) -> None:
    cookie = desk.post(SESSION, json={"token": ADA}).headers["set-cookie"].lower()
    assert cookie.startswith("onrecord_session=")
    assert {"httponly", "samesite=strict", "path=/"} <= {part.strip() for part in cookie.split(";")}
    assert ADA not in cookie


@pytest.mark.parametrize(("base", "https"), [("https://testserver", False), ("http://testserver", True)])
def test_over_https_the_cookie_goes_over_nothing_else(make_small_site: MakeSite, base: str, https: bool) -> None:
    site = make_small_site(people=People(PEOPLE), https=https)
    with TestClient(create_app(site), base_url=base) as client:
        cookie = client.post(SESSION, json={"token": ADA}).headers["set-cookie"]
    assert cookie.startswith("__Host-onrecord_session=")
    assert "Secure" in cookie


@pytest.mark.parametrize("token", ["guess", "", " ", "ä", "x" * 501])
def test_unknown_token_is_refused_and_not_said_again(desk: TestClient, token: str) -> None:
    answer = desk.post(SESSION, json={"token": token})
    assert answer.status_code in (HTTPStatus.FORBIDDEN, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert "guess" not in answer.text
    assert "set-cookie" not in answer.headers


def test_signing_out_ends_the_session_on_the_server_too(desk: TestClient) -> None:
    csrf = sign_in(desk, ADA)
    key = desk.cookies["onrecord_session"]
    assert desk.delete(SESSION).status_code == HTTPStatus.FORBIDDEN
    assert desk.delete(SESSION, headers={"X-CSRF-Token": csrf}).status_code == HTTPStatus.NO_CONTENT
    assert not desk.cookies
    assert desk.get(SESSION, headers={"Cookie": f"onrecord_session={key}"}).json()["person"] is None


def test_signing_in_anew_ends_the_session_before(desk: TestClient) -> None:
    sign_in(desk, ADA)
    before = desk.cookies["onrecord_session"]
    sign_in(desk, BEN)
    assert desk.cookies["onrecord_session"] != before
    desk.cookies.clear()
    assert desk.get(SESSION, headers={"Cookie": f"onrecord_session={before}"}).json()["person"] is None
