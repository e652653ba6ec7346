from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import factory
from onrecord.cli.main import cli
from tests.cli.fake_reader import FakeReader
from tests.factories import TEXT

Run = Callable[..., Result]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    fake = FakeReader()
    monkeypatch.setattr(factory, "load_reader", lambda: fake)
    return fake


@pytest.fixture
def run(reader: FakeReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder that holds one report, with the fake reader."""
    assert reader.version
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    Path("one.txt").write_text(TEXT, encoding="utf-8")

    def invoke(*args: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(cli, args, input=stdin, catch_exceptions=False)

    return invoke
