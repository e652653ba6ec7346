"""resolve_parties: documents, pronouns, refusals, order, mentions and speed."""

import time

from onrecord.records import is_within
from onrecord.resolve import resolve_parties
from tests.resolve.sentences import analyse, index_of

SAID = "Malta|P|2|nsubj said|V|0|root it|X|4|nsubj left|V|2|ccomp .|.|2|punct"


def test_document_is_a_source_and_found_again() -> None:
    text = analyse(
        "A|D|3|det joint|A|3|amod statement|N|4|nsubj warned|V|0|root Malta|P|4|obj .|.|4|punct",
        "The|D|2|det statement|N|3|nsubj added|V|0|root",
    )
    table = resolve_parties(text, [2, index_of(text, "statement", 1)])
    assert [(party.kind, party.name) for party in table.parties] == [("document", "joint statement")]


def test_pronoun_follows_its_antecedent() -> None:
    text = analyse("Malta|P|2|nsubj met|V|0|root Japan|P|2|obj .|.|2|punct", "It|X|2|nsubj|<Japan objected|V|0|root")
    table = resolve_parties(text, [index_of(text, "It")])
    assert table.parties[0].name == "Japan"


def test_pronoun_without_antecedent_takes_nearest_fitting_subject() -> None:
    text = analyse(SAID)
    assert resolve_parties(text, [2]).parties[0].name == "Malta"


def test_wrong_antecedent_is_not_followed() -> None:
    text = analyse(
        "Ada|P|3|nsubj Moss|P|1|flat met|V|0|root Japan|P|3|obj .|.|3|punct",
        "She|X|2|nsubj|<Japan objected|V|0|root",
        names=["Ada Moss:person"],
    )
    assert resolve_parties(text, [index_of(text, "She")]).parties[0].name == "Ada Moss"


def test_pronoun_is_left_out_when_nothing_fits() -> None:
    text = analyse("They|X|2|nsubj objected|V|0|root")
    table = resolve_parties(text, [0])
    assert (table.parties, table.of(0), table.refused(0)) == ((), (), "unresolved pronoun")


def test_we_is_left_to_the_caller() -> None:
    assert resolve_parties(analyse("We|X|2|nsubj objected|V|0|root"), [0]).refused(0) == "unresolved pronoun"


def test_abstract_noun_is_refused() -> None:
    table = resolve_parties(analyse("The|D|2|det weather|N|3|nsubj changed|V|0|root"), [1])
    assert (table.of(1), table.refused(1)) == ((), "abstract")


def test_head_that_was_not_asked_for_says_so() -> None:
    assert resolve_parties(analyse(SAID), [0]).refused(2) == "not asked for"


def test_parties_stand_in_text_order_with_their_mentions() -> None:
    text = analyse(
        "Japan|P|2|nsubj warned|V|0|root Malta|P|2|obj .|.|2|punct",
        "Valletta|P|2|nsubj objected|V|0|root to|I|4|case Tokyo|P|2|obl",
    )
    table = resolve_parties(text, [index_of(text, form) for form in ("Valletta", "Malta", "Tokyo", "Japan")])
    assert [(party.id, party.name) for party in table.parties] == [("p1", "Japan"), ("p2", "Malta")]
    assert [[span.of(text.text) for span in party.mentions] for party in table.parties] == [
        ["Japan", "Tokyo"], ["Malta", "Valletta"],
    ]  # fmt: skip


def test_mentions_lie_in_the_text() -> None:
    text = analyse(SAID)
    table = resolve_parties(text, range(len(text.tokens)))
    assert all(is_within(span, text.text) for party in table.parties for span in party.mentions)


def test_every_head_of_a_text_may_be_asked_for() -> None:
    text = analyse("“|.|3|punct No|D|3|det !|.|0|root ”|.|3|punct")
    assert resolve_parties(text, range(4)).parties == ()


def test_empty_text_has_no_parties() -> None:
    assert resolve_parties(analyse(), []).parties == ()


def test_resolving_grows_in_step_with_the_text() -> None:
    text = analyse(*[SAID] * 400)
    resolve_parties(analyse(SAID), [0])
    start = time.process_time()
    resolve_parties(text, [index_of(text, "Malta", 399)])
    assert time.process_time() - start < 1.0


def test_inner_words_of_a_name_and_title_stand_for_it() -> None:
    text = analyse(
        "Minister|P|4|nsubj Ada|P|1|flat Moss|P|1|flat left|V|0|root the|D|7|det White|P|7|compound House|P|4|obj",
        names=["Ada Moss:person"],
    )
    table = resolve_parties(text, range(len(text.tokens)))
    assert [party.name for party in table.parties] == ["Ada Moss", "United States"]
    assert table.of(index_of(text, "Minister")) == table.of(index_of(text, "Moss"))
    assert table.of(index_of(text, "White")) == table.of(index_of(text, "House"))


def test_modifier_that_names_nobody_is_refused() -> None:
    text = analyse("Kenyan|A|3|amod spy|N|3|compound agencies|NS|4|nsubj objected|V|0|root")
    table = resolve_parties(text, [1, 2])
    assert table.refused(1) == "a modifier inside a phrase"
    assert table.parties[0].name == "Kenya"


def test_who_is_left_out_of_a_row_is_not_in_it() -> None:
    analysis = analyse(
        "Malawi|P|6|nsubj ,|.|1|punct but|C|5|cc not|R|5|advmod Zambia|P|1|conj condemned|V|0|root Peru|P|6|obj"
    )
    table = resolve_parties(analysis, [0])
    assert [party.name for party in table.parties if party.id in table.of(0)] == ["Malawi"]
