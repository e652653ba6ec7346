"""Workbooks: the cells of an XLSX, ODS or XLS file, read by a program of its own within a limit of memory and time.

The library makes room for every cell up to the last one that a file names, though all but one be empty, and where the
machine has not that room the library ends the whole process. So it gets a process that may end.
"""

import io
import json
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

MOST_MEMORY = 2_000_000_000  # bytes: a sheet of a million cells takes a tenth of it
TIMEOUT_S = 120
_REFUSED = 3  # the exit code where the library says what is wrong
_TYPES = {kind.__name__: kind for kind in (date, datetime, time)}

Value = str | int | float | bool | date | datetime | time | timedelta
Rows = list[list[tuple[int, Value]]]


class WorkbookError(Exception):
    """A file that the library cannot read, with what it says; `is_too_large` where it took more than the limit."""

    def __init__(self, said: str, *, is_too_large: bool = False) -> None:
        super().__init__(said)
        self.is_too_large = is_too_large


def read_workbook(data: bytes, *, wanted: str | None, most_rows: int) -> tuple[list[str], dict[str, Rows]]:
    """The names of all sheets, and the cells, each with its column from 1, of the sheet that is wanted, else of those
    that are shown. A sheet with more than `most_rows` rows comes with one more than those.
    """
    command = [sys.executable, "-P", str(Path(__file__)), str(most_rows), *([wanted] if wanted is not None else [])]
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=TIMEOUT_S, check=False)  # noqa: S603 - us
    except subprocess.TimeoutExpired as error:
        raise WorkbookError(f"it took more than {TIMEOUT_S} s", is_too_large=True) from error
    if ran.returncode == _REFUSED:
        raise WorkbookError(ran.stdout.decode("utf-8", "replace"))
    if ran.returncode < 0 or b"MemoryError" in ran.stderr:
        raise WorkbookError(f"it took more than {MOST_MEMORY:,} bytes of memory", is_too_large=True)
    if ran.returncode:
        raise WorkbookError("the library lost its way in it")
    found = json.loads(ran.stdout)
    sheets = {
        name: [[(column, _value_of(written)) for column, written in row] for row in rows]
        for name, rows in found["sheets"].items()
    }
    return found["names"], sheets


def main(most_rows: int, wanted: str | None) -> int:
    """What the program does: the file on standard input to JSON on standard output."""
    import python_calamine as calamine

    _limit_memory()
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        visible = [
            each.name
            for each in book.sheets_metadata
            if each.visible == calamine.SheetVisibleEnum.Visible and each.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        read = [name for name in book.sheet_names if name == wanted] if wanted is not None else visible
        sheets = {name: _rows(book.get_sheet_by_name(name), most_rows) for name in read}
    except calamine.CalamineError as error:
        sys.stdout.buffer.write(str(error).encode("utf-8", "replace"))
        return _REFUSED
    sys.stdout.write(json.dumps({"names": book.sheet_names, "sheets": sheets}))
    return 0


def _rows(sheet: Any, most_rows: int) -> list[list[tuple[int, Any]]]:
    rows = sheet.to_python(skip_empty_area=False, nrows=most_rows + 1)
    return [[(at, _written(value)) for at, value in enumerate(row, 1) if value != ""] for row in rows]


def _written(value: Value) -> Any:
    if isinstance(value, timedelta):
        return {"timedelta": value.total_seconds()}
    return {type(value).__name__: value.isoformat()} if isinstance(value, date | time) else value


def _value_of(written: Any) -> Value:
    if not isinstance(written, dict):
        value: Value = written
        return value
    ((kind, told),) = written.items()
    return timedelta(seconds=told) if kind == "timedelta" else _TYPES[kind].fromisoformat(told)


def _limit_memory() -> None:
    """Where the system can: Windows cannot."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None))
