"""Matters: where parties stand, what happened and according to whom, what changed, and who disagrees."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Response

from onrecord.answers.eves import eve_of
from onrecord.answers.timelines import timeline_of
from onrecord.export.position_rows import POSITIONS
from onrecord.export.positions_jsonld import positions_jsonld
from onrecord.matters.changes import find_changes
from onrecord.matters.origin_tree import Branch, origin_tree
from onrecord.matters.tables_kept import keep_instrument
from onrecord.records.errors import MatterError
from onrecord.records.happenings import Happening
from onrecord.records.matters import Matter
from onrecord.records.positions import Change, Contradiction, PositionTable, Silence, TimelineEntry
from onrecord.web.api.accepting import CSV, JSON, JSONLD
from onrecord.web.api.answering import AskedOf, as_csv, encode
from onrecord.web.api.asked import (
    Asked,
    AskedAsOf,
    AskedChanges,
    AskedHappenings,
    AskedPage,
    AskedPositions,
    AskedTimeline,
)
from onrecord.web.api.openapi import told
from onrecord.web.api.shapes import HappeningTold, ListRecorded, MatterTold, OriginNode
from onrecord.web.bodies import Body
from onrecord.web.desk import Desk

router = APIRouter(prefix="/matters", tags=["matters"])
MISSING = (HTTPStatus.NOT_FOUND,)


@router.get("", **told(MatterTold, "The matters of the site.", many=True))
def list_matters(asking: AskedOf, asked: Annotated[Asked, Query()]) -> Response:  # noqa: ARG001 - it refuses all
    """The matters that the site was given, in the order of their files."""
    matters = tuple(matter_told(asking.desk, matter) for matter in asking.desk.matters())
    return asking.json(lambda: matters, of=matters)


@router.get("/{matter}", **told(MatterTold, "The matter.", refusals=MISSING))
def show_matter(matter: str, asking: AskedOf, asked: Annotated[Asked, Query()]) -> Response:  # noqa: ARG001
    """The matter as its file has it, and what is wrong with the file now."""
    found = matter_told(asking.desk, asking.desk.matter(matter))
    return asking.json(lambda: found, of=found)


@router.get("/{matter}/positions", **told(PositionTable, "The position table.", forms=(CSV, JSONLD), refusals=MISSING))
def show_positions(matter: str, asking: AskedOf, asked: Annotated[AskedPositions, Query()]) -> Response:
    """Where each party stands on each instrument, by which reports and according to whom; silences; contradictions."""
    found = asking.desk.matter(matter)
    check_instrument(found, asked.instrument)

    def as_rows() -> Body:
        positions = table_of(asking.desk, found, asked).positions
        rows = (tuple([column.value(position) for column in POSITIONS]) for position in positions)
        return Body(content=as_csv(POSITIONS, rows))

    def as_linked() -> Body:
        return Body(content=positions_jsonld(table_of(asking.desk, found, asked).positions, found.id))

    makes = {JSON: lambda: Body(content=encode(table_of(asking.desk, found, asked))), CSV: as_rows, JSONLD: as_linked}
    return asking.answer(makes, of=found)


@router.get(
    "/{matter}/timeline",
    **told(TimelineEntry, "The steps, the earliest first.", many=True, paged=True, refusals=MISSING),
)
def list_timeline(matter: str, asking: AskedOf, asked: Annotated[AskedTimeline, Query()]) -> Response:
    """The steps that parties took, each once however many reports tell it."""
    found = asking.desk.matter(matter)
    check_instrument(found, asked.instrument)

    def entries() -> list[TimelineEntry]:
        fold = asking.desk.fold(matter, asked.known_on).fold
        entries = timeline_of(fold, asked.as_of, asked.party)
        return [each for each in entries if asked.instrument in (None, each.instrument)]

    return asking.json_page(entries, asked.limit, asked.offset, of=found)


@router.get(
    "/{matter}/happenings",
    **told(Happening, "The happenings, those told by most reports first.", many=True, paged=True, refusals=MISSING),
)
def list_happenings(matter: str, asking: AskedOf, asked: Annotated[AskedHappenings, Query()]) -> Response:
    """What happened: acts of several reports that are one event, with how many independent origins they have."""

    def happenings() -> list[Happening]:
        found = asking.desk.fold(matter, asked.known_on).fold.happenings(asked.as_of)
        return [each for each in found if len({told.report for told in each.told}) >= asked.told_by]

    return asking.json_page(happenings, asked.limit, asked.offset, of=asking.desk.matter(matter))


@router.get("/{matter}/happenings/{happening}", **told(HappeningTold, "The happening.", refusals=MISSING))
def show_happening(matter: str, happening: str, asking: AskedOf, asked: Annotated[AskedAsOf, Query()]) -> Response:
    """One happening, by its id or the beginning of it, with who has it from whom."""

    def found() -> HappeningTold:
        kept = asking.desk.fold(matter, asked.known_on)
        one = asking.desk.happening(kept, happening, asked.as_of)
        return HappeningTold(happening=one, tree=flat_tree(origin_tree(one)))

    return asking.json(found, of=asking.desk.matter(matter))


@router.get("/{matter}/contradictions", **told(Contradiction, "The contradictions.", many=True, refusals=MISSING))
def list_contradictions(matter: str, asking: AskedOf, asked: Annotated[AskedAsOf, Query()]) -> Response:
    """Accounts that cannot all be right, each with its reports. None is preferred."""
    found = asking.desk.matter(matter)
    return asking.json(lambda: asking.desk.fold(matter, asked.known_on).table(asked.as_of).contradictions, of=found)


@router.get("/{matter}/silences", **told(Silence, "The silences.", many=True, refusals=MISSING))
def list_silences(matter: str, asking: AskedOf, asked: Annotated[AskedAsOf, Query()]) -> Response:
    """Parties that the matter lists and of which no report tells a step. Silence is no position."""
    found = asking.desk.matter(matter)
    return asking.json(lambda: asking.desk.fold(matter, asked.known_on).table(asked.as_of).silences, of=found)


@router.get("/{matter}/changes", **told(Change, "The changes.", many=True, refusals=MISSING))
def list_changes(matter: str, asking: AskedOf, asked: Annotated[AskedChanges, Query()]) -> Response:
    """The positions that are new, moved or gone since a day: today's table against that of the day before."""
    found, eve = asking.desk.matter(matter), eve_of(asked.since)

    def changes() -> tuple[Change, ...]:
        now = asking.desk.fold(matter)
        before = asking.desk.fold(matter, eve).table() if asked.recorded else now.table(eve)
        return find_changes(before, now.table())

    return asking.json(changes, of=found)


