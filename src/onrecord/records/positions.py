"""Position: where a party stands on an instrument of a matter, by which acts, and according to whom."""

from dataclasses import dataclass
from typing import Literal

from onrecord.records.acts import ActTime
from onrecord.records.origins import Origin, OriginRange
from onrecord.records.parties import Count, PartyKind
from onrecord.records.party_lists import ListRow
from onrecord.records.spans import Span
from onrecord.records.stances import Direction, Stage

ContradictionKind = Literal["stages", "directions", "statuses", "order", "parties"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party as all reports of a matter know it: Joe Biden who acts for the United States is the United States.

    `key` is the same in every report: ``ISR`` for a state, ``group 25 states`` for a counted group, else the name
    without case and accents. `name` is the matter's own name for the party where it lists it.
    """

    key: str
    name: str
    kind: PartyKind
    count: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One report's word that a party took a step: *Britain was given leave, according to Reuters*.

    `rule` is the line of the table that made it and `why` tells it in words. `act` is the id of the act in the reading,
    or of the attribution where the party's own words are the step. `person` is who acted for the party, where the
    report names somebody. `member_of` is the group that the report names it a member of, `member_key` that group's key.
    `quote` is the sentence, at `span` of the report's text. Three times: `time` is when the step happened as far as the
    report tells it, `published` the day of the report, `recorded` when the ledger came to hold it. `own_word` says that
    somebody who speaks for the party is cited for it, `is_relayed` that another outlet is.

    A step may stand in a list instead of a report: `list` is then the number of the list, `report` its id (``list:3``),
    `act` the place of the row, and `quote` the name as it is written there.
    """

    party: Actor
    instrument: str
    stage: Stage
    direction: Direction
    rule: str
    why: str
    report: str
    given_id: str | None = None
    outlet: str | None = None
    act: str
    person: str | None = None
    member_of: str | None = None
    member_key: str | None = None
    quote: str
    span: Span
    time: ActTime = ActTime()
    published: str | None = None
    recorded: str | None = None
    chain: tuple[str, ...] = ()
    origin: Origin
    own_word: bool = False
    is_relayed: bool = False
    list: int | None = None

    @property
    def day(self) -> str:
        """When the step is placed: the last day it may have happened on, else the day of the report, else nothing.

        What a report tells as done was done by the day of the report: *last month* ends there at the latest.
        """
        last = (self.time.until or self.time.since or "")[:10]
        began = (self.time.since or "")[:10]
        if last and self.published and began <= self.published < last:
            return self.published
        return last or self.published or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """Another stage or direction that reports give for the same party and instrument, with its steps."""

    stage: Stage
    direction: Direction
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a party stands on an instrument: its stage and direction, the steps that say so, and what else is said.

    `since` is the first day on which it stood so, as far as is told; `published` the day of the first report that says
    so and `recorded` when the ledger first held that. `otherwise` are the other stages and directions on record, the
    earliest first. For a counted group `members` are those that a report names as members, `candidates` those that took
    the same step without being named as members.
    """

    party: Actor
    instrument: str
    stage: Stage
    direction: Direction
    rules: tuple[str, ...]
    since: str | None = None
    published: str | None = None
    recorded: str | None = None
    steps: tuple[Step, ...]
    otherwise: tuple[Otherwise, ...] = ()
    origins: OriginRange
    members: tuple[Actor, ...] = ()
    candidates: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """No report: a party that the matter lists and of which no step on an instrument is on record.

    Not a position. `read` is how many reports of the matter were read and `naming` how many of them name the party.
    """

    party: Actor
    instrument: str
    read: int
    naming: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the accounts that contradict each other: *withdrawn*, in these reports."""

    words: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Accounts that cannot all be right: *Britain's legal opinion: withdrawn in 3 reports, never filed in 2*.

    `parties` are those that it is told of. `kind` tells what they differ in: the stages or directions of one position,
    the statuses of one act, the order of two (*plans to* after *has*), or the parties of one. None of the accounts is
    preferred.
    """

    about: str
    kind: ContradictionKind
    parties: tuple[Actor, ...] = ()
    sides: tuple[Side, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """Every report of any side, each once."""
        return tuple(dict.fromkeys(report for side in self.sides for report in side.reports))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTold:
    """A list that a table draws on: *93 states signed*, of which it names `count`, each party and unknown name once.

    `headline` is the number that is told of them, and `unresolved` are the rows whose names stand for no known party.
    """

    number: int
    title: str
    publisher: str | None = None
    published: str | None = None
    instrument: str
    stage: Stage
    direction: Direction
    headline: int | None = None
    count: int
    unresolved: tuple[ListRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionTable:
    """All that a matter's reports and lists say of where parties stand, as of a day."""

    matter: str
    as_of: str | None = None
    known_on: str | None = None
    reports: tuple[str, ...] = ()
    lists: tuple[ListTold, ...] = ()
    positions: tuple[Position, ...] = ()
    silences: tuple[Silence, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A step from the day on which it may have happened (`is_stated`) or was first reported, with all who tell it.

    `time` is the narrowest that a report states.
    """

    day: str | None = None
    is_stated: bool
    time: ActTime = ActTime()
    party: Actor
    instrument: str
    stage: Stage
    direction: Direction
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A position that is new (no `before`), moved, or is gone (no `after`), between two tables."""

    before: Position | None = None
    after: Position | None = None
