"""Salience: which subject *it* goes on with."""

from onrecord.resolve import PartyTable, resolve_parties
from tests.resolve.sentences import analyse, index_of


def named(table: PartyTable, word: int) -> list[str]:
    return [party.name for party in table.parties if party.id in table.of(word)]


def test_it_in_a_relative_clause_is_the_subject_of_the_clause_around() -> None:
    analysis = analyse(
        "Chad|P|2|nsubj left|V|0|root and|C|6|cc Mali|P|6|nsubj will|U|6|aux free|V|2|conj soldiers|NS|6|obj"
        " whom|X|10|obj it|X|10|nsubj captured|V|7|acl:relcl"
    )
    table = resolve_parties(analysis, [0, 3, 8])
    assert named(table, index_of(analysis, "it")) == ["Mali"]


def test_it_that_opens_a_sentence_is_the_subject_of_the_last_one_and_nothing_farther_back() -> None:
    analysis = analyse(
        "Peru|P|2|nsubj left|V|0|root", "It|X|2|expl rained|V|0|root", "Chad|P|2|nsubj sued|V|0|root Mali|P|2|obj",
        "It|X|2|nsubj|<Peru urged|V|0|root Niger|P|2|obj",
    )  # fmt: skip
    table = resolve_parties(analysis, [0, 4, 7])
    assert named(table, 7) == ["Chad"]


def test_it_does_not_look_past_the_subjects_of_two_sentences() -> None:
    analysis = analyse(
        "Peru|P|2|nsubj left|V|0|root", "Chad|P|2|nsubj sued|V|0|root Mali|P|2|obj", "Ana|P|2|nsubj left|V|0|root",
        "Ana|P|2|nsubj said|V|0|root nobody|X|4|nsubj knew|V|2|ccomp it|X|4|obj|<Peru",
    )  # fmt: skip
    table = resolve_parties(analysis, [0, 2, 11])
    assert named(table, 11) != ["Peru"]


def test_it_as_an_object_is_the_object_of_the_clause_before() -> None:
    analysis = analyse(
        "Peru|P|2|nsubj sued|V|0|root Mali|P|2|obj but|C|6|cc Chad|P|6|nsubj praised|V|2|conj it|X|6|obj"
    )
    table = resolve_parties(analysis, [0, 2, 6])
    assert named(table, 6) == ["Mali"]


def test_she_in_what_somebody_says_is_who_says_it_and_nobody_farther_back() -> None:
    analysis = analyse(
        "Ada|P|2|nsubj left|V|0|root", "Lea|P|2|nsubj said|V|0|root she|X|4|nsubj|<Ada paid|V|2|ccomp",
        names=("Ada:person", "Lea:person"),
    )  # fmt: skip
    table = resolve_parties(analysis, [0, 2, 4])
    assert named(table, 4) == ["Lea"]


def test_she_in_a_clause_joined_to_what_somebody_says_is_who_says_it() -> None:
    analysis = analyse(
        "Ada|P|2|nsubj left|V|0|root",
        "Lea|P|2|nsubj said|V|0|root Chad|P|4|nsubj paid|V|2|ccomp and|C|7|cc she|X|7|nsubj|<Ada sued|V|4|conj",
        names=("Ada:person", "Lea:person"),
    )
    table = resolve_parties(analysis, [0, 2, 7])
    assert named(table, index_of(analysis, "she")) == ["Lea"]


def test_she_whom_the_sentence_names_before_the_saying_is_she() -> None:
    analysis = analyse(
        "After|S|3|mark Ada|P|3|nsubj left|V|6|advcl ,|.|3|punct Lea|P|6|nsubj said|V|0|root"
        " she|X|8|nsubj|<Ada paid|V|6|ccomp",
        names=("Ada:person", "Lea:person"),
    )
    table = resolve_parties(analysis, [1, 4, 6])
    assert named(table, 6) == ["Ada"]
