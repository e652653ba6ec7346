"""Codec: the one way in which records become bytes, the same for a file, the database and the wire.

A reading is one line of JSON in UTF-8. Its only line break is the one between two readings (``\\n``), so a file of
readings is JSON Lines; split it at that byte alone, since a text may hold other line separators.
"""

import re
from functools import cache
from typing import Any, TypeVar

import msgspec

from onrecord.records.acts import Act
from onrecord.records.attributions import Attribution
from onrecord.records.errors import RecordError
from onrecord.records.explanations import Explanation
from onrecord.records.judgements import Judgement
from onrecord.records.parties import Party
from onrecord.records.party_lists import ListWithdrawal, PartyList
from onrecord.records.readings import READING_VERSION, Reading
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report
from onrecord.records.wire import VERSION_FIELD, from_wire, to_wire, wire_type

Record = Reading | Report | Party | Attribution | Act | Rejected | Explanation | Judgement | PartyList | ListWithdrawal
RecordT = TypeVar(
    "RecordT", Reading, Report, Party, Attribution, Act, Rejected, Explanation, Judgement, PartyList, ListWithdrawal
)

_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<where>.*)`)?$", re.DOTALL)
_KINDS = re.compile(r"^Expected `(?P<expected>.+)`, got `(?P<found>.+)`$")
_VALUE = re.compile(r"^Invalid enum value (?P<found>.+)$")


def encode_reading(reading: Reading) -> bytes:
    """One line of JSON, without the line break at its end. Raises RecordError for what JSON cannot hold."""
    return encode_record(reading)


def decode_reading(line: bytes | str) -> Reading:
    """The reading that a line of JSON holds; unknown fields, other versions and wrong types raise RecordError."""
    try:
        return decode_record(line, Reading)
    except RecordError:
        version = _parse(line, _Version).onrecord
        if version == READING_VERSION:
            raise
        raise RecordError(
            "reading of another version", where=VERSION_FIELD, found=str(version), expected=str(READING_VERSION)
        ) from None


def encode_report(report: Report) -> bytes:
    """A report alone, as it stands under "report" in a reading."""
    return encode_record(report)


def decode_report(line: bytes | str) -> Report:
    return decode_record(line, Report)


def encode_record(record: Record) -> bytes:
    """Any record as one line of JSON, every field written, absent ones as null."""
    try:
        return msgspec.json.encode(to_wire(record))
    except UnicodeEncodeError as error:
        found = f"the lone surrogate {error.object[error.start]!a}"
        raise RecordError("text cannot be written", found=found, expected="Unicode text") from error
    except TypeError as error:
        raise RecordError(f"{type(record).__name__} cannot be written: {error}") from error


def decode_record(line: bytes | str, kind: type[RecordT]) -> RecordT:
    """The record of one kind that a line of JSON holds. A field that is left out takes its default."""
    shape: type = kind
    record: RecordT = from_wire(_parse(line, wire_type(shape)), shape)
    return record


class _Version(msgspec.Struct):
    """The first thing to know of a line: which version of a reading it claims to be."""

    onrecord: int


@cache
def _decoder(shape: type) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(shape)


def _parse(line: bytes | str, shape: type) -> Any:
    try:
        return _decoder(shape).decode(line)
    except msgspec.ValidationError as error:
        raise _refused(str(error), shape) from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise RecordError(f"no JSON: {error}", expected=f"a {shape.__name__.strip('_')} as one line of JSON") from error


def _refused(message: str, shape: type) -> RecordError:
    """The error for JSON of another shape, with the fields that msgspec tells only in its message."""
    place = _PLACE.match(message)
    what, where = (place["what"], place["where"]) if place else (message, None)
    no_record = f"no {shape.__name__.strip('_')}"
    if kinds := _KINDS.match(what):
        return RecordError(f"{no_record}: wrong type", where=where, found=kinds["found"], expected=kinds["expected"])
    if value := _VALUE.match(what):
        allowed = "a value that docs/reading.schema.json lists"
        return RecordError(f"{no_record}: unknown value", where=where, found=value["found"], expected=allowed)
    return RecordError(f"{no_record}: {what}", where=where)
