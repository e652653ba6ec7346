"""Folding: from recorded readings to all that a matter's reports say, as of a day and as known on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.matters.actors import Actors, actor_called
from onrecord.matters.belonging import belongs_to
from onrecord.matters.contradictions import find_contradictions
from onrecord.matters.copies import find_copies
from onrecord.matters.happenings import fold_happenings, settle_step, settled_origins
from onrecord.matters.instruments import Page
from onrecord.matters.listed import ListGiven, find_listed, told_of
from onrecord.matters.positions import fold_positions
from onrecord.matters.silences import find_silences
from onrecord.matters.steps import find_steps
from onrecord.matters.tables_kept import keep_party
from onrecord.matters.tellings import Telling, find_tellings
from onrecord.records import Reading, Span
from onrecord.records.happenings import Happening
from onrecord.records.judgements import HappeningJudged, StanceJudged
from onrecord.records.matters import Matter
from onrecord.records.positions import PositionTable, Step

DAYS_KEPT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A reading and when the ledger recorded it, as an ISO time in UTC; None where there is no ledger.

    `earlier` are the readings of the same report that it replaced, so that a step which they had already is dated by
    them: reading a report anew makes nothing new. `stances` and `rejected` are what people decided of its acts, as in
    `find_steps`; a reading as people decided stands after the one as read.
    """

    reading: Reading
    recorded: str | None = None
    stances: tuple[StanceJudged, ...] = ()
    rejected: tuple[Span, ...] = ()
    earlier: tuple["Recorded", ...] = ()


@dataclass(frozen=True)
class MatterFold:
    """All that can be asked of the readings and lists of one matter, in whatever order they are given."""

    matter: Matter
    recorded: tuple[Recorded, ...]
    read: int
    judged: tuple[HappeningJudged, ...] = ()
    lists: tuple[ListGiven, ...] = ()

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
        found = [step for each in self.recorded for step in self._steps(each)]
        found += [step for given in self.lists for step in find_listed(given, self.actors)]
        return tuple(sorted(found, key=lambda step: (step.day, step.report, step.act, step.party.key, step.instrument)))

    def _steps(self, each: Recorded) -> tuple[Step, ...]:
        page = self.pages[each.reading.report.id]
        page = page if page.reading is each.reading else Page(each.reading)
        steps = find_steps(
            page, self.matter, self.actors, recorded=each.recorded, stances=each.stances, rejected=each.rejected
        )
        if not each.earlier:
            return steps
        first = {_key(step): old.recorded for old in reversed(each.earlier) for step in self._steps(old)}
        return tuple(replace(step, recorded=first.get(_key(step), step.recorded)) for step in steps)

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        return find_tellings(self.pages, self.matter, self.actors)

    def happenings(self, as_of: str | None = None) -> tuple[Happening, ...]:
        """The happenings up to a day; those of the days that were asked for last are kept."""
        found = self._happenings.get(as_of)
        if found is None:
            found = self._fold_happenings(as_of)
            if len(self._happenings) >= DAYS_KEPT:
                oldest, *_ = list(self._happenings)  # copied, since others may ask at the same time
                self._happenings.pop(oldest, None)
            self._happenings[as_of] = found
        return found

    @cached_property
    def _happenings(self) -> dict[str | None, tuple[Happening, ...]]:
        return {}

    def _fold_happenings(self, as_of: str | None) -> tuple[Happening, ...]:
        pages = self._pages(as_of)
        return fold_happenings(self._tellings(pages), pages, copies=self.copies, judged=self.judged)

    def _tellings(self, pages: Mapping[str, Page]) -> list[Telling]:
        return [telling for telling in self.tellings if telling.report in pages]

    def _pages(self, day: str | None) -> dict[str, Page]:
        """The readings of reports published up to a day, and of those without a day."""
        return {key: page for key, page in self.pages.items() if _is_by(page.reading.report.published, day)}

    def table(self, as_of: str | None = None, known_on: str | None = None) -> PositionTable:
        """Positions, silences and contradictions, of reports, lists and happenings up to the day `as_of`."""
        pages = self._pages(as_of)
        lists = {given.id: given for given in self.lists if _is_by(given.list.published, as_of)}
        happenings = self.happenings(as_of)
        origins = settled_origins(happenings)
        steps = [settle_step(step, origins) for step in self.steps if step.report in pages or step.report in lists]
        positions = fold_positions(steps, self.matter, pages=pages, copies=self.copies, as_of=as_of)
        return PositionTable(
            matter=self.matter.id,
            as_of=as_of,
            known_on=known_on,
            reports=tuple(sorted(pages)),
            lists=tuple(told_of(given) for given in lists.values()),
            positions=positions,
            silences=find_silences(positions, pages, self.matter, self.actors),
            contradictions=find_contradictions(positions, happenings, self._tellings(pages), pages, self.matter),
        )

    def table_of(self, party: str, as_of: str | None = None, known_on: str | None = None) -> PositionTable:
        """The table of one party, by its name or code; explicit silence where no report tells a step of it."""
        kept = keep_party(self.table(as_of, known_on), party)
        if kept.positions or kept.silences:
            return kept
        asked = (actor_called(party),)
        return replace(kept, silences=find_silences((), self._pages(as_of), self.matter, self.actors, asked))


def fold_matter(
    matter: Matter,
    recorded: Iterable[Recorded],
    judged: Iterable[HappeningJudged] = (),
    lists: Iterable[ListGiven] = (),
    read: int | None = None,
) -> MatterFold:
    """The fold of the readings that belong to a matter, and of its lists; what does not belong is left out.

    `judged` is what people decided of acts that are one happening or not, in the order of the log. A list on an
    instrument that the matter does not have any more is left out. `read` is how many reports there are, where those
    that cannot belong are not given.
    """
    given: Sequence[Recorded] = sorted(recorded, key=lambda each: each.reading.report.id)
    belonging = tuple(each for each in given if belongs_to(each.reading, matter))
    instruments = {instrument.id for instrument in matter.instruments}
    held = tuple(sorted((each for each in lists if each.list.instrument in instruments), key=lambda each: each.number))
    return MatterFold(
        matter=matter, recorded=belonging, read=len(given) if read is None else read, judged=tuple(judged), lists=held
    )


def _is_by(published: str | None, day: str | None) -> bool:
    return day is None or (published or "") <= day


def _key(step: Step) -> tuple[str, str, str, str]:
    return step.party.key, step.instrument, step.stage, step.direction
