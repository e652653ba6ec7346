"""Folding: from recorded readings to all that a matter's reports say, as of a day and as known on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.matters.actors import Actors
from onrecord.matters.belonging import find_belonging
from onrecord.matters.contradictions import find_contradictions
from onrecord.matters.copies import find_copies
from onrecord.matters.happenings import fold_happenings
from onrecord.matters.instruments import Page
from onrecord.matters.positions import fold_positions
from onrecord.matters.silences import find_silences
from onrecord.matters.steps import find_steps
from onrecord.records import Reading
from onrecord.records.happenings import Happening
from onrecord.records.matters import Matter
from onrecord.records.positions import PositionTable, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A reading and when the ledger recorded it, as an ISO time in UTC; None where there is no ledger."""

    reading: Reading
    recorded: str | None = None


@dataclass(frozen=True)
class MatterFold:
    """All that can be asked of the readings of one matter. Nothing depends on the order in which they are given."""

    matter: Matter
    recorded: tuple[Recorded, ...]
    read: int

    @cached_property
    def actors(self) -> Actors:
        return Actors(self.matter, [each.reading for each in self.recorded])

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {each.reading.report.id: Page(each.reading) for each in self.recorded}

    @cached_property
    def copies(self) -> tuple[frozenset[str], ...]:
        return find_copies([each.reading for each in self.recorded])

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        found = [
            step
            for each in self.recorded
            for step in find_steps(each.reading, self.matter, self.actors, recorded=each.recorded)
        ]
        return tuple(sorted(found, key=lambda step: (step.day, step.report, step.act, step.party.key, step.instrument)))

    def happenings(self, as_of: str | None = None) -> tuple[Happening, ...]:
        pages = {key: page for key, page in self.pages.items() if _by(page, as_of)}
        return fold_happenings(pages, self.matter, self.actors, copies=self.copies)

    def table(self, as_of: str | None = None, known_on: str | None = None) -> PositionTable:
        """Positions, silences and contradictions, of reports and happenings up to the day `as_of`."""
        pages = {key: page for key, page in self.pages.items() if _by(page, as_of)}
        steps = [step for step in self.steps if step.report in pages]
        positions = fold_positions(steps, self.matter, pages=pages, copies=self.copies, as_of=as_of)
        return PositionTable(
            matter=self.matter.id,
            as_of=as_of,
            known_on=known_on,
            reports=tuple(sorted(pages)),
            positions=positions,
            silences=find_silences(positions, pages, self.matter, self.actors),
            contradictions=find_contradictions(positions, self.happenings(as_of), pages, self.matter),
        )


def fold_matter(matter: Matter, recorded: Iterable[Recorded]) -> MatterFold:
    """The fold of the readings that belong to a matter; what does not belong is left out."""
    given: Sequence[Recorded] = sorted(recorded, key=lambda each: each.reading.report.id)
    belonging = tuple(each for each in given if find_belonging(each.reading, matter).belongs)
    return MatterFold(matter=matter, recorded=belonging, read=len(given))


def _by(page: Page, day: str | None) -> bool:
    published = page.reading.report.published
    return day is None or published is None or published <= day
