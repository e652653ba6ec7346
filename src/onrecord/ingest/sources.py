"""Sources: whatever names an input (a path, a folder, an address, ``-``) to its reports and rejections."""

import itertools
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from onrecord.ingest.archives import ARCHIVES, ReadArchive
from onrecord.ingest.decode import decode_bytes
from onrecord.ingest.documents import SUFFIXES, draft_from_file, draft_from_page
from onrecord.ingest.drafts import Draft, finish_reports
from onrecord.ingest.fetch import Page, fetch_page
from onrecord.ingest.jsonl import read_jsonl, read_lines
from onrecord.ingest.options import IngestOptions
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report

Fetch = Callable[[str, IngestOptions], Page]

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_EXPECTED_TYPES = ", ".join(sorted({*SUFFIXES, *ARCHIVES}))


def read_inputs(
    sources: Iterable[str],
    *,
    options: IngestOptions,
    fetch: Fetch = fetch_page,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | Rejected]:
    """Each report that the sources hold, in their order, and a rejection for each that cannot be read.

    A source is a file of a type in `SUFFIXES` or `ARCHIVES`, a folder of these, a web address, or ``-`` for standard
    input (JSON Lines if it opens with ``{``, else one text). Nothing is kept from one report to the next.
    `fetch` gets web pages and `stdin` stands in for standard input.
    """
    for source in sources:
        if source == "-":
            yield from _read_stdin(stdin or sys.stdin.buffer, options)
        elif _SCHEME.match(source):
            yield from _finish(source, options, partial(_fetch_draft, source, options, fetch))
        else:
            yield from _read_path(Path(source), options)


def _finish(where: str, options: IngestOptions, read: Callable[[], Draft]) -> Iterator[Report | Rejected]:
    try:
        yield from finish_reports(read(), options, where)
    except InputError as error:
        yield error.rejected(where)
    except OSError as error:
        yield _unreadable(where, error)


def _fetch_draft(address: str, options: IngestOptions, fetch: Fetch) -> Draft:
    return draft_from_page(fetch(address, options))


def _read_path(path: Path, options: IngestOptions) -> Iterator[Report | Rejected]:
    suffix = _suffix(path)
    if path.is_dir():
        yield from _read_folder(path, options)
    elif not path.exists():
        yield Rejected(where=str(path), reason="not_found", detail="no such file, folder or web address")
    elif suffix in ARCHIVES:
        yield from _read_archive(path, ARCHIVES[suffix], options)
    elif suffix in SUFFIXES:
        yield from _finish(str(path), options, partial(draft_from_file, path, options))
    else:
        detail = f"unknown type: found {suffix or 'no suffix'}, expected one of {_EXPECTED_TYPES}"
        yield Rejected(where=str(path), reason="unknown_type", detail=detail)


def _read_folder(folder: Path, options: IngestOptions) -> Iterator[Report | Rejected]:
    """The files of a folder and the folders in it, by name; files of other types are told of once, at the end."""
    unknown: Counter[str] = Counter()
    read = 0
    for path in _walk(folder):
        if isinstance(path, Rejected):
            read += 1
            yield path
        elif _suffix(path) in SUFFIXES or _suffix(path) in ARCHIVES:
            read += 1
            yield from _read_path(path, options)
        else:
            unknown[_suffix(path) or "no suffix"] += 1
    if unknown:
        counts = ", ".join(f"{suffix} ({count})" for suffix, count in sorted(unknown.items()))
        detail = f"unknown type: found {counts}, expected one of {_EXPECTED_TYPES}"
        yield Rejected(where=str(folder), reason="unknown_type", detail=detail)
    elif not read:
        yield Rejected(where=str(folder), reason="empty", detail="the folder holds no file that is not hidden")


def _walk(folder: Path) -> Iterator[Path | Rejected]:
    """Hidden files are passed over, and links to folders are not followed: they may lead round in a circle."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(str(folder), error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if not entry.is_dir():
            yield entry
        elif not entry.is_symlink():
            yield from _walk(entry)


def _suffix(path: Path) -> str:
    """The suffix in lower case, with the one before it where only both tell the type: *.warc.gz*."""
    both = "".join(path.suffixes[-2:]).lower()
    return both if both in ARCHIVES else path.suffix.lower()


def _read_archive(path: Path, read: ReadArchive, options: IngestOptions) -> Iterator[Report | Rejected]:
    try:
        with path.open("rb") as stream:
            yield from read(stream, str(path), options)
    except InputError as error:
        yield error.rejected(str(path))
    except OSError as error:
        yield _unreadable(str(path), error)


def _read_stdin(stream: BinaryIO, options: IngestOptions) -> Iterator[Report | Rejected]:
    lines = read_lines(stream, max_bytes=options.max_bytes)
    first = next(lines, None)
    if first is not None and first[1].lstrip().startswith(b"{"):
        yield from read_jsonl(itertools.chain([first], lines), where="-", options=options)
    else:
        yield from _finish("-", options, partial(_draft_from_stream, first, stream, options))


def _draft_from_stream(first: tuple[int, bytes] | None, stream: BinaryIO, options: IngestOptions) -> Draft:
    """One text, of which the first line that is not blank has been read."""
    start = first[1] if first else b""
    data = start + stream.read(max(options.max_bytes - len(start), 0) + 1)
    if len(data) > options.max_bytes:
        raise InputError(
            "text is too large", reason="too_large", found="more", expected=f"at most {options.max_bytes} bytes"
        )
    return Draft(text=decode_bytes(data))


def _unreadable(where: str, error: OSError) -> Rejected:
    reason = "not_found" if isinstance(error, FileNotFoundError) else "not_readable"
    return Rejected(where=where, reason=reason, detail=error.strerror or str(error))
