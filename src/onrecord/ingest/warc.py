"""WARC: the pages in a web archive, read as they come, so that an archive of any size takes the memory of one page.

The pages are its records of type response, with status 200, and resource, of HTML, text or PDF. All else that a crawl
brings along is passed over: requests, redirects, pictures, scripts, robots.txt, pages that were seen before (revisit).
When a page was archived is never taken for the day on which it was published.
"""

import io
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from email.message import Message
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from onrecord.ingest.documents import draft_from_page
from onrecord.ingest.drafts import finish_reports
from onrecord.ingest.extras import load_extra
from onrecord.ingest.fetch import Page
from onrecord.ingest.fields import domain_of
from onrecord.ingest.members import DamagedError, Member, find_record, is_gzip
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.unpack import unbrotli, unpack
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report

_MARK = b"WARC/"
_BLOCK = 1 << 16
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"})


def read_warc(stream: BinaryIO, where: str, options: IngestOptions) -> Iterator[Report | Rejected]:
    """A report or a rejection for each page, for instance one named ``crawl.warc.gz:12 https://...``.

    Where a record is damaged, reading goes on with the next one that is whole. The stream must be able to seek.
    """
    try:
        archive = _Archive(stream, where, options)
    except InputError as error:
        yield error.rejected(where)
        return
    yield from archive.read()
    if not archive.pages:
        found = ", ".join(f"{what} ({count})" for what, count in archive.passed_over.most_common())
        detail = f"no page in the archive: found {found or 'nothing'}"
        yield Rejected(where=where, reason="empty", detail=detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What the heads of a record say of the page in it."""

    address: str
    media_type: str
    charset: str | None


class _Archive:
    """One file on its way: `number` is that of the record at hand, `pages` how many gave a report or a rejection."""

    def __init__(self, stream: BinaryIO, where: str, options: IngestOptions) -> None:
        logging.getLogger("warcio").addHandler(logging.NullHandler())  # what it warns of is told in rejections
        self._iterator = load_extra("warcio.archiveiterator", extra="warc", reads="WARC files").WARCIterator
        self._stream = stream
        self._where = where
        self._options = options
        self._is_packed = is_gzip(stream)
        self._address: str | None = None
        self.number = 0
        self.pages = 0
        self.passed_over: Counter[str] = Counter()

    def read(self) -> Iterator[Report | Rejected]:
        start: int | None = 0
        while start is not None and self._has_more(start):
            member = Member(self._stream, start, is_packed=self._is_packed)
            records = self._iterator(member)
            try:
                yield from self._read_member(records, member)
                start = member.end()
            except DamagedError as error:
                self.pages += 1
                yield error.rejected(self._place())
                damaged = start if self._is_packed else max(start, records.offset)
                start = find_record(self._stream, damaged + 1, mark=_MARK, is_packed=self._is_packed)

    def _has_more(self, start: int) -> bool:
        self._stream.seek(start)
        return bool(self._stream.read(1))

    def _read_member(self, records: Any, member: Member) -> Iterator[Report | Rejected]:
        """The pages among the records of one member, of which a packed file has one for each record."""
        while True:
            self.number, self._address = self.number + 1, None
            member.open_head()
            record = _next_record(records)
            member.close_head()
            if record is None:
                self.number -= 1
                return
            head = self._head(record)
            found = [] if head is None else list(self._read_page(record, head))
            _end_record(records, record)
            self.pages += bool(found)
            yield from found

    def _head(self, record: Any) -> _Head | None:
        """The head of a record that holds a page; what holds none is counted."""
        headers = record.http_headers or record.rec_headers
        status = record.http_headers.get_statuscode() if record.http_headers else "200"
        media_type, charset = _content_type(headers.get_header("Content-Type") or "")
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        if record.rec_type not in ("response", "resource"):
            self.passed_over[record.rec_type or "no type"] += 1
        elif status != "200":
            self.passed_over[f"status {status}"] += 1
        elif domain_of(address) is None:
            self.passed_over["no web address"] += 1  # what a crawler writes of itself: its log, its arguments
        elif media_type not in _PAGE_TYPES or urlsplit(address).path == "/robots.txt":
            self.passed_over[media_type or "no type"] += 1
        else:
            return _Head(address=address, media_type=media_type, charset=charset)
        return None

    def _read_page(self, record: Any, head: _Head) -> Iterator[Report | Rejected]:
        self._address = head.address
        try:
            body = _read_body(record, self._options.max_page_bytes)
            page = Page(url=head.address, media_type=head.media_type, charset=head.charset, body=body)
            yield from finish_reports(draft_from_page(page), self._options, self._place())
        except DamagedError:
            raise
        except InputError as error:
            yield error.rejected(self._place())

    def _place(self) -> str:
        place = f"{self._where}:{self.number}"
        return f"{place} {self._address}" if self._address else place


def _next_record(records: Any) -> Any:
    """The next record of the library's iterator, None at the end."""
    try:
        return next(records, None)
    except DamagedError:
        raise
    except Exception as error:
        # Whatever the library raises where it loses its way: an archive's bytes may be anything.
        found = f"{type(error).__name__}: {' '.join(str(error).split())[:80]}"
        raise DamagedError("no WARC record", reason="damaged", found=found, expected="a record") from error


def _end_record(records: Any, record: Any) -> None:
    """Read what is left of a record; DamagedError where the file ends in it, or where it is not as long as it says."""
    with redirect_stderr(io.StringIO()):  # the library complains there, with no place
        records.read_to_end()
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise DamagedError("file is cut off", reason="cut_off", found="its end", expected="the rest of a record")
    if records.err_count:
        raise DamagedError("record is not as long as it says", reason="damaged", expected="a new line after it")


def _content_type(value: str) -> tuple[str, str | None]:
    """Media type and charset of a Content-Type.

    >>> _content_type('text/html; charset="ISO-8859-2"')
    ('text/html', 'ISO-8859-2')
    """
    message = Message()
    message["Content-Type"] = value
    charset = message.get_param("charset")
    return value.split(";", maxsplit=1)[0].strip().lower(), charset if isinstance(charset, str) else None


def _read_body(record: Any, max_bytes: int) -> bytes:
    """The page as its server sent it, unpacked. Some crawlers unpack a page and keep the header that says otherwise."""
    too_large = InputError("page is too large", reason="too_large", found="more", expected=f"at most {max_bytes} bytes")
    if record.length is not None and record.length > max_bytes:
        raise too_large  # a chunk may be as large as the record, and the library reads one whole
    packed = _read_packed(record)
    encoding = (record.http_headers and record.http_headers.get_header("Content-Encoding")) or ""
    if packed.lstrip().startswith(b"<"):
        encoding = ""
    pieces = (packed[at : at + _BLOCK] for at in range(0, len(packed), _BLOCK))
    body = bytearray()
    is_brotli = encoding.strip().lower() == "br"
    for piece in unbrotli(pieces, max_bytes) if is_brotli else unpack(pieces, encoding, max_bytes=max_bytes):
        body += piece
        if len(body) > max_bytes:
            raise too_large
    return bytes(body)


def _read_packed(record: Any) -> bytes:
    chunks = load_extra("warcio.bufferedreaders", extra="warc", reads="WARC files")
    coding = (record.http_headers and record.http_headers.get_header("Transfer-Encoding")) or ""
    stream = record.raw_stream
    if coding.strip().lower() == "chunked":
        stream = chunks.ChunkedDataReader(stream)
    data: bytes = stream.read()
    return data
