"""Genders: of whom *he* and *she* may be said, by title, office and given name."""

from onrecord.records.analysis import Analysis
from onrecord.resolve import resolve_parties
from onrecord.resolve.tables import given_names
from tests.resolve.sentences import analyse, index_of

NAMES = ("Tom Reed:person", "Ada Moss:person", "Quill:person", "Frost:person")
MET = "{}|P|3|nsubj {}|P|1|flat met|V|0|root {}|P|3|obj {}|P|4|flat .|.|3|punct"


def named(text: Analysis, word: str) -> list[str]:
    table = resolve_parties(text, [token.index for token in text.tokens])
    by_id = {party.id: party.name for party in table.parties}
    return [by_id[party] for party in table.of(index_of(text, word))]


def test_a_pronoun_is_nobody_whose_given_name_is_of_the_other_gender() -> None:
    text = analyse(MET.format("Ada", "Moss", "Tom", "Reed"), "He|X|2|nsubj|<Ada left|V|0|root", names=NAMES)
    assert named(text, "He") == ["Tom Reed"]


def test_a_pronoun_is_the_one_of_its_gender_though_he_was_no_subject() -> None:
    text = analyse(MET.format("Ada", "Moss", "Tom", "Reed"), "He|X|2|nsubj left|V|0|root", names=NAMES)
    assert named(text, "He") == ["Tom Reed"]


def test_a_title_tells_where_no_given_name_does() -> None:
    titled = "Mrs|P|2|nmod:desc Quill|P|3|nsubj spoke|V|0|root .|.|3|punct"
    assert named(analyse(titled, "He|X|2|nsubj|<Quill left|V|0|root", names=NAMES), "He") == []
    assert named(analyse(titled, "She|X|2|nsubj|<Quill left|V|0|root", names=NAMES), "She") == ["Quill"]


def test_an_office_in_woman_tells_and_one_in_man_does_not() -> None:
    text = "{}|N|2|nmod:desc Frost|P|3|nsubj spoke|V|0|root .|.|3|punct"
    later = "He|X|2|nsubj|<Frost left|V|0|root"
    assert named(analyse(text.format("congresswoman"), later, names=NAMES), "He") == []
    assert named(analyse(text.format("chairman"), later, names=NAMES), "He") == ["Frost"]


def test_a_name_that_men_and_women_bear_says_nothing() -> None:
    assert {"Andrea", "Kim", "Jean", "Nicola", "Alexis"}.isdisjoint(given_names())
    assert set(given_names().values()) == {"m", "f"}
