"""Archives: files that hold many reports, by their suffix; each is read as it comes and never whole."""

import codecs
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from onrecord.ingest.jsonl import read_jsonl, read_lines
from onrecord.ingest.mbox import read_mbox
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.warc import read_warc
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report

ReadArchive = Callable[[BinaryIO, str, IngestOptions], Iterator[Report | Rejected]]


def _read_lines_file(stream: BinaryIO, where: str, options: IngestOptions) -> Iterator[Report | Rejected]:
    start = stream.read(2)
    stream.seek(0)
    if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raise InputError("not text", reason="encoding", found="UTF-16", expected="UTF-8")
    lines = read_lines(stream, max_bytes=options.max_bytes)
    yield from read_jsonl(lines, where=where, options=options)


ARCHIVES: Mapping[str, ReadArchive] = {
    ".jsonl": _read_lines_file, ".ndjson": _read_lines_file, ".mbox": read_mbox, ".warc": read_warc,
    ".warc.gz": read_warc,
}  # fmt: skip
"""How an archive is read; `where` names the file in rejections. InputError for a file that is none of its kind."""
