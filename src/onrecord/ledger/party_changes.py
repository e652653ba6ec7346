"""Party changes: parties of a reading put in the place of others, as people decided. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from onrecord.ledger.keys import name_key
from onrecord.records import Act, Party
from onrecord.records.judgements import Judgement, PartyChange, PartyName


def is_named(party: Party | PartyName, name: PartyName) -> bool:
    """Whether a party is the one that a name means: by the ids of a kind that both have, else by kind and name.

    Two states of one name with other ISO codes are two.
    """
    ids, wanted = dict(party.ids), dict(name.ids)
    shared = ids.keys() & wanted.keys()
    if shared:
        return all(ids[scheme] == wanted[scheme] for scheme in shared)
    return (party.kind, name_key(party.name)) == (name.kind, name_key(name.name))


def name_of(party: Party) -> PartyName:
    """A party by what holds in every report."""
    return PartyName(kind=party.kind, name=party.name, ids=party.ids)


def rename_parties(parties: tuple[Party, ...], report_id: str, judgement: Judgement) -> tuple[Party, ...]:
    """The parties of a report, those that a person merged or parted under the name that they gave."""
    if judgement.verb == "merge_parties":
        now, *others = judgement.parties
    elif report_id in judgement.reports:
        other, now = judgement.parties
        others = [other]
    else:
        return parties
    return tuple([_renamed(party, others, now) for party in parties])


def change_parties(
    act: Act, parties: tuple[Party, ...], changes: Iterable[PartyChange]
) -> tuple[Act, tuple[Party, ...]] | None:
    """The act with other actors or recipients, and the parties with those that it brings; None where it has no such.

    A change that has been made already is no fault: a newer model may have read it so.
    """
    for change in changes:
        ids = act.actors if change.role == "actor" else act.recipients
        known = {party.id: party for party in parties}
        was = _found(ids, known, change.was)
        if change.was is not None and was is None:
            if change.now is not None and _found(ids, known, change.now) is None:
                return None
            continue
        place = ids.index(was) if was is not None else len(ids)
        left = [key for key in ids if key != was]
        if change.now is not None and _found(left, known, change.now) is None:
            parties, now = _with_party(parties, change.now)
            left.insert(place, now)
        act = replace(act, actors=tuple(left)) if change.role == "actor" else replace(act, recipients=tuple(left))
    return act, parties


def _renamed(party: Party, others: Iterable[PartyName], now: PartyName) -> Party:
    if not any(is_named(party, other) for other in others):
        return party
    return replace(party, kind=now.kind, name=now.name, ids=now.ids)


def _found(ids: Iterable[str], known: dict[str, Party], name: PartyName | None) -> str | None:
    if name is None:
        return None
    return next((key for key in ids if key in known and is_named(known[key], name)), None)


def _with_party(parties: tuple[Party, ...], name: PartyName) -> tuple[tuple[Party, ...], str]:
    """The parties and the id of one of that name among them, which is added when there is none."""
    for party in parties:
        if is_named(party, name):
            return parties, party.id
    taken = {party.id for party in parties}
    key = next(key for key in (f"j{number}" for number in count(1)) if key not in taken)
    return (*parties, Party(id=key, kind=name.kind, name=name.name, ids=name.ids)), key
