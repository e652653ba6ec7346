"""Faults: a full disk, a ledger that may not be written, a server that goes: nothing is lost, and it is told."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from onrecord.cli.exits import Exit
from onrecord.ledger import Appended
from onrecord.records.errors import LedgerError
from tests.factories import TEXT
from tests.ledger.making import append_all, dump, numbered, open_at
from tests.ledger.postgres import Cluster

ROOT = Path(__file__).parents[2]
COUNT = 12


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others may look into, as those of pytest may not."""
    made = Path(tempfile.mkdtemp(prefix="onrecord-faults-"))
    made.chmod(0o755)
    lines = (json.dumps({"text": f"{number}. {TEXT}"}) + "\n" for number in range(COUNT))
    (made / "reports.jsonl").write_text("".join(lines), encoding="utf-8")
    yield made
    shutil.rmtree(made)


def add(limit: str, folder: Path, name: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.ledger.limited", limit, str(folder / "reports.jsonl"), str(folder / name)]
    path = {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
    return subprocess.run(command, cwd=ROOT, env=os.environ | path, text=True, capture_output=True, check=False)  # noqa: S603


def test_full_disk_is_told_and_the_same_command_goes_on_when_there_is_room(folder: Path) -> None:
    assert add("10000000", folder, "whole.db").returncode == 0
    expected = dump(folder / "whole.db")
    for limit in (1_000, 150_000, 400_000):
        name = f"{limit}.db"
        full = add(str(limit), folder, name)
        assert full.returncode == Exit.FAILED, limit
        assert "Traceback" not in full.stderr
        assert "disk" in full.stderr
        assert add("10000000", folder, name).returncode == 0
        assert dump(folder / name) == expected, limit


def test_disk_that_fills_up_halfway_says_how_much_was_added(folder: Path) -> None:
    said = add("700000", folder, "a.db").stderr
    assert " added so far, in " in said
    assert "run the same command again to go on" in said


def test_ledger_that_may_not_be_written_is_told_and_stays_as_it_is(folder: Path) -> None:
    append_all(folder / "a.db", [numbered(1)])
    before = dump(folder / "a.db")
    (folder / "a.db").chmod(0o444)
    refused = add("nobody", folder, "a.db")
    assert refused.returncode == Exit.FAILED
    assert "the ledger cannot be" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert dump(folder / "a.db") == before


def terminate_all(place: str) -> None:
    import psycopg

    with psycopg.connect(place) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )


def test_server_that_went_and_came_back_between_two_reports_is_not_noticed(cluster: Cluster) -> None:
    place = cluster.new_schema()
    with open_at(place) as ledger:
        ledger.append(numbered(1))
        terminate_all(place)
        assert ledger.append(numbered(2)) is Appended.NEW


def test_server_that_goes_within_a_report_is_told_and_the_report_can_be_added_again(cluster: Cluster) -> None:
    place = cluster.new_schema()
    with open_at(place) as ledger:
        ledger.append(numbered(1))
        so_far = 0

        def go_at_the_fifth(*_: object) -> None:
            nonlocal so_far
            so_far += 1
            if so_far == 5:
                terminate_all(place)

        event.listen(Engine, "before_cursor_execute", go_at_the_fifth)
        try:
            with pytest.raises(LedgerError):
                ledger.append(numbered(2))
        finally:
            event.remove(Engine, "before_cursor_execute", go_at_the_fifth)
        assert so_far == 5
        assert ledger.append(numbered(2)) is Appended.NEW
    whole = cluster.new_schema()
    append_all(whole, [numbered(1), numbered(2)])
    assert dump(place)["log"] == dump(whole)["log"]
