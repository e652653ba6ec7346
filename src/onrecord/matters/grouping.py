"""Grouping: acts of several reports put together, one after another, where they are one event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.matters.events import common_days, days_fit, one_event
from onrecord.matters.tellings import Interval, Telling
from onrecord.records import ActStatus

Group = list[tuple[Telling, str]]  # each telling with why it is there


class Grouping:
    """Groups of tellings that grow by one telling after another.

    Of each group the days are kept in which the times of all its tellings fit. Groups are found by sort, status and
    actor: acts without a common actor are never one event.
    """

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._days: list[Interval] = []
        self._places: defaultdict[tuple[str, ActStatus, str], list[int]] = defaultdict(list)

    def add(self, telling: Telling) -> None:
        """Into the first group that it is one event with and whose times it fits; else into a group of its own."""
        keys = [(telling.sort, telling.act.status, key) for key in telling.keys or ("",)]
        found = next(self._fitting(telling, {at for key in keys for at in self._places[key]}), None)
        if found is None:
            at, why = len(self.groups), "told first"
            self.groups.append([])
            self._days.append(telling.interval)
        else:
            at, why = found
        self.groups[at].append((telling, why))
        self._days[at] = common_days(self._days[at], telling.interval)
        for key in keys:
            if at not in self._places[key]:
                self._places[key].append(at)

    def _fitting(self, telling: Telling, places: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The groups that a telling belongs to, the oldest first, each with why."""
        for at in sorted(places):
            if not days_fit(telling.interval, self._days[at]):
                continue
            for other, _ in self.groups[at]:
                if (why := one_event(telling, other)) is not None:
                    yield at, why
                    break
