"""Review queue: the acts of a matter that nobody has judged yet, in the order in which a look at them pays most."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.answers.kept_folds import KeptFold
from onrecord.ledger.verdicts import RULE_MARK
from onrecord.records import Act, Reading
from onrecord.records.positions import Position

Order = Literal["position", "sureness"]
ActPlace = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedAct:
    """An act that waits for a person's word, with the positions that it is evidence for."""

    reading: Reading
    act: Act
    positions: tuple[Position, ...]

    @property
    def name(self) -> str:
        """*r:3zo4fhc2wfkrcqxp#e1*, as an act is named on the command line."""
        return f"{self.reading.report.id}#{self.act.id}"

    @property
    def hangs(self) -> bool:
        """Whether a position stands on this act alone."""
        return any(len(position.steps) == 1 for position in self.positions)


def queue_acts(kept: KeptFold, order: Order = "position") -> list[QueuedAct]:
    """The least sure first; by `position`, before them those that a position stands on alone, then its other steps."""
    evidence = _evidence(kept.table().positions)
    queued = [
        QueuedAct(reading=page.reading, act=act, positions=tuple(evidence.get((report, act.id), ())))
        for report, page in kept.fold.pages.items()
        for act in page.reading.acts
        if not act.rule.startswith(RULE_MARK)
    ]
    return sorted(queued, key=_by_position if order == "position" else _by_sureness)


def find_place(queue: Sequence[QueuedAct], name: str | None) -> int | None:
    """Where the act of a name stands; None where it waits for nothing."""
    return next((place for place, each in enumerate(queue) if each.name == name), None)


def find_queued(kept: KeptFold, name: str) -> QueuedAct | None:
    """An act of a matter by its name, whether somebody judged it or not; None where the matter has no such act."""
    report, _, act_id = name.rpartition("#")
    page = kept.fold.pages.get(report)
    found = next((act for act in page.reading.acts if act.id == act_id), None) if page else None
    if page is None or found is None:
        return None
    evidence = _evidence(kept.table().positions)
    return QueuedAct(reading=page.reading, act=found, positions=tuple(evidence.get((report, act_id), ())))


def _evidence(positions: Iterable[Position]) -> dict[ActPlace, list[Position]]:
    """The positions that stand on each act, by its report and id."""
    found: dict[ActPlace, list[Position]] = defaultdict(list)
    for position in positions:
        for place in dict.fromkeys((step.report, step.act) for step in position.steps if not step.list):
            found[place].append(position)
    return found


def _by_sureness(each: QueuedAct) -> tuple[float, str]:
    return each.act.confidence, each.name


def _by_position(each: QueuedAct) -> tuple[int, float, str]:
    return 0 if each.hangs else 1 if each.positions else 2, *_by_sureness(each)
