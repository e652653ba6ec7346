"""Party list: those who signed, voted or filed, as somebody gave them in a list, each name with who it is."""

from dataclasses import dataclass
from typing import Literal

from onrecord.records.errors import RecordError
from onrecord.records.judgements import PartyName
from onrecord.records.stances import Direction, Stage

Unresolved = Literal["unknown", "ambiguous"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One name of a list: *Korea, Republic of*, at B12 of a sheet, is South Korea.

    `written` is the name as it stands there. Without a `party` it is `unresolved`: no known party has that name, or
    several have it, which are the `candidates`. `by_hand` says that who gave the list said who is meant. `happened` is
    the day that the row itself gives, an ISO date.
    """

    place: str
    written: str
    party: PartyName | None = None
    unresolved: Unresolved | None = None
    candidates: tuple[PartyName, ...] = ()
    by_hand: bool = False
    happened: str | None = None

    def __post_init__(self) -> None:
        if not self.written.strip():
            raise RecordError("a row without a name", where=self.place, found="nothing", expected="words")
        if (self.party is None) == (self.unresolved is None):
            expected = "a party, or the reason why there is none"
            raise RecordError("a row of a list", where=self.place, found=self.written, expected=expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyList:
    """A list whose parties stand at one stage of an instrument: *signed the joint statement*, by its annex.

    `title` names the list and `publisher` who published it, at `url`, on the day `published`. `happened` is the day on
    which the parties took the step, where the list tells it. `headline` is the number that is told of them: 93 for
    *93 states*. `file` is the name of the file that was given, null for what was pasted, and `digest` the SHA-256 of
    its bytes. `by` gave the list. `replaces` is the number of an earlier list that stands no more.
    """

    matter: str
    instrument: str
    stage: Stage
    direction: Direction
    title: str
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    happened: str | None = None
    headline: int | None = None
    file: str | None = None
    digest: str
    by: str
    rows: tuple[ListRow, ...]
    replaces: int | None = None

    def __post_init__(self) -> None:
        for field in ("matter", "instrument", "title", "by"):
            if not getattr(self, field).strip():
                raise RecordError(f"a list without {field}", where=field, found="nothing", expected="words")
        if not self.rows:
            raise RecordError("a list without names", where="rows", found="none", expected="one or more")
        if self.headline is not None and self.headline < 1:
            found = str(self.headline)
            raise RecordError("no headline figure", where="headline", found=found, expected="1 or more")

    @property
    def named(self) -> dict[PartyName, tuple[ListRow, ...]]:
        """The parties in the order of the list, each with the rows that name it: once, where nothing is repeated."""
        found: dict[PartyName, tuple[ListRow, ...]] = {}
        for row in self.rows:
            if row.party is not None:
                found[row.party] = (*found.get(row.party, ()), row)
        return found

    @property
    def unresolved(self) -> tuple[ListRow, ...]:
        return tuple(row for row in self.rows if row.party is None)

    @property
    def count(self) -> int:
        """How many the list names: each party once, and each name that is not resolved."""
        return len(self.named) + len({row.written for row in self.unresolved})

    @property
    def agrees(self) -> bool | None:
        """Whether the list names as many as are told of; None where no number is told."""
        return None if self.headline is None else self.count == self.headline


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWithdrawal:
    """A person's word that a list does not stand any more, by its number."""

    withdraws: int
    by: str
    why: str

    def __post_init__(self) -> None:
        for field in ("by", "why"):
            if not getattr(self, field).strip():
                raise RecordError(f"a withdrawal without {field}", where=field, found="nothing", expected="words")
