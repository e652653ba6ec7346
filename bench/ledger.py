"""Measure a ledger on this machine: ``python -m bench.ledger [--reports N] [--matters N] [--on sqlite|postgresql]``.

A ledger is filled with reports made by varying the demo's readings (`bench/varied.py`): the demo's reports are read,
the others are not. They are of `--matters` matters, as many reports of each. Before and after, some are appended one by
one, as `onrecord add` does it; in between the rows are written many at a time, as the ledger would write them.

Prints, for each database: milliseconds for a report appended to an empty and to the full ledger (the median); seconds
for the positions of one matter and of one four times as large, from opening the ledger to the table (the median of
three), and the processor time that this program took for it; and the slowest of several searches. On a busy machine
(see the load average) all but processor time is longer. PostgreSQL is a cluster of its own in /tmp, with default
settings but for fsync=off.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert

from bench.varied import Plan, Varied, make_bases, respelling, respelt
from onrecord.cli.main import collect_seldom
from onrecord.cli.matter_folds import fold_ledger
from onrecord.cli.settings import Settings
from onrecord.ingest import IngestOptions, read_inputs
from onrecord.ledger import Ledger, open_ledger, tables
from onrecord.matters.matter_file import read_matter
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.reader import Reader
from onrecord.reader.standins import EvenNetwork
from onrecord.records import Reading, Report
from onrecord.records.matters import Matter
from tests.ledger.postgres import MISSING, find_programs, running

DEMO = Path(__file__).parent.parent / "demo"
APPENDED = 100  # one by one, before and after
BATCH = 2_000
TIMES = 3
WIDE = 4  # how many times as many reports the larger matter has
SEARCHES = ("leave", "legal opinion", '"joint statement"', "warrant*", "israel britain letters", "zzyzx")
SEARCHED = 20


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--matters", type=int, default=400)
    parser.add_argument("--on", choices=("sqlite", "postgresql", "both"), default="both")
    chosen = parser.parse_args(arguments)
    collect_seldom()  # as the commands do
    matter = read_matter((DEMO / "warrants.toml").read_text(encoding="utf-8"), where="warrants.toml")
    spellings = [respelling(matter, number) for number in range(chosen.matters - WIDE + 1)]
    each = -(-chosen.reports // chosen.matters)
    plan = Plan(
        bases=make_bases(read_demo(), each * WIDE), matters=[*spellings[:1] * WIDE, *spellings[1:]], reports_each=each
    )
    asked = [respelt(matter, spelling) for spelling in (spellings[1], spellings[0])]
    for name, place in places(chosen.on):
        with place() as address:
            print(json.dumps({"ledger": name} | measure(address, asked, plan, chosen.reports), indent=1), flush=True)
    return 0


def read_demo() -> list[Reading]:
    reports = [
        each for each in read_inputs([str(DEMO / "reports")], options=IngestOptions()) if isinstance(each, Report)
    ]
    return list(Reader(EvenNetwork(OnnxNetwork.load())).read_many(reports))


def places(on: str) -> Iterator[tuple[str, Callable[[], Any]]]:
    if on in ("sqlite", "both"):
        yield "sqlite", sqlite_place
    if on in ("postgresql", "both"):
        if find_programs() is None:
            print(f"postgresql: not measured, {MISSING}", file=sys.stderr)
        else:
            yield "postgresql", postgresql_place


@contextmanager
def sqlite_place() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        yield str(Path(folder) / "bench.db")


@contextmanager
def postgresql_place() -> Iterator[str]:
    with running(find_programs() or Path()) as cluster:
        yield cluster.new_schema()


def measure(place: str, asked: Sequence[Matter], plan: Plan, reports: int) -> dict[str, Any]:
    """Fill the ledger at a place and ask it."""
    started = time.perf_counter()
    with open_ledger(place, clock=lambda: datetime.now(UTC)) as ledger:
        first = append_times(ledger, plan, range(APPENDED))
        fill(ledger, map(plan.varied, range(APPENDED, reports - APPENDED)))
        filled_s = time.perf_counter() - started
        last = append_times(ledger, plan, range(reports - APPENDED, reports))
        searches = {words: median_s(partial(search, ledger, words)) for words in SEARCHES}
        count = ledger.count_reports()
    return {
        "reports": count,
        "matters": len(set(plan.matters)),
        "load_average": round(os.getloadavg()[0], 1),
        "filled_s": round(filled_s, 1),
        "append_ms_when_empty": round(statistics.median(first) * 1000, 2),
        "append_ms_when_full": round(statistics.median(last) * 1000, 2),
        "positions": [positions_of(each, place) for each in asked],
        "search_s": {words: round(seconds, 4) for words, seconds in searches.items()},
        "search_s_slowest": round(max(searches.values()), 4),
    }


def search(ledger: Ledger, words: str) -> None:
    list(ledger.search(words, SEARCHED))


def append_times(ledger: Ledger, plan: Plan, numbers: range) -> list[float]:
    """Seconds for each of some reports, appended as `onrecord add` does it."""
    times = []
    for number in numbers:
        reading = plan.reading(number)
        started = time.perf_counter()
        ledger.append(reading)
        times.append(time.perf_counter() - started)
    return times


def fill(ledger: Ledger, varied: Iterator[Varied]) -> None:
    """The rows of many readings, in the ledger's own tables, and the index of words anew at the end."""
    store = ledger._store  # noqa: SLF001 - no ledger offers to write past its own log
    is_sqlite = store.engine.dialect.name == "sqlite"
    if not is_sqlite:
        with store.writing() as connection:  # to put words into the index many at a time takes a fifth of the time
            connection.exec_driver_sql("ALTER INDEX search_by_word SET (fastupdate = on)")
    while batch := list(islice(varied, BATCH)):
        with store.writing() as connection:
            write_rows(connection, tables.log, [each.log for each in batch])
            for table in batch[0].rows:
                write_rows(connection, table, [row for each in batch for row in each.rows[table]])
            if not is_sqlite:
                write_search(connection, batch)
    with store.writing() as connection:
        if is_sqlite:
            store.dialect.rebuild_words(connection)
        else:
            store.dialect.mend_search(connection)
            connection.exec_driver_sql("ANALYZE")  # as a server does by itself after a while


def write_rows(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    if connection.engine.dialect.name == "sqlite":
        connection.execute(insert(table), rows)
        return
    columns = [column.name for column in table.columns]
    copy_rows(connection, f"COPY {table.name} ({', '.join(columns)}) FROM STDIN", (
        [row.get(column) for column in columns] for row in rows
    ))  # fmt: skip


def write_search(connection: Connection, batch: Sequence[Varied]) -> None:
    rows = ((each.log["seq"], *each.search) for each in batch)
    copy_rows(connection, "COPY search (seq, vector, line) FROM STDIN", rows)


def copy_rows(connection: Connection, statement: str, rows: Any) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def positions_of(matter: Matter, place: str) -> dict[str, Any]:
    """How long the position table takes, and what is in it."""
    settings = Settings(ledger=place, named_by="--ledger")
    table = fold_ledger(matter, settings).table()
    started = time.process_time()
    seconds = median_s(lambda: fold_ledger(matter, settings).table())
    return {
        "reports_of_matter": len(table.reports),
        "positions": len(table.positions),
        "seconds": round(seconds, 3),
        "cpu_seconds_here": round((time.process_time() - started) / TIMES, 3),
    }


def median_s(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        started = time.perf_counter()
        ask()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
