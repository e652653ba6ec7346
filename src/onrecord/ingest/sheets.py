"""Sheets: the cells of a spreadsheet, a CSV file or plain lines, each with the place at which a person finds it."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ingest.decode import decode_bytes
from onrecord.ingest.extras import load_extra
from onrecord.ingest.workbooks import Value, WorkbookError, read_workbook
from onrecord.records.errors import InputError

MOST_ROWS = 20_000
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # XLSX and ODS are ZIP files, XLS a compound file
_DELIMITERS = ",;\t|"
_LETTERS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that is not empty: its row and column, both from 1, and what it holds."""

    row: int
    column: int
    value: Value

    @property
    def text(self) -> str:
        if isinstance(self.value, float) and self.value.is_integer():  # a workbook holds 93 as 93.0
            return str(int(self.value))
        return str(self.value).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The cells of one sheet by rows, from the top; `name` is None outside a workbook.

    `is_table` says whether it has columns; a text without them has one name a line, or all in a run.
    """

    name: str | None
    rows: tuple[tuple[Cell, ...], ...]
    is_table: bool = True

    def place(self, cell: Cell) -> str:
        """Where a cell is, as spreadsheets call it: ``Signatories!B12``; *line 12* of a plain text."""
        if not self.is_table:
            return f"line {cell.row}"
        at = f"{column_letters(cell.column)}{cell.row}"
        return f"{self.name}!{at}" if self.name else at

    def words_of_place(self, cell: Cell) -> str:
        """The same for a message: *sheet Signatories, row 12, column B*."""
        if not self.is_table:
            return f"line {cell.row}"
        at = f"row {cell.row}, column {column_letters(cell.column)}"
        return f"sheet {self.name}, {at}" if self.name else at


def read_sheet(data: bytes, *, file: str, sheet: str | None = None) -> Sheet:
    """The sheet of a file: of a workbook the one of that name, else the only one that holds anything.

    InputError where the file is none of these, is damaged, or has no such sheet or more than one.
    """
    if data.startswith(_WORKBOOKS):
        return _read_workbook(data, file, sheet)
    if sheet is not None:
        raise InputError("no sheets in a text", where=file, found="a text", expected="a workbook, or no --sheet")
    text = decode_bytes(data)
    try:
        delimiter = _find_delimiter(text, is_csv=file.lower().endswith((".csv", ".tsv")))
        if delimiter is None:
            return Sheet(name=None, rows=_cells([[line] for line in text.splitlines()], file), is_table=False)
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise InputError(f"no CSV: {error}", where=file) from error
    return Sheet(name=None, rows=_cells(found, file))


def column_letters(column: int) -> str:
    """What a spreadsheet calls a column: B for 2, AA for 27.

    >>> column_letters(2), column_letters(27)
    ('B', 'AA')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _read_workbook(data: bytes, file: str, wanted: str | None) -> Sheet:
    load_extra("python_calamine", extra="xlsx", reads="workbooks")
    try:
        names, found = read_workbook(data, wanted=wanted, most_rows=MOST_ROWS)
    except WorkbookError as error:
        reason = "too_large" if error.is_too_large else "unreadable"
        raise InputError(f"the workbook cannot be read: {error}", reason=reason, where=file) from error
    if wanted is not None and wanted not in found:
        raise InputError("no such sheet", where=file, found=wanted, expected=" or ".join(names))
    sheets = {name: _numbered(rows, file) for name, rows in found.items()}
    filled = {name: rows for name, rows in sheets.items() if rows}
    if len(filled) == 1:
        ((name, rows),) = filled.items()
        return Sheet(name=name, rows=rows)
    if not filled:
        raise InputError("an empty workbook", reason="empty", where=file, expected="a sheet with names")
    several = ", ".join(filled)
    raise InputError("several sheets; say which with --sheet", where=file, found=several, expected="one of these")


def _cells(rows: list[list[str]], file: str) -> tuple[tuple[Cell, ...], ...]:
    """The cells of rows of words."""
    return _numbered([list(enumerate(values, 1)) for values in rows], file)


def _numbered(rows: Sequence[Sequence[tuple[int, Value]]], file: str) -> tuple[tuple[Cell, ...], ...]:
    """The rows that hold anything."""
    if len(rows) > MOST_ROWS:
        limit = f"at most {MOST_ROWS} rows"
        raise InputError("too long for a list of parties", reason="too_large", where=file, expected=limit)
    found = (
        tuple(
            Cell(row=row, column=column, value=value)
            for column, value in values
            if not (isinstance(value, str) and not value.strip())
        )
        for row, values in enumerate(rows, 1)
    )
    return tuple(cells for cells in found if cells)


def _find_delimiter(text: str, *, is_csv: bool) -> str | None:
    """The mark that cuts most rows into as many cells each; None for a text that no mark cuts so.

    Outside a file that calls itself CSV, commas and semicolons are those of a sentence.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    best: tuple[int, str] | None = None
    for mark in _DELIMITERS if is_csv else "\t|":
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=mark) if len(row) > 1)
        if widths and (best is None or max(widths.values()) > best[0]):
            best = (max(widths.values()), mark)
    if best is not None and 2 * best[0] >= len(lines):
        return best[1]
    return "," if is_csv else None
