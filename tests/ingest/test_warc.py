import gzip
import io
import sys
import tracemalloc
from collections.abc import Callable

import brotli
import pytest

from onrecord.ingest.options import IngestOptions
from onrecord.ingest.warc import read_warc
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report
from tests.ingest.archived import PAGE, answer, packed, page, record
from tests.ingest.printed import column, pdf

ONE, TWO, THREE = (page(f"Freedonia wrote to state {n}.", f"https://h.example/{n}") for n in (1, 2, 3))
TEXTS = [f"Freedonia wrote to state {n}." for n in (1, 2, 3)]


PLAIN = "Content-Type: text/plain\r\n"


def read(data: bytes, **limits: int) -> list[Report | Rejected]:
    return list(read_warc(io.BytesIO(data), "a.warc", IngestOptions(**limits)))  # type: ignore[arg-type]


def told(found: list[Report | Rejected]) -> list[str | tuple[str, str]]:
    return [one.text if isinstance(one, Report) else (one.where, one.reason) for one in found]


def of_body(body: bytes, more: str) -> list[Report | Rejected]:
    return read(record(answer(body, more=more)))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(ONE + TWO + THREE, id="plain"),
        pytest.param(packed([ONE, TWO, THREE]), id="packed by record"),
        pytest.param(gzip.compress(ONE + TWO + THREE), id="packed as one"),
    ],
)
def test_each_page_is_a_report_with_the_address_that_it_stood_at(data: bytes) -> None:
    found = read(data)
    assert told(found) == TEXTS
    assert [one.url for one in found if isinstance(one, Report)] == [f"https://h.example/{n}" for n in (1, 2, 3)]


def test_day_of_archiving_is_not_the_day_of_publication() -> None:
    (report,) = read(ONE)
    assert isinstance(report, Report)
    assert (report.published, report.published_basis) == (None, "none")


def test_what_is_no_page_is_passed_over() -> None:
    others = [
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(b"software: x\r\n", kind="warcinfo"),
        record(b"--quiet", kind="resource", address="metadata://crawler/arguments.txt", more=PLAIN),
        record(answer(b"\x89PNG", kind="image/png")),
        record(answer(b"User-agent: *", kind="text/plain"), address="https://h.example/robots.txt"),
        record(answer(b"", status="302 Found", more="Location: /b\r\n")),
    ]
    assert told(read(packed([*others, ONE]))) == TEXTS[:1]
    (alone,) = read(packed(others))
    assert isinstance(alone, Rejected)
    assert alone.reason == "empty"
    assert "image/png (1)" in alone.detail
    assert "status 302 (1)" in alone.detail


def test_resource_without_http_is_read() -> None:
    block = PAGE.format("Freedonia wrote.").encode()
    assert told(read(record(block, kind="resource", more="Content-Type: text/html\r\n"))) == ["Freedonia wrote."]


def test_page_that_cannot_be_read_is_told_with_number_and_address() -> None:
    empty = record(answer(b"<html><body></body></html>"), address="https://h.example/b")
    assert told(read(ONE + empty + THREE)) == [TEXTS[0], ("a.warc:2 https://h.example/b", "no_article"), TEXTS[2]]


@pytest.mark.parametrize("bytes_kept", [30, 200, len(THREE) - 30])
@pytest.mark.parametrize("is_packed", [True, False])
def test_archive_that_is_cut_off_keeps_what_was_whole_and_says_so(is_packed: bool, bytes_kept: int) -> None:
    start = packed([ONE, TWO]) if is_packed else ONE + TWO
    last = gzip.compress(THREE, compresslevel=0) if is_packed else THREE
    found = read(start + last[:bytes_kept])
    assert told(found)[:2] == TEXTS[:2]
    assert [(one.where[:8], one.reason) for one in found if isinstance(one, Rejected)] in (
        [("a.warc:3", "cut_off")], [("a.warc:3", "damaged")],
    )  # fmt: skip


