import gzip
import io

import pytest

from onrecord.ingest.members import DamagedError, Member, find_record, is_gzip


def whole(member: Member, size: int = 7) -> bytes:
    return b"".join(iter(lambda: member.read(size), b""))


def test_members_are_read_one_after_another_in_small_pieces() -> None:
    first, second = gzip.compress(b"WARC/1.0 one" * 50), gzip.compress(b"WARC/1.0 two")
    stream = io.BytesIO(first + second)
    assert is_gzip(stream)
    member = Member(stream, 0, is_packed=True)
    assert whole(member) == b"WARC/1.0 one" * 50
    assert member.end() == len(first)
    assert whole(Member(stream, member.end(), is_packed=True)) == b"WARC/1.0 two"


def test_piece_is_never_larger_than_asked_for() -> None:
    member = Member(io.BytesIO(gzip.compress(bytes(10_000_000))), 0, is_packed=True)
    assert len(member.read(100)) <= 100


@pytest.mark.parametrize(("at", "reason"), [(-1, "cut_off"), (-12, "cut_off"), (15, "cut_off")])
def test_member_that_is_cut_off_is_told(at: int, reason: str) -> None:
    packed = gzip.compress(b"WARC/1.0 a record that is long enough")
    with pytest.raises(DamagedError) as caught:
        whole(Member(io.BytesIO(packed[:at]), 0, is_packed=True))
    assert caught.value.reason == reason


def test_member_that_is_altered_is_told() -> None:
    packed = bytearray(gzip.compress(b"WARC/1.0 a record that is long enough"))
    packed[-6] ^= 1  # its checksum
    with pytest.raises(DamagedError) as caught:
        whole(Member(io.BytesIO(packed), 0, is_packed=True))
    assert caught.value.reason == "damaged"


def test_next_record_is_found_behind_what_only_looks_like_one() -> None:
    member = gzip.compress(b"WARC/1.0 two")
    before = b"junk \x1f\x8b\x08 junk" + gzip.compress(b"no record") + bytes(1 << 16)
    assert find_record(io.BytesIO(before + member), 1, mark=b"WARC/", is_packed=True) == len(before)
    assert find_record(io.BytesIO(before), 1, mark=b"WARC/", is_packed=True) is None


@pytest.mark.parametrize("size", [0, (1 << 16) - 3, 1 << 16])
def test_next_record_is_found_on_the_border_of_two_blocks(size: int) -> None:
    data = bytes(size) + b"\nWARC/1.0 two"
    assert find_record(io.BytesIO(data), 0, mark=b"WARC/", is_packed=False) == size + 1


class Counted(io.BytesIO):
    """Bytes that count how many of them were read."""

    given = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.given += len(data)
        return data


def test_find_record_among_what_looks_like_members_reads_little_for_each() -> None:
    count = 20_000
    stream = Counted(b"\x1f\x8b\x08" * count)
    assert find_record(stream, 1, mark=b"WARC/", is_packed=True) is None
    assert stream.given < 2_000 * count