@router.get(
    "/{matter}/lists", **told(ListRecorded, "The lists, the oldest first.", many=True, paged=True, refusals=MISSING)
)
def list_lists(matter: str, asking: AskedOf, asked: Annotated[AskedPage, Query()]) -> Response:
    """The lists of those who signed, voted or filed that people put in, also those that stand no more."""
    found = asking.desk.matter(matter)

    def lists() -> list[ListRecorded]:
        entries = asking.desk.ledger.lists(matter=found.id)
        return [
            ListRecorded(
                seq=entry.seq, recorded_at=entry.recorded_at, list=entry.list, count=entry.list.count,
                agrees=entry.list.agrees, ended_by=entry.ended_by, withdrawal=entry.withdrawal,
            )
            for entry in entries
        ]  # fmt: skip

    return asking.json_page(lists, asked.limit, asked.offset, of=found)


def matter_told(desk: Desk, matter: Matter) -> MatterTold:
    return MatterTold(matter=matter, wrong=desk.site.matters.wrong().get(matter.id))


def table_of(desk: Desk, matter: Matter, asked: AskedPositions) -> PositionTable:
    kept = desk.fold(matter.id, asked.known_on)
    table = kept.table(asked.as_of) if asked.party is None else kept.table_of(asked.party, asked.as_of)
    return table if asked.instrument is None else keep_instrument(table, asked.instrument)


def check_instrument(matter: Matter, key: str | None) -> None:
    """MatterError with the instruments that there are, where there is none of that id."""
    ids = [instrument.id for instrument in matter.instruments]
    if key is not None and key not in ids:
        raise MatterError(f"no instrument {key!r}", where=f"matter {matter.id}", expected=", ".join(ids))


def flat_tree(branches: tuple[Branch, ...], parent: int | None = None, before: int = 0) -> tuple[OriginNode, ...]:
    """The nodes of a tree, each after its parent; `before` is how many nodes stand before them."""
    nodes: list[OriginNode] = []
    for branch in branches:
        place = before + len(nodes)
        nodes.append(OriginNode(name=branch.name, parent=parent, reports=branch.reports))
        nodes.extend(flat_tree(branch.branches, place, place + 1))
    return tuple(nodes)
