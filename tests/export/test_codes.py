"""Codes: the state that a party is, acts for, or is named after."""

import pytest

from onrecord.export.codes import code_of
from onrecord.records import Party
from tests.factories import make_party

CHAD = make_party("p1", name="Chad", ids=(("iso3", "TCD"),))


def code(party: Party) -> str | None:
    return code_of(party, {"p1": CHAD, party.id: party})


def test_a_state_has_its_own_code() -> None:
    assert code(CHAD) == "TCD"


def test_who_acts_for_a_state_has_its_code() -> None:
    assert code(make_party("p2", kind="person", name="Rosa Diaz", acts_for="p1")) == "TCD"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("two Chadian drivers", "TCD"),
        ("South Korean sailors", "KOR"),
        ("US servicemen", "USA"),
        ("Chad's forest fund", "TCD"),
        ("the people among us", None),
        ("Chadian and Malian drivers", None),
        ("an anti-Chad league", None),
        ("drivers", None),
        ("Georgian drivers", None),
    ],
)
def test_others_have_the_code_of_the_state_in_their_name(name: str, found: str | None) -> None:
    assert code(make_party("p2", kind="group", name=name)) == found
