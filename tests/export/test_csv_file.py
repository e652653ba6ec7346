"""CSV that a spreadsheet can open without harm, and that reads back as it was written."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.columns import Column
from onrecord.export.csv_file import csv_cell, guard_cell, write_csv
from tests.export.excerpting import NOW

COLUMNS: list[Column[Any]] = [Column("name", "text", "", lambda _: None), Column("said", "texts", "", lambda _: None)]

WORDS = st.text(st.characters(exclude_categories=["Cs"]))  # no half characters: no report holds any


def written(*rows: tuple[Any, ...], bom: bool = False) -> bytes:
    stream = io.BytesIO()
    write_csv(stream, COLUMNS, rows, bom=bom)
    return stream.getvalue()


def test_csv_begins_with_its_head_even_without_rows() -> None:
    assert written() == b"name,said\r\n"


def test_csv_has_a_mark_when_asked_for() -> None:
    assert written(bom=True) == b"\xef\xbb\xbfname,said\r\n"


def test_csv_leaves_the_stream_open_after_an_error() -> None:
    stream = io.BytesIO()
    with pytest.raises(TypeError):
        write_csv(stream, COLUMNS, [(["a", 1], None)], bom=False)
    assert not stream.closed


def test_csv_cells_of_every_kind() -> None:
    assert [csv_cell(value) for value in (7, 0.5, False, NOW)] == ["7", "0.5", "false", "2024-06-30T08:15:00Z"]


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "－1", "\u00a0=1"]
)
def test_a_cell_is_never_a_formula(words: str) -> None:
    assert csv_cell(words) == csv_cell([words]) == f"'{words}"


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, min_size=1))))
def test_csv_reads_back_as_it_was_written(rows: list[tuple[str, list[str]]]) -> None:
    text = written(*rows).decode("utf-8")
    back = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert back == [[guard_cell(name), guard_cell("; ".join(said))] for name, said in rows]
