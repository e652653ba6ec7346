"""Party list: what it must have, what it counts, and the way through the codec."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records.codec import decode_record, encode_record
from onrecord.records.errors import RecordError
from onrecord.records.judgements import PartyName
from onrecord.records.party_lists import ListRow, ListWithdrawal, PartyList
from tests.records.strategies import any_record

FIJI, PERU = PartyName(kind="state", name="Fiji"), PartyName(kind="state", name="Peru")

GIVEN: dict[str, Any] = {"place": "A1", "written": "Fiji", "party": FIJI}


def row(written: str, party: PartyName | None = None, **fields: Any) -> ListRow:
    return ListRow(place="A1", written=written, party=party, unresolved=None if party else "unknown", **fields)


def make_list(*rows: ListRow, **fields: Any) -> PartyList:
    given = {
        "matter": "warrants", "instrument": "statement", "stage": "signed", "direction": "for", "title": "Annex",
        "digest": "00", "by": "Ada Fenn", "rows": rows or (row("Fiji", FIJI),),
    }  # fmt: skip
    return PartyList(**given | fields)


@given(st.lists(st.sampled_from([FIJI, PERU, None]), min_size=1, max_size=4), any_record(PartyName))
def test_list_and_withdrawal_survive_the_codec(parties: list[PartyName | None], other: PartyName) -> None:
    said = ListWithdrawal(withdraws=3, by="Ada Fenn", why=f"it is of {other.name}")
    parties.append(other)
    made = make_list(*(row(f"name {at}", party) for at, party in enumerate(parties)), headline=3, replaces=2)
    assert decode_record(encode_record(made), PartyList) == made
    assert decode_record(encode_record(said), ListWithdrawal) == said


def test_count_takes_each_party_once_and_each_name_that_is_not_resolved() -> None:
    made = make_list(row("Fiji", FIJI), row("FIJI", FIJI), row("Peru", PERU), row("Atlantis"), row("Atlantis"))
    assert (made.count, [len(rows) for rows in made.named.values()]) == (3, [2, 1])
    assert [each.written for each in made.unresolved] == ["Atlantis", "Atlantis"]


@pytest.mark.parametrize(("headline", "agrees"), [(None, None), (1, True), (93, False)])
def test_count_agrees_with_the_headline_or_does_not(headline: int | None, agrees: bool | None) -> None:
    assert make_list(headline=headline).agrees is agrees


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"by": " "}, "without by"),
        ({"title": ""}, "without title"),
        ({"headline": 0}, "no headline figure"),
        ({"rows": ()}, "without names"),
    ],
)
def test_list_wants_its_parts(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(RecordError, match=said):
        make_list(**fields)


@pytest.mark.parametrize(
    "fields", [{"written": " "}, {"party": FIJI, "unresolved": "unknown"}, {"party": None, "unresolved": None}]
)
def test_row_has_a_name_and_a_party_or_a_reason(fields: dict[str, Any]) -> None:
    with pytest.raises(RecordError):
        ListRow(**GIVEN | fields)


def test_withdrawal_says_who_and_why() -> None:
    with pytest.raises(RecordError, match="without why"):
        ListWithdrawal(withdraws=1, by="Ada Fenn", why="")
