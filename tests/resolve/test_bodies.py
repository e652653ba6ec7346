"""Bodies: courts, organisations and what stands for them later in a text."""

from onrecord.resolve import resolve_parties
from onrecord.resolve.tables import spellings
from tests.resolve.sentences import analyse, index_of

ICC = "The|D|4|det International|P|4|compound Criminal|P|4|compound Court|P|5|nsubj ruled|V|0|root .|.|5|punct"


def test_court_judges_and_chamber_are_the_only_court() -> None:
    text = analyse(
        ICC,
        "The|D|2|det judges|NS|3|nsubj agreed|V|0|root .|.|3|punct",
        "Pre-Trial|P|2|compound Chamber|P|4|nsubj I|#|2|nummod left|V|0|root .|.|4|punct",
        "ICC|P|2|compound judges|NS|3|nsubj returned|V|0|root",
    )
    heads = [index_of(text, "Court"), index_of(text, "judges"), index_of(text, "Chamber"), index_of(text, "judges", 1)]
    table = resolve_parties(text, heads)
    assert {table.of(head) for head in heads} == {("p1",)}
    assert table.parties[0].kind == "court"
    assert dict(table.parties[0].ids)["wikidata"] == "Q47488"


def test_court_is_left_open_between_two() -> None:
    text = analyse(
        "The|D|2|det ICC|P|3|nsubj backed|V|0|root the|D|5|det ICJ|P|3|obj .|.|3|punct",
        "The|D|2|det court|N|3|nsubj left|V|0|root",
    )
    table = resolve_parties(text, [index_of(text, "court")])
    assert (table.parties[0].name, table.parties[0].ids) == ("court", ())


def test_national_court_acts_for_its_state() -> None:
    text = analyse("Kenya|P|4|nmod:poss 's|T|1|case Supreme|P|4|compound Court|P|5|nsubj ruled|V|0|root")
    table = resolve_parties(text, [3])
    court = next(party for party in table.parties if party.kind == "court")
    assert court.name == "Kenya's Supreme Court"
    assert next(p.name for p in table.parties if p.id == court.acts_for) == "Kenya"


def test_bloc_is_the_only_fitting_body() -> None:
    text = analyse(
        "Mercosur|P|2|nsubj objected|V|0|root .|.|2|punct",
        "The|D|2|det bloc|N|3|nsubj left|V|0|root",
    )
    table = resolve_parties(text, [0, index_of(text, "bloc")])
    assert table.of(index_of(text, "bloc")) == table.of(0)


def test_bloc_is_left_open_between_two() -> None:
    text = analyse(
        "Mercosur|P|2|nsubj met|V|0|root ASEAN|P|2|obj .|.|2|punct",
        "The|D|2|det bloc|N|3|nsubj left|V|0|root",
    )
    table = resolve_parties(text, [index_of(text, "bloc")])
    assert (table.parties[0].kind, table.parties[0].name) == ("organisation", "bloc")


def test_antecedent_decides_between_two_blocs() -> None:
    text = analyse(
        "Mercosur|P|2|nsubj met|V|0|root ASEAN|P|2|obj .|.|2|punct",
        "The|D|2|det bloc|N|3|nsubj|<Mercosur left|V|0|root",
    )
    table = resolve_parties(text, [index_of(text, "bloc")])
    assert table.parties[0].name == "Mercosur"


def test_unknown_organisation_keeps_its_phrase() -> None:
    text = analyse("Harbour|P|2|compound Lines|P|3|nsubj objected|V|0|root", names=["Harbour Lines:organisation"])
    table = resolve_parties(text, [1])
    assert (table.parties[0].kind, table.parties[0].name) == ("organisation", "Harbour Lines")


def test_abbreviation_in_brackets_is_what_it_shortens() -> None:
    text = analyse(
        "The|D|4|det Harbour|P|4|compound Masters|P|4|compound Council|P|8|nsubj (|.|6|punct HMC|P|4|appos "
        ")|.|6|punct objected|V|0|root .|.|8|punct",
        "The|D|2|det HMC|P|3|nsubj left|V|0|root",
        names=["Harbour Masters Council:organisation", "HMC:organisation"],
    )
    table = resolve_parties(text, [3, index_of(text, "HMC", 1)])
    assert table.of(3) == table.of(index_of(text, "HMC", 1))


def test_agency_of_a_state_acts_for_it() -> None:
    table = resolve_parties(analyse("The|D|2|det CIA|P|3|nsubj objected|V|0|root"), [1])
    agency = next(party for party in table.parties if party.kind == "organisation")
    assert next(p.name for p in table.parties if p.id == agency.acts_for) == "United States"


def test_lower_case_word_is_no_abbreviation() -> None:
    text = analyse("Malta|P|2|nsubj told|V|0|root us|X|2|obj who|X|5|nsubj left|V|2|ccomp")
    table = resolve_parties(text, [2, 3])
    assert table.of(2) == ()
    assert table.refused(2) == "unresolved pronoun"


