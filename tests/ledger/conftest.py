"""Places for ledgers: each test that takes `place` is run on SQLite and on PostgreSQL."""

import os
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from tests.ledger.postgres import MISSING, NEEDED, Cluster, find_programs, running

NewPlace = Callable[[], str]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    programs = find_programs()
    if programs is None:
        if os.environ.get(NEEDED):
            pytest.fail(f"{NEEDED} is set, and there is {MISSING}")
        pytest.skip(MISSING)
    with running(programs) as started:
        yield started


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> NewPlace:
    """Gives the path or address of a ledger that is not there yet, a new one at each call."""
    if request.param == "postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        return cluster.new_schema
    folder, numbers = tmp_path_factory.mktemp("ledgers"), count(1)
    return lambda: str(folder / f"{next(numbers)}.db")


@pytest.fixture
def place(new_place: NewPlace) -> str:
    return new_place()
