"""Parquet with typed columns, and a clear word where pyarrow is missing."""

import io
import sys
from typing import Any

import pytest

from onrecord.export import parquet_file
from onrecord.export.options import ExportOptions
from onrecord.export.parquet_file import check_pyarrow, write_parquet
from onrecord.export.tables import TABLES
from onrecord.records.errors import ExportError
from tests.export.excerpting import excerpt_of, letter

parquet = pytest.importorskip("pyarrow.parquet")


def written(name: str, count: int = 1) -> bytes:
    stream, options = io.BytesIO(), ExportOptions()
    excerpts = [excerpt_of(letter())] * count
    write_parquet(stream, TABLES[name].columns, TABLES[name].rows(excerpts, options))
    return stream.getvalue()


@pytest.mark.parametrize("name", TABLES)
def test_parquet_holds_the_rows_with_their_types(name: str) -> None:
    table = parquet.read_table(io.BytesIO(written(name)))
    rows = TABLES[name].rows([excerpt_of(letter())], ExportOptions())
    assert [tuple(row.values()) for row in table.to_pylist()] == list(rows)
    assert table.schema.field("confidence").type == "double"
    assert table.schema.field("chain").metadata[b"says"]


def test_parquet_without_rows_has_its_columns() -> None:
    table = parquet.read_table(io.BytesIO(written("acts", 0)))
    assert (table.num_rows, table.column_names[0]) == (0, "report_id")


def test_parquet_is_written_a_group_of_rows_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_file, "ROWS_A_GROUP", 4)
    meta = parquet.read_metadata(io.BytesIO(written("acts", 5)))
    assert [meta.row_group(n).num_rows for n in range(meta.num_row_groups)] == [4, 4, 2]


def test_parquet_has_the_same_bytes_each_time() -> None:
    assert written("acts", 3) == written("acts", 3)


def test_missing_pyarrow_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    blocked: Any = None
    monkeypatch.setitem(sys.modules, "pyarrow", blocked)
    with pytest.raises(ExportError, match=r"pip install 'onrecord\[parquet\]'"):
        check_pyarrow()
