"""Review: the acts that nobody has judged yet, in the order in which a look at them pays most, each with its reason.

What is judged first is what accounts contradict each other in, then what a position stands on alone, then what one
origin tells alone; among those of one rank the act of which the reader is least sure.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from onrecord.answers.kept_folds import KeptFold
from onrecord.answers.matter_folds import recorded_of
from onrecord.answers.position_words import range_words, stand_words
from onrecord.ledger import Ledger
from onrecord.ledger.verdicts import RULE_MARK, find_standing
from onrecord.matters.actors import actor_words
from onrecord.matters.folding import MatterFold
from onrecord.records import Act, Reading
from onrecord.records.positions import Contradiction, Position, Step
from onrecord.records.wording import count_words

Order = Literal["position", "sureness"]
ActPlace = tuple[str, str]  # a report and an act of it
CONTRADICTED, ALONE, ONE_ORIGIN, AMONG_OTHERS, NO_POSITION = range(5)
RANK_WORDS = ("accounts differ", "a position stands on it alone", "of one origin", "one of several acts", "")
NEWEST_REPORTS = 100  # of the whole ledger: what came in last, so that a ledger of any size is asked for as much
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an act stands where it does: *The position of Peru stands on this act alone*; a low rank presses most."""

    rank: int
    words: str

    @property
    def label(self) -> str:
        """As short as a list takes it: *accounts differ*."""
        return RANK_WORDS[self.rank]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedAct:
    """An act that waits for a person's word, with the reasons, the most pressing first."""

    reading: Reading
    act: Act
    reasons: tuple[Reason, ...]

    @property
    def name(self) -> str:
        """*r:3zo4fhc2wfkrcqxp#e1*, as an act is named on the command line."""
        return f"{self.reading.report.id}#{self.act.id}"


def queue_matter(kept: KeptFold, order: Order = "position") -> list[QueuedAct]:
    """The acts of a matter's reports; by `sureness`, the least sure first, whatever stands on it."""
    reasons = _reasons(kept)
    readings = (page.reading for page in kept.fold.pages.values())
    return sorted(_queued(readings, reasons), key=_by_rank if order == "position" else _by_sureness)


def queue_newest(ledger: Ledger) -> list[QueuedAct]:
    """The acts of the reports that were recorded last, the least sure first: no matter is folded for it."""
    after = max(0, ledger.heights().readings - NEWEST_REPORTS)
    recorded = recorded_of(ledger.entries(after=after), find_standing(ledger.judgement_entries()))
    return sorted(_queued((each.reading for each in recorded), {}), key=_by_sureness)


def find_place(queue: Sequence[QueuedAct], name: str) -> int | None:
    """Where the act of a name stands; None where it does not wait any more."""
    return next((place for place, each in enumerate(queue) if each.name == name), None)


def _queued(readings: Iterable[Reading], reasons: Mapping[ActPlace, list[Reason]]) -> Iterator[QueuedAct]:
    for reading in readings:
        for act in reading.acts:
            if not act.rule.startswith(RULE_MARK):
                found = sorted(reasons.get((reading.report.id, act.id), ()), key=lambda each: each.rank)
                yield QueuedAct(reading=reading, act=act, reasons=tuple(found[:MOST_NAMED]))


def _by_rank(each: QueuedAct) -> tuple[int, float, str]:
    return each.reasons[0].rank if each.reasons else NO_POSITION, *_by_sureness(each)


def _by_sureness(each: QueuedAct) -> tuple[float, str]:
    return each.act.confidence, each.name


def _reasons(kept: KeptFold) -> dict[ActPlace, list[Reason]]:
    """Why each act of a matter should be looked at."""
    table, names = kept.table(), {each.id: each.name for each in kept.matter.instruments}
    found: dict[ActPlace, list[Reason]] = defaultdict(list)
    for contradiction in table.contradictions:
        reason = Reason(rank=CONTRADICTED, words=_contradicted_words(contradiction))
        for place in dict.fromkeys(_contradicted(contradiction, table.positions, names, kept.fold)):
            found[place].append(reason)
    by_evidence = sorted(table.positions, key=lambda each: (_evidence(each.steps), *_stand(each)))
    for evidence, group in groupby(by_evidence, key=lambda each: _evidence(each.steps)):
        for (instrument, *_), alike in groupby(group, key=_stand):
            reason = _hanging(list(alike), names[instrument], len(evidence))
            for place in evidence:
                found[place].append(reason)
    for position in table.positions:
        for other in position.otherwise:
            where = stand_words(other.stage, other.direction, other.steps)
            words = f"It puts {actor_words(position.party)} elsewhere on {names[position.instrument]}: {where}."
            for place in _evidence(other.steps):
                found[place].append(Reason(rank=AMONG_OTHERS, words=words))
    return found


def _stand(position: Position) -> tuple[str, str, str]:
    return position.instrument, position.stage, position.direction


def _evidence(steps: Iterable[Step]) -> tuple[ActPlace, ...]:
    """The acts that steps stand on; rows of a list are evidence too, and nothing to judge here."""
    return tuple(sorted({(step.report, step.act) for step in steps}))


def _hanging(positions: Sequence[Position], instrument: str, acts: int) -> Reason:
    first = positions[0]
    where = f"{_whose(positions)} on {instrument} ({stand_words(first.stage, first.direction, first.steps)})"
    stand = "stands" if len(positions) == 1 else "stand"
    if acts == 1:
        return Reason(rank=ALONE, words=f"{where} {stand} on this act alone.")
    told = f"{where} {stand} on {count_words(acts, 'act')}, this one among them"
    if all(each.origins.most == 1 for each in positions):
        return Reason(rank=ONE_ORIGIN, words=f"{told}, all from {range_words(first.origins, own=first.party)}.")
    return Reason(rank=AMONG_OTHERS, words=f"{told}.")


def _whose(positions: Sequence[Position]) -> str:
    """*The position of Peru*, *The positions of Peru, Chile, Ghana and 88 more*."""
    names = [actor_words(each.party) for each in positions]
    left = len(names) - MOST_NAMED
    listed = ", ".join(names[:MOST_NAMED]) + (f" and {left} more" if left > 0 else "")
    return f"The position{'' if len(names) == 1 else 's'} of {listed}"


def _contradicted_words(contradiction: Contradiction) -> str:
    sides = ", ".join(f"{side.words} in {count_words(len(side.reports), 'report')}" for side in contradiction.sides)
    return f"Accounts differ: {contradiction.about} — {sides}."


def _contradicted(
    contradiction: Contradiction, positions: Iterable[Position], names: Mapping[str, str], fold: MatterFold
) -> Iterator[ActPlace]:
    """The acts by which accounts contradict each other."""
    reports, parties = set(contradiction.reports), {party.key for party in contradiction.parties}
    if contradiction.kind in ("stages", "directions"):
        for position in positions:
            if f"{actor_words(position.party)}, {names[position.instrument]}" == contradiction.about:
                for steps in (position.steps, *(other.steps for other in position.otherwise)):
                    yield from (place for place in _evidence(steps) if place[0] in reports)
        return
    if contradiction.kind == "parties":
        told = (told for each in fold.happenings() if each.words == contradiction.about for told in each.told)
        yield from ((each.report, each.act) for each in told if each.report in reports)
        return
    of_reports = [each for each in fold.tellings if each.report in reports and each.keys & parties]
    sorts = {each.sort for each in of_reports if each.words_of_act == contradiction.about}
    yield from (each.key for each in of_reports if not sorts or each.sort in sorts)
