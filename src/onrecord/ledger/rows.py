"""Rows: what the ledger answers with, as frozen records without a database behind them.

Days are ISO dates (``2024-06-30``), spans count code points. A field is None when the report does not tell it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal, NamedTuple

from onrecord.ledger.cursors import Place
from onrecord.records import Act, Attribution, Outlet, Party, PartyKind, Reading, Span


class Appended(StrEnum):
    """What became of a reading that was appended.

    `NEW`: the ledger had no reading of this report. `ALREADY_THERE`: it had one by this reader, and nothing
    changed. `SUPERSEDED`: it had one by another reader; both are kept, and the one of the newer version counts
    from now on (of the same version, the one recorded last).
    """

    NEW = "new"
    ALREADY_THERE = "already_there"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the log: a reading, its place in the log (from 1) and when it was recorded (in UTC)."""

    seq: int
    recorded_at: datetime
    reading: Reading


class Heights(NamedTuple):
    """The number of the last row of each log: while they are the same, a ledger gives the same answers."""

    readings: int
    judgements: int
    lists: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A reading that counts, and those of its acts that were asked for, in the order of the text."""

    entry: Entry
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """A report as a list shows it, without its text: *Ministers asked to join filing*, The Harbour Times, 2024-06-30.

    `reader` made the reading that counts for it; `seq` is that reading's place in the log, `recorded_at` its time.
    """

    id: str
    given_id: str | None
    title: str | None
    outlet: Outlet
    published: str | None
    url: str | None
    reader: str
    seq: int
    recorded_at: datetime

    @property
    def place(self) -> Place:
        """Where it stands in the list of all reports."""
        return Place(self.published, self.seq)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One link of an act's chain: who is cited, and through which outlet (`via`) they spoke.

    `source` is None when the text withholds it or when it was not resolved to a party; `source_text` then holds
    the words of the text, if there are any.
    """

    attribution: Attribution
    source: Party | None
    source_text: str | None
    via: Party | None

    @property
    def name(self) -> str | None:
        """The source by its name, else by the words of the text, else None."""
        return self.source.name if self.source else self.source_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """An act with the head of its report, its parties and the chain of who is cited for it, outermost first.

    An empty chain means that the report's outlet states the act itself. `place` is where it stands in the list of all
    acts, `reading` is the whole reading that the
    act stands in, shared by all of its rows: what words an act needs the text and the other acts as well.
    """

    report: ReportHead
    act: Act
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    chain: tuple[ChainLink, ...]
    place: Place
    reading: Reading = field(repr=False)

    @property
    def sources(self) -> tuple[str | None, ...]:
        """The names of those cited, outermost first; None where the text withholds one."""
        return tuple(link.name for link in self.chain)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """An attribution in which a party is cited, with the head of its report; `place` and `reading` as in `ActRow`."""

    report: ReportHead
    link: ChainLink
    place: Place
    reading: Reading = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Some of the attributions in which a party is cited, and where the list goes on (None at its end)."""

    rows: tuple[SaidRow, ...]
    next: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A piece of one field of a report around words that were searched for.

    `span` says where the piece stands in the field and `matches` where the words stand, both as offsets into the
    whole field: the report's text, its title, or the names of its parties, one a line.
    """

    field: Literal["text", "title", "parties"]
    words: str
    span: Span
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report found by words. `score` ranks hits of one search (higher is better) and means nothing beyond it."""

    report: ReportHead
    score: float
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """How many of the reports that were found have a value: *The Harbour Times*, 12."""

    value: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What the reports that were found have in common, each the most frequent first, months the newest first.

    `outlets` are names, else domains; `parties` names of parties; `types` types of acts; `months` those of publication.
    """

    outlets: tuple[Facet, ...]
    months: tuple[Facet, ...]
    parties: tuple[Facet, ...]
    types: tuple[Facet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """Some of the reports that a search finds, the best first, with the facets of all of them.

    `found` is how many there are, those beyond the best 1,000 left out: `is_all` is then false.
    """

    hits: tuple[Hit, ...]
    found: int
    is_all: bool
    facets: Facets


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedRow:
    """How often an outlet cites a party: *The Harbour Times cites Walla in 3 attributions of 2 reports*.

    `how` is ``source`` when the party is cited as speaking, ``via`` when somebody spoke through it (*told AFP*).
    `source` and `kind` are None for all whom the text withholds or whom no party stands for; `outlet` is the
    name of the citing outlet, else its domain, else None.
    """

    outlet: str | None
    source: str | None
    kind: PartyKind | None
    how: Literal["source", "via"]
    attributions: int
    reports: int
