"""Moves: how positions came to stand as they do, in the order in which the ledger came to hold what moved them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.matters.positions import fold_positions
from onrecord.records.matters import Matter
from onrecord.records.positions import Position, Step
from onrecord.records.stances import Direction, Stage

Stand = tuple[Stage, Direction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A position that is new (no `before`) or that moved, when the ledger recorded the step that moved it.

    A report that is recorded late may move a position by what had happened long before.
    """

    recorded: str
    before: Stand | None
    after: Stand
    step: Step


def find_moves(steps: Iterable[Step], matter: Matter) -> tuple[Move, ...]:
    """Every move, the last first. Steps without a time of recording are of no ledger, and make none."""
    by_party: defaultdict[str, list[Step]] = defaultdict(list)
    for step in steps:
        if step.recorded is not None:
            by_party[step.party.key].append(step)
    moves = [move for told in by_party.values() for move in _moves_of(told, matter)]
    key = {instrument.id: place for place, instrument in enumerate(matter.instruments)}
    moves.sort(key=lambda move: (key[move.step.instrument], move.step.party.key))
    return tuple(sorted(moves, key=lambda move: move.recorded, reverse=True))


def _moves_of(steps: list[Step], matter: Matter) -> Iterator[Move]:
    """The moves of one party: its positions folded anew each time that something was recorded of it."""
    standing: dict[str, Stand] = {}
    for time in sorted({step.recorded or "" for step in steps}):
        for position in fold_positions([step for step in steps if (step.recorded or "") <= time], matter):
            stand = (position.stage, position.direction)
            before = standing.get(position.instrument)
            if before != stand:
                standing[position.instrument] = stand
                yield Move(recorded=time, before=before, after=stand, step=_mover(position, time))


def _mover(position: Position, time: str) -> Step:
    """The step that was recorded then; where its recording took another one away, the last that is left."""
    return next((step for step in reversed(position.steps) if step.recorded == time), position.steps[-1])
