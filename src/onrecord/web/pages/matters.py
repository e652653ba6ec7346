"""Matters: where parties stand, what happened when, what accounts say otherwise, and who has it from whom."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.answers.eves import eve_of
from onrecord.answers.kept_folds import KeptFold
from onrecord.answers.timelines import timeline_of
from onrecord.matters.changes import find_changes
from onrecord.matters.origin_tree import origin_tree
from onrecord.records import Report
from onrecord.web.asking import AskedDesk, AsOf, KnownOn, Since
from onrecord.web.graph import draw_graph
from onrecord.web.kept_pages import kept
from onrecord.web.matter_rows import find_days, party_rows
from onrecord.web.rendering import render
from onrecord.web.tiles import map_tiles

router = APIRouter(prefix="/matters")
ROWS_SHOWN, ENTRIES_SHOWN, HAPPENINGS_SHOWN, MAPS_SHOWN = 250, 200, 100, 6
From = Annotated[int, Query(alias="from", ge=0, description="How many to leave out at the beginning.")]


@router.get("/{matter}")
@kept
def show_matter(
    request: Request, matter: str, desk: AskedDesk, as_of: AsOf, known_on: KnownOn, start: From = 0
) -> HTMLResponse:
    kept = desk.fold(matter, known_on)
    table = kept.table(as_of)
    rows = party_rows(table)
    return _render(
        request, "matter.html", kept, as_of, known_on, tab="positions", table=table,
        groups=[each for each in table.positions if each.party.kind == "group"],
        **_portion("rows", rows, start, ROWS_SHOWN),
    )  # fmt: skip


@router.get("/{matter}/map")
@kept
def show_map(
    request: Request, matter: str, desk: AskedDesk, as_of: AsOf, known_on: KnownOn, instrument: str | None = None
) -> HTMLResponse:
    """A map an instrument; of many instruments, one at a time."""
    kept = desk.fold(matter, known_on)
    table, instruments = kept.table(as_of), kept.matter.instruments
    chosen = [each for each in instruments if each.id == instrument] or list(instruments[:MAPS_SHOWN])
    maps = [(each, map_tiles(p for p in table.positions if p.instrument == each.id)) for each in chosen]
    return _render(request, "map.html", kept, as_of, known_on, tab="map", table=table, maps=maps)


@router.get("/{matter}/timeline")
@kept
def show_timeline(
    request: Request, matter: str, desk: AskedDesk, as_of: AsOf, known_on: KnownOn, start: From = 0
) -> HTMLResponse:
    kept = desk.fold(matter, known_on)
    entries = timeline_of(kept.fold, as_of)
    return _render(
        request, "timeline.html", kept, as_of, known_on, tab="timeline", table=kept.table(as_of),
        **_portion("entries", entries, start, ENTRIES_SHOWN),
    )  # fmt: skip


@router.get("/{matter}/happenings")
@kept
def show_happenings(
    request: Request, matter: str, desk: AskedDesk, as_of: AsOf, known_on: KnownOn, start: From = 0
) -> HTMLResponse:
    """The happenings that most reports tell come first."""
    kept = desk.fold(matter, known_on)
    found = sorted(kept.fold.happenings(as_of), key=lambda each: (-len({told.report for told in each.told}), each.id))
    return _render(
        request, "happenings.html", kept, as_of, known_on, tab="happenings", table=kept.table(as_of),
        **_portion("happenings", found, start, HAPPENINGS_SHOWN),
    )  # fmt: skip


@router.get("/{matter}/happenings/{happening}")
@kept
def show_happening(
    request: Request, matter: str, happening: str, desk: AskedDesk, as_of: AsOf, known_on: KnownOn
) -> HTMLResponse:
    kept = desk.fold(matter, known_on)
    found = desk.happening(kept, happening, as_of)
    reports, branches = reports_of(kept), origin_tree(found)
    return _render(
        request, "happening.html", kept, as_of, known_on, tab="happenings", table=kept.table(as_of), happening=found,
        branches=branches, drawing=draw_graph(branches, reports, frozenset(found.origins.unknown)),
    )  # fmt: skip


@router.get("/{matter}/changes")
@kept
def show_changes(
    request: Request, matter: str, desk: AskedDesk, since: Since, *, recorded: bool = False
) -> HTMLResponse:
    """What moved since a day: by what had been reported then, or by what the ledger held when the day began."""
    kept = desk.fold(matter)
    after, eve = kept.table(), eve_of(since) if since else None
    if eve is None:
        changes = None
    else:
        before = desk.fold(matter, eve).table() if recorded else kept.table(eve)
        changes = find_changes(before, after)
    return _render(
        request, "changes.html", kept, None, None, tab="changes", table=after, changes=changes, since=since,
        recorded=recorded,
    )  # fmt: skip


@router.get("/{matter}/parties/{party:path}")
@kept
def show_stand(
    request: Request, matter: str, party: str, desk: AskedDesk, as_of: AsOf, known_on: KnownOn
) -> HTMLResponse:
    """All that a matter's reports say of where one party stands, with every quote."""
    kept = desk.fold(matter, known_on)
    table = kept.table_of(party, as_of)
    actors = [each.party for each in table.positions] + [each.party for each in table.silences]
    return _render(
        request, "stand.html", kept, as_of, known_on, tab="positions", table=table,
        actor=actors[0] if actors else None,
    )  # fmt: skip


def reports_of(kept: KeptFold) -> dict[str, Report]:
    """The reports of a matter by their ids."""
    return {key: page.reading.report for key, page in kept.fold.pages.items()}


def _portion(name: str, found: Sequence[Any], start: int, most: int) -> dict[str, Any]:
    """What a page shows of a long list, and what its links to the rest need."""
    return {name: found[start : start + most], "start": start, "count": len(found), "shown": most}


def _render(
    request: Request, template: str, kept: KeptFold, as_of: str | None, known_on: str | None, **context: Any
) -> HTMLResponse:
    reports = reports_of(kept)
    asked = {name: value for name, value in (("as_of", as_of), ("known_on", known_on)) if value}
    return render(
        request, template, matter=kept.matter, names={each.id: each for each in kept.matter.instruments},
        reports=reports, days=find_days(reports, as_of), as_of=as_of, known_on=known_on, asked=asked, **context,
    )  # fmt: skip
