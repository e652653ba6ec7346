"""Listed: names as registers, annexes and spreadsheets write them, each to who it is or to the reason why not."""

import pycountry
import pytest

from onrecord.records.judgements import PartyName
from onrecord.resolve.listed import clean_written, resolve_listed, split_names
from onrecord.resolve.listed_rows import resolve_rows

CONGO = PartyName(kind="state", name="Congo", ids=(("iso3", "COG"), ("wikidata", "Q971")))
NOT_BY_THAT_NAME = {"HKG", "MAC", "TWN", "VGB", "VIR"}  # whose names in ISO 3166 say whose they are


def code_of(written: str) -> str | None:
    party = resolve_listed(written).party
    return dict(party[2]).get("iso3") if party else None


def test_every_name_of_iso_3166_is_the_state_of_its_code() -> None:
    wrong = [
        (country.alpha_3, name)
        for country in pycountry.countries
        for field in ("name", "official_name", "common_name", "alpha_3")
        if (name := getattr(country, field, None)) and code_of(name) != country.alpha_3
    ]
    assert ("COG", "Congo") in wrong, "it is the name of two"
    assert {code for code, _ in wrong} <= {"COG", *NOT_BY_THAT_NAME}
    assert {code_of(name) for _, name in wrong} == {None}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("12. Iran (Islamic Republic of)", "IRN"),
        ("(3) Congo (Democratic Republic of the)", "COD"),
        ("• NETHERLANDS (KINGDOM OF THE) †", "NLD"),
        ("Türkiye (Turkey)", "TUR"),
        ("Saint Kitts & Nevis [b]", "KNA"),
        ("St. Lucia*", "LCA"),
        ("the Gambia,", "GMB"),
        ("Georgia", "GEO"),
    ],
)
def test_name_of_an_annex_is_a_state(written: str, code: str) -> None:
    assert code_of(written) == code


@pytest.mark.parametrize("written", ["Denmark (Greenland)", "Lisbon", "Norwegians", "Atlantis", "Downing Street"])
def test_what_is_no_name_of_a_party_stays_unresolved(written: str) -> None:
    assert (resolve_listed(written).party, resolve_listed(written).candidates) == (None, ())


def test_name_of_two_states_has_both_as_candidates() -> None:
    assert [name for _, name, _ in resolve_listed("Korea").candidates] == ["North Korea", "South Korea"]


def test_known_body_is_listed_by_its_name() -> None:
    assert resolve_listed("European Union").party == ("organisation", "European Union", (("wikidata", "Q458"),))


def test_marks_are_cut_from_a_name_and_its_words_are_kept() -> None:
    assert [clean_written(each) for each in ("4) Fiji", "7 Peru", "- Chad [1]", "Oman", "G7")] == [
        "Fiji", "Peru", "Chad", "Oman", "G7",
    ]  # fmt: skip


def test_and_parts_two_known_names_only() -> None:
    assert list(split_names("Trinidad and Tobago, Chile and Peru, Foo and Bar")) == [
        "Trinidad and Tobago", "Chile", "Peru", "Foo and Bar",
    ]  # fmt: skip


def test_rows_say_who_is_meant_by_hand_or_why_nobody_is_known() -> None:
    names = [("line 1", "1. Fiji", "2024-06-14"), ("line 2", "CONGO*", None), ("line 3", "Korea", None),
             ("line 4", "Atlantis", None)]  # fmt: skip
    fiji, congo, korea, atlantis = resolve_rows(names, by_hand={"Congo": CONGO})
    assert (fiji.party and fiji.party.name, fiji.written, fiji.happened) == ("Fiji", "1. Fiji", "2024-06-14")
    assert (congo.party, congo.by_hand) == (CONGO, True)
    assert (korea.unresolved, len(korea.candidates)) == ("ambiguous", 2)
    assert (atlantis.unresolved, atlantis.candidates) == ("unknown", ())


def test_list_of_a_kind_takes_unknown_names_as_they_are() -> None:
    (row,) = resolve_rows([("A2", "2. Harbour Legal Aid", None)], by_hand={}, kind="organisation")
    assert row.party == PartyName(kind="organisation", name="Harbour Legal Aid")
