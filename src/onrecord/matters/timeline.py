"""Timeline: the steps of a matter in the order in which they happened, told once however many reports tell them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.matters.positions import is_so_far, stage_order
from onrecord.records import ActTime
from onrecord.records.positions import Step, TimelineEntry

_Key = tuple[str, str, str, str, bool]


def fold_timeline(steps: Iterable[Step]) -> tuple[TimelineEntry, ...]:
    """One entry for each party, instrument, stage and direction at one time; steps without any day come last.

    A step is placed where the time begins that a report tells for it, else on the day of its report. Of
    steps on one day those come first that lead to the others: leave is sought before it is granted. Stated times that
    overlap are one: *in June* and *on 27 June*. A later report that tells again of a step, without a time of its own,
    adds to the last entry that it can mean. What was not done *so far* is another entry than what was never done.
    """
    groups: defaultdict[_Key, list[Step]] = defaultdict(list)
    for step in steps:
        groups[step.party.key, step.instrument, step.stage, step.direction, is_so_far(step)].append(step)
    entries = [entry for group in groups.values() for entry in _entries(group)]
    return tuple(sorted(entries, key=_place))


def _entries(steps: list[Step]) -> list[TimelineEntry]:
    """Of one party's steps to one stage: one entry a stated time, and one for what was reported before any of them."""
    ordered = sorted(steps, key=lambda step: (step.day or "9999", step.report, step.act))
    clusters: list[tuple[ActTime, list[Step]]] = []
    for step in sorted((each for each in ordered if each.time.until), key=lambda each: _width(each.time)):
        told = next((told for time, told in clusters if _overlap(time, step.time)), None)
        if told is None:
            clusters.append((step.time, [step]))
        else:
            told.append(step)
    clusters.sort(key=lambda cluster: cluster[0].since or "")
    before: list[Step] = []
    for step in (each for each in ordered if not each.time.until):
        meant = [told for time, told in clusters if (time.since or "") <= (step.published or "9999")]
        (meant[-1] if meant else before).append(step)
    return [_entry(time, told) for time, told in ([(ActTime(), before)] if before else []) + clusters]


def _width(time: ActTime) -> tuple[bool, str, str]:
    return (time.since or "")[:10] != (time.until or "")[:10], time.until or "", time.since or ""


def _overlap(one: ActTime, other: ActTime) -> bool:
    return (one.since or "") <= (other.until or "9999") and (other.since or "") <= (one.until or "9999")


def _entry(time: ActTime, steps: Sequence[Step]) -> TimelineEntry:
    """The steps by their reports, the earliest first; placed where the narrowest time begins that they state."""
    ordered = sorted(steps, key=lambda step: (step.published or "9999", step.report, step.act))
    step = ordered[0]
    return TimelineEntry(
        day=(time.since or time.until or "")[:10] or min((each.day for each in ordered if each.day), default=None),
        is_stated=bool(time.until), time=time,
        party=step.party, instrument=step.instrument, stage=step.stage, direction=step.direction, steps=tuple(ordered),
    )  # fmt: skip


def _place(entry: TimelineEntry) -> tuple[str, float, str, str]:
    return entry.day or "9999", stage_order(entry.stage), entry.instrument, entry.party.key
