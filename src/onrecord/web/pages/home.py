"""Home: the matters of a site, and what its ledger holds."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.web.asking import AskedDesk
from onrecord.web.kept_pages import kept
from onrecord.web.rendering import render

router = APIRouter()
NEWEST_SHOWN = 12


@router.get("/")
@kept
def show_home(request: Request, desk: AskedDesk) -> HTMLResponse:
    return render(
        request, "home.html",
        matters=desk.matters(), wrong=desk.site.matters.wrong(), reports=desk.ledger.count_reports(),
        newest=list(desk.ledger.reports(limit=NEWEST_SHOWN)),
    )  # fmt: skip
