"""CSV: UTF-8, the head first, lists joined by ``; ``, and no cell that a spreadsheet would run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import BinaryIO

from onrecord.export.columns import Named, Values

LIST_MARK = "; "
BOM = b"\xef\xbb\xbf"
# OWASP, "CSV Injection", with the wide forms that some spreadsheets take for the plain ones.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")


def write_csv(stream: BinaryIO, columns: Sequence[Named], rows: Iterable[Values], *, bom: bool) -> None:
    """The head and every row as it comes. Lines end as RFC 4180 has it, so that a lone carriage return is quoted."""
    if bom:
        stream.write(BOM)
    wrapper = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(wrapper, lineterminator="\r\n")
        writer.writerow([column.name for column in columns])
        writer.writerows([csv_cell(value) for value in row] for row in rows)
    finally:
        wrapper.detach()  # the stream is the caller's to close


def csv_cell(value: object) -> str:
    """A value as a cell.

    >>> [csv_cell(value) for value in (None, True, 0.93, ["Chad", "Peru"], "=HYPERLINK(A1)")]
    ['', 'true', '0.93', 'Chad; Peru', "'=HYPERLINK(A1)"]
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return guard_cell(LIST_MARK.join(value) if isinstance(value, list) else str(value))


def guard_cell(words: str) -> str:
    """The words, behind an apostrophe where a spreadsheet would take them for a formula; so would it after spaces."""
    return f"'{words}" if words[:1] in FORMULA_STARTS or words.lstrip()[:1] in FORMULA_STARTS else words
