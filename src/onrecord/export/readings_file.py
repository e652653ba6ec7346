"""Readings: whole readings by their one codec, a line each, so that another ledger can take them in again."""

from collections.abc import Iterable
from typing import BinaryIO

from onrecord.export.excerpts import Excerpt
from onrecord.records.codec import encode_reading


def write_readings(stream: BinaryIO, excerpts: Iterable[Excerpt]) -> None:
    stream.writelines(encode_reading(excerpt.reading) + b"\n" for excerpt in excerpts)
