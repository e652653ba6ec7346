"""Shapes: what the API answers with where no record of the ledger or the matters is the whole answer."""

from dataclasses import dataclass
from datetime import datetime

from onrecord.records.happenings import Happening
from onrecord.records.matters import Matter
from onrecord.records.party_lists import ListWithdrawal, PartyList


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong (RFC 9457). `found` and `expected` tell what there was and what would do."""

    type: str
    title: str
    status: int
    detail: str
    where: str | None = None
    found: str | None = None
    expected: str | None = None
    report_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogHeights:
    """The number of the last row of each log of a ledger."""

    readings: int
    judgements: int
    lists: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerTold:
    """A ledger: its name, how many reports it holds, how far its logs have grown, and whether it can be written to."""

    name: str
    version: str
    reports: int
    heights: LogHeights
    read_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterTold:
    """A matter as its file had it when it was read last without fault; `wrong` is what is wrong with the file now."""

    matter: Matter
    wrong: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginNode:
    """An origin (no `parent`), or an outlet on the way from there, and the reports that have it straight from it.

    `parent` is the place of the node above in the tree, counted from 0.
    """

    name: str
    parent: int | None = None
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningTold:
    """A happening with who has it from whom: a tree from each origin down to the reports, a node after its parent."""

    happening: Happening
    tree: tuple[OriginNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRecorded:
    """A list of a ledger, with its number, how many it names, and what ended it.

    `agrees` says whether it names as many as its headline, null where no number is told. `ended_by` is the number of
    the list that replaced it, or of the row of the log that withdrew it.
    """

    seq: int
    recorded_at: datetime
    list: PartyList
    count: int
    agrees: bool | None
    ended_by: int | None
    withdrawal: ListWithdrawal | None
