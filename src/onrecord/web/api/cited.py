"""Cited: who is cited by whom, so that it shows when ten outlets have a story from one place."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from onrecord.ledger import CitedRow
from onrecord.web.api.answering import AskedOf
from onrecord.web.api.asked import AskedCited
from onrecord.web.api.openapi import told

router = APIRouter(prefix="/cited", tags=["cited"])


@router.get("", **told(CitedRow, "The rows, by outlet and the most cited first.", many=True, paged=True))
def list_cited(asking: AskedOf, asked: Annotated[AskedCited, Query()]) -> Response:
    """How often each outlet cites each party, counted over the readings that count."""

    def rows() -> list[CitedRow]:
        return [row for row in asking.desk.cited() if asked.outlet in (None, row.outlet)]

    return asking.json_page(rows, asked.limit, asked.offset)
