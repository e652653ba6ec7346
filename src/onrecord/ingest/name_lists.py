"""Name lists: the names that a sheet, a CSV file or a pasted text lists, in their order, each with its place."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from onrecord.ingest.sheets import Cell, Sheet, column_letters, read_sheet
from onrecord.records.errors import InputError

HEADERS = frozenset({
    "state", "states", "country", "countries", "name", "names", "party", "parties", "signatory", "signatories",
    "member", "members", "member state", "member states", "state party", "states parties", "country name",
    "participant", "participants", "delegation", "delegations", "organisation", "organisations", "organization",
    "organizations", "signed by",
})  # fmt: skip
_HEAD_ROWS = 20  # titles and notes that may stand above the heads of the columns
_RUN_PARTS = 3  # "Korea, Republic of" has two parts and is one name
_MOST_SHOWN = 8
SplitNames = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGiven:
    """A name as it is written, where it stands, and the day that its row gives."""

    place: str
    written: str
    happened: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """The names of a list, and the places of what stands among them and is none: a row with no cell for a name."""

    names: tuple[NameGiven, ...]
    nameless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Which sheet holds the list, and which columns the names and the days: by their heads, or by letter."""

    sheet: str | None = None
    column: str | None = None
    day_column: str | None = None


def read_names(data: bytes, *, file: str, where: Where, split_names: SplitNames) -> NameList:
    """The names that bytes list. `split_names` parts names that stand in one run, as *Chile, Fiji and Peru*.

    InputError, with sheet, row and column, where a cell holds no name or no day, or where it is not told which column
    has the names.
    """
    sheet = read_sheet(data, file=file, sheet=where.sheet)
    if not sheet.rows:
        raise InputError("an empty list", reason="empty", where=file, expected="names")
    if sheet.is_table:
        return _from_table(sheet, file, where)
    if where.column or where.day_column:
        raise InputError("no columns in a text", where=file, expected="a table, or no --column")
    return _from_lines(sheet, split_names)


def _from_lines(sheet: Sheet, split_names: SplitNames) -> NameList:
    """A name a line, or all in a run; a line that ends in a colon is a heading."""
    lines = [row[0] for row in sheet.rows]
    heads = [cell for cell in lines if cell.text.endswith(":")]
    told = [cell for cell in lines if cell not in heads]
    if len(told) == 1 or any(_is_of_run(cell.text) for cell in told):
        run = " ".join(cell.text for cell in told)
        names = tuple(NameGiven(place=f"name {at}", written=name) for at, name in enumerate(split_names(run), 1))
    else:
        names = tuple(NameGiven(place=sheet.place(cell), written=cell.text) for cell in told)
    return NameList(names=names, nameless=tuple(sheet.place(cell) for cell in heads))


def _is_of_run(line: str) -> bool:
    parts = [part for part in re.split(r"[,;]", line) if part.strip()]
    return len(parts) >= _RUN_PARTS or line.endswith((",", ";"))


def _from_table(sheet: Sheet, file: str, where: Where) -> NameList:
    first, column = _find_column(sheet, file, where.column)
    days = _find_column(sheet, file, where.day_column)[1] if where.day_column else None
    names, nameless = [], []
    for row in sheet.rows:
        if row[0].row <= first:
            continue
        cells = {cell.column: cell for cell in row}
        if column not in cells:
            nameless.append(sheet.place(row[0]))
            continue
        names.append(
            NameGiven(
                place=sheet.place(cells[column]),
                written=_name_in(cells[column], sheet),
                happened=_day_in(cells[days], sheet) if days in cells else None,
            )
        )
    return NameList(names=tuple(names), nameless=tuple(nameless))


def _find_column(sheet: Sheet, file: str, wanted: str | None) -> tuple[int, int]:
    """The row of the heads (0 where there are none) and the column of the names, or the one that is wanted."""
    head = next(_heads(sheet, wanted), None)
    if head is not None:
        return head.row, head.column
    columns = sorted({cell.column for row in sheet.rows for cell in row})
    if wanted is not None:
        by_letter = [column for column in columns if column_letters(column) == wanted.upper()]
        if by_letter:
            return max((cell.row for cell in _heads(sheet, None)), default=0), by_letter[0]
        raise InputError("no such column", where=_where(sheet, file), found=wanted, expected=_shown(sheet))
    if len(columns) == 1:
        return 0, columns[0]
    what = "it is not told which column has the names; say so with --column"
    raise InputError(what, where=_where(sheet, file), found=_shown(sheet), expected="one of these, or its letter")


def _heads(sheet: Sheet, wanted: str | None) -> Iterator[Cell]:
    """The head of the column that is wanted, else that of names."""
    names = HEADERS if wanted is None else {wanted.strip().casefold()}
    for row in sheet.rows[:_HEAD_ROWS]:
        yield from (cell for cell in row if cell.text.casefold().rstrip(":") in names)


def _name_in(cell: Cell, sheet: Sheet) -> str:
    if not isinstance(cell.value, str):
        found = f"{'the number' if isinstance(cell.value, int | float) else 'a date or time,'} {cell.text}"
        raise InputError("no name", where=sheet.words_of_place(cell), found=found, expected="a name")
    return " ".join(cell.text.split())


def _day_in(cell: Cell, sheet: Sheet) -> str:
    """The ISO day of a cell: one that the spreadsheet holds as a day, or one written 2024-06-14."""
    value = cell.value
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    try:
        return date.fromisoformat(cell.text).isoformat()
    except ValueError as error:
        where, expected = sheet.words_of_place(cell), "a day as 2024-06-14"
        raise InputError("no day", where=where, found=cell.text, expected=expected) from error


def _where(sheet: Sheet, file: str) -> str:
    return f"sheet {sheet.name} of {file}" if sheet.name else file


def _shown(sheet: Sheet) -> str:
    """The first row with most cells, as the heads of columns: *A State, B Signed*."""
    row = max(sheet.rows[:_HEAD_ROWS], key=len)
    return ", ".join(f"{column_letters(cell.column)} {cell.text}" for cell in row[:_MOST_SHOWN])
