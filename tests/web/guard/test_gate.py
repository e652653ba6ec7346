"""What the gate lets through, as a browser or a program comes to it."""

import pkgutil
from collections.abc import Iterator
from http import HTTPStatus
from importlib import import_module
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.web import api, pages
from onrecord.web.app import create_app
from onrecord.web.guard.bodies import MOST_BYTES
from onrecord.web.guard.people import People, Person
from tests.web.desks import ADA, BEN, PEOPLE, Clock, MakeSite, sign_in

ACCEPT = {"verb": "accept", "acts": [{"report": "x1", "act": "e1"}], "why": "read it"}
JUDGEMENTS, SESSION = "/api/v1/judgements", "/api/v1/session"


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def is_problem(answer: Any, status: int) -> bool:
    """Whether it is told as a problem, as JSON, behind the headers that every answer has."""
    told = answer.headers["content-type"] == "application/problem+json" and answer.json()["status"] == status
    return told and answer.status_code == status and "Content-Security-Policy" in answer.headers


def test_nobody_sees_a_page_but_that_to_sign_in(desk: TestClient) -> None:
    shown = desk.get("/matters/warrants?as_of=2024-06-30")
    assert shown.status_code == HTTPStatus.SEE_OTHER
    assert shown.headers["location"] == "/sign-in?next=/matters/warrants%3Fas_of%3D2024-06-30"
    assert desk.get("/sign-in").status_code == HTTPStatus.OK
    assert desk.get("/static/onrecord.css").status_code == HTTPStatus.OK


