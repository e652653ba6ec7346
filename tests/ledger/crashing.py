"""Crashing: a run that ends at a chosen statement."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


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
