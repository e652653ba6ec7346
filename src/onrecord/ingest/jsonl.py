"""JSON Lines: one report a line, read as it comes, so that a corpus of any size takes no more memory than one line."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.ingest.drafts import finish_report
from onrecord.ingest.fields import draft_from_json
from onrecord.ingest.options import IngestOptions
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report

_SKIP_BYTES = 1 << 20


def read_lines(stream: BinaryIO, *, max_bytes: int) -> Iterator[tuple[int, bytes]]:
    """Each line that is not blank with its number from 1; one over the limit comes cut one byte past it."""
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes and not line.endswith(b"\n"):
            _skip_line(stream)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def read_jsonl(
    lines: Iterable[tuple[int, bytes]], *, where: str, options: IngestOptions
) -> Iterator[Report | Rejected]:
    """A report or a rejection for each line, for instance one named ``reports.jsonl:12``."""
    for number, line in lines:
        try:
            report = _read_line(line, options)
        except InputError as error:
            yield error.rejected(f"{where}:{number}")
        else:
            yield report


def _read_line(line: bytes, options: IngestOptions) -> Report:
    if len(line) > options.max_bytes:
        limit = f"at most {options.max_bytes} bytes"
        raise InputError("line is too long", reason="too_large", found="more", expected=limit)
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"byte {line[error.start]:#04x} at {error.start}"
        raise InputError("not UTF-8", reason="encoding", found=found, expected="UTF-8") from error
    return finish_report(draft_from_json(text), options)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_SKIP_BYTES)) and not rest.endswith(b"\n"):
        pass
