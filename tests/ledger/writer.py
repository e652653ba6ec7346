"""A program that appends readings 1 to COUNT to a ledger and is killed at the statement KILL_AT (0: never)."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from tests.ledger.making import append_all, numbered


def main(path: str, count: str, kill_at: str) -> None:
    left = int(kill_at)

    def count_down(*_: Any) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count_down)
    print(*append_all(Path(path), (numbered(number) for number in range(1, int(count) + 1))))


if __name__ == "__main__":
    main(*sys.argv[1:])
