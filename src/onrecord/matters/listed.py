"""Listed: the steps that a list of parties tells, each with the row that it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.matters.actors import Actors
from onrecord.records import ActTime, Party, Span
from onrecord.records.judgements import PartyName
from onrecord.records.origins import Origin
from onrecord.records.party_lists import ListRow, PartyList
from onrecord.records.positions import Actor, ListTold, Step

RULE = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGiven:
    """A list with its number in the ledger and when that came to hold it, as an ISO time in UTC."""

    number: int
    recorded: str | None = None
    list: PartyList

    @property
    def id(self) -> str:
        """What stands for a report where a step stands in a list."""
        return f"list:{self.number}"


def find_listed(given: ListGiven, actors: Actors) -> Iterator[Step]:
    """A step for each party that a list names, by the first row that does; names not resolved make none.

    Where the list names as many states as the number that is told of them, each is a member of that counted group.
    """
    group = _group_of(given.list)
    for party, rows in given.list.named.items():
        actor = actors.resolve(_party(party), {})
        if actors.follows(actor):
            yield _step(given, rows[0], actor, group)


def told_of(given: ListGiven) -> ListTold:
    """What a table tells of a list that it draws on."""
    held = given.list
    return ListTold(
        number=given.number,
        title=held.title,
        publisher=held.publisher,
        published=held.published,
        instrument=held.instrument,
        stage=held.stage,
        direction=held.direction,
        headline=held.headline,
        count=held.count,
        unresolved=held.unresolved,
    )


def _step(given: ListGiven, row: ListRow, actor: Actor, group: str | None) -> Step:
    held = given.list
    happened = row.happened or held.happened
    publisher = held.publisher or held.title
    return Step(
        party=actor,
        instrument=held.instrument,
        stage=held.stage,
        direction=held.direction,
        rule=RULE,
        why=f"{held.title} lists it at {row.place}",
        report=given.id,
        given_id=f"list {given.number}",
        outlet=publisher,
        act=row.place,
        quote=row.written,
        span=Span(0, len(row.written)),
        member_of=group,
        member_key=f"group {group}" if group else None,
        time=ActTime(since=happened, until=happened, basis="stated") if happened else ActTime(),
        published=held.published,
        recorded=given.recorded,
        origin=Origin(name=publisher, basis="cited", why=f"{publisher} published the list"),
        list=given.number,
    )


def _group_of(held: PartyList) -> str | None:
    """*93 states*, where these are the 93: as many rows, all of them states."""
    are_states = all(row.party is not None and row.party.kind == "state" for row in held.rows)
    return f"{held.headline} states" if held.agrees and are_states else None


def _party(name: PartyName) -> Party:
    return Party(id="listed", kind=name.kind, name=name.name, ids=name.ids)
