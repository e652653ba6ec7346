"""Parties: everything that a party is reported to have said and done, with the matters that it is of."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Response

from onrecord.answers.kept_folds import KeptFold
from onrecord.ledger import ActRow
from onrecord.ledger.index import reach
from onrecord.ledger.keys import name_key, party_keys
from onrecord.matters.tables_kept import keep_party
from onrecord.records.errors import NotFoundError
from onrecord.web.api.answering import AskedOf
from onrecord.web.api.asked import MOST_WORDS_CHARS, AskedParty
from onrecord.web.api.openapi import told
from onrecord.web.api.shapes import PartyAct, PartyPart, PartySaid, PartyTold, PositionTold
from onrecord.web.api.telling import act_told, said_told, write_place
from onrecord.web.desk import Desk

router = APIRouter(prefix="/parties", tags=["parties"])
PartyKey = Annotated[
    str,
    Path(max_length=MOST_WORDS_CHARS, description="A name, a last name, or an id such as GBR.", examples=["Freedonia"]),
]


@router.get("/{key:path}", **told(PartyTold, "The party.", refusals=(HTTPStatus.NOT_FOUND,)))
def show_party(key: PartyKey, asking: AskedOf, asked: Annotated[AskedParty, Query()]) -> Response:
    """Where a party stands on each matter, what it is reported to have done and suffered, and what it is cited for."""
    desk = asking.desk
    return asking.json(lambda: party_told(desk, key, asked.limit), of=desk.matters())


def party_told(desk: Desk, key: str, limit: int) -> PartyTold:
    """All of a party; NotFoundError where no report names it and it stands nowhere."""
    kept = {matter.id: desk.fold(matter.id) for matter in desk.matters()}
    positions = tuple(
        PositionTold(matter=matter, position=position)
        for matter, each in kept.items()
        for position in keep_party(each.table(), key).positions
    )
    asked = key
    names = desk.ledger.parties(key)
    if not names and positions:  # a key of matters alone, such as *group 25 states*
        asked = positions[0].position.party.name
        names = desk.ledger.parties(asked)
    if not names and not positions:
        raise NotFoundError(f"no party {key!r}", expected="a name as reports have it, or an id such as GBR")
    acts = list(desk.ledger.acts(party=asked, limit=limit + 1))
    said = desk.ledger.said(asked, limit=limit)
    more_acts = write_place(acts[limit - 1].place) if len(acts) > limit else None
    return PartyTold(
        key=key,
        names=names,
        positions=positions,
        acts=tuple(
            PartyAct(parts=parts_of(row, asked), matters=matters_of(row.report.id, kept), told=act_told(row))
            for row in acts[:limit]
        ),
        said=tuple(PartySaid(matters=matters_of(row.report.id, kept), told=said_told(row)) for row in said.rows),
        more_acts=_more("acts", asked, more_acts),
        more_said=_more("attributions", asked, write_place(said.next) if said.next else None),
    )


def matters_of(report: str, kept: Mapping[str, KeptFold]) -> tuple[str, ...]:
    """The matters that a report belongs to."""
    return tuple(matter for matter, each in kept.items() if report in each.fold.pages)


def parts_of(row: ActRow, name: str) -> tuple[PartyPart, ...]:
    """Whether a party acts, or is acted towards: itself, by who acts for it, or as a member of a group."""
    parties = {party.id: party for party in row.reading.parties}
    meant = {key for key, party in parties.items() if name_key(name) in party_keys(party)}
    parts: tuple[tuple[PartyPart, tuple[str, ...]], ...] = (
        ("actor", row.act.actors), ("recipient", row.act.recipients),
    )  # fmt: skip
    return tuple(part for part, keys in parts if meant & reach(keys, parties))


def _more(noun: str, party: str, cursor: str | None) -> str | None:
    return None if cursor is None else f"/api/v1/{noun}?{urlencode({'party': party, 'cursor': cursor})}"
