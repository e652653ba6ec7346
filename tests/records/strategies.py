"""Any record at all, for property tests: made from the records' own types, so a new field is covered at once."""

from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from onrecord.records import Reading, Span

_PAIRS = tuple[tuple[str, str], ...]
_WORDS = st.sampled_from(["x1", "x2", "x3"]) | st.text(max_size=6)
_SPANS = st.builds(Span, st.integers(0, 12), st.integers(0, 12))


def any_reading() -> st.SearchStrategy[Reading]:
    return any_record(Reading)


def any_record(kind: type) -> st.SearchStrategy[Any]:
    """Records of one kind with every field drawn, none left at its default."""
    hints = get_type_hints(kind)
    drawn = {field.name: _any_value(hints[field.name]) for field in fields(kind)}
    if "confidence" in drawn:
        drawn["confidence"] = st.floats(0, 1)
    if "text" in drawn:
        drawn["text"] = st.text(min_size=8)
    return st.builds(kind, **drawn)


def _any_value(hint: Any) -> st.SearchStrategy[Any]:
    if hint == _PAIRS:
        return st.dictionaries(_WORDS, _WORDS, max_size=3).map(lambda pairs: tuple(pairs.items()))
    if hint is Span:
        return _SPANS
    if hint is str:
        return _WORDS
    if is_dataclass(hint) and isinstance(hint, type):
        return any_record(hint)
    if get_origin(hint) in (Union, UnionType):
        return st.one_of([_any_value(part) for part in get_args(hint)])
    if get_origin(hint) is tuple:
        return st.lists(_any_value(get_args(hint)[0]), max_size=3).map(tuple)
    return st.from_type(hint)
