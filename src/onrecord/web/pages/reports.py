"""Reports: a report's text with who says what in it, the acts beside their passages, and why each was read."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger import ReportHead
from onrecord.records import Reading
from onrecord.records.errors import LedgerError, NotFoundError
from onrecord.records.wording import Wording
from onrecord.web.asking import AskedDesk
from onrecord.web.desk import Desk
from onrecord.web.explanations import find_same
from onrecord.web.kept_pages import kept
from onrecord.web.marked import cut_paragraphs
from onrecord.web.rendering import render
from onrecord.web.voices import find_voices

router = APIRouter(prefix="/reports")


@router.get("/{report}")
@kept
def show_report(request: Request, report: str, desk: AskedDesk) -> HTMLResponse:
    head, reading = find_reading(desk, report)
    return render(
        request, "report.html", head=head, report=reading.report, reading=reading, paragraphs=cut_paragraphs(reading),
        voices=find_voices(reading), wording=Wording(reading), can_explain=desk.site.explainer is not None,
    )  # fmt: skip


@router.get("/{report}/acts/{act}")
def show_explanation(request: Request, report: str, act: str, desk: AskedDesk) -> HTMLResponse:
    """How one act was read, by reading its report again; NotFoundError where nothing explains it."""
    head, held = find_reading(desk, report)
    recorded = desk.ledger.reading(report, judged=False)
    reading, explanation = desk.explanations.of(held.report)
    same = find_same(act, recorded, reading)
    explained = next(each for each in explanation.acts if each.act.id == same.id)
    return render(
        request, "explanation.html", head=head, report=held.report, reading=reading, explained=explained,
        explanation=explanation.narrowed(explained.sentence), wording=Wording(reading),
        is_same=recorded.reader == reading.reader, shown=act,
    )  # fmt: skip


def find_reading(desk: Desk, wanted: str) -> tuple[ReportHead, Reading]:
    """The report of an id with the reading that counts; NotFoundError with what there is instead."""
    try:
        return desk.ledger.report(wanted), desk.ledger.reading(wanted)
    except LedgerError as error:
        raise NotFoundError(str(error)) from error
