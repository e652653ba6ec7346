"""States: names, demonyms, capitals and seats of government, and what only the text can settle."""

import pycountry
import pytest

from onrecord.records import Party
from onrecord.records.analysis import Analysis
from onrecord.resolve import acts_as_party, resolve_parties
from onrecord.resolve.tables import ambiguous, states
from tests.resolve.sentences import analyse, index_of


def only_party(analysis: Analysis, form: str) -> Party:
    table = resolve_parties(analysis, [index_of(analysis, form)])
    (party,) = (party for party in table.parties if party.id in table.of(index_of(analysis, form)))
    return party


def test_states_cover_iso_3166_and_kosovo() -> None:
    assert set(states()) == {country.alpha_3 for country in pycountry.countries} | {"XKX"}


def test_states_have_distinct_wikidata_items() -> None:
    items = [entry.wikidata for entry in states().values()]
    assert len(set(items)) == len(items) == 250


@pytest.mark.parametrize(
    ("subject", "head", "iso3"),
    [
        ("Ankara|P|9|nsubj", "Ankara", "TUR"),
        ("Downing|P|2|compound Street|P|9|nsubj", "Street", "GBR"),
        ("The|D|3|det White|P|3|compound House|P|9|nsubj", "House", "USA"),
        ("The|D|2|det Kremlin|P|9|nsubj", "Kremlin", "RUS"),
        ("Tel|P|9|nsubj Aviv|P|1|flat", "Tel", "ISR"),
        ("“|.|2|punct Israel|P|9|nsubj ”|.|2|punct", "Israel", "ISR"),
        ("The|D|4|det British|A|4|amod foreign|A|4|amod office|N|9|nsubj", "office", "GBR"),
        ("Israel|P|4|nmod:poss 's|T|1|case foreign|A|4|amod ministry|N|9|nsubj", "ministry", "ISR"),
        ("The|D|3|det Turkish|A|3|amod parliament|N|9|nsubj", "parliament", "TUR"),
        ("The|D|3|det Israeli|A|3|amod occupation|N|5|nmod:poss 's|T|3|case ministry|N|9|nsubj", "ministry", "ISR"),
        ("The|D|3|det Czech|P|3|compound Republic|P|9|nsubj", "Republic", "CZE"),
        ("South|P|2|compound Korea|P|9|nsubj", "Korea", "KOR"),
        ("The|D|2|det UK|P|9|nsubj", "UK", "GBR"),
        ("Egyptian|A|2|amod authorities|NS|9|nsubj", "authorities", "EGY"),
        ("The|D|2|det government|N|9|nsubj of|I|4|case Kenya|P|2|nmod", "government", "KEN"),
    ],
)
def test_state_is_known_by_many_names(subject: str, head: str, iso3: str) -> None:
    words = subject.split()
    text = analyse(subject.replace("|9|", f"|{len(words) + 1}|") + " objected|V|0|root")
    party = only_party(text, head)
    assert (party.kind, dict(party.ids)["iso3"]) == ("state", iso3)


def test_brussels_is_the_union() -> None:
    party = only_party(analyse("Brussels|P|2|nsubj objected|V|0|root"), "Brussels")
    assert (party.kind, party.name) == ("organisation", "European Union")


def test_organs_of_one_state_are_one_party() -> None:
    text = analyse(
        "Malta|P|2|nsubj objected|V|0|root .|.|2|punct",
        "The|D|3|det Maltese|A|3|amod government|N|4|nsubj left|V|0|root .|.|4|punct",
        "The|D|2|det government|N|3|nsubj returned|V|0|root",
    )
    heads = [index_of(text, "Malta"), index_of(text, "government"), index_of(text, "government", 1)]
    table = resolve_parties(text, heads)
    assert [table.of(head) for head in heads] == [("p1",)] * 3
    assert [span.of(text.text) for span in table.parties[0].mentions] == [
        "Malta", "The Maltese government", "The government",
    ]  # fmt: skip


def test_organ_of_possessive_pronoun_is_its_state() -> None:
    text = analyse(
        "Malta|P|2|nsubj defended|V|0|root its|X|5|nmod:poss|<Malta spy|N|5|compound agencies|NS|2|obj",
    )
    assert only_party(text, "agencies").name == "Malta"


def test_georgia_is_settled_by_the_text() -> None:
    text = analyse("Georgia|P|2|nsubj objected|V|0|root ,|.|5|punct Tbilisi|P|5|nsubj said|V|2|parataxis")
    assert dict(only_party(text, "Georgia").ids)["iso3"] == "GEO"


def test_georgia_stays_open_without_evidence() -> None:
    text = analyse("Georgia|P|2|nsubj objected|V|0|root")
    table = resolve_parties(text, [0])
    assert table.parties[0].ids == ()
    assert table.unsettled("p1") == "Georgia may be Georgia or another place"


def test_congo_is_settled_by_its_capital() -> None:
    text = analyse("Congo|P|2|nsubj objected|V|0|root in|I|4|case Kinshasa|P|2|obl")
    assert dict(only_party(text, "Congo").ids)["iso3"] == "COD"


def test_ambiguous_names_have_evidence_for_each_candidate() -> None:
    assert all(evidence for candidates in ambiguous().values() for evidence in candidates.values())


def test_jordan_with_first_name_is_a_person() -> None:
    text = analyse("Petra|P|3|nsubj Jordan|P|1|flat objected|V|0|root", names=["Petra Jordan:person"])
    assert only_party(text, "Petra").kind == "person"


def test_longer_place_name_is_no_state() -> None:
    text = analyse("New|P|2|compound Jersey|P|3|nsubj objected|V|0|root", names=["New Jersey:location"])
    party = only_party(text, "Jersey")
    assert (party.kind, party.name, party.ids) == ("organisation", "New Jersey", ())


def test_place_where_something_happened_is_no_party() -> None:
    text = analyse(
        "At|I|4|case a|D|4|det news|N|4|compound conference|N|8|obl in|I|6|case Vienna|P|4|nmod "
        "Malta|P|8|nsubj objected|V|0|root"
    )
    assert not acts_as_party(text, index_of(text, "Vienna"))
    assert acts_as_party(text, index_of(text, "Malta"))


def test_from_a_state_is_a_party_after_a_verb_of_getting() -> None:
    text = analyse("Malta|P|2|nsubj received|V|0|root|=receive aid|N|2|obj from|I|5|case Japan|P|2|obl")
    assert acts_as_party(text, index_of(text, "Japan"))


def test_a_noun_right_before_a_state_says_what_the_state_is() -> None:
    text = analyse("its|X|2|nmod:poss neighbour|N|4|nsubj Sweden|P|2|appos left|V|0|root")
    assert dict(only_party(text, "neighbour").ids)["iso3"] == "SWE"


def test_a_province_is_not_the_state_of_the_capital_that_it_is_named_for() -> None:
    text = analyse("Washington|P|2|compound state|N|3|nsubj sued|V|0|root")
    assert all(not party.ids for party in resolve_parties(text, [index_of(text, "state")]).parties)


def test_a_place_that_is_sued_is_a_party_and_one_that_is_visited_is_none() -> None:
    found = {}
    for verb in ("sued", "visited"):
        lemma = {"sued": "sue", "visited": "visit"}[verb]
        text = analyse(f"Ada|P|2|nsubj {verb}|V|0|root|={lemma} Ohio|P|2|obj|@place", names=("Ohio:location",))
        found[verb] = [p.name for p in resolve_parties(text, [2]).parties]
    assert found == {"sued": ["Ohio"], "visited": []}
