"""Unpacking: the body of an answer as its server packed it, piece by piece and within a limit."""

import zlib
from collections.abc import Callable, Iterable, Iterator

from onrecord.ingest.extras import load_extra
from onrecord.records.errors import InputError

_PLAIN = ("", "identity")
_GZIP = ("gzip", "x-gzip")


def unpack(pieces: Iterable[bytes], encoding: str, *, max_bytes: int) -> Iterator[bytes]:
    """The body piece by piece, none larger than the limit and one byte: a small packet may hold gigabytes.

    `encoding` is the value of Content-Encoding.
    """
    encoding = encoding.strip().lower()
    if encoding in _PLAIN:
        yield from pieces
    elif encoding in _GZIP:
        yield from _ungzip(pieces, max_bytes + 1)
    else:
        raise InputError("page is packed", reason="content_type", found=encoding, expected="gzip or none")


def _ungzip(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    yield from _unpacked(pieces, lambda packed: unpacking.decompress(packed, most), zlib.error)
    if not unpacking.eof:
        raise InputError("page is damaged", reason="network", found="the end is missing", expected="whole gzip")


def unbrotli(pieces: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """As `unpack`, for what a browser asked for that filled an archive, and which needs an extra."""
    brotli = load_extra("brotli", extra="warc", reads="pages packed with Brotli")
    unpacking = brotli.Decompressor()
    yield from _unpacked(
        pieces, lambda packed: unpacking.process(packed, output_buffer_limit=max_bytes + 1), brotli.error
    )
    if not unpacking.is_finished():
        raise InputError("page is damaged", reason="network", found="the end is missing", expected="whole Brotli")


def _unpacked(
    pieces: Iterable[bytes], process: Callable[[bytes], bytes], error_type: type[Exception]
) -> Iterator[bytes]:
    try:
        for packed in pieces:
            yield process(packed)
    except error_type as error:
        raise InputError("page is damaged", reason="network", found=str(error), expected="a packed page") from error
