"""Rows of judgements: what the ledger answers when it is asked what people decided."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from onrecord.records.judgements import Judgement

OrphanReason = Literal["report_gone", "act_gone", "act_doubtful", "party_gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementEntry:
    """One row of the log of judgements: its number (from 1), when it was recorded (in UTC), and what was decided."""

    seq: int
    recorded_at: datetime
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementState:
    """A judgement and what has become of it.

    `undone_by` is the row that undid it, if one did. `orphaned` says why it has nothing to change today: the ledger has
    no such report (report_gone), the reading that counts has no such act (act_gone), two with one trigger and type
    (act_doubtful), or the act has no such party (party_gone). A later reading may have it again.
    """

    entry: JudgementEntry
    undone_by: int | None = None
    orphaned: OrphanReason | None = None
