import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Act, ActTime, Attribution, Count, Party, Reading, Report, Span
from onrecord.records.codec import (
    Record,
    decode_reading,
    decode_record,
    decode_report,
    encode_reading,
    encode_record,
    encode_report,
)
from onrecord.records.errors import RecordError
from onrecord.records.rejected import Rejected
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report
from tests.records.strategies import any_reading, any_record

KINDS = (Report, Party, Attribution, Act, Rejected)


@given(any_reading())
def test_reading_survives_the_codec(reading: Reading) -> None:
    line = encode_reading(reading)
    assert decode_reading(line) == reading
    assert b"\n" not in line


@pytest.mark.parametrize("kind", KINDS)
def test_record_survives_the_codec(kind: type[Any]) -> None:
    @given(any_record(kind))
    def survives(record: Record) -> None:
        assert decode_record(encode_record(record), kind) == record

    survives()


@given(st.text())
def test_report_keeps_any_unicode_text(text: str) -> None:
    assert decode_report(encode_report(make_report(text))).text == text


@given(st.text(), st.characters(categories=["Cs"]), st.text())
def test_lone_surrogate_is_refused(before: str, surrogate: str, after: str) -> None:
    with pytest.raises(RecordError, match="lone surrogate"):
        encode_report(Report(id="r:1", text=before + surrogate + after))


def test_reading_opens_with_its_version() -> None:
    assert encode_reading(make_reading()).startswith(b'{"onrecord":2,"report":{"id":"r:')


def test_act_time_is_written_from_and_to() -> None:
    act = make_act(time=ActTime(since="2024-06-01", until="2024-06-30", basis="publication"))
    written = json.loads(encode_record(act))
    assert written["time"] == {"from": "2024-06-01", "to": "2024-06-30", "basis": "publication", "span": None}


def test_party_ids_are_written_as_an_object_and_spans_as_pairs() -> None:
    party = make_party(ids=(("iso3", "ISR"),), mentions=(Span(0, 8),), count=Count(value=25))
    written = json.loads(encode_record(party))
    assert written["ids"] == {"iso3": "ISR"}
    assert written["mentions"] == [[0, 8]]
    assert written["count"] == {"value": 25, "bound": "exact"}


def test_absent_fields_are_written_as_null() -> None:
    written = json.loads(encode_record(make_attribution(cue=None)))
    assert written["cue"] is None
    assert written["via"] is None


def test_field_with_a_default_may_be_left_out() -> None:
    assert decode_report('{"id":"r:1","text":"It did."}') == Report(id="r:1", text="It did.")


def test_other_version_is_refused() -> None:
    with pytest.raises(RecordError, match="another version") as caught:
        decode_reading(b'{"onrecord":1}')
    assert (caught.value.found, caught.value.expected) == ("1", "2")


@pytest.mark.parametrize(
    ("old", "new", "where", "found"),
    [
        (b'"trigger":[10', b'"trigger":["10"', "acts[0].trigger[0]", "str"),
        (b'"request"', b'"beg"', "acts[0].type", "'beg'"),
        (b'"chain":[]', b'"chain":null', "acts[0].chain", "null"),
        (b'"chain":[]', b'"chains":[]', "acts[0]", None),
        (b'"confidence":1.0', b'"confidence":1.2', "acts[0].confidence", None),
    ],
)
def test_wrong_field_is_refused_with_its_place(old: bytes, new: bytes, where: str, found: str | None) -> None:
    line = encode_reading(make_reading(acts=(make_act(),)))
    assert old in line
    with pytest.raises(RecordError) as caught:
        decode_reading(line.replace(old, new))
    assert (caught.value.where, caught.value.found) == (where, found)


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"null", b'{"id":"\xff"}', b'{"id":"\\ud800","text":""}', b"{} {}"])
def test_bytes_that_are_no_record_are_refused(line: bytes) -> None:
    with pytest.raises(RecordError, match=r"no (JSON|Report)"):
        decode_report(line)


def test_value_that_json_cannot_hold_is_refused() -> None:
    with pytest.raises(RecordError, match="Act cannot be written"):
        encode_record(make_act(rule=object()))


@pytest.mark.parametrize("line", [b'{"x":' + b"[" * 100_000, b'{"onrecord": 1, "parties":' + b"[" * 100_000])
def test_json_nested_too_deeply_is_refused(line: bytes) -> None:
    with pytest.raises(RecordError, match="recursion"):
        decode_reading(line)
