import gzip
from collections.abc import Iterator

import brotli
import pytest

from onrecord.ingest.unpack import unbrotli, unpack
from onrecord.records.errors import InputError

BODY = b"<p>The ministry wrote.</p>" * 9


def cut(data: bytes) -> Iterator[bytes]:
    return (data[at : at + 5] for at in range(0, len(data), 5))


@pytest.mark.parametrize(("encoding", "packed"), [("", BODY), ("Identity", BODY), (" GZIP ", gzip.compress(BODY))])
def test_body_is_unpacked_piece_by_piece(encoding: str, packed: bytes) -> None:
    assert b"".join(unpack(cut(packed), encoding, max_bytes=1000)) == BODY


def test_brotli_is_unpacked_piece_by_piece() -> None:
    assert b"".join(unbrotli(cut(brotli.compress(BODY)), 1000)) == BODY


def test_no_piece_is_larger_than_the_limit_and_one_byte() -> None:
    huge = bytes(1_000_000)
    assert len(next(unpack([gzip.compress(huge)], "gzip", max_bytes=100))) == 101
    assert len(next(unbrotli([brotli.compress(huge)], 100))) < 40_000  # what the library holds at least


@pytest.mark.parametrize("packed", [gzip.compress(BODY)[:-1], b"words"])
def test_damaged_gzip_is_refused(packed: bytes) -> None:
    with pytest.raises(InputError):
        list(unpack([packed], "gzip", max_bytes=1000))


@pytest.mark.parametrize("packed", [brotli.compress(BODY)[:-1], b"words"])
def test_damaged_brotli_is_refused(packed: bytes) -> None:
    with pytest.raises(InputError):
        list(unbrotli([packed], 1000))


def test_other_packings_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        list(unpack([b"x"], "zstd", max_bytes=1000))
    assert caught.value.reason == "content_type"
