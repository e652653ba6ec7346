import io

import pytest

from onrecord.ingest.mbox import read_mbox, split_mbox
from onrecord.ingest.options import IngestOptions
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report
from tests.ingest.mailed import plain

START = b"From desk@harbourtimes.example Sun Jun 30 08:00:00 2024\n"


def read(*messages: bytes, **limits: int) -> list[Report | Rejected]:
    stream = io.BytesIO(b"\n".join(START + message + b"\n" for message in messages))
    return list(read_mbox(stream, "a.mbox", IngestOptions(**limits)))  # type: ignore[arg-type]


def test_each_message_is_a_report() -> None:
    found = read(plain("Freedonia wrote."), plain("Sylvania answered."))
    assert [report.text for report in found if isinstance(report, Report)] == ["Freedonia wrote.", "Sylvania answered."]


def test_line_that_only_looks_like_a_start_does_not_cut_a_message() -> None:
    body = "It ends.\n\nFrom Monday the port is shut.\n\n>From Sunday on it was open."
    (report,) = read(plain(body))
    assert isinstance(report, Report)
    assert report.text == "It ends.\n\nFrom Monday the port is shut.\n\nFrom Sunday on it was open."


def test_bad_message_is_told_by_its_number_and_the_rest_is_read() -> None:
    found = read(plain("One."), b"no message", plain("Three."), plain("x" * 1000), plain("Five."), max_bytes=700)
    assert [one.text if isinstance(one, Report) else (one.where, one.reason) for one in found] == [
        "One.", ("a.mbox:2", "bad_mail"), "Three.", ("a.mbox:4", "too_large"), "Five.",
    ]  # fmt: skip


def test_message_over_the_limit_is_never_held_whole() -> None:
    stream = io.BytesIO(START + b"x\n" * 5000)
    assert [len(data) for _, data in split_mbox(stream, max_bytes=100)] == [101]


def test_line_ends_may_be_those_of_another_system() -> None:
    stream = io.BytesIO((START + plain("One.") + b"\n\n" + START + plain("Two.")).replace(b"\n", b"\r\n"))
    assert len(list(split_mbox(stream, max_bytes=10_000))) == 2


def test_file_that_is_no_mbox_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        list(split_mbox(io.BytesIO(b"\nDear reader,\n"), max_bytes=100))
    assert caught.value.reason == "bad_mbox"
