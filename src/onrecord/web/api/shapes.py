"""Shapes: what the API answers with where no record of the ledger or the matters is the whole answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from onrecord.ledger import Facets, Snippet
from onrecord.ledger.judgement_rows import OrphanReason
from onrecord.records import Act, Attribution, Outlet, Party
from onrecord.records.explanations import Explanation
from onrecord.records.happenings import Happening
from onrecord.records.judgements import Judgement, PartyName
from onrecord.records.matters import Matter
from onrecord.records.party_lists import ListWithdrawal, PartyList
from onrecord.records.positions import Position
from onrecord.web.guard.people import Role


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
class SessionTold:
    """Who is signed in, what he may do, and the token that goes into the X-CSRF-Token header of what he writes.

    `person` and `role` are null where nobody has signed in, `csrf_token` also for a program that sends its own token.
    """

    person: str | None = None
    role: Role | None = None
    may_judge: bool = False
    csrf_token: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementTold:
    """A judgement with its number and its time (UTC), and what has become of it.

    `undone_by` is the number of the one that undid it, and `orphaned` says why it has nothing to change today. `undo`
    is where to POST to take it back, null where that is done.
    """

    seq: int
    recorded_at: datetime
    judgement: Judgement
    undone_by: int | None = None
    orphaned: OrphanReason | None = None
    undo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedTold:
    """An act that waits for a person's word: where it stands, what it says in words, and why it should be looked at."""

    report: str
    act: Act
    sentence: str
    reasons: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTold:
    """A report without its text. `reader` made the reading that counts for it, recorded at `recorded_at`."""

    id: str
    given_id: str | None
    title: str | None
    outlet: Outlet
    published: str | None
    url: str | None
    reader: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTold:
    """Who is cited, and through which outlet they spoke.

    `source` is null where the text withholds it or no party stands for it; `source_text` has the words of the text.
    """

    attribution: Attribution
    source: Party | None
    source_text: str | None
    via: Party | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTold:
    """An act with its report, its parties, those cited for it (outermost first), and all of that as a sentence."""

    report: ReportTold
    act: Act
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    chain: tuple[LinkTold, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTold:
    """An attribution with its report and the words that are attributed, cut where they are long."""

    report: ReportTold
    link: LinkTold
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionTold:
    """A position on an instrument of a matter, by the matter's id."""

    matter: str
    position: Position


PartyPart = Literal["actor", "recipient"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAct:
    """An act in which a party has a part, and the matters that its report belongs to."""

    parts: tuple[PartyPart, ...]
    matters: tuple[str, ...]
    told: ActTold


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySaid:
    """An attribution in which a party is cited, and the matters that its report belongs to."""

    matters: tuple[str, ...]
    told: SaidTold


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyTold:
    """What a party is reported to have said and done: where it stands, and the newest of its acts and of its words.

    `names` are the parties that go by what was asked for. `more_acts` and `more_said` are where the lists go on.
    """

    key: str
    names: tuple[PartyName, ...]
    positions: tuple[PositionTold, ...]
    acts: tuple[PartyAct, ...]
    said: tuple[PartySaid, ...]
    more_acts: str | None
    more_said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationTold:
    """How today's reader comes to what it reads in a report, or in the sentence of one act.

    `recorded_by` is the reader whose reading the ledger holds; with `is_same_reader` false its acts may differ from
    those explained. `act` is the explained act's id, which may differ from the one that was asked for.
    """

    recorded_by: str
    is_same_reader: bool
    act: str | None
    explanation: Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class HitTold:
    """A report that was found, with the pieces that hold the words. A higher `score` is a better match."""

    report: ReportTold
    score: float
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTold:
    """Reports that were found, the best first, with what all of them have in common.

    `found` is how many there are, those beyond the best 1,000 left out: `is_all` is then false.
    """

    hits: tuple[HitTold, ...]
    found: int
    is_all: bool
    facets: Facets
