"""Measure the pages of a large ledger: ``python -m bench.pages [--reports N] [--clients N] [--on sqlite|postgresql]``.

A ledger is filled as `bench.ledger` does it and served by a process of its own. Clients of this process ask it for its
pages, all at once and each for one page after another, every page as often as the others. Prints for each page the
milliseconds to the first byte (median and the slowest tenth) and the size in bytes; and how long a matter's first page
takes, before anything is kept.
"""

import argparse
import json
import multiprocessing
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from socket import socket
from typing import Any
from urllib.parse import quote

import httpx
import uvicorn

from bench.ledger import DEMO, WIDE, fill, places, read_demo
from bench.varied import Plan, make_bases, respelling, respelt
from onrecord.answers.matter_files import MatterFiles
from onrecord.answers.matter_folds import fold_ledger
from onrecord.ledger import open_ledger
from onrecord.matters.matter_file import read_matter
from onrecord.records.matters import Matter
from onrecord.web.app import create_app
from onrecord.web.guard.people import People, Person
from onrecord.web.site import Site

ROUNDS = 12  # how often each client asks for each page


class Held(MatterFiles):
    """Matters without files."""

    def __init__(self, matters: Sequence[Matter]) -> None:
        super().__init__(())
        self._held = {matter.id: matter for matter in matters}

    def matters(self) -> dict[str, Matter]:
        return self._held


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--matters", type=int, default=400)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--on", choices=("sqlite", "postgresql", "both"), default="sqlite")
    chosen = parser.parse_args(arguments)
    matter = read_matter((DEMO / "warrants.toml").read_text(encoding="utf-8"), where="warrants.toml")
    spellings = [respelling(matter, number) for number in range(chosen.matters - WIDE + 1)]
    each = -(-chosen.reports // chosen.matters)
    plan = Plan(
        bases=make_bases(read_demo(), each * WIDE), matters=[*spellings[:1] * WIDE, *spellings[1:]], reports_each=each
    )
    asked = respelt(matter, spellings[1])
    for name, place in places(chosen.on):
        with place() as address:
            with open_ledger(address, clock=_now) as ledger:
                fill(ledger, map(plan.varied, range(chosen.reports)))
                paths = paths_of(asked, ledger)
            with serving(address, asked) as site:
                print(json.dumps({"ledger": name} | measure(site, paths, chosen.clients), indent=1), flush=True)
    return 0


def paths_of(matter: Matter, ledger: Any) -> list[str]:
    """One page of each kind, of the matter and of a report, a happening and a party of it."""
    fold = fold_ledger(matter, ledger)
    table = fold.table()
    happening = max(fold.happenings(), key=lambda each: len(each.told))
    home = f"/matters/{quote(matter.id)}"
    return [
        "/", home, f"{home}?as_of=2024-07-15", f"{home}/happenings/{quote(happening.id)}",
        f"/reports/{quote(table.reports[0])}", f"/parties/{quote(table.positions[0].party.key)}",
        "/search?q=leave", f"/review?matter={quote(matter.id)}",
    ]  # fmt: skip


@contextmanager
def serving(place: str, matter: Matter) -> Iterator[str]:
    listening = socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(128)
    process = multiprocessing.get_context("fork").Process(target=serve, args=(place, matter, listening), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        process.terminate()
        process.join()


def serve(place: str, matter: Matter, listening: socket) -> None:
    with open_ledger(place, clock=_now) as ledger:
        people = People(local=Person(name="bench", role="reviewer"))
        site = Site(ledger=ledger, shown="bench", matters=Held([matter]), people=people, clock=_now)
        uvicorn.Server(uvicorn.Config(create_app(site), log_level="error")).run([listening])


def measure(site: str, paths: Sequence[str], clients: int) -> dict[str, Any]:
    """Each page once alone, then all of them by several clients at once."""
    first = {path: ask(site, path)[0] for path in paths}

    def visit(number: int) -> list[tuple[str, float, int]]:
        own = [*paths[number % len(paths) :], *paths[: number % len(paths)]]
        return [(path, *ask(site, path)) for _ in range(ROUNDS) for path in own]

    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        visits = [each for seen in pool.map(visit, range(clients)) for each in seen]
    took_s = time.perf_counter() - started
    pages = {}
    for path in paths:
        times = [seconds for asked, seconds, _ in visits if asked == path]
        pages[path] = {
            "first_byte_ms": round(statistics.median(times) * 1000),
            "slowest_tenth_ms": round(statistics.quantiles(times, n=10)[-1] * 1000),
            "when_asked_first_ms": round(first[path] * 1000),
            "bytes": max(size for asked, _, size in visits if asked == path),
        }
    return {"clients": clients, "pages_a_second": round(len(visits) / took_s, 1), "pages": pages}


def ask(site: str, path: str) -> tuple[float, int]:
    """Seconds to the first byte of a page, and its size; the page must be there."""
    started = time.perf_counter()
    with httpx.stream("GET", site + path, timeout=60) as answer:
        pieces = answer.iter_raw()
        size = len(next(pieces, b""))
        seconds = time.perf_counter() - started
        answer.raise_for_status()
        return seconds, size + sum(map(len, pieces))


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
