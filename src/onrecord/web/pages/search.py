"""Search: reports by words, with what the found have in common to narrow them by; and acts by filters."""

from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger import ActRow, SearchPage
from onrecord.records import ActStatus, ActType
from onrecord.records.errors import OnrecordError
from onrecord.web.api.asked import Cursor
from onrecord.web.api.telling import read_place, write_place
from onrecord.web.asking import AskedDesk
from onrecord.web.desk import Desk
from onrecord.web.kept_pages import kept
from onrecord.web.rendering import render

router = APIRouter()
HITS_SHOWN, ACTS_SHOWN, FACET_SHOWN = 30, 50, 12
NARROWING = ("outlet", "party", "type", "since", "until")
FILTERS = ("party", "source", "type", "status", "since", "until")
Words = Annotated[str, Query(max_length=200)]
Asked = dict[str, str]


@router.get("/search")
@kept
def show_search(
    request: Request, desk: AskedDesk, start: Annotated[int, Query(alias="from", ge=0)] = 0, q: Words = "",
    outlet: Words = "", party: Words = "", source: Words = "", type: Words = "", status: Words = "",  # noqa: A002
    since: Words = "", until: Words = "", after: Cursor | None = None,
) -> HTMLResponse:  # fmt: skip
    """With `q` the reports that hold its words; without, the acts that pass the filters."""
    given = {
        "q": q, "outlet": outlet, "party": party, "source": source, "type": type, "status": status, "since": since,
        "until": until,
    }  # fmt: skip
    asked = {name: value.strip() for name, value in given.items() if value.strip()}
    found: SearchPage | None = None
    acts: list[ActRow] | None = None
    wrong = None
    try:
        if "q" in asked:
            found = find_reports(desk, asked, start)
        elif asked:
            acts = find_acts(desk, asked, after)
    except OnrecordError as error:
        wrong = str(error)
    return render(
        request, "search.html", q=q, asked=asked, start=start, found=found, acts=acts and acts[:ACTS_SHOWN],
        further=write_place(acts[ACTS_SHOWN - 1].place) if acts and len(acts) > ACTS_SHOWN else None, wrong=wrong,
        shown=HITS_SHOWN, facets=facets_of(found), types=get_args(ActType), statuses=get_args(ActStatus),
    )  # fmt: skip


def find_reports(desk: Desk, asked: Asked, start: int) -> SearchPage:
    narrowing: Any = {name: asked[name] for name in NARROWING if name in asked}
    return desk.ledger.search_page(asked["q"], **narrowing, limit=HITS_SHOWN, offset=start)


def find_acts(desk: Desk, asked: Asked, after: str | None) -> list[ActRow]:
    """One more than a page shows, where there are further ones."""
    filters: Any = {name: asked[name] for name in FILTERS if name in asked}
    place = read_place(after) if after else None
    return list(desk.ledger.acts(**filters, after=place, limit=ACTS_SHOWN + 1))


def facets_of(found: SearchPage | None) -> list[tuple[str, list[tuple[Asked, str, int]]]]:
    """What narrows a search: a heading, and for each value what is asked with it, its words and how many reports."""
    if found is None:
        return []
    kinds = (
        ("Outlet", "outlet", found.facets.outlets), ("Party", "party", found.facets.parties),
        ("Type of act", "type", found.facets.types),
    )  # fmt: skip
    facets = [
        (words, [({name: each.value}, each.value, each.reports) for each in values[:FACET_SHOWN]])
        for words, name, values in kinds
    ]
    months = [({"since": each.value, "until": each.value}, each.value, each.reports) for each in found.facets.months]
    return [(words, values) for words, values in (*facets, ("Month", months[:FACET_SHOWN])) if values]
