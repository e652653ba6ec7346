"""A site on the demo's reports, read once; each test has a ledger of its own that it may write to."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.answers.matter_files import MatterFiles
from onrecord.ingest import IngestOptions, read_inputs
from onrecord.ledger import Ledger, open_ledger
from onrecord.reader.reader import Reader
from onrecord.records import Report
from onrecord.web.app import create_app
from onrecord.web.guard.people import People, Person
from onrecord.web.site import Site
from tests.web.desks import clock, desk, local, make_small_site, small_ledger

__all__ = ["clock", "desk", "local", "make_small_site", "small_ledger"]

DEMO = Path(__file__).parents[2] / "demo"
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
MakeSite = Callable[..., Site]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    place = tmp_path_factory.mktemp("web") / "demo.db"
    reports = [
        each for each in read_inputs([str(DEMO / "reports")], options=IngestOptions()) if isinstance(each, Report)
    ]
    with open_ledger(place, clock=lambda: NOW) as ledger:
        for reading in reader.read_many(reports):
            ledger.append(reading)
    return place


@pytest.fixture
def ledger_file(demo_file: Path, tmp_path: Path) -> Path:
    for each in demo_file.parent.glob("demo.db*"):
        shutil.copy(each, tmp_path / each.name)
    return tmp_path / "demo.db"


@pytest.fixture
def ledger(ledger_file: Path) -> Iterator[Ledger]:
    with open_ledger(ledger_file, clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def make_site(ledger: Ledger, reader: Reader) -> MakeSite:
    """A site as Ada Fenn has it on her own machine; any field can be another."""

    def make(**fields: object) -> Site:
        default = {
            "ledger": ledger,
            "shown": "demo.db",
            "matters": MatterFiles([DEMO / "warrants.toml"]),
            "people": People(local=Person(name="Ada Fenn", role="reviewer")),
            "clock": lambda: NOW,
            "explainer": lambda: reader,
            "hosts": ("testserver",),
        }
        return Site(**default | fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def client(make_site: MakeSite) -> Iterator[TestClient]:
    with TestClient(create_app(make_site())) as opened:
        yield opened
