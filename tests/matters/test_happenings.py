"""Happenings: what people decide of acts that are one event or not."""

from typing import Literal

from onrecord.matters.folding import Recorded, fold_matter
from onrecord.records import Reading
from onrecord.records.judgements import HappeningJudged
from tests.matters.telling import MATTER, act, reading_of


def criticism(words: str, day: str, status: str = "actual") -> Reading:
    told = act("oppose", "criticised", ["TGO"], ["Harbour Court"], object=words, status=status)
    return reading_of(f"Togo criticised {words} of dredging at the Harbour Court.", told, published=day)


SLOW = criticism("the slow pace", "2024-06-01")
COST = criticism("the rising cost", "2024-06-02")
AGAIN = criticism("the slow pace", "2024-06-03")
NOT = criticism("the meagre budget", "2024-06-04", status="negated")
NAMES = {reading.report.id: name for reading, name in ((SLOW, "slow"), (COST, "cost"), (AGAIN, "again"), (NOT, "not"))}

Verb = Literal["merge_happenings", "split_happenings"]


def groups(*judged: tuple[Verb, Reading, Reading]) -> set[frozenset[str]]:
    """The reports that tell one happening, by name."""
    decided = [
        HappeningJudged(verb=verb, acts=((one.report.id, "e1"), (other.report.id, "e1")), seq=number)
        for number, (verb, one, other) in enumerate(judged, 1)
    ]
    fold = fold_matter(MATTER, [Recorded(reading=each) for each in (SLOW, COST, AGAIN, NOT)], decided)
    return {frozenset(NAMES[told.report] for told in happening.told) for happening in fold.happenings()}


def test_criticisms_of_two_things_are_two_happenings() -> None:
    assert groups() == {frozenset({"slow", "again"}), frozenset({"cost"}), frozenset({"not"})}


def test_acts_that_people_put_together_are_one() -> None:
    assert frozenset({"slow", "again", "cost"}) in groups(("merge_happenings", SLOW, COST))


def test_acts_that_people_part_are_two() -> None:
    assert groups(("split_happenings", SLOW, AGAIN)) == {frozenset({name}) for name in NAMES.values()}


def test_last_word_counts() -> None:
    both: tuple[tuple[Verb, Reading, Reading], ...] = (
        ("merge_happenings", SLOW, COST),
        ("split_happenings", COST, SLOW),
    )
    assert groups(*both) == groups()


def test_done_and_not_done_are_put_together_by_nobody() -> None:
    assert groups(("merge_happenings", SLOW, NOT)) == groups()
