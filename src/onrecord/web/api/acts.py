"""Acts: who is reported to have done what, and what is attributed to whom."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from onrecord.export.options import ExportOptions
from onrecord.export.tables import TABLES
from onrecord.ledger import ActRow
from onrecord.web.api.accepting import CSV, JSON, JSONLD
from onrecord.web.api.answering import AskedOf, as_csv, as_jsonld, encode
from onrecord.web.api.asked import AskedActs, AskedSaid
from onrecord.web.api.openapi import told
from onrecord.web.api.shapes import ActTold, SaidTold
from onrecord.web.api.telling import act_told, excerpts_of, said_told, write_place
from onrecord.web.bodies import Body, Links
from onrecord.web.desk import Desk

router = APIRouter(tags=["acts"])


@router.get("/acts", **told(ActTold, "The acts, the newest first.", many=True, paged=True, forms=(CSV, JSONLD)))
def list_acts(asking: AskedOf, asked: Annotated[AskedActs, Query()]) -> Response:
    """The acts that pass all filters, as people decided. An act without a time of its own has the day of its report."""

    def as_json() -> Body:
        rows, links = page_of(asking.desk, asked)
        return Body(content=encode(tuple(map(act_told, rows))), links=links)

    def as_rows() -> Body:
        rows, links = page_of(asking.desk, asked)
        table, options = TABLES["acts"], ExportOptions()
        return Body(content=as_csv(table.columns_for(options), table.rows(excerpts_of(rows), options)), links=links)

    def as_linked() -> Body:
        rows, links = page_of(asking.desk, asked)
        return Body(content=as_jsonld(excerpts_of(rows)), links=links)

    return asking.answer({JSON: as_json, CSV: as_rows, JSONLD: as_linked})


@router.get(
    "/attributions", **told(SaidTold, "The attributions, those of the newest report first.", many=True, paged=True)
)
def list_attributions(asking: AskedOf, asked: Annotated[AskedSaid, Query()]) -> Response:
    """What a party, or somebody who acts for it, is cited for. A short page may have a next one: see its Link."""

    def as_json() -> Body:
        said = asking.desk.ledger.said(asked.party, after=asked.after, limit=asked.limit)
        links: Links = {"next": {"cursor": write_place(said.next)}} if said.next else {}
        return Body(content=encode(tuple(map(said_told, said.rows))), links=links)

    return asking.answer({JSON: as_json})


def page_of(desk: Desk, asked: AskedActs) -> tuple[list[ActRow], Links]:
    """The acts of a page, and where the next one is."""
    rows = list(
        desk.ledger.acts(
            party=asked.party, type=asked.type, status=asked.status, source=asked.source, since=asked.since,
            until=asked.until, after=asked.after, limit=asked.limit + 1,
        )
    )  # fmt: skip
    kept = rows[: asked.limit]
    return kept, {"next": {"cursor": write_place(kept[-1].place)}} if len(rows) > asked.limit else {}
