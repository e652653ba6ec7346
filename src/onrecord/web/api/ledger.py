"""Ledger: what the site is of."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from onrecord import __version__
from onrecord.web.api.answering import AskedOf
from onrecord.web.api.asked import Asked
from onrecord.web.api.openapi import told
from onrecord.web.api.shapes import LedgerTold, LogHeights
from onrecord.web.desk import Desk

router = APIRouter(prefix="/ledger", tags=["ledger"])


@router.get("", **told(LedgerTold, "The ledger."))
def show_ledger(asking: AskedOf, asked: Annotated[Asked, Query()]) -> Response:  # noqa: ARG001 - it refuses all
    """The name of the ledger, how many reports it holds, and how far its logs have grown."""
    return asking.json(lambda: ledger_told(asking.desk))


def ledger_told(desk: Desk) -> LedgerTold:
    heights = LogHeights(**desk.ledger.heights()._asdict())
    return LedgerTold(
        name=desk.site.shown, version=__version__, reports=desk.ledger.count_reports(), heights=heights,
        read_only=desk.site.read_only,
    )  # fmt: skip