@pytest.mark.parametrize("path", ["/api/v1/judgements", "/api/v1/openapi.json", "/api/v1/none"])
def test_nobody_asks_the_api(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert is_problem(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"


def test_program_asks_with_its_token(desk: TestClient) -> None:
    assert desk.get(JUDGEMENTS, headers=bearer(BEN)).status_code == HTTPStatus.OK
    assert is_problem(desk.get(JUDGEMENTS, headers=bearer("guess")), 401)
    assert is_problem(desk.get(JUDGEMENTS, headers={"Authorization": "Bearer"}), 401)


def test_program_writes_with_its_token_alone(desk: TestClient) -> None:
    assert desk.post(JUDGEMENTS, json=ACCEPT, headers=bearer(ADA)).status_code == HTTPStatus.CREATED


def test_reader_may_not_judge(desk: TestClient) -> None:
    assert is_problem(desk.post(JUDGEMENTS, json=ACCEPT, headers=bearer(BEN)), 403)
    token = sign_in(desk, BEN)
    assert is_problem(desk.post(JUDGEMENTS, json=ACCEPT, headers={"X-CSRF-Token": token}), 403)
    assert desk.get(JUDGEMENTS).json() == []


def test_browser_writes_with_the_token_of_its_session(desk: TestClient) -> None:
    token = sign_in(desk, ADA)
    assert desk.post(JUDGEMENTS, json=ACCEPT, headers={"X-CSRF-Token": token}).status_code == HTTPStatus.CREATED


@pytest.mark.parametrize("headers", [{}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": "guess"}, {"X-CSRF-Token": "ä"}])
def test_browser_does_not_write_without_it(desk: TestClient, headers: dict[str, str]) -> None:
    sign_in(desk, ADA)
    encoded = {name.encode(): value.encode("latin-1") for name, value in headers.items()}
    assert is_problem(desk.post(JUDGEMENTS, json=ACCEPT, headers=encoded), 403)
    assert desk.get(JUDGEMENTS).json() == []


def test_token_of_another_session_does_not_do(desk: TestClient) -> None:
    before = sign_in(desk, ADA)
    sign_in(desk, ADA)
    assert is_problem(desk.post(JUDGEMENTS, json=ACCEPT, headers={"X-CSRF-Token": before}), 403)


def test_even_on_loopback_writing_needs_the_token_of_the_page(local: TestClient) -> None:
    assert is_problem(local.post(JUDGEMENTS, json=ACCEPT), 403)
    assert is_problem(local.post(JUDGEMENTS, json=ACCEPT, headers=bearer("anything")), 403)
    token = local.get("/api/v1/session").json()["csrf_token"]
    assert local.post(JUDGEMENTS, json=ACCEPT, headers={"X-CSRF-Token": token}).status_code == HTTPStatus.CREATED


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Origin": "http://testserver.elsewhere.example"},
        {"Origin": "http://testserver:81"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
    ],
)  # fmt: skip
def test_page_elsewhere_does_not_write_even_with_the_token(local: TestClient, headers: dict[str, str]) -> None:
    token = local.get("/api/v1/session").json()["csrf_token"]
    assert is_problem(local.post(JUDGEMENTS, json=ACCEPT, headers=headers | {"X-CSRF-Token": token}), 403)


def test_own_page_writes(local: TestClient) -> None:
    token = local.get("/api/v1/session").json()["csrf_token"]
    own = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin", "X-CSRF-Token": token}
    assert local.post(JUDGEMENTS, json=ACCEPT, headers=own).status_code == HTTPStatus.CREATED


def test_page_elsewhere_does_not_sign_anybody_in(desk: TestClient) -> None:
    for path, sent in (("/api/v1/session", {"json": {"token": ADA}}), ("/sign-in", {"data": {"token": ADA}})):
        answer = desk.post(path, headers={"Origin": "https://elsewhere.example"}, **sent)  # type: ignore[arg-type]
        assert answer.status_code == HTTPStatus.FORBIDDEN
    assert not desk.cookies


def test_ledger_opened_read_only_is_not_written_to(make_small_site: MakeSite) -> None:
    with TestClient(create_app(make_small_site(read_only=True, people=People(local=PEOPLE[0])))) as client:
        told = client.get("/api/v1/session").json()
        assert told["may_judge"] is False
        answer = client.post(JUDGEMENTS, json=ACCEPT, headers={"X-CSRF-Token": told["csrf_token"]})
    assert is_problem(answer, 403)
    assert answer.json()["detail"] == "The ledger is open for reading only."


def test_every_route_that_writes_refuses_a_reader(desk: TestClient) -> None:
    """Whatever is added later: only sessions are for readers to write."""
    token = sign_in(desk, BEN)
    paths = [(method, path) for method, path in _writing_routes() if path not in (SESSION, "/sign-in", "/sign-out")]
    assert ("POST", JUDGEMENTS) in paths
    for method, path in paths:
        answer = desk.request(method, path.replace("{seq}", "1"), headers={"X-CSRF-Token": token}, json={})
        assert answer.status_code == HTTPStatus.FORBIDDEN, (method, path)


def test_more_than_anybody_judges_in_one_go_is_not_taken(local: TestClient) -> None:
    token = {"X-CSRF-Token": local.get("/api/v1/session").json()["csrf_token"]}
    assert is_problem(local.post(JUDGEMENTS, content=b" " * (MOST_BYTES + 1), headers=token), 413)
    pieces = (b" " * 1024 for _ in range(300))
    assert is_problem(local.post(JUDGEMENTS, content=pieces, headers=token), 413)


def test_too_many_attempts_to_sign_in_have_to_wait(desk: TestClient) -> None:
    answers = [desk.post("/api/v1/session", json={"token": f"guess {number}"}) for number in range(11)]
    assert [answer.status_code for answer in answers] == [403] * 10 + [429]
    assert is_problem(answers[-1], 429)
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60


def test_wrong_tokens_of_programs_count_as_attempts_and_right_ones_do_not(desk: TestClient) -> None:
    assert all(desk.get(JUDGEMENTS, headers=bearer(BEN)).status_code == 200 for _ in range(12))
    assert [desk.get(JUDGEMENTS, headers=bearer("guess")).status_code for _ in range(11)] == [401] * 10 + [429]
    assert desk.get(JUDGEMENTS, headers=bearer(BEN)).status_code == 200, "who shares the address is not kept out"


def test_too_many_writes_have_to_wait(desk: TestClient) -> None:
    answers = [desk.post(JUDGEMENTS, json={}, headers=bearer(ADA)) for _ in range(121)]
    assert [answer.status_code for answer in answers[-2:]] == [422, 429]
    assert desk.post(JUDGEMENTS, json={}, headers=bearer(BEN)).status_code == 403


def test_whoever_is_removed_or_gets_another_role_is_so_at_once(make_small_site: MakeSite) -> None:
    people = People(PEOPLE)
    with TestClient(create_app(make_small_site(people=people)), follow_redirects=False) as client:
        sign_in(client, ADA)
        people._people = (Person(name="Ada Fenn", role="reader", token_sha256=PEOPLE[0].token_sha256),)
        assert client.get("/api/v1/session").json()["role"] == "reader"
        people._people = ()
        assert client.get("/api/v1/session").json()["person"] is None
        assert client.get("/").headers["location"] == "/sign-in?next=/"


def test_session_that_nobody_used_for_long_is_over(desk: TestClient, clock: Clock) -> None:
    sign_in(desk, ADA)
    clock.forward(hours=13)
    assert desk.get("/").status_code == HTTPStatus.SEE_OTHER


def test_site_asked_under_another_name_says_so(local: TestClient) -> None:
    assert is_problem(local.get("/api/v1/session", headers={"Host": "elsewhere.example"}), 421)
    page = local.get("/", headers={"Host": "["})
    assert page.status_code == HTTPStatus.MISDIRECTED_REQUEST
    assert "--host-name" in page.text


def _writing_routes() -> Iterator[tuple[str, str]]:
    for package, prefix in ((api, "/api/v1"), (pages, "")):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            router = getattr(import_module(found.name), "router", None)
            for route in router.routes if router else ():
                for method in getattr(route, "methods", set()) - {"GET", "HEAD", "OPTIONS"}:
                    yield method, f"{prefix}{route.path}"
