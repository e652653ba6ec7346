"""JSON Lines: a row as one object a line, the columns as its keys."""

from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

import msgspec

from onrecord.export.columns import Column, Values


def write_jsonl(stream: BinaryIO, columns: Sequence[Column[Any]], rows: Iterable[Values]) -> None:
    names = [column.name for column in columns]
    stream.writelines(msgspec.json.encode(dict(zip(names, row, strict=True))) + b"\n" for row in rows)
