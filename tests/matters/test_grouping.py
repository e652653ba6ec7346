"""Grouping: acts of several reports that are one event."""

from dataclasses import replace

from onrecord.matters.folding import Recorded, fold_matter
from onrecord.records import ActTime, Reading
from tests.matters.telling import MATTER, act, reading_of


def criticism(day: str, since: str, until: str) -> Reading:
    time = ActTime(since=since, until=until, basis="stated")
    told = act("oppose", "criticised", ["TGO"], ["Harbour Court"], object="the slow pace")
    reading = reading_of("Togo criticised the slow pace of dredging at the Harbour Court.", told, published=day)
    return replace(reading, acts=tuple(replace(each, time=time) for each in reading.acts))


def test_telling_must_fit_the_times_of_all_that_are_one_event() -> None:
    """The second and the third fit the first, and not each other."""
    readings = [
        criticism("2024-06-10", "2024-06-01", "2024-06-09"),
        criticism("2024-06-11", "2024-06-01", "2024-06-03"),
        criticism("2024-06-12", "2024-06-07", "2024-06-09"),
    ]
    fold = fold_matter(MATTER, [Recorded(reading=each) for each in readings])
    assert sorted(len(happening.told) for happening in fold.happenings()) == [1, 2]
