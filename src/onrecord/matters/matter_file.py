"""Matter file: a matter as TOML, read with errors that name the file, the key and what was expected there."""

import tomllib
from collections.abc import Mapping
from typing import Any, get_args

from onrecord.records import ActType
from onrecord.records.errors import MatterError
from onrecord.records.matters import Alias, Followed, Instrument, InstrumentKind, Matter
from onrecord.records.stances import Direction

_BACKINGS: tuple[Direction, ...] = ("for", "against", "unclear")
_MATTER_KEYS = ("id", "title", "question", "parties", "keywords", "followed", "aliases", "instruments")
_INSTRUMENT_KEYS = (
    "id", "name", "kind", "backing", "names", "targets", "bodies", "deeds", "for_words", "against_words", "for_means",
    "against_means",
)  # fmt: skip


def read_matter(text: str, *, where: str) -> Matter:
    """The matter that a TOML text holds; `where` is its place, for the errors. Raises MatterError."""
    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also a number of 5,000 digits, and brackets in brackets
        raise MatterError(
            f"no TOML: {error}", where=where, expected="a matter file as docs/matters.md shows"
        ) from error
    table = _Table(given, where)
    table.only(_MATTER_KEYS)
    return Matter(
        id=table.text("id"),
        title=table.text("title"),
        question=table.text("question"),
        instruments=tuple(_instrument(each) for each in table.tables("instruments")),
        parties=table.texts("parties"),
        aliases=_aliases(table),
        keywords=table.texts("keywords"),
        followed=_followed(table),
    )


def _followed(table: "_Table") -> Followed:
    return "listed" if table.one_of("followed", get_args(Followed), default="all") == "listed" else "all"


def _aliases(table: "_Table") -> tuple[Alias, ...]:
    inner = table.table("aliases")
    return tuple(Alias(party=name, names=inner.texts(name)) for name in inner.given)


def _instrument(table: "_Table") -> Instrument:
    table.only(_INSTRUMENT_KEYS)
    kind: InstrumentKind = table.one_of("kind", get_args(InstrumentKind))
    backing: Direction = table.one_of("backing", _BACKINGS, default="unclear" if kind == "filing" else "for")
    deeds = table.texts("deeds")
    for deed in deeds:
        if deed not in get_args(ActType):
            raise table.error("deeds", deed, f"types of act: {', '.join(get_args(ActType))}")
    return Instrument(
        id=table.text("id"), name=table.text("name"), kind=kind, backing=backing, names=table.texts("names"),
        targets=table.texts("targets"), bodies=table.texts("bodies"),
        deeds=tuple(deeds),  # type: ignore[arg-type] # checked above
        for_words=table.texts("for_words"), against_words=table.texts("against_words"),
        for_means=table.maybe_text("for_means"), against_means=table.maybe_text("against_means"),
    )  # fmt: skip


class _Table:
    """One table of a TOML file, which knows its place."""

    def __init__(self, given: Mapping[str, Any], where: str, path: str = "") -> None:
        self.given = given
        self._where = where
        self._path = path

    def error(self, key: str, found: object, expected: str) -> MatterError:
        return MatterError(
            "not a matter file", where=f"{self._where}, {self._path}{key}", found=repr(found), expected=expected
        )

    def only(self, keys: tuple[str, ...]) -> None:
        for key in self.given:
            if key not in keys:
                raise MatterError(
                    "unknown key", where=f"{self._where}, {self._path}{key}", expected=f"one of {', '.join(keys)}"
                )

    def text(self, key: str) -> str:
        value = self.given.get(key)
        if not isinstance(value, str) or not value.strip():
            found = "nothing" if value is None else value
            raise self.error(key, found, "words in quotation marks")
        return value

    def maybe_text(self, key: str) -> str | None:
        return self.text(key) if key in self.given else None

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.given.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self.error(key, value, 'a list of words, as ["one", "two"]')
        return tuple(value)

    def one_of(self, key: str, allowed: tuple[Any, ...], *, default: Any = None) -> Any:
        value = self.given.get(key, default)
        if value not in allowed:
            raise self.error(key, "nothing" if value is None else value, f"one of {', '.join(allowed)}")
        return value

    def table(self, key: str) -> "_Table":
        value = self.given.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, value, f"a table: [{key}]")
        return _Table(value, self._where, f"{self._path}{key}.")

    def tables(self, key: str) -> list["_Table"]:
        value = self.given.get(key, [])
        if not isinstance(value, list) or not value or not all(isinstance(each, dict) for each in value):
            raise self.error(key, value, f"at least one table: [[{key}]]")
        return [_Table(each, self._where, f"{self._path}{key}[{place}].") for place, each in enumerate(value)]
