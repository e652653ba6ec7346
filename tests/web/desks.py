"""A site on a ledger of one hand-made report, where two people sign in; no model is needed.

A reviewer has the token ADA, a reader the token BEN. The fixtures are those of all tests of the page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.answers.matter_files import MatterFiles
from onrecord.ledger import Ledger, open_ledger
from onrecord.records import Outlet
from onrecord.web.app import create_app
from onrecord.web.guard.people import People, Person, hash_token
from onrecord.web.site import Site
from tests.factories import make_act, make_party, make_reading, make_report

MakeSite = Callable[..., Site]
ADA, BEN = "token-of-ada", "token-of-ben"
PEOPLE = (
    Person(name="Ada Fenn", role="reviewer", token_sha256=hash_token(ADA)),
    Person(name="Ben Oake", role="reader", token_sha256=hash_token(BEN)),
)


@dataclass
class Clock:
    """A clock that a test can put forward."""

    now: datetime = datetime(2026, 11, 25, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def small_ledger(tmp_path: Path, clock: Clock) -> Iterator[Ledger]:
    report = make_report(given_id="x1", outlet=Outlet(name="Lakeside Post"), published="2024-06-30")
    with open_ledger(tmp_path / "one.db", clock=clock) as opened:
        opened.append(make_reading(report, parties=(make_party(),), acts=(make_act(actors=("p1",)),)))
        yield opened


@pytest.fixture
def make_small_site(small_ledger: Ledger, clock: Clock) -> MakeSite:
    """A site where Ada Fenn and Ben Oake sign in; any field can be another."""

    def make(**fields: object) -> Site:
        default = {
            "ledger": small_ledger, "shown": "one.db", "matters": MatterFiles([]), "people": People(PEOPLE),
            "clock": clock, "hosts": ("testserver",),
        }  # fmt: skip
        return Site(**default | fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def desk(make_small_site: MakeSite) -> Iterator[TestClient]:
    """A browser that has not signed in."""
    with TestClient(create_app(make_small_site()), follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def local(make_small_site: MakeSite) -> Iterator[TestClient]:
    """A browser on the machine of Ada Fenn, where nobody signs in."""
    site = make_small_site(people=People(local=Person(name="Ada Fenn", role="reviewer")))
    with TestClient(create_app(site), follow_redirects=False) as opened:
        yield opened


def sign_in(client: TestClient, token: str) -> str:
    """Sign in as a browser does; the token for what it writes."""
    told = client.post("/api/v1/session", json={"token": token})
    assert told.status_code == 200
    return str(told.json()["csrf_token"])
