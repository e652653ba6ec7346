"""Named: the states, bodies and outlets of the tables that go by a name, without a text around it."""

from functools import cache

from onrecord.records import PartyKind
from onrecord.resolve.found import found_entry
from onrecord.resolve.spelling import fold_spelling
from onrecord.resolve.tables import Entry, ambiguous, spellings, states

Named = tuple[PartyKind, str, tuple[tuple[str, str], ...]]
_MANNERS = ("name", "government")


def find_named(name: str) -> tuple[Named, ...]:
    """Kind, name and ids of each known party that a name or an ISO 3166 alpha-3 code stands for.

    *Georgia* alone stands for none and for several: only a text can settle it, or whoever says *GEO*.

    >>> find_named("the Netherlands")
    (('state', 'Netherlands', (('iso3', 'NLD'), ('wikidata', 'Q55'))),)
    """
    bare = name.strip()
    if bare.upper() in states() and bare.isupper():
        return (name_entry(states()[bare.upper()]),)
    keys = {fold_spelling(bare), fold_spelling(bare.removeprefix("the ").removeprefix("The "))}
    if keys & {fold_spelling(listed) for listed in ambiguous()}:
        return ()
    found = {id(entry): entry for key in keys for entry in _by_spelling().get(key, ())}
    return tuple(name_entry(entry) for entry in found.values())


@cache
def _by_spelling() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for spelling in spellings():
        if spelling.manner in _MANNERS:
            key = fold_spelling(spelling.written)
            found[key] = (*found.get(key, ()), spelling.entry)
    return found


def name_entry(entry: Entry) -> Named:
    """A known party by kind, standard name and ids."""
    found = found_entry(entry, "table")
    return found.kind, found.name, found.ids
