import io
import json

from onrecord.ingest.jsonl import read_jsonl, read_lines
from onrecord.ingest.options import IngestOptions
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report


def read(data: bytes, **limits: int) -> list[Report | Rejected]:
    options = IngestOptions(**limits)  # type: ignore[arg-type]
    lines = read_lines(io.BytesIO(data), max_bytes=options.max_bytes)
    return list(read_jsonl(lines, where="r.jsonl", options=options))


def line(text: str, **fields: str) -> bytes:
    return json.dumps({"text": text, **fields}).encode() + b"\n"


def reasons(found: list[Report | Rejected]) -> list[tuple[str, str]]:
    return [(one.where, one.reason) for one in found if isinstance(one, Rejected)]


def test_bad_lines_are_named_and_the_rest_goes_on() -> None:
    data = (
        line("One.")
        + b"{broken\n\n"
        + b'{"text": "\xff"}\n'
        + line("")
        + b'{"text": "\\ud800"}\n'
        + line("Two.", id="b")
    )
    found = read(data)
    assert [one.text for one in found if isinstance(one, Report)] == ["One.", "Two."]
    assert reasons(found) == [
        ("r.jsonl:2", "bad_json"), ("r.jsonl:4", "encoding"), ("r.jsonl:5", "empty"), ("r.jsonl:6", "bad_text"),
    ]  # fmt: skip


def test_byte_order_mark_and_missing_last_line_end_are_read() -> None:
    found = read(b"\xef\xbb\xbf" + line("One.") + line("Two.").rstrip())
    assert [one.text for one in found if isinstance(one, Report)] == ["One.", "Two."]


def test_line_over_the_limit_is_passed_over_whole() -> None:
    found = read(line("x" * 5000) + line("Two."), max_bytes=100)
    assert reasons(found) == [("r.jsonl:1", "too_large")]
    assert isinstance(found[1], Report)


def test_same_given_id_may_come_twice() -> None:
    found = read(line("One.", id="a") + line("Two.", id="a"))
    assert [one.given_id for one in found if isinstance(one, Report)] == ["a", "a"]


def test_lines_are_read_only_as_they_are_asked_for() -> None:
    stream = io.BytesIO(line("One.") * 100)
    lines = read_lines(stream, max_bytes=1000)
    next(read_jsonl(lines, where="r.jsonl", options=IngestOptions()))
    assert stream.tell() == len(line("One."))
