"""Matters: where parties stand, what happened, and what accounts say otherwise."""

from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.answers.position_words import rows_of
from onrecord.web.asking import AskedDesk, AsOf, KnownOn
from onrecord.web.rendering import render

router = APIRouter(prefix="/matters")


@router.get("/{matter}")
def show_matter(request: Request, matter: str, desk: AskedDesk, as_of: AsOf, known_on: KnownOn) -> HTMLResponse:
    kept = desk.fold(matter, known_on)
    table = kept.table(as_of)
    rows = {key: rows_of(group) for key, group in groupby(table.positions, key=lambda each: each.instrument)}
    return render(
        request, "matter.html", matter=kept.matter, kept=kept, table=table, rows=rows,
        happenings=kept.fold.happenings(as_of),
    )  # fmt: skip
