"""Parquet: typed columns in row groups, written as they fill, by pyarrow (an extra of the package)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from onrecord.export.columns import Column, Kind, Values
from onrecord.records.errors import ExportError

ROWS_A_GROUP = 10_000


def check_pyarrow() -> None:
    """Raise ExportError, with how to get it, where pyarrow is not installed."""
    _pyarrow()


def write_parquet(stream: BinaryIO, columns: Sequence[Column[Any]], rows: Iterable[Values]) -> None:
    """Every row; no more than one row group is held at a time."""
    arrow, parquet = _pyarrow()
    schema = arrow.schema([
        arrow.field(column.name, _types(arrow)[column.kind], metadata={"says": column.says}) for column in columns
    ])  # fmt: skip
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(rows):
            cells = zip(*group, strict=True)
            arrays = [arrow.array(values, field.type) for values, field in zip(cells, schema, strict=True)]
            writer.write_batch(arrow.record_batch(arrays, schema=schema))


def _groups(rows: Iterable[Values]) -> Iterator[list[Values]]:
    waiting = iter(rows)
    while group := list(islice(waiting, ROWS_A_GROUP)):
        yield group


def _types(arrow: Any) -> dict[Kind, Any]:
    return {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "whole": arrow.int32(),
        "flag": arrow.bool_(),
        "number": arrow.float64(),
        "moment": arrow.timestamp("s", tz="UTC"),
    }


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        what = "Parquet is written by pyarrow, which is not installed; get it with: pip install 'onrecord[parquet]'"
        raise ExportError(what) from error
    return pyarrow, pyarrow.parquet
