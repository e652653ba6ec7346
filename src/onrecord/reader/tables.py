"""Tables: the tab-separated data files of the reader, one entry a line, checked as they are read."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.resources import files

from onrecord.records.errors import RecordError


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table, with the place it came from so that an error can name it."""

    file: str
    line: int
    cells: dict[str, str]

    def error(self, column: str, what: str, *, expected: str) -> RecordError:
        where = f"{self.file}:{self.line}, column {column}"
        return RecordError(what, where=where, found=repr(self.cells[column]), expected=expected)

    def one_of(self, column: str, allowed: Collection[str]) -> str:
        if self.cells[column] not in allowed:
            raise self.error(column, f"unknown {column}", expected=f"one of {', '.join(sorted(allowed))}")
        return self.cells[column]

    def words(self, column: str) -> tuple[str, ...]:
        """The words of a phrase: ``call on`` is two, with one space between."""
        words = tuple(self.cells[column].split(" "))
        if not all(words) or any(word != word.strip().lower() for word in words):
            raise self.error(column, "malformed phrase", expected="lower-case words with one space between them")
        return words


def read_rows(text: str, *, file: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table; lines that start with # and empty lines are skipped, the first other line is the header."""
    header_seen = False
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if not header_seen:
            if cells != columns:
                raise RecordError("wrong header", where=f"{file}:{number}", found=repr(cells), expected=repr(columns))
            header_seen = True
            continue
        if len(cells) != len(columns) or not all(cells):
            expected = f"{len(columns)} filled cells, '-' for none"
            where, found = f"{file}:{number}", f"{len(cells)}: {line!r}"
            raise RecordError("wrong cells", where=where, found=found, expected=expected)
        yield Row(file=file, line=number, cells=dict(zip(columns, cells, strict=True)))


def packaged_text(file: str) -> str:
    return (files("onrecord.reader") / "data" / file).read_text(encoding="utf-8")
