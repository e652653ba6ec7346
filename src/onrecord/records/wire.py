"""Wire types: what each record looks like as JSON, derived from the record so that no field can be forgotten.

Three things differ between a record and its JSON: a Python keyword may not be a field's name (`since` is written
"from"), pairs are written as an object (``("iso3", "ISR")`` is ``{"iso3": "ISR"}``), and a reading says its version.
"""

import dataclasses
from collections.abc import Callable
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from onrecord.records.acts import ActTime
from onrecord.records.readings import READING_VERSION, Reading
from onrecord.records.spans import Span

VERSION_FIELD = "onrecord"
_NAMES: dict[type, dict[str, str]] = {ActTime: {"since": "from", "until": "to"}}
_PAIRS = tuple[tuple[str, str], ...]
_BOUNDS = {"confidence": msgspec.Meta(ge=0, le=1)}
Convert = Callable[[Any], Any]
_UNIONS = (Union, UnionType)
_PLAIN = frozenset({str, int, float, bool, NoneType, Span})  # the same in a record and on the wire


@cache
def wire_type(record: type) -> type[msgspec.Struct]:
    """The JSON shape of a record type: the same fields in the same order, unknown ones refused."""
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    if record is Reading:
        fields.append((VERSION_FIELD, Literal[READING_VERSION]))
    for field, hint in record_fields(record):
        shape = _wire_hint(hint)
        if field.name in _BOUNDS:
            shape = Annotated[shape, _BOUNDS[field.name]]
        required = field.default is dataclasses.MISSING
        fields.append((field.name, shape) if required else (field.name, shape, to_wire(field.default, hint)))
    return msgspec.defstruct(
        record.__name__,
        fields,
        rename=_NAMES.get(record),
        forbid_unknown_fields=True,
        kw_only=True,
        frozen=True,
        namespace={"__doc__": record.__doc__},
    )


@cache
def record_fields(record: type) -> tuple[tuple[dataclasses.Field[Any], Any], ...]:
    """The fields of a record type, each with its type."""
    hints = get_type_hints(record)
    return tuple((field, hints[field.name]) for field in dataclasses.fields(record))


def wire_name(record: type, field: str) -> str:
    """What a field of a record is called in JSON."""
    return _NAMES.get(record, {}).get(field, field)


def to_wire(value: Any, hint: Any = None) -> Any:
    """A record, or the value of a field whose type is `hint`, as a value of its wire type."""
    if type(value) in _PLAIN:
        return value
    if type(value) is tuple:
        return dict(value) if hint == _PAIRS else tuple([to_wire(item) for item in value])
    if not dataclasses.is_dataclass(value):
        return value
    record: type = type(value)
    written = {field.name: to_wire(getattr(value, field.name), hint) for field, hint in record_fields(record)}
    if record is Reading:
        written[VERSION_FIELD] = READING_VERSION
    return wire_type(record)(**written)


def from_wire(value: Any, hint: Any) -> Any:
    """The record, or the value of a field whose type is `hint`, that a wire value stands for."""
    convert = _converter(hint)
    return value if convert is None else convert(value)


@cache
def _converter(hint: Any) -> Convert | None:
    """What makes the value of a field of a wire value, None where it is the same; looked up once a type, since a ledger
    asks for thousands of records.
    """
    if hint == _PAIRS:
        return lambda pairs: tuple(pairs.items())
    if get_origin(hint) in _UNIONS:
        return _converter_if_there(next(filter(None, map(_converter, get_args(hint))), None))
    if get_origin(hint) is tuple:
        return _converter_of_all(_converter(get_args(hint)[0]))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _converter_of_record(hint)
    return None


def _converter_if_there(convert: Convert | None) -> Convert | None:
    return None if convert is None else lambda value: None if value is None else convert(value)


def _converter_of_all(convert: Convert | None) -> Convert | None:
    return None if convert is None else lambda values: tuple([convert(value) for value in values])


def _converter_of_record(record: type) -> Convert:
    inner = [(field.name, made) for field, hint in record_fields(record) if (made := _converter(hint)) is not None]

    def convert(wire: Any) -> Any:
        values = msgspec.structs.asdict(wire)
        values.pop(VERSION_FIELD, None)
        for name, make in inner:
            values[name] = make(values[name])
        return record(**values)

    return convert


def _wire_hint(hint: Any) -> Any:
    if hint == _PAIRS:
        return dict[str, str]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return wire_type(hint)
    if get_origin(hint) in _UNIONS:
        return reduce(or_, [_wire_hint(part) for part in get_args(hint)])
    if get_origin(hint) is tuple:
        return tuple[tuple(_wire_hint(part) for part in get_args(hint))]  # type: ignore[misc]
    return hint
