"""Forms: what can be written, as data for the command and for the page in docs/."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from onrecord.export.columns import Column, Values
from onrecord.export.csv_file import write_csv
from onrecord.export.excerpts import Excerpt
from onrecord.export.ftm import write_ftm
from onrecord.export.jsonl_file import write_jsonl
from onrecord.export.jsonld import write_jsonld
from onrecord.export.options import ExportOptions
from onrecord.export.parquet_file import check_pyarrow, write_parquet
from onrecord.export.readings_file import write_readings

WriteRows = Callable[[BinaryIO, Sequence[Column[Any]], Iterable[Values], ExportOptions], None]
WriteReadings = Callable[[BinaryIO, Iterable[Excerpt], ExportOptions], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of file. `suffixes` are ends of names of files that ask for it.

    Forms of rows write any table; the others write readings in a shape of their own. `needs_text` where it is nothing
    without the texts of the reports, `is_whole` where it cannot hold some acts alone, `needs_file` where it cannot go
    to the standard output. `check` raises ExportError for what is missing, before anything is read.
    """

    says: str
    suffixes: tuple[str, ...]
    write_rows: WriteRows | None = None
    write_readings: WriteReadings | None = None
    needs_text: bool = False
    is_whole: bool = False
    needs_file: bool = False
    check: Callable[[], None] | None = None


FORMS: dict[str, Form] = {
    "csv": Form(
        says="Rows for a spreadsheet.",
        suffixes=(".csv",),
        write_rows=lambda stream, columns, rows, options: write_csv(stream, columns, rows, bom=options.bom),
    ),
    "jsonl": Form(
        says="Rows as JSON Lines.",
        suffixes=(".jsonl", ".ndjson"),
        write_rows=lambda stream, columns, rows, _: write_jsonl(stream, columns, rows),
    ),
    "parquet": Form(
        says="Rows with typed columns, for data frames. Needs pyarrow: `pip install 'onrecord[parquet]'`.",
        suffixes=(".parquet",),
        write_rows=lambda stream, columns, rows, _: write_parquet(stream, columns, rows),
        needs_file=True,
        check=check_pyarrow,
    ),
    "readings": Form(
        says="Whole readings as JSON Lines, which `onrecord add --readings` takes in again.",
        suffixes=(".readings.jsonl",),
        write_readings=lambda stream, excerpts, _: write_readings(stream, excerpts),
        needs_text=True,
        is_whole=True,
    ),
    "jsonld": Form(
        says="Claims and quotations of schema.org as linked data, with selectors of Web Annotation and with PROV.",
        suffixes=(".jsonld",),
        write_readings=write_jsonld,
    ),
    "ftm": Form(
        says="Entities of FollowTheMoney, a line each.",
        suffixes=(".ftm.json", ".ftm.jsonl"),
        write_readings=write_ftm,
    ),
}


def form_for(place: str) -> str | None:
    """The form that the name of a file asks for: *acts.csv*, *court.readings.jsonl*; None where it asks for none."""
    ends = [(len(end), name) for name, form in FORMS.items() for end in form.suffixes if place.lower().endswith(end)]
    return max(ends)[1] if ends else None
