"""Rows of judgements: what the ledger answers when it is asked what people decided."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from onrecord.records.judgements import Judgement
from onrecord.records.stances import Direction, Stage

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


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceJudged:
    """What people decided that an act of a reading says of its party's position, on one instrument or on any (None).

    `stage` or `direction` is None where nobody decided it. `act` is its id in the reading that counts.
    """

    report: str
    act: str
    instrument: str | None
    stage: Stage | None
    direction: Direction | None
    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningJudged:
    """Acts that people decided to be one happening, or the first of which to be another one than the rest.

    `acts` are pairs of report and act id in the readings that count; acts that are gone are left out.
    """

    verb: Literal["merge_happenings", "split_happenings"]
    acts: tuple[tuple[str, str], ...]
    seq: int
