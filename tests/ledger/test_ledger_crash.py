"""Crashes: whatever statement a run ends at, running it again gives the ledger of a run that was not disturbed."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from onrecord.cli.exits import Exit
from onrecord.ledger.tables import log
from tests.cli.fake_reader import FakeReader
from tests.factories import TEXT, make_report
from tests.ledger.conftest import NewPlace
from tests.ledger.crashing import PowerCutError, crash_at
from tests.ledger.making import append_all, dump, numbered, open_at

READINGS = (numbered(1), numbered(1, "onrecord 0.2.0"), numbered(2))
MOST_STATEMENTS = 100
ROOT = Path(__file__).parents[2]
KILLS = 50
STOPS = 20
STRIDE = {"sqlite": 1, "postgresql": 4}  # a new schema takes longer than a new file
TEXTS = [f"{number}. {TEXT}" for number in range(8)]


def count_statements(place: str) -> int:
    with crash_at(0) as so_far:
        append_all(place, READINGS)
    return so_far[0]


def test_crash_at_each_statement_loses_and_doubles_nothing(new_place: NewPlace) -> None:
    whole = new_place()
    statements = count_statements(whole)
    expected = dump(whole)
    for count in range(1, statements + 1, STRIDE[kind_of(whole)]):
        place = new_place()
        with crash_at(count), pytest.raises(PowerCutError):
            append_all(place, READINGS)
        append_all(place, READINGS)
        assert dump(place) == expected, f"crash at statement {count} of {statements}"


def kind_of(place: str) -> str:
    return "postgresql" if "://" in place else "sqlite"


def test_crash_leaves_each_report_whole_or_absent(place: str) -> None:
    append_all(place, READINGS[:1])
    before = dump(place)
    later = numbered(1, "onrecord 0.2.0")
    with open_at(place) as ledger:
        for count in range(1, MOST_STATEMENTS):
            with crash_at(count) as so_far, suppress(PowerCutError):
                ledger.append(later)
            if so_far[0] < count:
                break
            assert dump(place) == before
    assert so_far[0] > 15, "the last append went through, after a crash at each of its statements"


def test_add_killed_at_random_points_and_run_again_is_as_if_never_killed(new_place: NewPlace, tmp_path: Path) -> None:
    """Three reports are there by an older reader; `onrecord add` reads eight and is killed on its way."""
    reports = tmp_path / "reports.jsonl"
    reports.write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS), encoding="utf-8")
    older = FakeReader("onrecord 0.0.9, model test")

    def started() -> str:
        place = new_place()
        append_all(place, (older.read(make_report(text)) for text in TEXTS[:3]))
        return place

    with adder(reports) as add:
        whole = started()
        ended, moments = add(whole, 0)
        assert ended == 0
        expected = dump(whole)
        for kill_at in random.Random(2024).sample(range(1, moments + 1), KILLS):  # noqa: S311 - the same each time
            place = started()
            assert add(place, kill_at)[0] == -9
            assert add(place, 0)[0] == 0
            assert dump(place) == expected, f"killed at moment {kill_at} of {moments}"
    assert len(expected[log.name]) == len(TEXTS) + 3


def test_add_stopped_by_ctrl_c_at_random_points_and_run_again_is_as_if_never_stopped(
    new_place: NewPlace, tmp_path: Path
) -> None:
    reports = tmp_path / "reports.jsonl"
    reports.write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS), encoding="utf-8")
    with adder(reports) as add:
        whole = new_place()
        _, moments = add(whole, 0)
        expected = dump(whole)
        codes = []
        for stop_at in random.Random(2025).sample(range(1, moments + 1), STOPS):  # noqa: S311 - the same each time
            place = new_place()
            codes.append(add(place, -stop_at)[0])
            assert add(place, 0)[0] == 0
            assert dump(place) == expected, f"stopped at moment {stop_at} of {moments}"
    assert set(codes) <= {0, Exit.INTERRUPTED}, "in a finaliser Python drops Ctrl-C, and the run goes on"
    assert codes.count(Exit.INTERRUPTED) >= STOPS - 2


@pytest.mark.parametrize("writers", [3])
def test_writers_of_one_set_and_readers_at_once_double_nothing_and_see_whole_reports(place: str, writers: int) -> None:
    count = 25
    append_all(place, [])
    jobs = ["write"] * writers + ["read"] * 2
    command = [sys.executable, "-m", "tests.ledger.worker"]
    running = [
        subprocess.Popen([*command, job, place, str(count)], cwd=ROOT, env=_environment(), stdout=subprocess.PIPE)  # noqa: S603
        for job in jobs
    ]
    said = [process.communicate()[0].decode().split() for process in running]
    assert [process.returncode for process in running] == [0] * len(jobs)
    assert sum(words.count("new") for words in said) == count
    assert sum(words.count("already_there") for words in said) == count * (writers - 1)
    rows = dump(place)[log.name]
    assert len({row[1] for row in rows}) == len(rows) == count


def test_writers_that_open_a_new_ledger_at_once_make_one(place: str) -> None:
    command = [sys.executable, "-m", "tests.ledger.worker", "write", place, "2"]
    running = [subprocess.Popen(command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE) for _ in range(3)]  # noqa: S603
    said = [process.communicate()[0].decode().split() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert sum(words.count("new") for words in said) == 2


@contextmanager
def adder(reports: Path) -> Iterator["Adder"]:
    """A program that runs `onrecord add` on the reports whenever it is asked to, in a process of its own."""
    command = [sys.executable, "-m", "tests.ledger.adder", str(reports)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, env=_environment(), text=True, **pipes) as process:  # type: ignore[call-overload]  # noqa: S603
        yield Adder(process)
        process.stdin.close()


class Adder:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def __call__(self, place: str, kill_at: int) -> tuple[int, int]:
        """Run the command, to its end or until it is killed at a moment; its exit code and how many moments it had."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{kill_at} {place}\n")
        self._process.stdin.flush()
        code, moments = self._process.stdout.readline().split()
        return int(code), int(moments)


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
