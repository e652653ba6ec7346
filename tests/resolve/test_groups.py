"""Groups: counts with their bounds, who is counted, members, and the same group later on."""

import pytest

from onrecord.records import Count
from onrecord.resolve import resolve_parties
from onrecord.resolve.counts import value_of
from tests.resolve.sentences import analyse, index_of


@pytest.mark.parametrize(
    ("subject", "head", "of", "count"),
    [
        ("25|#|2|nummod countries|NS|9|nsubj", "countries", "state", Count(value=25)),
        ("At|I|2|case least|A|3|nmod 20|#|9|nsubj of|I|6|case the|D|6|det members|NS|3|nmod", "20", None,
         Count(value=20, bound="at_least")),
        ("dozens|NS|9|nsubj of|I|3|case states|NS|1|nmod", "dozens", "state", None),
        ("More|A|3|advmod than|I|1|fixed 90|#|4|nummod countries|NS|9|nsubj", "countries", "state",
         Count(value=90, bound="at_least")),
        ("some|D|2|advmod 40|#|9|nsubj", "40", None, Count(value=40, bound="about")),
        ("nearly|R|2|advmod 100|#|3|nummod nations|NS|9|nsubj", "nations", "state", Count(value=100, bound="about")),
        ("up|R|3|advmod to|I|1|fixed 12|#|4|nummod states|NS|9|nsubj", "states", "state",
         Count(value=12, bound="at_most")),
        ("a|D|2|det dozen|N|3|compound states|NS|9|nsubj", "states", "state", Count(value=12)),
        ("two|#|2|nummod dozen|N|3|compound states|NS|9|nsubj", "states", "state", Count(value=24)),
        ("hundreds|NS|9|nsubj of|I|3|case protesters|NS|1|nmod", "hundreds", "person", None),
        ("25|#|3|nummod foreign|A|3|amod ministers|NS|9|nsubj", "ministers", "person", Count(value=25)),
        ("twenty-five|#|2|nummod lawmakers|NS|9|nsubj", "lawmakers", "person", Count(value=25)),
        ("1,200|#|2|nummod workers|NS|9|nsubj", "workers", "person", Count(value=1200)),
        ("93|#|4|nummod ICC|P|4|compound member|N|4|compound states|NS|9|nsubj", "states", "state", Count(value=93)),
        ("93|#|3|nummod ICC|P|3|compound members|NS|9|nsubj", "members", "state", Count(value=93)),
        ("a|D|2|det group|N|9|nsubj of|I|5|case 20|#|5|nummod states|NS|2|nmod", "group", "state", Count(value=20)),
        ("Both|D|2|det countries|NS|9|nsubj", "countries", "state", Count(value=2)),
    ],
)  # fmt: skip
def test_group_has_kind_and_count(subject: str, head: str, of: str | None, count: Count | None) -> None:
    words = subject.split()
    text = analyse(subject.replace("|9|", f"|{len(words) + 1}|") + " objected|V|0|root")
    (party,) = resolve_parties(text, [index_of(text, head)]).parties
    assert (party.kind, party.of, party.count, party.members) == ("group", of, count, ())


def test_things_counted_are_no_party() -> None:
    text = analyse("25|#|2|nummod vessels|NS|3|nsubj|@object left|V|0|root")
    assert resolve_parties(text, [1]).refused(1) == "object"


def test_members_are_those_the_text_names() -> None:
    text = analyse(
        "Three|#|2|nummod states|NS|10|nsubj –|.|4|punct Chile|P|2|appos ,|.|6|punct Peru|P|4|conj and|C|8|cc "
        "Bolivia|P|4|conj –|.|4|punct objected|V|0|root"
    )
    table = resolve_parties(text, [1])
    names = {party.id: party.name for party in table.parties}
    group = next(party for party in table.parties if party.kind == "group")
    assert (group.name, group.count) == ("Three states", Count(value=3))
    assert [names[member] for member in group.members] == ["Chile", "Peru", "Bolivia"]


