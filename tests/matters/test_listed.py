"""Listed: the steps of a list, beside those of reports."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.matters.folding import MatterFold, fold_matter
from onrecord.matters.listed import ListGiven
from onrecord.records import Reading
from onrecord.records.judgements import PartyName
from onrecord.records.matters import Matter
from onrecord.records.party_lists import ListRow, PartyList
from onrecord.records.positions import Position
from tests.matters.telling import MATTER, act, fold_of, reading_of

TOLD = reading_of(
    "Three states signed a joint statement that the Harbour Court must be free of pressure in the dredging case.",
    act("sign", "signed", ["3 states"], object="a joint statement"),
    published="2024-06-15",
)


def name(code: str, shown: str) -> PartyName:
    return PartyName(kind="state", name=shown, ids=(("iso3", code),))


FIJI, PERU, TOGO = name("FJI", "Fiji"), name("PER", "Peru"), name("TGO", "Togo")


def rows(*parties: PartyName | None) -> tuple[ListRow, ...]:
    return tuple(_row(at, party) for at, party in enumerate(parties, 2))


def _row(at: int, party: PartyName | None) -> ListRow:
    written = f"{party.name}*" if party else "Atlantis"
    return ListRow(place=f"B{at}", written=written, party=party, unresolved=None if party else "unknown")


def given(*parties: PartyName | None, **fields: Any) -> ListGiven:
    held = PartyList(
        **{
            "matter": "dredging", "instrument": "statement", "stage": "signed", "direction": "for", "title": "Annex",
            "publisher": "Mission of Fiji", "published": "2024-06-14", "digest": "00", "by": "Ada Fenn",
            "rows": rows(*parties),
        }
        | fields
    )  # fmt: skip
    return ListGiven(number=4, recorded="2024-07-01T08:00:00+00:00", list=held)


def fold(*lists: ListGiven, readings: tuple[Reading, ...] = (), matter: Matter = MATTER) -> MatterFold:
    return fold_matter(matter, fold_of(*readings, matter=matter).recorded, lists=lists)


def of(key: str, fold: MatterFold) -> Position:
    return next(position for position in fold.table().positions if position.party.key == key)


def test_listed_party_stands_where_the_list_says_with_its_row() -> None:
    position = of("FJI", fold(given(FIJI, PERU, happened="2024-06-13")))
    (step,) = position.steps
    assert (position.stage, position.direction, position.rules) == ("signed", "for", ("listed",))
    assert (step.list, step.act, step.quote, step.published) == (4, "B2", "Fiji*", "2024-06-14")
    assert (position.since, position.recorded) == ("2024-06-13", "2024-07-01T08:00:00+00:00")


def test_origin_of_a_listed_step_is_who_published_the_list() -> None:
    origins = of("FJI", fold(given(FIJI))).origins
    assert (origins.least, origins.most, [share.origin for share in origins.shares]) == (1, 1, ["Mission of Fiji"])


def test_name_that_is_not_resolved_makes_no_position_and_is_told() -> None:
    table = fold(given(FIJI, None, headline=3)).table()
    assert [position.party.key for position in table.positions] == ["FJI"]
    (told,) = table.lists
    assert (told.count, told.headline, [row.written for row in told.unresolved]) == (2, 3, ["Atlantis"])


def test_party_that_a_list_names_twice_takes_one_step() -> None:
    assert len(of("FJI", fold(given(FIJI, FIJI))).steps) == 1


def test_list_of_as_many_as_are_told_of_names_the_members_of_that_group() -> None:
    position = of("group 3 states", fold(given(FIJI, PERU, TOGO, headline=3), readings=(TOLD,)))
    assert [member.key for member in position.members] == ["FJI", "PER", "TGO"]


@pytest.mark.parametrize("parties", [(FIJI, PERU), (FIJI, PERU, None)])
def test_list_that_does_not_settle_all_names_no_members(parties: tuple[PartyName | None, ...]) -> None:
    position = of("group 3 states", fold(given(*parties, headline=3), readings=(TOLD,)))
    assert position.members == ()
    assert [candidate.key for candidate in position.candidates] == ["FJI", "PER"]


def test_list_published_later_is_not_in_the_table_as_of_a_day() -> None:
    later = fold(given(FIJI))
    assert (later.table(as_of="2024-06-13").positions, later.table(as_of="2024-06-13").lists) == ((), ())
    assert len(later.table(as_of="2024-06-14").positions) == 1


def test_list_on_an_instrument_that_the_matter_lost_is_left_out() -> None:
    assert fold(given(FIJI, instrument="petition")).table().lists == ()


def test_party_that_the_matter_does_not_follow_makes_no_position() -> None:
    listed = replace(MATTER, parties=("PER",), followed="listed")
    assert [each.party.key for each in fold(given(FIJI, PERU), matter=listed).table().positions] == ["PER"]


def test_report_and_list_of_one_step_make_one_position_of_two_origins() -> None:
    report = reading_of(
        "Fiji signed the joint statement on pressure on the Harbour Court over dredging, Radio Estuary said.",
        act("sign", "signed", ["FJI"], object="the joint statement", chain=["Radio Estuary"]),
        published="2024-06-16",
    )
    position = of("FJI", fold(given(FIJI), readings=(report,)))
    assert {step.list for step in position.steps} == {4, None}
    assert position.published == "2024-06-14"
