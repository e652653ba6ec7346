import datetime as dt
import json

import pytest

from onrecord.ingest import workbooks
from onrecord.ingest.workbooks import WorkbookError, read_workbook
from tests.ingest.workbooks import Day, edited, make_workbook

WORKBOOK = make_workbook({"Signed": [["State", "Day"], ["Chile", Day(45473)], ["Peru", 7]], "Other": [["a"]]})
SHEET = "xl/worksheets/sheet1.xml"


def test_workbook_gives_its_names_and_the_cells_of_a_sheet_with_their_types() -> None:
    names, sheets = read_workbook(WORKBOOK, wanted="Signed", most_rows=10)
    assert names == ["Signed", "Other"]
    assert sheets["Signed"][1] == [(1, "Chile"), (2, dt.date(2024, 6, 30))]
    assert sheets["Signed"][2] == [(1, "Peru"), (2, 7.0)]


@pytest.mark.parametrize("cell", [b"XFD1048576", b"A99999999999999"])
def test_cell_so_far_off_that_the_library_asks_for_gigabytes_is_refused(cell: bytes) -> None:
    """It ended the whole process: 16,384 columns by 1,048,576 rows, all but one empty."""
    far = edited(WORKBOOK, SHEET, b'<c r="A3"', b'<c r="' + cell + b'"')
    with pytest.raises(WorkbookError) as caught:
        read_workbook(far, wanted=None, most_rows=10)
    assert caught.value.is_too_large


def test_what_the_library_refuses_is_told_in_its_words() -> None:
    with pytest.raises(WorkbookError, match="Cannot detect file format"):
        read_workbook(b"PK\x03\x04 no zip", wanted=None, most_rows=10)


def test_workbook_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "TIMEOUT_S", 0)
    with pytest.raises(WorkbookError, match="took more than 0 s"):
        read_workbook(WORKBOOK, wanted=None, most_rows=10)


@pytest.mark.parametrize(
    "value",
    [
        dt.date(2024, 6, 30),
        dt.datetime.fromisoformat("2024-06-30T08:00"),
        dt.time(8, 30),
        dt.timedelta(days=1),
        "a",
        1.5,
        True,
    ],
)
def test_value_of_each_type_comes_back_from_json(value: workbooks.Value) -> None:
    assert workbooks._value_of(json.loads(json.dumps(workbooks._written(value)))) == value
