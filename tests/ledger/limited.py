"""A program that runs `onrecord add REPORTS --ledger PLACE` where files may have so many bytes, or as somebody else.

LIMIT is the most bytes of a file, as on a disk that is full, or ``nobody``, who may read the ledger and not write it.
"""

import os
import resource
import signal
import sys

from onrecord.cli import factory, ledgers
from onrecord.cli.exits import run_cleanly
from onrecord.cli.main import cli
from tests.cli.fake_reader import FakeReader
from tests.ledger.adder import warm_up
from tests.ledger.making import NOW

NOBODY = 65_534


def main(limit: str, reports: str, place: str) -> int:
    factory.load_reader = lambda: FakeReader("onrecord 0.1.0, model test")
    ledgers._now = lambda: NOW
    warm_up()
    if limit != "nobody":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    elif os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    return run_cleanly(cli, ["add", reports, "--ledger", place])


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
