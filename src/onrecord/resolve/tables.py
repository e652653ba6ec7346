"""The tables of names: states, bodies, outlets and nouns, read once from the package's own files."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from onrecord.records import PartyKind

Manner = Literal["name", "demonym", "capital", "government"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One known party: Israel (state), the International Criminal Court (court), a news agency (outlet).

    `state` is the alpha-3 code of the state itself, or of the state for which a body acts. `nouns` are the
    words that may stand for it later in a text: *the bloc*, *the agency*. A `strict` outlet has a name that
    is also a common word (*The Sun*) and wants its capital article.
    """

    kind: PartyKind
    name: str
    wikidata: str | None = None
    state: str | None = None
    nouns: tuple[str, ...] = ()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which an entry is written; `manner` says how a word names a state."""

    written: str
    entry: Entry
    manner: Manner = "name"


def _rows(name: str) -> list[dict[str, str]]:
    lines = files("onrecord.resolve").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line]


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


@cache
def states() -> dict[str, Entry]:
    """All states by alpha-3 code: those of ISO 3166-1, and Kosovo under its user-assigned XKX."""
    return {
        row["alpha_3"]: Entry("state", row["name"], row["wikidata"] or None, row["alpha_3"])
        for row in _rows("states.tsv")
    }


@cache
def spellings() -> tuple[Spelling, ...]:
    """Every listed spelling of every known party."""
    return tuple(_state_spellings()) + tuple(_body_spellings()) + tuple(_outlet_spellings())


def _state_spellings() -> list[Spelling]:
    columns: tuple[tuple[str, Manner], ...] = (
        ("name", "name"), ("other_names", "name"), ("demonyms", "demonym"), ("capitals", "capital"),
        ("government", "government"),
    )  # fmt: skip
    return [
        Spelling(written, states()[row["alpha_3"]], manner)
        for row in _rows("states.tsv")
        for column, manner in columns
        for written in _cells(row[column])
    ]


def _body_spellings() -> list[Spelling]:
    found = []
    for row in _rows("bodies.tsv"):
        kind: PartyKind = "court" if row["kind"] == "court" else "organisation"
        nouns = _cells(row["nouns"])
        entry = Entry(kind, row["name"], row["wikidata"] or None, row["state"] or None, nouns)
        found += [Spelling(written, entry) for written in (row["name"], *_cells(row["aliases"]))]
    return found


def _outlet_spellings() -> list[Spelling]:
    found = []
    for row in _rows("outlets.tsv"):
        entry = Entry("outlet", row["name"], nouns=(row["noun"],), strict=row["strict"] == "yes")
        found += [Spelling(written, entry) for written in (row["name"], *_cells(row["aliases"]))]
    return found


@cache
def ambiguous() -> dict[str, dict[str, tuple[str, ...]]]:
    """Names that only the text can settle: *Georgia* to its candidates, each with words that speak for it."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in _rows("ambiguous.tsv"):
        found.setdefault(row["name"], {})[row["candidate"]] = _cells(row["evidence"])
    return found


@cache
def given_names() -> dict[str, str]:
    """Given names that are told of men (m) or of women (f) wherever they are borne; others are not listed."""
    return {name: row["gender"] for row in _rows("given_names.tsv") for name in _cells(row["names"])}


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Common nouns of actors by lemma: *minister* is an office, *ministry* an organ, *country* a state."""
    found: dict[str, set[str]] = {}
    for row in _rows("nouns.tsv"):
        found.setdefault(row["noun"], set()).add(row["class"])
    return {noun: frozenset(classes) for noun, classes in found.items()}
