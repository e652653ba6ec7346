"""Parties: everything that a party is reported to have said and done, by matter, with who is cited for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger import ActRow, SaidRow
from onrecord.matters.actors import actor_called, actor_words
from onrecord.records.matters import Matter
from onrecord.records.positions import Actor, PositionTable
from onrecord.web.asking import AskedDesk
from onrecord.web.kept_pages import kept
from onrecord.web.rendering import render

router = APIRouter(prefix="/parties")
ACTS_SHOWN, SAID_SHOWN = 40, 30


@dataclass(kw_only=True)
class Part:
    """What is on record of a party in one matter, or in reports of none."""

    matter: Matter | None = None
    table: PositionTable | None = None
    reports: frozenset[str] = frozenset()
    done: list[ActRow] = field(default_factory=list)
    cited: list[SaidRow] = field(default_factory=list)


@router.get("/{party:path}")
@kept
def show_party(request: Request, party: str, desk: AskedDesk) -> HTMLResponse:
    """By matter, then what stands in reports of no matter; the newest acts, as many as a page takes."""
    kept = [desk.fold(matter.id) for matter in desk.matters()]
    parts = [Part(matter=each.matter, table=each.table_of(party), reports=frozenset(each.fold.pages)) for each in kept]
    actor = find_actor(party, parts)
    name = actor.key if actor.kind == "state" else actor.name
    elsewhere = Part()
    done = list(desk.ledger.acts(party=name, limit=ACTS_SHOWN))
    said = desk.ledger.said(name, limit=SAID_SHOWN)
    for row in done:
        part_of(row, parts, elsewhere).done.append(row)
    for each in said.rows:
        part_of(each, parts, elsewhere).cited.append(each)
    shown = [part for part in (*parts, elsewhere) if part.done or part.cited or (part.table and part.table.positions)]
    return render(
        request, "party.html", name=actor_words(actor), actor=actor, parts=shown, most=ACTS_SHOWN,
        is_cut=len(done) == ACTS_SHOWN or said.next is not None,
    )  # fmt: skip


def find_actor(key: str, parts: Iterable[Part]) -> Actor:
    """The party as the first matter knows it that tells of it, else as it is called."""
    for part in parts:
        if part.table and part.table.positions:
            return part.table.positions[0].party
    return actor_called(key)


def part_of(row: ActRow | SaidRow, parts: Iterable[Part], elsewhere: Part) -> Part:
    """The first matter that a report belongs to."""
    return next((part for part in parts if row.report.id in part.reports), elsewhere)
