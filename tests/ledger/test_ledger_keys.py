"""Keys: under which spellings a party is found."""

import pytest

from onrecord.ledger.keys import name_key, party_keys
from tests.factories import make_party


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Türkiye", "TURKIYE"),
        ("The Guardian", "guardian"),
        ("O’Brien", "o'brien"),
        (" Côte  d'Ivoire ", "cote d’ivoire"),
    ],
)
def test_name_key_is_one_for_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_party_keys_know_persons_by_their_last_names() -> None:
    keys = party_keys(make_party(kind="person", name="Jean van der Berg"))
    assert {"jean van der berg", "van der berg", "berg"} <= keys
    assert "jean" not in keys


def test_party_keys_know_states_by_their_codes() -> None:
    assert party_keys(make_party(name="Israel", ids=(("iso3", "ISR"),))) == {"israel", "isr"}
