"""Listed rows: the names of a list, each with who it is, or with the reason why that is not known."""

from collections.abc import Iterable, Mapping

from onrecord.records import PartyKind
from onrecord.records.judgements import PartyName
from onrecord.records.party_lists import ListRow
from onrecord.resolve.listed import clean_written, resolve_listed
from onrecord.resolve.named import Named

NamePlaced = tuple[str, str, str | None]


def resolve_rows(
    names: Iterable[NamePlaced], *, by_hand: Mapping[str, PartyName], kind: PartyKind | None = None
) -> tuple[ListRow, ...]:
    """A row for each name with its place and, where its row tells it, its day.

    `by_hand` are the parties that a person means by names of the list. With a `kind`, a name that no table knows is a
    party of that kind under this name, as on a list of organisations; without one it stays unresolved.
    """
    meant = {hand_key(name): party for name, party in by_hand.items()}
    return tuple(_resolve(*name, meant, kind) for name in names)


def hand_key(name: str) -> str:
    """What two spellings of a name share that a person may give: ``3. CONGO*`` and ``Congo``."""
    return clean_written(name).casefold()


def _resolve(
    place: str, written: str, happened: str | None, meant: Mapping[str, PartyName], kind: PartyKind | None
) -> ListRow:
    if (party := meant.get(hand_key(written))) is not None:
        return ListRow(place=place, written=written, party=party, by_hand=True, happened=happened)
    found = resolve_listed(written)
    if found.party is not None:
        return ListRow(place=place, written=written, party=_name(found.party), happened=happened)
    if found.candidates:
        candidates = tuple(_name(each) for each in found.candidates)
        return ListRow(place=place, written=written, unresolved="ambiguous", candidates=candidates, happened=happened)
    if kind is not None:
        party = PartyName(kind=kind, name=clean_written(written))
        return ListRow(place=place, written=written, party=party, happened=happened)
    return ListRow(place=place, written=written, unresolved="unknown", happened=happened)


def _name(found: Named) -> PartyName:
    kind, name, ids = found
    return PartyName(kind=kind, name=name, ids=ids)