@pytest.mark.parametrize("is_packed", [True, False])
def test_reading_goes_on_behind_a_damaged_record(is_packed: bool) -> None:
    bad = TWO.replace(b"WARC/1.0", b"junk")
    data = packed([ONE, bad, THREE]) if is_packed else ONE + bad + THREE
    assert told(read(data)) == [TEXTS[0], ("a.warc:2", "damaged"), TEXTS[2]]


def test_reading_goes_on_behind_damaged_gzip() -> None:
    middle = bytearray(gzip.compress(TWO))
    middle[40:60] = bytes(20)
    found = read(gzip.compress(ONE) + bytes(middle) + gzip.compress(THREE))
    assert told(found) == [TEXTS[0], ("a.warc:2 https://h.example/2", "damaged"), TEXTS[2]] or told(found) == [
        TEXTS[0], ("a.warc:2", "damaged"), TEXTS[2],
    ]  # fmt: skip


def test_record_of_another_length_than_it_says_is_damaged(capsys: pytest.CaptureFixture[str]) -> None:
    bad = TWO.replace(b"Content-Length: ", b"Content-Length: 1", 1)
    assert told(read(packed([ONE, bad, THREE]))) == [TEXTS[0], ("a.warc:2 https://h.example/2", "cut_off"), TEXTS[2]]
    assert capsys.readouterr().err == ""


def test_pdf_in_an_archive_is_read_and_its_gaps_are_told() -> None:
    body = pdf(column(["The ministry wrote."]), [], picture=True)
    found = read(record(answer(body, kind="application/pdf"), address="https://h.example/a.pdf"))
    assert told(found) == ["The ministry wrote.", ("a.warc:1 https://h.example/a.pdf:2", "no_text")]


def test_packed_and_chunked_pages_are_unpacked() -> None:
    body = PAGE.format("Freedonia wrote.").encode()
    squeezed = gzip.compress(body)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(squeezed), squeezed)
    assert told(of_body(chunked, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")) == ["Freedonia wrote."]
    assert told(of_body(brotli.compress(body), "Content-Encoding: br\r\n")) == ["Freedonia wrote."]
    assert told(of_body(body, "Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n")) == ["Freedonia wrote."]


def test_small_record_that_holds_a_huge_page_is_refused() -> None:
    for encoding, body in (("gzip", gzip.compress(bytes(5_000_000))), ("br", brotli.compress(bytes(5_000_000)))):
        found = read(record(answer(body, more=f"Content-Encoding: {encoding}\r\n")), max_page_bytes=100_000)
        assert [one.reason for one in found if isinstance(one, Rejected)] == ["too_large"]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "empty"), (b"words", "damaged"), (packed([b"words\r\n\r\n"]), "damaged")]
)
def test_what_is_no_archive_is_told(data: bytes, reason: str) -> None:
    (rejected,) = read(data)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == reason


def test_missing_library_is_named_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (rejected,) = read(ONE)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "needs_extra"
    assert "pip install 'onrecord[warc]'" in rejected.detail


def test_memory_does_not_grow_with_the_archive() -> None:
    picture = gzip.compress(record(answer(bytes(3_000_000), kind="image/png")))
    stream = io.BytesIO(b"".join([gzip.compress(ONE), picture * 20, gzip.compress(TWO)]))
    list(read_warc(io.BytesIO(packed([ONE])), "a.warc", IngestOptions()))  # libraries are loaded
    tracemalloc.start()
    try:
        found = list(read_warc(stream, "a.warc", IngestOptions()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert told(found) == TEXTS[:2]
    assert peak < 2_000_000


@pytest.mark.parametrize("head", [b"A" * 3_000_000, b"A: b\r\n" * 500_000])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_record_whose_heads_do_not_end_is_told_and_the_next_is_read(
    head: bytes, pack: Callable[[bytes], bytes]
) -> None:
    """The library keeps a line in the memory until it ends, and copies it for each block."""
    archive = pack(b"WARC/1.0\r\n" + head + b"\r\n\r\n") + pack(page("The port is shut. " * 20))
    damaged, read = read_warc(io.BytesIO(archive), "crawl.warc", IngestOptions())
    assert isinstance(damaged, Rejected)
    assert "heads of a record do not end" in damaged.detail
    assert isinstance(read, Report)
