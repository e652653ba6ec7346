"""Persons: titles, appositions, surnames, roles and whom they act for."""

from dataclasses import replace

import pytest

from onrecord.records import Party
from onrecord.records.analysis import Analysis, Name
from onrecord.resolve import PartyTable, resolve_parties
from tests.resolve.sentences import analyse, index_of

MINISTER = (
    "Maltese|A|3|amod Foreign|A|3|amod Minister|P|4|nmod:desc Ada|P|6|nsubj Moss|P|4|flat left|V|0|root .|.|6|punct"
)
PROSECUTOR = (
    "The|D|2|det ICC|P|5|nmod:poss 's|T|2|case chief|A|5|amod prosecutor|N|10|nsubj ,|.|7|punct Ines|P|5|appos "
    "Duarte|P|7|flat ,|.|7|punct objected|V|0|root .|.|10|punct"
)


def party_of(table: PartyTable, head: int) -> Party:
    (party,) = (party for party in table.parties if party.id in table.of(head))
    return party


def resolve(text: Analysis, *forms: str) -> tuple[PartyTable, list[int]]:
    heads = [index_of(text, form) for form in forms]
    return resolve_parties(text, heads), heads


def test_title_gives_role_and_state() -> None:
    text = analyse(MINISTER, names=["Ada Moss:person"])
    table, (head,) = resolve(text, "Ada")
    person = party_of(table, head)
    assert (person.kind, person.name, person.role) == ("person", "Ada Moss", "foreign minister")
    acted_for = next(party for party in table.parties if party.id == person.acts_for)
    assert dict(acted_for.ids)["iso3"] == "MLT"


def test_title_works_without_names_found() -> None:
    table, (head,) = resolve(analyse(MINISTER), "Ada")
    assert (party_of(table, head).name, party_of(table, head).role) == ("Ada Moss", "foreign minister")


def test_apposition_gives_name_and_role() -> None:
    text = analyse(PROSECUTOR, names=["Ines Duarte:person"])
    table, (role, name) = resolve(text, "prosecutor", "Ines")
    assert table.of(role) == table.of(name)
    person = party_of(table, name)
    assert (person.name, person.role) == ("Ines Duarte", "chief prosecutor")
    assert next(p.name for p in table.parties if p.id == person.acts_for) == "International Criminal Court"


def test_surname_role_and_pronoun_are_the_same_person() -> None:
    text = analyse(
        PROSECUTOR,
        "Duarte|P|2|nsubj warned|V|0|root that|S|6|mark the|D|5|det prosecutor|N|6|nsubj left|V|2|ccomp .|.|2|punct",
        "She|X|2|nsubj|<Duarte returned|V|0|root .|.|2|punct",
        names=["Ines Duarte:person", "Duarte:person"],
    )
    heads = [
        index_of(text, "Ines"),
        index_of(text, "Duarte", 1),
        index_of(text, "prosecutor", 1),
        index_of(text, "She"),
    ]
    table = resolve_parties(text, heads)
    assert {table.of(head) for head in heads} == {table.of(heads[0])}


def test_state_told_at_one_mention_holds_for_all() -> None:
    text = analyse(
        "Minister|P|2|nmod:desc Ada|P|4|nsubj Moss|P|2|flat left|V|0|root .|.|4|punct",
        MINISTER,
        names=["Ada Moss:person"],
    )
    table = resolve_parties(text, [1])
    assert party_of(table, 1).acts_for is not None
    assert {party.kind for party in table.parties} == {"person", "state"}


def test_former_minister_acts_for_nobody() -> None:
    text = analyse("Former|A|3|amod Maltese|A|3|amod minister|N|4|nmod:desc Ada|P|6|nsubj Moss|P|4|flat left|V|0|root")
    table, (head,) = resolve(text, "Ada")
    assert (party_of(table, head).role, party_of(table, head).acts_for) == ("former minister", None)


def test_minister_is_not_the_prime_minister() -> None:
    text = analyse(
        "Prime|A|2|amod Minister|P|3|nmod:desc Tom|P|5|nsubj Reed|P|3|flat left|V|0|root .|.|5|punct",
        "The|D|2|det minister|N|3|nsubj stayed|V|0|root",
        names=["Tom Reed:person"],
    )
    table, (named, unnamed) = resolve(text, "Tom", "minister")
    assert table.of(named) != table.of(unnamed)


def test_role_of_another_state_is_another_person() -> None:
    text = analyse(
        MINISTER,
        "The|D|4|det Kenyan|A|4|amod foreign|A|4|amod minister|N|5|nsubj stayed|V|0|root",
        names=["Ada Moss:person"],
    )
    table, (named, other) = resolve(text, "Ada", "minister")
    assert table.of(named) != table.of(other)
    assert party_of(table, other).name == "Kenyan foreign minister"


