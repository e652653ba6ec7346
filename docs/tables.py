"""Tables of the records' fields for the pages in docs/, made from the records so that they cannot drift."""

import dataclasses
import inspect
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from onrecord.records import Span
from onrecord.records.wire import record_fields, wire_name

_PAIRS = tuple[tuple[str, str], ...]
_WORDS = {str: "text", int: "whole number", bool: "true or false", float: "number", type(None): "null"}


def noun(record: type) -> str:
    """What a record is, and the table of its fields as they are written in JSON."""
    doc = inspect.cleandoc(record.__doc__ or "").replace("``", "`")
    rows = [_row(record, field, hint) for field, hint in record_fields(record)]
    return "\n".join([doc, "", "| field | is | when left out |", "|---|---|---|", *rows, "", ""])


def _row(record: type, field: dataclasses.Field[Any], hint: Any) -> str:
    absent = "must be there" if field.default is dataclasses.MISSING else _default(field.default)
    return f"| `{wire_name(record, field.name)}` | {_in_words(hint)} | {absent} |"


def _default(value: Any) -> str:
    if value is None:
        return "null"
    if value == ():
        return "none"
    return "all null" if dataclasses.is_dataclass(value) else f"`{value}`"


def _in_words(hint: Any) -> str:
    if hint in _WORDS:
        return _WORDS[hint]
    if hint is Span:
        return "[span](#span)"
    if hint == _PAIRS:
        return "object of text"
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(f"`{value}`" for value in get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        return " or ".join(_in_words(part) for part in get_args(hint))
    if get_origin(hint) is tuple:
        return f"list of {_in_words(get_args(hint)[0])}"
    name = hint.__name__
    return f"[{name}](#{name.lower()})"
