"""Act: who is reported to have done what to whom, when, and how sure it is said to be."""

from dataclasses import dataclass
from typing import Literal

from onrecord.records.errors import check_confidence
from onrecord.records.spans import Span

ActType = Literal[
    "request", "pledge", "support", "oppose", "accuse", "deny", "warn", "threaten", "consult", "agree", "sign",
    "file", "rule", "investigate", "charge", "arrest", "reject", "withdraw", "vote", "aid", "sanction",
    "interfere", "protest", "mobilise", "coerce", "attack", "yield", "cooperate",
]  # fmt: skip
ActStatus = Literal["actual", "planned", "requested", "possible", "conditional", "negated", "denied"]
TimeBasis = Literal["stated", "publication", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTime:
    """When the act is said to have happened: ISO dates, both ends included, or None with basis none.

    `since` and `until` are written "from" and "to" on the wire. `span` holds the words that told it.
    """

    since: str | None = None
    until: str | None = None
    basis: TimeBasis = "none"
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who did what to whom, with a status and the chain of who is cited for it.

    In *Israel asked 25 countries to file*, the asking is one act (actual), the filing another (requested),
    and the asking is `about` the filing. `chain` lists attribution ids, outermost first; the report's own
    outlet stands implicitly above them. `rule` names the rule and the lexicon line, for instance
    ``verb:ask#request``.
    """

    id: str
    type: ActType
    trigger: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    object: Span | None = None
    status: ActStatus = "actual"
    time: ActTime = ActTime()
    chain: tuple[str, ...] = ()
    confidence: float = 1.0
    rule: str

    def __post_init__(self) -> None:
        check_confidence(self.confidence, where=f"act {self.id}")