def test_tables_hold_several_hundred_bodies_and_outlets() -> None:
    bodies = {s.entry.name for s in spellings() if s.entry.kind in ("organisation", "court")}
    outlets = {s.entry.name for s in spellings() if s.entry.kind == "outlet"}
    assert len(bodies) > 300
    assert len(outlets) > 500


def test_antecedent_of_another_kind_is_not_followed() -> None:
    text = analyse(
        "The|D|2|det Guardian|P|3|nsubj quoted|V|0|root the|D|5|det IAEA|P|3|obj .|.|3|punct",
        "The|D|2|det agency|N|3|nsubj|<Guardian left|V|0|root",
    )
    table = resolve_parties(text, [index_of(text, "agency")])
    assert table.parties[0].name == "International Atomic Energy Agency"


def test_an_appeals_chamber_is_a_court_and_a_chamber_need_not_be() -> None:
    text = analyse(
        "The|D|3|det appeals|NS|3|compound chamber|N|4|nsubj ruled|V|0|root .|.|4|punct",
        "A|D|3|det lower|A|3|amod chamber|N|4|nsubj voted|V|0|root",
    )
    table = resolve_parties(text, [index_of(text, "chamber"), index_of(text, "chamber", 1)])
    assert [party.kind for party in table.parties] == ["court", "group"]


def test_what_a_department_is_for_does_not_own_it() -> None:
    text = analyse(
        "Department|P|4|nsubj of|I|3|case Fisheries|P|1|nmod left|V|0|root",
        names=("Department of Fisheries:organisation",),
    )
    assert [party.name for party in resolve_parties(text, [0]).parties] == ["Department of Fisheries"]


def test_an_outlet_inside_the_name_of_a_ministry_is_none() -> None:
    text = analyse(
        "Ministry|P|5|nsubj of|I|4|case Foreign|P|4|compound Affairs|P|1|nmod left|V|0|root",
        names=("Ministry of Foreign Affairs:organisation",),
    )
    assert [(p.kind, p.name) for p in resolve_parties(text, [0]).parties] == [
        ("organisation", "Ministry of Foreign Affairs")
    ]


def test_a_body_whose_name_has_an_and_is_one() -> None:
    text = analyse(
        "Ministry|P|6|nsubj of|I|3|case Transport|P|1|nmod and|C|5|cc Mines|P|1|conj left|V|0|root",
        names=("Ministry of Transport and Mines:organisation",),
    )
    assert len(resolve_parties(text, [0]).of(0)) == 1


def test_a_body_whose_name_opens_with_a_lone_letter_is_one() -> None:
    text = analyse("G|P|4|nsubj -|.|1|punct III|#|1|flat left|V|0|root", names=("G - III:organisation",))
    assert len(resolve_parties(text, [0]).of(0)) == 1


def test_the_agency_is_left_open_where_others_are_named() -> None:
    text = analyse(
        "Kestrel|P|2|nsubj sued|V|0|root Boreal|P|2|obj .|.|2|punct", "The|D|2|det agency|N|3|nsubj left|V|0|root",
        names=("Kestrel:organisation", "Boreal:organisation"),
    )  # fmt: skip
    table = resolve_parties(text, [0, 2, 5])
    assert table.of(5)[0] in table.left_open


def test_both_sides_who_act_are_left_open() -> None:
    table = resolve_parties(analyse("Both|D|2|det sides|NS|3|nsubj met|V|0|root"), [1])
    assert table.left_open == set(table.of(1))


def test_my_brothers_are_left_open() -> None:
    table = resolve_parties(analyse("My|X|2|nmod:poss brothers|NS|3|nsubj met|V|0|root"), [1])
    assert table.left_open == set(table.of(1))


def test_a_body_keeps_what_comes_after_the_commas_of_its_name() -> None:
    text = analyse(
        "Chamber|P|7|nsubj of|I|3|case Trade|P|1|nmod ,|.|5|punct Mines|P|1|nmod .|.|7|punct left|V|0|root",
        names=("Chamber of Trade , Mines:organisation",),
    )
    assert [party.name for party in resolve_parties(text, [0]).parties] == ["Chamber of Trade, Mines"]


def test_a_body_of_the_capital_is_none_of_the_state() -> None:
    text = analyse(
        "Nairobi|P|3|compound City|P|3|compound Government|P|4|nsubj left|V|0|root",
        names=("Nairobi City Government:organisation",),
    )
    assert [party.name for party in resolve_parties(text, [2]).parties] == ["Nairobi City Government"]


def test_the_authority_is_the_one_that_is_named_so() -> None:
    text = analyse(
        "Water|P|2|compound Authority|P|3|nsubj spoke|V|0|root .|.|3|punct",
        "The|D|2|det authority|N|3|nsubj left|V|0|root",
        names=("Water Authority:organisation",),
    )
    table = resolve_parties(text, [1, index_of(text, "authority")])
    assert table.of(index_of(text, "authority")) == table.of(1)