@pytest.mark.parametrize(("count", "expected"), [("Nine", ["Peru", "Chile"]), ("Two", [])])
def test_members_named_at_the_end_of_the_sentence_are_fewer_than_the_group(count: str, expected: list[str]) -> None:
    text = analyse(
        f"{count}|#|2|nummod members|NS|3|nsubj|=member signed|V|0|root ,|.|3|punct among|I|6|case them|X|7|nmod "
        "Peru|P|3|parataxis and|C|9|cc Chile|P|7|conj .|.|3|punct"
    )
    table = resolve_parties(text, [1])
    names = {party.id: party.name for party in table.parties}
    group = next(party for party in table.parties if party.kind == "group")
    assert [names[member] for member in group.members] == expected


def test_all_who_are_said_to_be_among_a_group_are_its_members() -> None:
    text = analyse(
        "Peru|P|7|nsubj and|C|3|cc Chile|P|1|conj were|U|7|cop among|I|7|case the|D|7|det states|NS|0|root "
        "that|X|9|nsubj signed|V|7|acl:relcl"
    )
    table = resolve_parties(text, [index_of(text, "states")])
    names = {party.id: party.name for party in table.parties}
    group = next(party for party in table.parties if party.kind == "group")
    assert [names[member] for member in group.members] == ["Peru", "Chile"]


def test_count_without_names_has_no_members() -> None:
    text = analyse("25|#|2|nummod countries|NS|3|nsubj met|V|0|root .|.|3|punct", "Malta|P|2|nsubj left|V|0|root")
    table = resolve_parties(text, [1, index_of(text, "Malta")])
    assert next(party for party in table.parties if party.kind == "group").members == ()


def test_same_count_is_the_same_group() -> None:
    text = analyse(
        "93|#|2|nummod states|NS|3|nsubj met|V|0|root .|.|3|punct",
        "Malta|P|2|nsubj thanked|V|0|root the|D|5|det 93|#|5|nummod countries|NS|2|obj .|.|2|punct",
        "The|D|3|det large|A|3|amod group|N|6|nsubj of|I|5|case states|NS|3|nmod left|V|0|root",
    )
    heads = [1, index_of(text, "countries"), index_of(text, "group")]
    table = resolve_parties(text, heads)
    assert [table.of(head) for head in heads] == [("p1",)] * 3


def test_description_is_left_open_between_two_groups() -> None:
    text = analyse(
        "93|#|2|nummod states|NS|3|nsubj met|V|0|root 25|#|5|nummod nations|NS|3|obj .|.|3|punct",
        "The|D|2|det countries|NS|3|nsubj left|V|0|root",
    )
    table = resolve_parties(text, [1, 4, index_of(text, "countries")])
    assert len({table.of(1), table.of(4), table.of(index_of(text, "countries"))}) == 3


def test_coordination_gives_each_conjunct() -> None:
    text = analyse("Malta|P|5|nsubj and|C|4|cc its|X|4|nmod:poss allies|NS|1|conj objected|V|0|root")
    table = resolve_parties(text, [0])
    assert table.of(0) == ("p1", "p2")
    assert [(party.kind, party.name) for party in table.parties] == [("state", "Malta"), ("group", "its allies")]


def test_one_official_is_a_person() -> None:
    table = resolve_parties(analyse("One|#|2|nummod official|N|3|nsubj objected|V|0|root"), [1])
    assert [(party.kind, party.name) for party in table.parties] == [("person", "One official")]


def test_one_state_is_a_group_of_one_unnamed() -> None:
    table = resolve_parties(analyse("One|#|2|nummod country|N|3|nsubj objected|V|0|root"), [1])
    assert [(party.kind, party.count) for party in table.parties] == [("group", Count(value=1))]


def test_number_written_in_two_words_is_one_number() -> None:
    text = analyse("Sixty|#|3|nummod -|.|3|punct four|#|4|nummod states|NS|5|nsubj objected|V|0|root")
    assert resolve_parties(text, [3]).parties[0].count == Count(value=64)


def test_listed_members_are_read_without_the_tree() -> None:
    text = analyse(
        "Two|#|2|nummod states|NS|8|nsubj –|.|4|punct Chile|P|8|dep and|C|6|cc Peru|P|8|dep –|.|8|punct signed|V|0|root"
    )
    table = resolve_parties(text, [1])
    assert len(next(party for party in table.parties if party.kind == "group").members) == 2


