"""Workbooks for tests: the few parts that an XLSX file must have, written without a library."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from onrecord.ingest.sheets import column_letters

NS = "http://schemas.openxmlformats.org"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
DAY_STYLE = 1
Rows = Sequence[Sequence[str | int | None]]


class Day(int):
    """A day as a workbook holds it: a number since 1899-12-30, shown as a date by its style."""


def make_workbook(sheets: Mapping[str, Rows], *, hidden: Sequence[str] = ()) -> bytes:
    """An XLSX file with these sheets in their order."""
    parts = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(sheets, hidden),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
            + [("styles", "styles.xml")]
        ),
        "xl/styles.xml": (
            f'{HEAD}<styleSheet xmlns="{NS}/spreadsheetml/2006/main"><cellXfs count="2">'
            '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
        ),
    }
    for number, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(rows)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def _types(count: int) -> str:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{main}.worksheet+xml"/>'
        for number in range(1, count + 1)
    )
    return (
        f'{HEAD}<Types xmlns="{NS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{main}.styles+xml"/>{sheets}</Types>'
    )


def _relations(parts: Sequence[tuple[str, str]]) -> str:
    kind = f"{NS}/officeDocument/2006/relationships"
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}/{name}" Target="{target}"/>'
        for number, (name, target) in enumerate(parts, 1)
    )
    return f'{HEAD}<Relationships xmlns="{NS}/package/2006/relationships">{each}</Relationships>'


def _book(names: Mapping[str, Rows], hidden: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{number}"{" state=" + chr(34) + "hidden" + chr(34) if name in hidden else ""} '
        f'r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    relations = f"{NS}/officeDocument/2006/relationships"
    main = f"{NS}/spreadsheetml/2006/main"
    return f'{HEAD}<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{sheets}</sheets></workbook>'


def _sheet(rows: Rows) -> str:
    written = "".join(
        f'<row r="{number}">{"".join(_cell(number, at, value) for at, value in enumerate(row, 1))}</row>'
        for number, row in enumerate(rows, 1)
    )
    main = f"{NS}/spreadsheetml/2006/main"
    return f'{HEAD}<worksheet xmlns="{main}"><sheetData>{written}</sheetData></worksheet>'


def _cell(row: int, column: int, value: str | int | None) -> str:
    at = f"{column_letters(column)}{row}"
    if value is None:
        return ""
    if isinstance(value, int):
        style = f' s="{DAY_STYLE}"' if isinstance(value, Day) else ""
        return f'<c r="{at}"{style}><v>{value}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def edited(workbook: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with other bytes in one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in given.namelist():
            content = given.read(name)
            archive.writestr(name, content.replace(old, new) if name == part else content)
    return made.getvalue()
