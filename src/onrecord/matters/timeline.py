"""Timeline: the steps of a matter in the order in which they happened, told once however many reports tell them."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.matters.positions import stage_order
from onrecord.records.positions import Step, TimelineEntry

_Key = tuple[str, str, str, str]


def fold_timeline(steps: Iterable[Step]) -> tuple[TimelineEntry, ...]:
    """One entry for each party, instrument, stage and direction at one day; steps without any day come last.

    A step is placed on the day on which it happened where a report tells that, else on the day of its report. Of steps
    on one day those come first that lead to the others: leave is sought before it is granted. A later report that
    tells again of a step, without a time of its own, adds to the first entry of that step.
    """
    groups: defaultdict[_Key, list[Step]] = defaultdict(list)
    for step in steps:
        groups[step.party.key, step.instrument, step.stage, step.direction].append(step)
    entries = [entry for group in groups.values() for entry in _entries(group)]
    return tuple(sorted(entries, key=_place))


def _entries(steps: list[Step]) -> list[TimelineEntry]:
    """Of one party's steps to one stage: one entry a stated time, those without a time with the earliest."""
    ordered = sorted(steps, key=lambda step: (step.day or "9999", step.report, step.act))
    stated: defaultdict[str, list[Step]] = defaultdict(list)
    untimed = [step for step in ordered if not step.time.until]
    for step in ordered:
        if step.time.until:
            stated[step.day].append(step)
    if not stated:
        return [_entry(ordered[0].day, ordered)]
    first = min(stated)
    stated[first] += untimed
    return [_entry(day, stated[day]) for day in sorted(stated)]


def _entry(day: str, steps: list[Step]) -> TimelineEntry:
    step = steps[0]
    return TimelineEntry(
        day=day or None, is_stated=any(each.time.until for each in steps), party=step.party, instrument=step.instrument,
        stage=step.stage, direction=step.direction, steps=tuple(steps),
    )  # fmt: skip


def _place(entry: TimelineEntry) -> tuple[str, int, str, str]:
    return entry.day or "9999", stage_order(entry.stage), entry.instrument, entry.party.key