def test_spokesman_of_a_ministry_acts_for_its_state() -> None:
    text = analyse(
        "A|D|2|det spokesman|N|7|nsubj for|I|6|case the|D|6|det Kenyan|A|6|amod ministry|N|2|nmod objected|V|0|root"
    )
    table, (head,) = resolve(text, "spokesman")
    person = party_of(table, head)
    assert (person.kind, person.role, person.name) == ("person", "spokesman", "spokesman for the Kenyan ministry")
    assert next(p.name for p in table.parties if p.id == person.acts_for) == "Kenya"


def test_list_after_plural_title_shares_it() -> None:
    text = analyse(
        "Hamas|P|2|compound leaders|NS|3|nmod:desc Omar|P|9|nsubj Said|P|3|flat and|C|6|cc Ali|P|3|conj "
        "Nasser|P|6|flat then|R|9|advmod left|V|0|root",
        names=["Omar Said:person", "Ali Nasser:person"],
    )
    table, (head,) = resolve(text, "Omar")
    people = [party for party in table.parties if party.kind == "person"]
    assert len(table.of(head)) == 2
    assert [(person.name, person.role) for person in people] == [("Omar Said", "leader"), ("Ali Nasser", "leader")]
    assert len({person.acts_for for person in people}) == 1


def test_unnamed_officials_are_a_group_for_their_state() -> None:
    text = analyse(
        "Senior|A|2|amod officials|NS|8|nsubj in|I|7|case the|D|5|det Kenyan|P|7|nmod:poss 's|T|5|case "
        "ministry|N|2|nmod objected|V|0|root"
    )
    table, (head,) = resolve(text, "officials")
    group = party_of(table, head)
    assert (group.kind, group.of) == ("group", "person")
    assert next(p.name for p in table.parties if p.id == group.acts_for) == "Kenya"


def test_relative_pronoun_is_whom_it_describes() -> None:
    text = analyse(
        "Ada|P|7|nsubj Moss|P|1|flat ,|.|1|punct who|X|5|nsubj resigned|V|1|acl:relcl ,|.|1|punct left|V|0|root",
        names=["Ada Moss:person"],
    )
    table, (name, who) = resolve(text, "Ada", "who")
    assert table.of(name) == table.of(who)


def test_a_title_in_the_singular_is_not_that_of_whoever_is_named_after_it() -> None:
    row = (
        "Maltese|A|3|amod Foreign|A|3|amod Minister|P|4|nmod:desc Ada|P|9|nsubj Moss|P|4|flat and|C|7|cc Tom|P|4|conj "
        "Reed|P|7|flat left|V|0|root .|.|9|punct"
    )
    table, _ = resolve(analyse(row, names=["Ada Moss:person", "Tom Reed:person"]), "Ada", "Tom")
    persons = {party.name: party for party in table.parties if party.kind == "person"}
    assert persons["Ada Moss"].acts_for is not None
    assert (persons["Tom Reed"].role, persons["Tom Reed"].acts_for) == (None, None)


def test_of_two_of_one_surname_it_is_the_one_whom_the_text_names_more() -> None:
    text = analyse(
        "Ada|P|3|nsubj Moss|P|1|flat spoke|V|0|root",
        "Ada|P|3|nsubj Moss|P|1|flat sang|V|0|root",
        "Frank|P|3|nsubj Moss|P|1|flat slept|V|0|root",
        "Moss|P|2|nsubj left|V|0|root",
        names=["Ada Moss:person", "Frank Moss:person", "Moss:person"],
    )
    last = index_of(text, "Moss", 3)
    assert party_of(resolve_parties(text, [last]), last).name == "Ada Moss"


def test_state_after_a_name_with_a_title_is_acted_for() -> None:
    text = analyse(
        "Prime|A|2|amod Minister|P|3|nmod:desc Ada|P|7|nsubj Moss|P|3|flat of|I|6|case Fiji|P|3|nmod left|V|0|root",
        names=["Ada Moss of:person"],
    )
    table, (head,) = resolve(text, "Ada")
    person = party_of(table, head)
    assert (person.name, [p.name for p in table.parties if p.id == person.acts_for]) == ("Ada Moss", ["Fiji"])


def test_a_mayor_acts_for_no_state() -> None:
    text = analyse("The|D|2|det mayor|N|5|nsubj of|I|4|case Riga|P|2|nmod left|V|0|root")
    table, (head,) = resolve(text, "mayor")
    assert party_of(table, head).acts_for is None


