"""A program that runs `onrecord add REPORTS --ledger PLACE` for each line ``KILL_AT PLACE`` that it is given.

Each run has a process of its own, which kills itself (SIGKILL) at the moment KILL_AT, 0 for never, and presses Ctrl-C
(SIGINT) where it is negative. A moment is before
or after a statement, before a commit, or when a connection is given back, which is after a commit. It tells the exit
code (-9 where killed) and the number of moments.
"""

import os
import signal
import sys
from typing import Any

import click
from sqlalchemy import Pool, create_engine, event
from sqlalchemy.engine import Engine

from onrecord.cli import factory, ledgers
from onrecord.cli.exits import run_cleanly
from onrecord.cli.main import cli
from tests.cli.fake_reader import FakeReader
from tests.ledger.making import NOW

MOMENTS = ((Engine, "before_cursor_execute"), (Engine, "after_cursor_execute"), (Engine, "commit"), (Pool, "checkin"))


def main(reports: str) -> None:
    factory.load_reader = lambda: FakeReader("onrecord 0.1.0, model test")
    ledgers._now = lambda: NOW
    warm_up()
    for line in sys.stdin:
        kill_at, place = line.split()
        receive, send = os.pipe()
        child = os.fork()
        if not child:
            os._exit(add(reports, place, int(kill_at), send))
        os.close(send)
        _, status = os.waitpid(child, 0)
        with os.fdopen(receive) as told:
            print(os.waitstatus_to_exitcode(status), told.read() or 0, flush=True)


def warm_up() -> None:
    """What each run would load is loaded before they part."""
    cli.get_command(click.Context(cli), "add")
    for url in ("sqlite://", "postgresql+psycopg://"):
        create_engine(url)


def add(reports: str, place: str, kill_at: int, send: int) -> int:
    so_far = 0
    signal.signal(signal.SIGINT, signal.default_int_handler)  # who starts a program in the background has it ignored

    def on_moment(*_: Any) -> None:
        nonlocal so_far
        so_far += 1
        if so_far == abs(kill_at):
            os.kill(os.getpid(), signal.SIGKILL if kill_at > 0 else signal.SIGINT)

    for target, name in MOMENTS:
        event.listen(target, name, on_moment)
    code = run_cleanly(cli, ["add", reports, "--ledger", place])
    os.write(send, str(so_far).encode())
    return code


if __name__ == "__main__":
    main(sys.argv[1])
