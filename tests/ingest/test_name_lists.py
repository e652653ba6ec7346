"""Name lists: pasted text, CSV and workbooks become names with their places; what is no name is told with its cell."""

import subprocess
import sys

import pytest

from onrecord.ingest.name_lists import NameList, Where, read_names
from onrecord.ingest.sheets import read_sheet
from onrecord.records.errors import InputError
from onrecord.resolve.listed import split_names
from tests.ingest.workbooks import Day, make_workbook

TABLE = (
    ("Annex: states that joined the statement", None, None),
    ("No.", "State", "Signed"),
    (1, "Norway", Day(45457)),
    (2, "Korea, Republic of", Day(45460)),
    (None, None, None),
    ("Total", None, None),
)


def read(data: str | bytes, file: str = "pasted", **where: str) -> NameList:
    given = data if isinstance(data, bytes) else data.encode()
    return read_names(given, file=file, where=Where(**where), split_names=split_names)


def written(found: NameList) -> list[tuple[str, str]]:
    return [(name.place, name.written) for name in found.names]


def test_text_with_a_name_a_line_keeps_the_lines() -> None:
    found = read("Signatories:\n\n1. Norway\n2. Korea, Republic of\n")
    assert written(found) == [("line 3", "1. Norway"), ("line 4", "2. Korea, Republic of")]
    assert found.nameless == ("line 1",)


def test_text_in_a_run_is_parted_at_commas_and_at_the_last_and() -> None:
    found = read("Albania, Antigua and Barbuda,\nBosnia and Herzegovina and Chile.")
    assert [name.written for name in found.names] == [
        "Albania", "Antigua and Barbuda", "Bosnia and Herzegovina", "Chile.",
    ]  # fmt: skip
    assert found.names[2].place == "name 3"


def test_one_line_is_a_run_unless_it_is_one_name() -> None:
    assert [name.written for name in read("Fiji, Togo and Peru").names] == ["Fiji", "Togo", "Peru"]
    assert [name.written for name in read("Bonaire, Sint Eustatius and Saba").names] == [
        "Bonaire, Sint Eustatius and Saba",
    ]  # fmt: skip


def test_lines_that_end_in_commas_are_a_run() -> None:
    assert [name.written for name in read("Albania,\nTrinidad and Tobago,\nand Chile").names] == [
        "Albania", "Trinidad and Tobago", "Chile",
    ]  # fmt: skip


def test_semicolons_part_names_that_have_commas() -> None:
    found = read("Korea, Republic of; Moldova, Republic of; and Fiji")
    assert [name.written for name in found.names] == ["Korea, Republic of", "Moldova, Republic of", "Fiji"]


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("State;Date\nNorway;2024-06-14\nPeru;2024-06-17\n", "annex.csv"),
        ('"State","Date"\n"Norway","2024-06-14"\n"Peru","2024-06-17"\n', "annex.csv"),
        ("\ufeffState\tDate\nNorway\t2024-06-14\nPeru\t2024-06-17\n", "pasted"),
    ],
)
def test_table_of_any_delimiter_is_read_by_the_heads_of_its_columns(text: str, file: str) -> None:
    found = read(text, file, day_column="date")
    assert written(found) == [("A2", "Norway"), ("A3", "Peru")]
    assert [name.happened for name in found.names] == ["2024-06-14", "2024-06-17"]


def test_csv_of_one_column_needs_no_head() -> None:
    assert written(read("Norway\nKorea\n", "annex.csv")) == [("A1", "Norway"), ("A2", "Korea")]


def test_workbook_is_read_below_its_title_with_cells_and_days() -> None:
    found = read(make_workbook({"Cover": (), "Annex": TABLE}), "annex.xlsx", day_column="Signed")
    assert written(found) == [("Annex!B3", "Norway"), ("Annex!B4", "Korea, Republic of")]
    assert [name.happened for name in found.names] == ["2024-06-14", "2024-06-17"]
    assert found.nameless == ("Annex!A6",)


def test_sheet_and_column_can_be_said() -> None:
    book = make_workbook({"Notes": [("see", "Annex")], "Annex": [("Stat", "Ja"), ("Norge", "Norway")]})
    assert written(read(book, "a.xlsx", sheet="Annex", column="ja")) == [("Annex!B2", "Norway")]
    assert written(read(book, "a.xlsx", sheet="Annex", column="B"))[-1] == ("Annex!B2", "Norway")


def test_hidden_sheet_is_not_read_unless_it_is_named() -> None:
    book = make_workbook({"Old": [("State",), ("Peru",)], "New": [("State",), ("Fiji",)]}, hidden=["Old"])
    assert [name.written for name in read(book, "a.xlsx").names] == ["Fiji"]
    assert [name.written for name in read(book, "a.xlsx", sheet="Old").names] == ["Peru"]


@pytest.mark.parametrize(
    ("data", "where", "said"),
    [
        (make_workbook({"Annex": [("State",), (93,)]}), {},
         "no name at sheet Annex, row 2, column A: found the number 93"),
        (make_workbook({"Annex": [("State", "Signed"), ("Fiji", "soon")]}), {"day_column": "Signed"},
         "no day at sheet Annex, row 2, column B: found soon, expected a day as 2024-06-14"),
        (make_workbook({"A": [("Fiji",)], "B": [("Peru",)]}), {}, "several sheets; .* found A, B"),
        (make_workbook({"Annex": [("Fiji", "yes"), ("Peru", "no")]}), {},
         r"which column has the names; .* at sheet Annex of list: found A Fiji, B yes"),
        (make_workbook({"Annex": [("State", "Vote"), ("Fiji", "yes")]}), {"column": "Land"},
         "no such column at sheet Annex of list: found Land, expected A State, B Vote"),
        (make_workbook({"Annex": [("State",)]}), {"sheet": "Anex"}, "no such sheet at list: found Anex"),
        (make_workbook({"Annex": ()}), {}, "an empty workbook"),
        (b"PK\x03\x04 and nothing of a workbook", {}, "the workbook cannot be read"),
        (b" \n", {}, "an empty list"),
        (b"Fiji", {"sheet": "Annex"}, "no sheets in a text"),
        (b"Fiji", {"column": "State"}, "no columns in a text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_where(data: bytes, where: dict[str, str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(data, "list", **where)


def test_list_of_too_many_rows_is_refused() -> None:
    with pytest.raises(InputError, match="too long for a list"):
        read_sheet(b"Fiji\n" * 20_001, file="list")


def test_workbook_without_the_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(InputError, match=r"pip install 'onrecord\[xlsx\]'"):
        read(make_workbook({"Annex": TABLE}), "annex.xlsx")


def test_text_is_read_without_the_extra() -> None:
    code = "import sys; import onrecord.ingest.name_lists; assert 'python_calamine' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - this interpreter


@pytest.mark.parametrize("file", ["list.csv", "list.txt"])
def test_cell_too_long_for_a_table_is_refused(file: str) -> None:
    with pytest.raises(InputError, match="field larger"):
        read_names(b"State\tSigned\n" + b"a" * 200_000 + b"\tb\n", file=file, where=Where(), split_names=str.split)
