"""Review: act after act beside its passage, to be accepted, rejected or corrected; and what people decided last."""

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Annotated, Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.answers.judgement_words import VERB_WORDS, fate_of, lines_of
from onrecord.answers.naming import split_name
from onrecord.answers.review import Order, QueuedAct, find_place, queue_matter, queue_newest
from onrecord.ledger import JudgementState
from onrecord.records import ActStatus, ActType
from onrecord.records.errors import LedgerError
from onrecord.records.stances import Direction, Stage
from onrecord.records.wording import Wording
from onrecord.web.asking import AskedDesk, AskedForm, AskedVisit, FormGiven, Reviewer
from onrecord.web.desk import Desk
from onrecord.web.judging import JudgementGiven, judge, read_given
from onrecord.web.passages import find_passage
from onrecord.web.rendering import render

router = APIRouter()
PATH = "/review"
AROUND = 20  # acts of the queue that are listed before and after the one that is shown
LAST_SHOWN = 12
CHOICES = {
    "types": get_args(ActType), "statuses": get_args(ActStatus), "stages": get_args(Stage),
    "directions": get_args(Direction),
}  # fmt: skip
AskedMatter = Annotated[str | None, Query(description="The matter whose acts are shown; without, the newest reports.")]
AskedOrder = Annotated[Order, Query(description="What comes first: what a position stands on, or the least sure.")]
AskedAct = Annotated[str | None, Query(description="The act that is shown, as REPORT#ACT.")]
AskedDone = Annotated[int | None, Query(ge=1, le=2**53, description="The judgement that was just recorded.")]


@router.get(PATH)
def show_review(
    request: Request,
    desk: AskedDesk,
    visit: AskedVisit,
    matter: AskedMatter = None,
    order: AskedOrder = "position",
    act: AskedAct = None,
    done: AskedDone = None,
) -> HTMLResponse:
    shown = None if not matter else desk.matter(matter)
    queue = queue_newest(desk.ledger) if shown is None else queue_matter(desk.fold(shown.id), order)
    found = find_place(queue, act) if act else 0
    place = found or 0
    context = _act_context(queue, place) if queue else {"queued": None}
    last = [_told(desk, state) for state in desk.ledger.last_judgements(LAST_SHOWN)]
    own = {each["seq"] for each in last if visit.person is not None and each["by"] == visit.person.name}
    return render(
        request, "review.html", matter=shown, matters=desk.matters(), order=order, queue=queue, place=place, last=last,
        done=done if done in own else None, gone=act if found is None else None,
        near=range(max(0, place - AROUND), min(len(queue), place + AROUND + 1)), **context,
    )  # fmt: skip


@router.post(PATH)
def take_judgement(desk: AskedDesk, person: Reviewer, form: AskedForm) -> Response:
    """Record what a form says, and go on to the next act."""
    entry = judge(desk.ledger, person, given_of(form))
    asked = {"matter": form.one("matter"), "order": form.one("order"), "act": form.one("next"), "done": entry.seq}
    query = urlencode({name: value for name, value in asked.items() if value})
    return RedirectResponse(f"{PATH}?{query}", HTTPStatus.SEE_OTHER)


def given_of(form: FormGiven) -> JudgementGiven:
    """The judgement that a form of the page says; RecordError that names what is wrong."""
    verb = form.one("verb")
    fields: dict[str, Any] = {"verb": verb, "why": form.one("why"), "acts": [_named(each) for each in form.all("acts")]}
    if verb == "correct":
        names = ("type", "status", "stage", "direction", "instrument")
        fields["correction"] = {name: form.one(name) for name in names} | {"parties": list(_changes(form))}
    if verb in ("merge_parties", "split_party"):
        fields["parties"] = form.all("parties")
    if verb == "split_party":
        fields["reports"] = form.all("reports")
    if verb == "undo":
        fields["undoes"] = form.one("undoes")
    return read_given(fields)


def _changes(form: FormGiven) -> Iterator[dict[str, str | None]]:
    """Another actor or recipient, where somebody is named."""
    for role in ("actor", "recipient"):
        was, now = form.one(f"{role}_was"), form.one(f"{role}_now")
        if was or now:
            yield {"role": role, "was": was, "now": now}


def _named(act: str) -> dict[str, str]:
    report, key = split_name(act)
    return {"report": report, "act": key}


def _act_context(queue: list[QueuedAct], place: int) -> dict[str, Any]:
    """What is shown of one act: its passage, its parties, and which acts come before and after it."""
    queued = queue[place]
    parties = {party.id: party for party in queued.reading.parties}
    act = queued.act
    return {
        "queued": queued,
        "wording": Wording(queued.reading),
        "passage": find_passage(queued.reading, act),
        "actors": [parties[key] for key in act.actors if key in parties],
        "recipients": [parties[key] for key in act.recipients if key in parties],
        "before": queue[place - 1].name if place else None,
        "after": queue[place + 1].name if place + 1 < len(queue) else None,
        "wordings": {each.reading.report.id: Wording(each.reading) for each in _near(queue, place)},
        "choices": CHOICES,
    }


def _near(queue: list[QueuedAct], place: int) -> Iterable[QueuedAct]:
    return queue[max(0, place - AROUND) : place + AROUND + 1]


def _told(desk: Desk, state: JudgementState) -> dict[str, Any]:
    """A judgement in words, with the report that its first act stands in."""
    judgement = state.entry.judgement
    reports = dict.fromkeys((*(key.report for key in judgement.acts), *judgement.reports))
    titles = {report: _title(desk, report) for report in reports}
    return {
        "seq": state.entry.seq, "at": state.entry.recorded_at, "by": judgement.by, "why": judgement.why,
        "verb": VERB_WORDS[judgement.verb], "lines": list(lines_of(judgement, titles)),
        "fate": list(fate_of(state)), "can_undo": state.undone_by is None, "report": next(iter(reports), None),
    }  # fmt: skip


def _title(desk: Desk, report: str) -> str:
    try:
        head = desk.ledger.report(report)
    except LedgerError:
        return report
    return head.given_id or head.title or head.id
