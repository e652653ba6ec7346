"""Lists: recorded once, replaced and withdrawn by rows of their own, known as of a moment; on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from onrecord.ledger import Ledger, open_ledger
from onrecord.records.errors import LedgerError
from onrecord.records.judgements import Judgement, PartyName
from onrecord.records.party_lists import ListRow, ListWithdrawal, PartyList
from tests.ledger.making import NOW, dump, numbered, open_at

TURKEY = PartyName(kind="state", name="Turkey")
TURKIYE = PartyName(kind="state", name="Türkiye", ids=(("iso3", "TUR"),))
ANNEX = PartyList(
    matter="warrants",
    instrument="statement",
    stage="signed",
    direction="for",
    title="Annex to the joint statement",
    publisher="Mission of Freedonia",
    published="2024-06-14",
    headline=93,
    digest="00",
    by="Ada Fenn",
    rows=(
        ListRow(place="A1", written="Turkey", party=TURKEY),
        ListRow(place="A2", written="Atlantis", unresolved="unknown"),
    ),
)
MENDED = replace(ANNEX, rows=ANNEX.rows[:1], replaces=1)
WITHDRAWAL = ListWithdrawal(withdraws=1, by="Bo Lind", why="it is of another statement")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with open_at(place) as opened:
        yield opened


def standing(ledger: Ledger) -> list[int]:
    return [entry.seq for entry in ledger.lists() if entry.ended_by is None]


def test_list_is_given_back_as_it_was_given(ledger: Ledger) -> None:
    entry, is_new = ledger.add_list(ANNEX)
    assert (entry.seq, entry.recorded_at, is_new) == (1, NOW, True)
    assert list(ledger.lists()) == [entry]
    assert entry.list == ANNEX


def test_same_list_is_not_recorded_twice(ledger: Ledger) -> None:
    ledger.add_list(ANNEX)
    entry, is_new = ledger.add_list(ANNEX)
    assert (entry.seq, is_new, standing(ledger)) == (1, False, [1])


def test_list_that_was_replaced_stands_no_more_and_is_kept(ledger: Ledger) -> None:
    ledger.add_list(ANNEX)
    ledger.add_list(MENDED)
    first, second = ledger.lists()
    assert (first.list, first.ended_by, second.ended_by) == (ANNEX, 2, None)


def test_list_that_was_withdrawn_says_by_whom_and_can_be_given_again(ledger: Ledger) -> None:
    ledger.add_list(ANNEX)
    ledger.withdraw_list(WITHDRAWAL)
    (entry,) = ledger.lists()
    assert (entry.ended_by, entry.withdrawal) == (2, WITHDRAWAL)
    assert ledger.add_list(ANNEX)[0].seq == 3


def test_lists_of_one_matter_are_told_apart(ledger: Ledger) -> None:
    ledger.add_list(ANNEX)
    ledger.add_list(replace(ANNEX, matter="treaty"))
    assert [entry.seq for entry in ledger.lists(matter="treaty")] == [2]


def test_what_was_known_at_a_moment_is_without_what_came_later(place: str) -> None:
    moments = iter([NOW, NOW, NOW + timedelta(days=2)])
    with open_ledger(place, clock=lambda: next(moments)) as ledger:
        ledger.add_list(ANNEX)
        ledger.withdraw_list(WITHDRAWAL)
    with open_at(place) as ledger:
        assert [entry.ended_by for entry in ledger.lists(until=NOW + timedelta(days=1))] == [None]
        assert list(ledger.lists(until=datetime(2024, 1, 1, tzinfo=NOW.tzinfo))) == []


@pytest.mark.parametrize(
    ("seq", "said"), [(7, "no list 7 in the ledger: found the lists 1"), (1, "list 1 does not stand any more")]
)
def test_list_that_does_not_stand_cannot_be_ended(ledger: Ledger, seq: int, said: str) -> None:
    ledger.add_list(ANNEX)
    if seq == 1:
        ledger.withdraw_list(WITHDRAWAL)
    for end in (
        lambda: ledger.withdraw_list(replace(WITHDRAWAL, withdraws=seq)),
        lambda: ledger.add_list(replace(MENDED, replaces=seq)),
    ):
        with pytest.raises(LedgerError, match=said):
            end()


def test_parties_that_people_said_to_be_one_are_one_in_lists(ledger: Ledger) -> None:
    ledger.add_list(ANNEX)
    merge = Judgement(verb="merge_parties", by="Ada Fenn", why="renamed", parties=(TURKIYE, TURKEY))
    ledger.judge(merge)
    (entry,) = ledger.lists()
    assert [row.party for row in entry.list.rows] == [TURKIYE, None]


def test_list_is_known_after_the_ledger_was_rebuilt(place: str) -> None:
    with open_at(place) as ledger:
        ledger.append(numbered(1))
        ledger.add_list(ANNEX)
        before = dump(place)
        ledger.rebuild()
    assert dump(place) == before