def test_list_longer_than_the_count_gives_no_members() -> None:
    text = analyse(
        "Two|#|2|nummod states|NS|10|nsubj –|.|4|punct Chile|P|10|dep ,|.|6|punct Peru|P|10|dep and|C|8|cc "
        "Bolivia|P|10|dep –|.|10|punct signed|V|0|root"
    )
    table = resolve_parties(text, [1])
    assert next(party for party in table.parties if party.kind == "group").members == ()


def test_presidents_of_two_states_act_for_neither() -> None:
    text = analyse("The|D|2|det presidents|NS|7|nsubj of|I|4|case Chad|P|2|nmod and|C|6|cc Niger|P|4|conj met|V|0|root")
    (party,) = resolve_parties(text, [index_of(text, "presidents")]).parties
    assert (party.kind, party.acts_for, party.members) == ("group", None, ())


def test_a_share_is_no_count() -> None:
    text = analyse("60|#|2|nummod percent|N|6|nsubj of|I|5|case the|D|5|det delegates|NS|2|nmod left|V|0|root")
    (party,) = resolve_parties(text, [index_of(text, "percent")]).parties
    assert (party.kind, party.count) == ("group", None)


def test_governments_of_named_states_are_those_states() -> None:
    text = analyse(
        "The|D|2|det governments|NS|7|nsubj of|I|4|case Peru|P|2|nmod and|C|6|cc Chile|P|4|conj met|V|0|root"
    )
    group = next(p for p in resolve_parties(text, [index_of(text, "governments")]).parties if p.kind == "group")
    assert (group.count, len(group.members)) == (Count(value=2), 2)


def test_a_coalition_of_so_many_is_a_group() -> None:
    text = analyse("A|D|2|det coalition|N|6|nsubj of|I|5|case 16|#|5|nummod states|NS|2|nmod sued|V|0|root")
    (party,) = resolve_parties(text, [index_of(text, "coalition")]).parties
    assert (party.kind, party.of, party.count) == ("group", "state", Count(value=16))


LISTED = (
    "%s|D|2|det rivals|NS|8|nsubj|@person ,|.|4|punct Ada|P|2|appos Moss|P|4|flat and|C|7|cc Vale|P|4|conj"
    " left|V|0|root"
)


def test_those_set_beside_a_definite_noun_are_all_of_them() -> None:
    text = analyse(LISTED % "His", names=["Ada Moss:person", "Vale:person"])
    assert resolve_parties(text, [1]).parties[0].count == Count(value=2)


def test_those_set_beside_an_indefinite_noun_may_be_some_of_them() -> None:
    text = analyse(LISTED % "Some", names=["Ada Moss:person", "Vale:person"])
    assert resolve_parties(text, [1]).parties[0].count is None


def test_the_pair_are_the_two_named_before() -> None:
    text = analyse(
        "Chile|P|4|nsubj and|C|3|cc Peru|P|1|conj objected|V|0|root", "the|D|2|det pair|N|3|nsubj left|V|0|root"
    )
    table = resolve_parties(text, [0, 2, 5])
    names = {party.id: party.name for party in table.parties}
    (pair,) = (party for party in table.parties if party.kind == "group")
    assert (pair.count, [names[member] for member in pair.members]) == (Count(value=2), ["Chile", "Peru"])


def test_a_pair_of_things_is_no_party() -> None:
    text = analyse("the|D|2|det pair|N|6|nsubj|@object of|I|4|case shoes|NS|2|nmod|@object was|V|6|aux sold|V|0|root")
    assert resolve_parties(text, [1]).refused(1) == "object"


@pytest.mark.parametrize(
    "later",
    [
        "The|D|3|det other|A|3|amod states|NS|4|nsubj left|V|0|root",
        "The|D|2|det states|NS|6|nsubj of|I|5|case the|D|5|det south|N|2|nmod left|V|0|root",
    ],
)
def test_others_and_those_told_apart_are_not_those_named_before(later: str) -> None:
    text = analyse("Four|#|2|nummod states|NS|3|nsubj signed|V|0|root .|.|3|punct", later)
    table = resolve_parties(text, [index_of(text, "states"), index_of(text, "states", 1)])
    assert table.of(index_of(text, "states")) != table.of(index_of(text, "states", 1))


@pytest.mark.parametrize("figure", ["9" * 400, "99999999999999999999"])
def test_figure_too_large_to_count_anybody_is_no_count(figure: str) -> None:
    assert value_of(figure) is None
    assert value_of("1,200") == 1200