def test_an_organisation_is_no_union_whatever_coreference_says() -> None:
    text = analyse(
        "A|D|2|det union|N|3|nsubj grew|V|0|root .|.|3|punct",
        "The|D|2|det organisation|N|3|nsubj|<union left|V|0|root",
    )
    table = resolve_parties(text, [1, index_of(text, "organisation")])
    assert table.of(1) != table.of(index_of(text, "organisation"))


def test_both_nations_who_act_are_left_open() -> None:
    table = resolve_parties(analyse("Both|D|2|det nations|NS|3|nsubj met|V|0|root"), [1])
    assert table.left_open == set(table.of(1))


def test_a_court_of_another_instance_is_another_court() -> None:
    supreme = "The|D|3|det Supreme|P|3|compound Court|P|4|nsubj sat|V|0|root .|.|4|punct"
    later = "The|D|3|det {}|N|3|compound court|N|4|nsubj|<Court refused|V|0|root"
    for kind, expected in (("appeals", "appeals court"), ("high", "Supreme Court")):
        text = analyse(supreme, later.format(kind), names=["Supreme Court:organisation"])
        table = resolve_parties(text, [index_of(text, "Court"), index_of(text, "court")])
        (party,) = table.of(index_of(text, "court"))
        assert next(p.name for p in table.parties if p.id == party) == expected


def test_some_of_a_party_are_people_and_not_the_party() -> None:
    for opening, expected in (("Some|D|2|det", "Some Democrats"), ("The|D|2|det", "Democratic Party")):
        text = analyse(f"{opening} Democrats|PS|3|nsubj|@person left|V|0|root")
        (party,) = resolve_parties(text, [index_of(text, "Democrats")]).parties
        assert party.name == expected


def test_the_prefectural_government_is_of_no_state() -> None:
    chad = "Chad|P|3|nmod:poss 's|T|1|case government|N|4|nsubj sat|V|0|root .|.|4|punct"
    text = analyse(chad, "The|D|3|det prefectural|A|3|amod government|N|4|nsubj|<government left|V|0|root")
    table = resolve_parties(text, [index_of(text, "government", 1)])
    assert [party.name for party in table.parties] == ["prefectural government"]


def test_forces_are_not_those_of_a_state_long_past() -> None:
    yemen = "Yemen|P|3|nmod:poss 's|T|1|case forces|NS|4|nsubj left|V|0|root .|.|4|punct"
    mali = "Mali|P|2|nsubj slept|V|0|root .|.|2|punct"
    text = analyse(yemen, mali, mali, mali, "Security|N|2|compound forces|NS|3|nsubj shot|V|0|root")
    table = resolve_parties(text, [index_of(text, "forces", 1)])
    assert "Yemen" not in {party.name for party in table.parties}


def test_a_government_does_not_support_itself() -> None:
    peru = "Peru|P|3|nmod:poss 's|T|1|case government|N|4|nsubj sat|V|0|root .|.|4|punct"
    text = analyse(peru, "The|D|2|det government|N|3|nsubj supports|V|0|root Peru|P|3|obj")
    table = resolve_parties(text, [index_of(text, "government", 1)])
    assert [party.name for party in table.parties] == ["government"]


def test_an_organ_goes_by_the_names_of_its_sort() -> None:
    peru = "Peru|P|3|nmod:poss 's|T|1|case parliament|N|4|nsubj sat|V|0|root .|.|4|punct"
    for words, expected in (("The|D|2|det assembly|N|3|nsubj", "Peru"), ("The|D|2|det army|N|3|nsubj", "army")):
        text = analyse(peru, f"{words} voted|V|0|root")
        table = resolve_parties(text, [index_of(text, words.split()[1].split("|")[0])])
        assert [party.name for party in table.parties] == [expected]


def test_foreign_forces_are_not_those_of_the_state_named() -> None:
    chad = "Chad|P|3|nmod:poss 's|T|1|case army|N|4|nsubj left|V|0|root .|.|4|punct"
    text = analyse(chad, "Foreign|A|2|amod forces|NS|3|nsubj came|V|0|root")
    table = resolve_parties(text, [index_of(text, "forces")])
    assert "Chad" not in {party.name for party in table.parties}


def test_an_envoy_is_the_ambassador_named_before() -> None:
    named = "Chad|P|3|nmod:poss 's|T|1|case ambassador|N|7|nsubj ,|.|5|punct Issa|P|3|appos Bako|P|5|flat left|V|0|root"
    text = analyse(named, "The|D|2|det envoy|N|3|nsubj spoke|V|0|root", names=["Issa Bako:person"])
    table = resolve_parties(text, [index_of(text, "ambassador"), index_of(text, "envoy")])
    assert table.of(index_of(text, "envoy")) == table.of(index_of(text, "ambassador"))
