"""Runs: titles and possessives where the tree broke them apart."""

from onrecord.resolve import find_phrase, resolve_parties
from tests.resolve.sentences import analyse, index_of


def test_title_is_read_though_its_words_hang_elsewhere() -> None:
    text = analyse(
        "Malta|P|2|nsubj warned|V|0|root Kenyan|A|4|amod occupation|N|2|obj Prime|A|2|advmod Minister|P|2|obl "
        "Ada|P|2|xcomp Moss|P|7|flat",
        names=["Ada Moss:person"],
    )
    phrase = find_phrase(text, index_of(text, "Ada"))
    person = next(p for p in resolve_parties(text, [phrase.head]).parties if p.kind == "person")
    assert (phrase.first, phrase.last) == (2, 7)
    assert (person.name, person.role) == ("Ada Moss", "prime minister")


def test_apposition_is_read_from_commas() -> None:
    text = analyse(
        "The|D|2|det ICC|P|5|nmod:poss ’s|T|2|case chief|A|5|amod prosecutor|N|10|nsubj ,|.|10|punct Ines|P|10|dep "
        "Duarte|P|7|flat ,|.|10|punct objected|V|0|root",
        names=["Ines Duarte:person"],
    )
    table = resolve_parties(text, [4, 6])
    assert table.of(4) == table.of(6)


def test_owner_is_read_from_the_words_before_an_organ() -> None:
    text = analyse("Malta|P|2|nsubj asked|V|0|root Kenya|P|2|iobj 's|T|3|case foreign|A|2|amod ministry|N|2|obj")
    table = resolve_parties(text, [index_of(text, "ministry")])
    assert table.parties[0].name == "Kenya"


def test_possessive_after_and_is_the_party_before_it() -> None:
    text = analyse(
        "The|D|2|det Guardian|P|3|nsubj revealed|V|0|root efforts|NS|3|obj by|I|6|case Kenya|P|4|nmod and|C|10|cc "
        "its|X|10|nmod:poss|<Guardian spy|N|10|compound agencies|NS|4|conj"
    )
    table = resolve_parties(text, [index_of(text, "agencies")])
    assert table.parties[0].name == "Kenya"


def test_group_is_read_though_its_noun_hangs_elsewhere() -> None:
    text = analyse(
        "93|#|2|nummod states|NS|3|nsubj met|V|0|root .|.|3|punct",
        "The|D|3|det large|A|3|amod group|N|8|nsubj of|I|7|case ICC|P|7|compound member|N|3|nmod "
        "states|NS|3|acl:relcl left|V|0|root",
    )
    table = resolve_parties(text, [1, index_of(text, "group")])
    assert table.of(1) == table.of(index_of(text, "group"))


def test_two_office_nouns_are_one_office() -> None:
    text = analyse("The|D|2|det Prosecutor|P|5|nmod:poss General|P|5|compound 's|T|2|case request|N|0|root")
    table = resolve_parties(text, [1, 2])
    assert table.of(1) == table.of(2)
    assert len(table.parties) == 1


def test_secretary_of_state_before_a_name_is_a_title() -> None:
    text = analyse(
        "Secretary|N|6|nsubj of|I|3|case state|N|1|nmod Ada|P|1|flat Moss|P|4|flat left|V|0|root",
        names=["Ada Moss:person"],
    )
    assert [p.name for p in resolve_parties(text, [0]).parties] == ["Ada Moss"]


def test_a_body_that_opens_the_title_of_whom_something_is_done_to_stands_for_him() -> None:
    text = analyse(
        "Chad|P|2|nsubj met|V|0|root Union|P|2|obj Home|N|5|compound Minister|P|6|nmod:desc Ada|P|2|obj Moss|P|6|flat",
        names=["Ada Moss:person"],
    )
    table = resolve_parties(text, [2, 5])
    assert table.of(2) == table.of(5)