def test_an_ambassador_is_of_whoever_sent_him() -> None:
    text = analyse("Ghana|P|4|nmod:poss 's|T|1|case UN|P|4|compound ambassador|N|5|nsubj left|V|0|root")
    table, (head,) = resolve(text, "ambassador")
    sent = party_of(table, head).acts_for
    assert [party.name for party in table.parties if party.id == sent] == ["Ghana"]


def test_the_general_is_no_prosecutor() -> None:
    text = analyse(
        "Prosecutor|P|2|nmod:desc Ines|P|4|nsubj Duarte|P|2|flat warned|V|0|root the|D|6|det general|N|4|obj",
        names=["Ines Duarte:person"],
    )
    table, (prosecutor, general) = resolve(text, "Ines", "general")
    assert table.of(prosecutor) != table.of(general)


def test_a_leader_of_two_acts_for_neither() -> None:
    text = analyse(
        "The|D|2|det president|N|8|nsubj of|T|4|case Peru|P|2|nmod and|C|7|cc of|T|7|case Hamas|P|4|conj "
        "objected|V|0|root",
        names=["Hamas:organization"],
    )
    table, (leader,) = resolve(text, "president")
    assert party_of(table, leader).acts_for is None


def test_a_human_explained_by_a_name_is_the_one_named() -> None:
    text = analyse(
        "One|#|2|nummod baker|N|7|nsubj|@person ,|.|4|punct Nora|P|2|appos Webb|P|4|flat ,|.|2|punct left|V|0|root",
        names=["Nora Webb:person"],
    )
    assert [party.name for party in resolve_parties(text, [1]).parties] == ["Nora Webb"]


def test_an_adverb_is_no_part_of_a_name() -> None:
    text = analyse("Ana|P|4|nsubj Sorel|P|1|flat once|R|4|advmod left|V|0|root", names=["Ana Sorel once:person"])
    assert [party.name for party in resolve_parties(text, [0]).parties] == ["Ana Sorel"]


def test_a_first_name_alone_is_the_one_person_of_that_first_name() -> None:
    text = analyse(
        "Ada|P|3|nsubj Moss|P|1|flat left|V|0|root .|.|3|punct",
        "Ada|P|2|nsubj returned|V|0|root",
        names=["Ada Moss:person", "Ada:person"],
    )
    assert [party.name for party in resolve_parties(text, [0, index_of(text, "Ada", 1)]).parties] == ["Ada Moss"]


def test_a_first_name_that_two_share_is_neither_of_them() -> None:
    text = analyse(
        "Ada|P|3|nsubj Moss|P|1|flat left|V|0|root .|.|3|punct",
        "Ada|P|3|nsubj Holt|P|1|flat left|V|0|root .|.|3|punct",
        "Ada|P|2|nsubj returned|V|0|root",
        names=["Ada Moss:person", "Ada Holt:person", "Ada:person"],
    )
    assert [party.name for party in resolve_parties(text, [index_of(text, "Ada", 2)]).parties] == ["Ada"]


@pytest.mark.parametrize(("word", "expected"), [("Tarvas", ["Ada Tarvas"]), ("TARVAS", ["Ada Tarvas", "TARVAS"])])
def test_a_surname_taken_for_a_body_is_the_person_named_in_full(word: str, expected: list[str]) -> None:
    text = analyse(
        "Ada|P|3|nsubj Tarvas|P|1|flat spoke|V|0|root .|.|3|punct", f"{word}|P|2|nsubj left|V|0|root",
        names=["Ada Tarvas:person"],
    )  # fmt: skip
    body = Name(first=4, last=4, kind="organisation", confidence=0.9)
    table = resolve_parties(replace(text, names=(*text.names, body)), [0, 4])
    assert [party.name for party in table.parties] == expected


def test_whoever_is_addressed_as_mr_is_a_person() -> None:
    text = analyse("Mr.|P|2|nmod:desc Hollis|P|3|nsubj left|V|0|root", names=["Hollis:organisation"])
    (party,) = resolve_parties(text, [1]).parties
    assert (party.kind, party.name) == ("person", "Hollis")


def test_what_stands_in_brackets_is_no_part_of_a_name() -> None:
    text = analyse("Lena|P|6|nsubj Holt|P|1|flat (|.|4|punct D|P|1|appos )|.|4|punct left|V|0|root")
    name = Name(first=0, last=3, kind="person", confidence=0.9)
    (party,) = resolve_parties(replace(text, names=(name,)), [0]).parties
    assert party.name == "Lena Holt"
