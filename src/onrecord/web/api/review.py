"""Review: the acts that nobody has judged yet, in the order in which a look at them pays most."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Response

from onrecord.answers.review import QueuedAct, queue_matter, queue_newest
from onrecord.records.wording import Wording
from onrecord.web.api.answering import AskedOf
from onrecord.web.api.asked import AskedReview
from onrecord.web.api.openapi import told
from onrecord.web.api.shapes import QueuedTold

router = APIRouter(prefix="/review", tags=["judgements"])


@router.get("", **told(QueuedTold, "The acts that wait.", many=True, paged=True, refusals=(HTTPStatus.NOT_FOUND,)))
def show_queue(asking: AskedOf, asked: Annotated[AskedReview, Query()]) -> Response:
    """The acts that nobody has judged yet, each with the reasons to look at it, the most pressing first."""
    matter = None if asked.matter is None else asking.desk.matter(asked.matter)

    def queue() -> tuple[QueuedTold, ...]:
        ledger = asking.desk.ledger
        queued = queue_newest(ledger) if matter is None else queue_matter(asking.desk.fold(matter.id), asked.order)
        return tuple(map(tell_queued, queued))

    return asking.json_page(queue, asked.limit, asked.offset, of=matter)


def tell_queued(queued: QueuedAct) -> QueuedTold:
    return QueuedTold(
        report=queued.reading.report.id, act=queued.act, sentence=Wording(queued.reading).sentence(queued.act),
        reasons=tuple(reason.words for reason in queued.reasons),
    )  # fmt: skip
