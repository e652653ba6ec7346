"""Listed: who a name in a list is, without a text around it, as registers and annexes write names."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.resolve.named import Named, name_entry
from onrecord.resolve.spelling import fold_spelling
from onrecord.resolve.tables import Entry, ambiguous, spellings, states

_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,4}[.):]|\d{1,4}\s+(?=[^\W\d])|[-–—•·*▪‣o]\s+)\s*")
_MARKS = re.compile(r"(?:\s*(?:\[\w{1,3}\]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(\d{1,3}\)))+\s*$")
_BRACKET = re.compile(r"^(?P<base>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_INVERTED = re.compile(r"^(?P<base>[^,]+),\s*(?P<inside>[^,]+?\b(?:of|of the|the))$", re.IGNORECASE)
_OPEN_END = re.compile(r"\b(?:of|the)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The party that a name is; without one the `candidates` that it may be, or none where nobody known has it."""

    party: Named | None = None
    candidates: tuple[Named, ...] = ()


def resolve_listed(written: str) -> Listed:
    """The state, body or outlet that a row of a list names; a list names states by name, never by capital or people.

    *Congo* may be either of two; *Georgia* is the state, since what else it may be is in no table.

    >>> resolve_listed("12. Korea (Republic of)*").party
    ('state', 'South Korea', (('iso3', 'KOR'), ('wikidata', 'Q884')))
    >>> [name for _, name, _ in resolve_listed("Congo").candidates]
    ['Congo', 'Democratic Republic of the Congo']
    """
    bare = clean_written(written)
    if bare.isupper() and bare in states():
        return Listed(party=name_entry(states()[bare]))
    for name in _readings_of(bare):
        entries = _by_name().get(_key(name), ())
        doubtful = _doubtful(name)
        if len(doubtful) > 1:
            return Listed(candidates=doubtful)
        if len(entries) == 1:
            return Listed(party=name_entry(entries[0]))
        if entries:
            return Listed(candidates=tuple(sorted(name_entry(entry) for entry in entries)))
    return Listed()


def clean_written(written: str) -> str:
    """A name without numbering, bullets, footnote marks and full stops: ``3. Norway [a].`` is *Norway*.

    >>> clean_written("3. Norway [a]"), clean_written("• Côte d’Ivoire †")
    ('Norway', 'Côte d’Ivoire')
    """
    bare = " ".join(_NUMBERING.sub("", written).split()).rstrip(" .,;")
    return _MARKS.sub("", bare).rstrip(" .,;") or bare


def split_names(text: str) -> Iterator[str]:
    """The names of a run of words: *Albania, Bosnia and Herzegovina and Chile* are three.

    Semicolons part names where there are any, else commas; *and* does between two names that are known.
    """
    if is_known(text):
        yield text.strip()
        return
    for part in text.split(";" if ";" in text else ","):
        name = re.sub(r"^\s*(?:and|&)\s+", "", part).strip()
        if name:
            yield from _split_and(name)


def is_known(name: str) -> bool:
    found = resolve_listed(name)
    return bool(found.party or found.candidates)


def _split_and(name: str) -> Iterator[str]:
    if not is_known(name):
        for mark in re.finditer(r"\s+(?:and|&)\s+", name):
            first, last = name[: mark.start()], name[mark.end() :]
            if is_known(first) and is_known(last):
                yield from (first, last)
                return
    yield name


def _readings_of(bare: str) -> Iterator[str]:
    """The name, and how else it may be said: *Iran (Islamic Republic of)* is *Islamic Republic of Iran*.

    What stands in brackets is dropped only where it is the rest of an official name, or another name of the same state.
    """
    yield bare
    turned = _BRACKET.match(bare) or _INVERTED.match(bare)
    if turned is None:
        return
    base, inside = turned["base"].strip(), turned["inside"].strip()
    if _OPEN_END.search(inside):
        yield f"{re.sub(r' the$', '', inside, flags=re.IGNORECASE)} {base}"
        yield f"{inside} {base}"
        yield base
    elif {id(entry) for entry in _by_name().get(_key(base), ())} & {
        id(entry) for entry in _by_name().get(_key(inside), (_by_code(inside),))
    }:
        yield base


def _by_code(name: str) -> Entry | None:
    return states().get(name) if name.isupper() else None


def _doubtful(name: str) -> tuple[Named, ...]:
    """The states that a name which only a text can settle may be."""
    codes = {_key(listed): found for listed, found in ambiguous().items()}.get(_key(name), {})
    return tuple(sorted(name_entry(states()[code]) for code in codes if code in states()))


@cache
def _by_name() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[int, Entry]] = {}
    for spelling in spellings():
        if spelling.manner == "name":
            found.setdefault(_key(spelling.written), {})[id(spelling.entry)] = spelling.entry
    return {key: tuple(entries.values()) for key, entries in found.items()}


def _key(name: str) -> str:
    """A name without case, article and accents, *&* as *and*, *St.* as *Saint*."""
    plain = unicodedata.normalize("NFKD", fold_spelling(name))
    bare = "".join(char for char in plain if not unicodedata.combining(char)).replace("&", "and")
    words = ["saint" if word in ("st", "st.") else word for word in bare.split()]
    return " ".join(words[1:] if words[:1] == ["the"] else words)
