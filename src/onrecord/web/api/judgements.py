"""Judgements: what people decided about what was read, who and when; and deciding it."""

from http import HTTPStatus
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict

from onrecord.ledger import JudgementEntry, JudgementState
from onrecord.records.errors import NotFoundError
from onrecord.web.api.accepting import JSON
from onrecord.web.api.answering import AskedOf, encode
from onrecord.web.api.asked import Asked, AskedPage
from onrecord.web.api.openapi import done, told
from onrecord.web.api.shapes import JudgementTold
from onrecord.web.asking import AskedDesk, Reviewer
from onrecord.web.bodies import Body
from onrecord.web.desk import Desk
from onrecord.web.judging import JudgementGiven, Why, judge

router = APIRouter(prefix="/judgements", tags=["judgements"])
PATH = "/api/v1/judgements"
MISSING = (HTTPStatus.NOT_FOUND,)
REFUSALS = (
    HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.TOO_MANY_REQUESTS,
)  # fmt: skip
Number = Annotated[int, Path(ge=1, le=2**53, description="The number of a judgement.")]


class Reason(BaseModel):
    """Why a judgement is taken back."""

    model_config = ConfigDict(extra="forbid")

    why: Why | None = None


@router.get("", **told(JudgementTold, "The judgements, the newest first.", many=True, paged=True))
def list_judgements(asking: AskedOf, asked: Annotated[AskedPage, Query()]) -> Response:
    """Who decided what, when and why, the newest first; what undid it, and why it may have nothing to change today."""

    def page() -> Body:
        states = tuple(asking.desk.ledger.last_judgements(asked.limit + 1, asked.offset))
        more = {"next": {"limit": asked.limit, "offset": asked.offset + asked.limit}}
        content = encode(tuple(map(tell, islice(states, asked.limit))))
        return Body(content=content, links=more if len(states) > asked.limit else None)

    return asking.answer({JSON: page})


@router.get("/{seq}", **told(JudgementTold, "The judgement.", refusals=MISSING))
def show_judgement(asking: AskedOf, seq: Number, asked: Annotated[Asked, Query()]) -> Response:  # noqa: ARG001
    """One judgement by its number, and what has become of it."""
    return asking.json(lambda: tell(find_state(asking.desk, seq)))


@router.post("", **done(JudgementTold, "The judgement.", status=HTTPStatus.CREATED, refusals=REFUSALS))
def make_judgement(desk: AskedDesk, person: Reviewer, given: JudgementGiven) -> Response:
    """Judge what was read, as whoever is signed in; the same word that stands already is not recorded twice."""
    return _created(judge(desk.ledger, person, given))


@router.post("/{seq}/undo", **done(JudgementTold, "The undoing.", status=HTTPStatus.CREATED, refusals=REFUSALS))
def undo_judgement(desk: AskedDesk, person: Reviewer, seq: Number, reason: Reason | None = None) -> Response:
    """Take a judgement back, by a judgement of its own; undoing the undoing brings it back."""
    find_state(desk, seq)
    given = JudgementGiven(verb="undo", undoes=seq, why=reason.why if reason else None)
    return _created(judge(desk.ledger, person, given))


def find_state(desk: Desk, seq: int) -> JudgementState:
    """A judgement and what has become of it; NotFoundError where there is none of that number."""
    last = desk.ledger.heights().judgements
    found = next(iter(desk.ledger.last_judgements(1, last - seq)), None) if seq <= last else None
    if found is None or found.entry.seq != seq:
        raise NotFoundError(f"no judgement {seq}", expected=f"1 to {last}" if last else "a judgement to be made")
    return found


def tell(state: JudgementState) -> JudgementTold:
    entry = state.entry
    return JudgementTold(
        seq=entry.seq, recorded_at=entry.recorded_at, judgement=entry.judgement, undone_by=state.undone_by,
        orphaned=state.orphaned, undo=None if state.undone_by else f"{PATH}/{entry.seq}/undo",
    )  # fmt: skip


def _created(entry: JudgementEntry) -> Response:
    told = tell(JudgementState(entry=entry))
    return Response(encode(told), HTTPStatus.CREATED, {"Location": f"{PATH}/{entry.seq}"}, JSON)
