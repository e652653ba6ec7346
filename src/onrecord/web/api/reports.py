"""Reports: those that the ledger holds, each with its reading and with how today's reader comes to it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Response

from onrecord.export.excerpts import Excerpt
from onrecord.export.options import ExportOptions
from onrecord.export.report_rows import REPORTS
from onrecord.export.tables import TABLES
from onrecord.ledger import ReportHead
from onrecord.records import Reading
from onrecord.web.api.accepting import CSV, JSON, JSONLD
from onrecord.web.api.answering import AskedOf, as_csv, as_jsonld, encode
from onrecord.web.api.asked import Asked, AskedReading, AskedReports
from onrecord.web.api.openapi import told
from onrecord.web.api.shapes import ExplanationTold, ReportTold
from onrecord.web.api.telling import report_told, write_place
from onrecord.web.bodies import Body, Links
from onrecord.web.desk import Desk
from onrecord.web.explanations import find_same

router = APIRouter(prefix="/reports", tags=["reports"])
MISSING = (HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@router.get("", **told(ReportTold, "The reports, the newest first.", many=True, paged=True, forms=(CSV,)))
def list_reports(asking: AskedOf, asked: Annotated[AskedReports, Query()]) -> Response:
    """The reports without their texts, by the day of publication; those without a day come last."""

    def page() -> tuple[list[ReportHead], Links]:
        heads = list(
            asking.desk.ledger.reports(
                since=asked.since, until=asked.until, outlet=asked.outlet, after=asked.after, limit=asked.limit + 1
            )
        )
        kept = heads[: asked.limit]
        return kept, {"next": {"cursor": write_place(kept[-1].place)}} if len(heads) > asked.limit else {}

    def as_json() -> Body:
        heads, links = page()
        return Body(content=encode(tuple(map(report_told, heads))), links=links)

    def as_rows() -> Body:
        heads, links = page()
        rows = (tuple([column.value(head) for column in REPORTS]) for head in heads)
        return Body(content=as_csv(REPORTS, rows), links=links)

    return asking.answer({JSON: as_json, CSV: as_rows})


@router.get("/{report}", **told(Reading, "The reading.", forms=(CSV, JSONLD), refusals=MISSING))
def show_report(report: str, asking: AskedOf, asked: Annotated[AskedReading, Query()]) -> Response:
    """The reading that counts for a report, by the report's id, the beginning of it, or the id that the input gave.

    As JSON it is what `onrecord read --json` writes, with the text; as CSV its acts; as linked data all but the text.
    """
    ledger = asking.desk.ledger

    def excerpt() -> Excerpt:
        reading = ledger.reading(report, judged=asked.judged)
        return Excerpt(reading=reading, acts=reading.acts, recorded_at=ledger.report(report).recorded_at)

    def as_rows() -> Body:
        table, options = TABLES["acts"], ExportOptions()
        return Body(content=as_csv(table.columns_for(options), table.rows([excerpt()], options)))

    makes = {
        JSON: lambda: Body(content=encode(ledger.reading(report, judged=asked.judged))),
        CSV: as_rows,
        JSONLD: lambda: Body(content=as_jsonld([excerpt()])),
    }
    return asking.answer(makes)


@router.get("/{report}/explanation", **told(ExplanationTold, "The explanation.", refusals=MISSING))
def explain_report(report: str, asking: AskedOf, asked: Annotated[Asked, Query()]) -> Response:  # noqa: ARG001
    """How today's reader comes to its reading of a report: every act, and the words that might have told of one."""
    desk = asking.desk
    return asking.json(lambda: explain(desk, report), of=desk.explanations.version)


@router.get("/{report}/acts/{act}/explanation", **told(ExplanationTold, "The explanation.", refusals=MISSING))
def explain_act(report: str, act: str, asking: AskedOf, asked: Annotated[Asked, Query()]) -> Response:  # noqa: ARG001
    """How today's reader comes to one act, by the act's id in the reading, with the sentence that it stands in."""
    desk = asking.desk
    return asking.json(lambda: explain(desk, report, act), of=desk.explanations.version)


def explain(desk: Desk, wanted: str, act: str | None = None) -> ExplanationTold:
    recorded = desk.ledger.reading(wanted, judged=False)
    read, explanation = desk.explanations.of(recorded.report)
    found = None if act is None else find_same(act, recorded, read)
    if found is not None:
        sentence = next(each.sentence for each in explanation.acts if each.act.id == found.id)
        explanation = explanation.narrowed(sentence, act=found.id)
    return ExplanationTold(
        recorded_by=recorded.reader, is_same_reader=recorded.reader == read.reader,
        act=None if found is None else found.id, explanation=explanation,
    )  # fmt: skip
