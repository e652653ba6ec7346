"""Matter rows: a position table as rows of parties and columns of instruments, and a day among its days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.matters.actors import actor_words
from onrecord.records import Report
from onrecord.records.positions import Actor, Position, PositionTable, Silence

KIND_ORDER = {"state": 0, "group": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A party with where it stands on each instrument, or that no report tells, by the instrument's id."""

    party: Actor
    positions: dict[str, Position] = field(default_factory=dict)
    silences: dict[str, Silence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """From the first day of a matter's reports to the last, and the day that is shown; as a slider takes them."""

    first: str
    last: str
    shown: str

    @property
    def most(self) -> int:
        return _days_between(self.first, self.last)

    @property
    def place(self) -> int:
        return max(0, min(self.most, _days_between(self.first, self.shown)))


def party_rows(table: PositionTable) -> list[PartyRow]:
    """States by name, then counted groups, then everybody else; parties of which nothing is told come last."""
    rows: dict[str, PartyRow] = {}
    for position in table.positions:
        rows.setdefault(position.party.key, PartyRow(party=position.party)).positions[position.instrument] = position
    for silence in table.silences:
        rows.setdefault(silence.party.key, PartyRow(party=silence.party)).silences[silence.instrument] = silence
    return sorted(rows.values(), key=_place)


def _place(row: PartyRow) -> tuple[bool, int, str]:
    return not row.positions, KIND_ORDER.get(row.party.kind, len(KIND_ORDER)), actor_words(row.party).casefold()


def find_days(reports: Mapping[str, Report], as_of: str | None) -> Days | None:
    """None where no report tells its day, or all are of one day."""
    published = sorted(
        day for report in reports.values() if (day := report.published) and len(day) == len("2024-06-30")
    )
    if not published or published[0] == published[-1]:
        return None
    return Days(first=published[0], last=published[-1], shown=as_of or published[-1])


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
