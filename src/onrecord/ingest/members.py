"""Members: a file of records, packed or not, as streams that end where a record ends or is damaged.

A packed WARC is one gzip member after another, mostly one a record. The members are unpacked here and not by the WARC
library, which goes on in silence where one is cut off or damaged.
"""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.records.errors import InputError

_BLOCK = 1 << 16  # bytes
_GZIP = b"\x1f\x8b\x08"
MOST_HEAD = 1 << 20  # bytes of the heads of a record: the WARC library keeps a line in the memory till it ends
_PROBE = 1024  # bytes looked at to see whether a member begins with a record: what looks like one may stand anywhere


class DamagedError(InputError):
    """A file that cannot be read on from where it is: what was being read is lost, and what follows is not."""


class Member:
    """What lies from `start` on, up to the end of one gzip member, or up to the end of a file that is not packed."""

    def __init__(self, stream: BinaryIO, start: int, *, is_packed: bool) -> None:
        self.start = start
        self._stream = stream
        self._unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if is_packed else None
        self._head_left: int | None = None
        stream.seek(start)

    def open_head(self) -> None:
        """From here on `read` gives no more than what the heads of a record may take, until `close_head`."""
        self._head_left = MOST_HEAD

    def close_head(self) -> None:
        self._head_left = None

    def read(self, size: int = _BLOCK) -> bytes:
        """At most `size` bytes, none at the end; raises DamagedError where a member is damaged or cut off, and where
        the heads of a record do not end.
        """
        data = self._read(size)
        if self._head_left is not None:
            self._head_left -= len(data)
            if self._head_left < 0:
                expected = f"at most {MOST_HEAD:,} bytes (onrecord.ingest.members.MOST_HEAD)"
                raise DamagedError("heads of a record do not end", reason="damaged", found="more", expected=expected)
        return data

    def _read(self, size: int) -> bytes:
        if self._unpack is None:
            return self._stream.read(size)
        while not self._unpack.eof:
            packed = self._unpack.unconsumed_tail or self._stream.read(_BLOCK)
            if not packed:
                raise DamagedError("file is cut off", reason="cut_off", found="its end", expected="whole gzip")
            try:
                data = self._unpack.decompress(packed, size)
            except zlib.error as error:
                raise DamagedError("file is damaged", reason="damaged", found=str(error), expected="gzip") from error
            if data:
                return data
        return b""

    def tell(self) -> int:
        """Where in the file reading is; the WARC library asks."""
        return self._stream.tell()

    def end(self) -> int:
        """Where the next member starts; what is left of this one is read."""
        while self.read():
            pass
        unused = self._unpack.unused_data if self._unpack else b""
        return self._stream.tell() - len(unused)


def is_gzip(stream: BinaryIO) -> bool:
    stream.seek(0)
    return stream.read(len(_GZIP)) == _GZIP


def find_record(stream: BinaryIO, start: int, *, mark: bytes, is_packed: bool) -> int | None:
    """Where, from `start` on, the next record begins that can be read: a line, or a member, that begins with `mark`."""
    for place in _places(stream, start, _GZIP if is_packed else b"\n" + mark):
        if not is_packed:
            return place + 1
        stream.seek(place)
        unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            if unpack.decompress(stream.read(_PROBE), len(mark)) == mark:
                return place
        except zlib.error:
            continue
    return None


def _places(stream: BinaryIO, start: int, wanted: bytes) -> Iterator[int]:
    kept = b""
    while True:
        stream.seek(start)
        data = stream.read(_BLOCK)
        if not data:
            return
        window, base = kept + data, start - len(kept)
        at = window.find(wanted)
        while at >= 0:
            yield base + at
            at = window.find(wanted, at + 1)
        kept = window[-(len(wanted) - 1) :]
        start += len(data)
