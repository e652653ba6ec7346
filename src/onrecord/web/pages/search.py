"""Search: reports by words, and acts by party, type, status, source and day, with what there is to narrow them by."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger import ActRow, Hit
from onrecord.records import ActStatus, ActType
from onrecord.records.errors import LedgerError
from onrecord.web.asking import AskedDesk
from onrecord.web.rendering import render

router = APIRouter()
HITS_READ, HITS_SHOWN, ACTS_SHOWN, FACET_SHOWN = 300, 50, 100, 12
Words = Annotated[str, Query(max_length=200)]


@router.get("/search")
def show_search(
    request: Request, desk: AskedDesk, q: Words = "", outlet: Words = "", year: Words = "", party: Words = "",
    source: Words = "", type: Words = "", status: Words = "", since: Words = "", until: Words = "",  # noqa: A002
) -> HTMLResponse:  # fmt: skip
    """Reports that hold the words of `q`; acts where something is asked of them, of those reports or of all."""
    asked = {
        name: value.strip() for name, value in (
            ("q", q), ("outlet", outlet), ("year", year), ("party", party), ("source", source), ("type", type),
            ("status", status), ("since", since), ("until", until),
        ) if value.strip()
    }  # fmt: skip
    hits: list[Hit] = []
    acts: list[ActRow] = []
    wrong = None
    filters = {name: asked[name] for name in ("party", "source", "type", "status", "since", "until") if name in asked}
    try:
        found = list(desk.ledger.search(asked["q"], HITS_READ)) if "q" in asked else []
        hits = [hit for hit in found if is_of(hit, outlet, year)]
        if filters:
            within = {hit.report.id for hit in hits}
            rows = desk.ledger.acts(**filters, limit=ACTS_SHOWN)  # type: ignore[arg-type]  # the ledger checks them
            acts = [row for row in rows if not asked.keys() & {"q"} or row.report.id in within]
    except LedgerError as error:
        wrong = str(error)
    return render(
        request, "search.html", q=q, asked=asked, hits=hits[:HITS_SHOWN], count=len(hits), acts=acts, wrong=wrong,
        is_cut=len(hits) >= HITS_READ, by_outlet=outlets_of(hits), by_year=years_of(hits), filters=filters,
        types=get_args(ActType), statuses=get_args(ActStatus),
    )  # fmt: skip


def is_of(hit: Hit, outlet: str, year: str) -> bool:
    """Whether a hit passes the facets that were chosen."""
    return (not outlet or outlet_of(hit) == outlet) and (not year or (hit.report.published or "")[:4] == year)


def outlet_of(hit: Hit) -> str:
    return hit.report.outlet.name or hit.report.outlet.domain or "unknown"


def outlets_of(hits: Iterable[Hit]) -> list[tuple[str, int]]:
    """The outlets with most hits."""
    return Counter(outlet_of(hit) for hit in hits).most_common(FACET_SHOWN)


def years_of(hits: Iterable[Hit]) -> list[tuple[str, int]]:
    """How many hits each year has, the newest first; reports without a day are left out."""
    return sorted(
        Counter((hit.report.published or "")[:4] for hit in hits if hit.report.published).items(), reverse=True
    )
