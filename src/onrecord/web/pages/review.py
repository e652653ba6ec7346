"""Review: the acts that wait for a person's word, one beside its passage, and the log of who decided what."""

from collections.abc import Iterable
from http import HTTPStatus
from itertools import islice
from typing import Annotated, Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.ledger import JudgementState
from onrecord.matters.changes import find_changes
from onrecord.records import ActStatus, ActType
from onrecord.records.judgements import PartyRole
from onrecord.records.stances import Direction, Stage
from onrecord.records.wording import Wording
from onrecord.web.asking import AskedDesk, AskedForm, AskedVisit, FormGiven, Reviewer
from onrecord.web.desk import Desk
from onrecord.web.judging import JudgementGiven, judge, read_given
from onrecord.web.marked import Paragraph, cut_paragraphs
from onrecord.web.rendering import render
from onrecord.web.review_queue import Order, QueuedAct, find_place, find_queued, queue_acts
from onrecord.web.voices import find_voices

router = APIRouter(prefix="/review")
AHEAD_SHOWN, LOG_SHOWN = 40, 100
ROLES: tuple[PartyRole, ...] = get_args(PartyRole)
CHOICES = {
    "types": get_args(ActType), "statuses": get_args(ActStatus), "stages": get_args(Stage),
    "directions": get_args(Direction), "roles": ROLES,
}  # fmt: skip
From = Annotated[int, Query(alias="from", ge=0, description="How many to leave out at the beginning.")]


@router.get("")
def show_queue(
    request: Request, desk: AskedDesk, visit: AskedVisit, matter: str | None = None, order: Order = "position",
    at: str | None = None, judged: int | None = None,
) -> HTMLResponse:  # fmt: skip
    """The queue of a matter, the act that is looked at, and what became of the one before."""
    matters = desk.matters()
    chosen = matter or find_matter(desk, at)
    kept = desk.fold(chosen) if chosen is not None else None
    queue = queue_acts(kept, order) if kept else []
    place = find_place(queue, at)
    asked_for = find_queued(kept, at) if kept and at and place is None else None
    current = asked_for or (queue[place or 0] if queue else None)
    asked = {"matter": chosen or "", "order": order}
    return render(
        request, "review.html", matters=matters, matter=kept.matter if kept else None, queue=queue, place=place or 0,
        is_queued=asked_for is None, is_gone=at is not None and place is None and asked_for is None and judged is None,
        first=max(0, (place or 0) - 2), ahead=AHEAD_SHOWN, current=current, passage=find_passage(current), order=order,
        voices=find_voices(current.reading) if current else {}, wording=Wording(current.reading) if current else None,
        told=find_told(desk, judged), changes=desk.changes_by(judged), last=find_last(desk, visit.person), asked=asked,
        names={each.id: each for each in kept.matter.instruments} if kept else {}, choices=CHOICES,
        others=same_candidates(current, queue), can_explain=desk.site.explainer is not None,
    )  # fmt: skip


@router.post("")
def take_judgement(desk: AskedDesk, person: Reviewer, form: AskedForm) -> Response:
    """Judge as the form says, remember what it moved, and go on to the next act."""
    matter = form.one("matter")
    before = desk.fold(matter).table() if matter else None
    entry = judge(desk.ledger, person, given_by(form))
    if matter and before:
        desk.keep_changes(entry.seq, find_changes(before, desk.fold(matter).table()))
    then = {name: form.one(name) for name in ("matter", "order", "at")} | {"judged": str(entry.seq)}
    return RedirectResponse(
        f"/review?{urlencode({name: value for name, value in then.items() if value})}", HTTPStatus.SEE_OTHER
    )


@router.get("/log")
def show_log(request: Request, desk: AskedDesk, start: From = 0) -> HTMLResponse:
    """Who decided what, when and why, the newest first."""
    states = list(islice(desk.ledger.last_judgements(LOG_SHOWN + 1, start), LOG_SHOWN + 1))
    return render(
        request, "review_log.html", states=states[:LOG_SHOWN], start=start, shown=LOG_SHOWN,
        count=desk.ledger.heights().judgements,
    )  # fmt: skip


def find_matter(desk: Desk, at: str | None) -> str | None:
    """The first matter that the report of an act belongs to, else the first of all."""
    matters = [matter.id for matter in desk.matters()]
    report = at.rpartition("#")[0] if at else None
    return next((key for key in matters if report in desk.fold(key).fold.pages), matters[0] if matters else None)


def given_by(form: FormGiven) -> JudgementGiven:
    """The judgement of a form: an act is REPORT#ACT, several parties or reports stand one a line."""
    fields: dict[str, Any] = {"verb": form.one("verb"), "why": form.one("why"), "undoes": form.one("undoes")}
    fields["acts"] = [dict(zip(("report", "act"), name.rpartition("#")[::2], strict=True)) for name in form.all("act")]
    for name in ("parties", "reports"):
        fields[name] = [line.strip() for given in form.all(name) for line in given.splitlines() if line.strip()]
    if form.one("verb") == "correct":
        fields["correction"] = correction_of(form)
    return read_given({name: value for name, value in fields.items() if value})


def correction_of(form: FormGiven) -> dict[str, Any]:
    """What is to be changed; what was left as it is stays out."""
    given = {name: form.one(name) for name in ("type", "status", "stage", "direction", "instrument")}
    party = {name: form.one(name) for name in ("was", "now")}
    if any(party.values()):
        given["parties"] = [{"role": form.one("role"), **{name: value for name, value in party.items() if value}}]  # type: ignore[assignment]
    return {name: value for name, value in given.items() if value}


def find_passage(current: QueuedAct | None) -> Paragraph | None:
    """The paragraph that an act stands in."""
    if current is None:
        return None
    return next((each for each in cut_paragraphs(current.reading) if current.act in each.acts), None)


def same_candidates(current: QueuedAct | None, queue: Iterable[QueuedAct], most: int = 30) -> list[QueuedAct]:
    """Acts of other reports that may be the same happening: of the same type, for a person to choose from."""
    if current is None:
        return []
    alike = (each for each in queue if each.act.type == current.act.type)
    return list(islice((each for each in alike if each.reading.report.id != current.reading.report.id), most))


def find_told(desk: Desk, seq: int | None) -> JudgementState | None:
    """A judgement by its number, with what has become of it."""
    last = desk.ledger.heights().judgements
    if seq is None or not 1 <= seq <= last:
        return None
    return next(iter(desk.ledger.last_judgements(1, last - seq)), None)


def find_last(desk: Desk, person: object) -> JudgementState | None:
    """The newest judgement of somebody that still stands, which one key takes back."""
    name = getattr(person, "name", None)
    recent = desk.ledger.last_judgements(LOG_SHOWN)
    return next(
        (
            each for each in recent
            if each.undone_by is None and each.entry.judgement.by == name and each.entry.judgement.undoes is None
        ), None,
    )  # fmt: skip
