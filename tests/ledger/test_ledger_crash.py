"""Crashes: whatever statement a run ends at, running it again gives the ledger of a run that was not disturbed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from onrecord.ledger.tables import log
from tests.ledger.making import append_all, dump, numbered, open_at

READINGS = (numbered(1), numbered(1, "onrecord 0.2.0"), numbered(2))
MOST_STATEMENTS = 100
ROOT = Path(__file__).parents[2]


class PowerCutError(Exception):
    """What ends a run at a chosen statement."""


@contextmanager
def crash_at(count: int, names: tuple[str, ...] = ("before_cursor_execute", "commit")) -> Iterator[list[int]]:
    """Raise PowerCutError at the statement or commit number `count`, counted from 1; yields the count so far."""
    so_far = [0]

    def on_event(*_: Any) -> None:
        so_far[0] += 1
        if so_far[0] == count:
            raise PowerCutError

    for name in names:
        event.listen(Engine, name, on_event)
    try:
        yield so_far
    finally:
        for name in names:
            event.remove(Engine, name, on_event)


def count_statements(path: Path) -> int:
    with crash_at(0) as so_far:
        append_all(path, READINGS)
    return so_far[0]


def test_crash_at_each_statement_loses_and_doubles_nothing(tmp_path: Path) -> None:
    statements = count_statements(tmp_path / "whole.db")
    whole = dump(tmp_path / "whole.db")
    for count in range(1, statements + 1):
        path = tmp_path / f"{count}.db"
        with crash_at(count), pytest.raises(PowerCutError):
            append_all(path, READINGS)
        append_all(path, READINGS)
        assert dump(path) == whole, f"crash at statement {count} of {statements}"


def test_crash_leaves_each_report_whole_or_absent(tmp_path: Path) -> None:
    append_all(tmp_path / "a.db", READINGS[:1])
    before = dump(tmp_path / "a.db")
    later = numbered(1, "onrecord 0.2.0")
    with open_at(tmp_path / "a.db") as ledger:
        for count in range(1, MOST_STATEMENTS):
            with crash_at(count) as so_far, suppress(PowerCutError):
                ledger.append(later)
            if so_far[0] < count:
                break
            assert dump(tmp_path / "a.db") == before
    assert so_far[0] > 15, "the last append went through, after a crash at each of its statements"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8, 1.0])
def test_killed_run_is_resumed_by_running_it_again(tmp_path: Path, share: float) -> None:
    count, whole, path = 4, tmp_path / "whole.db", tmp_path / "a.db"
    with crash_at(0, ("before_cursor_execute",)) as so_far:
        append_all(whole, map(numbered, range(1, count + 1)))
    kill_at = str(int(so_far[0] * share))
    command = [sys.executable, "-m", "tests.ledger.writer", str(path), str(count), kill_at]
    killed = subprocess.run(command, cwd=ROOT, env=_environment(), check=False, capture_output=True)  # noqa: S603
    assert killed.returncode == -9, killed.stderr
    append_all(path, map(numbered, range(1, count + 1)))
    assert dump(path) == dump(whole)


@pytest.mark.parametrize("writers", [2, 4])
def test_several_writers_of_one_set_double_nothing(tmp_path: Path, writers: int) -> None:
    path, count = tmp_path / "a.db", 25
    command = [sys.executable, "-m", "tests.ledger.writer", str(path), str(count), "0"]
    running = [
        subprocess.Popen(command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE)  # noqa: S603
        for _ in range(writers)
    ]
    said = [process.communicate()[0].decode().split() for process in running]
    assert [process.returncode for process in running] == [0] * writers
    assert sum(words.count("new") for words in said) == count
    assert sum(words.count("already_there") for words in said) == count * (writers - 1)
    rows = dump(path)[log.name]
    assert len({row[1] for row in rows}) == len(rows) == count


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
