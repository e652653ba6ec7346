"""Word mends: what small words lead to."""

from onrecord.reader.word_mends import (
    act_on_objects,
    find_auxiliaries,
    find_cases,
    join_hyphens,
    leave_owners,
    lift_cases,
)


def test_what_follows_a_thing_that_is_owned_is_not_of_its_owner() -> None:
    texts = ["rejection", "of", "bloc", "'s", "offer", "by", "Chad"]
    heads, deprels = [-1, 4, 4, 2, 0, 6, 2], ["root", "case", "nmod:poss", "case", "nmod", "case", "nmod"]
    leave_owners(texts, heads, deprels)
    assert heads[6] == 4


def test_has_before_a_participle_helps_it() -> None:
    upos = ["NOUN", "VERB", "VERB", "NOUN"]
    heads, deprels = [1, -1, 1, 2], ["nsubj", "root", "ccomp", "obj"]
    find_auxiliaries(["premier", "has", "rejected", "plan"], heads, deprels, upos)
    assert (heads, deprels) == ([2, 2, -1, 2], ["nsubj", "aux", "root", "obj"])
    assert upos[1] == "AUX"


def test_has_before_a_clause_with_a_subject_stays_a_verb() -> None:
    heads, deprels = [1, -1, 3, 1], ["nsubj", "root", "nsubj", "ccomp"]
    find_auxiliaries(["Chad", "had", "troops", "leave"], heads, deprels, ["PROPN", "VERB", "NOUN", "VERB"])
    assert deprels[1] == "root"


def test_what_stands_before_a_phrase_that_wants_a_preposition_is_that() -> None:
    heads, deprels = [-1, 0, 0], ["root", "compound:prt", "obl"]
    find_cases(["called", "on", "Kenya"], heads, deprels, ["VERB", "ADP", "PROPN"])
    assert (heads[1], deprels[1]) == (2, "case")


def test_a_preposition_before_an_owner_leads_to_what_he_owns() -> None:
    heads, deprels = [-1, 0, 4, 2, 0], ["root", "compound:prt", "nmod:poss", "case", "obl"]
    find_cases(["called", "on", "Togo", "'s", "parliament"], heads, deprels, ["VERB", "ADP", "PROPN", "PART", "NOUN"])
    assert (heads[1], deprels[1]) == (4, "case")


def test_a_particle_before_an_object_stays_one() -> None:
    heads, deprels = [-1, 0, 0], ["root", "compound:prt", "obj"]
    find_cases(["turned", "on", "lights"], heads, deprels, ["VERB", "ADP", "NOUN"])
    assert deprels[1] == "compound:prt"


def test_upon_is_a_preposition_whatever_follows_it() -> None:
    heads, deprels = [-1, 0, 0], ["root", "compound:prt", "obj"]
    find_cases(["called", "upon", "Kenya"], heads, deprels, ["VERB", "ADP", "PROPN"])
    assert (heads[1], deprels[1:]) == (2, ["case", "obl"])


def test_nothing_is_done_to_the_subject_of_a_verb_with_an_object() -> None:
    deprels = ["nsubj:pass", "root", "obj"]
    act_on_objects(["firm", "sued", "Mali"], [1, -1, 1], deprels)
    assert deprels[0] == "nsubj"


def test_who_has_sued_did_so() -> None:
    deprels = ["nsubj:pass", "aux", "root"]
    act_on_objects(["workers", "had", "sued"], [2, 2, -1], deprels)
    assert deprels[0] == "nsubj"


def test_what_was_done_stays_done_to_the_subject() -> None:
    deprels = ["nsubj:pass", "aux:pass", "root", "obj"]
    act_on_objects(["Mali", "was", "given", "aid"], [2, 2, -1, 2], deprels)
    assert deprels[0] == "nsubj:pass"


def test_what_met_with_anger_was_not_met_by_anybody() -> None:
    deprels = ["nsubj:pass", "root", "case", "obl"]
    act_on_objects(["plan", "met", "with", "anger"], [1, -1, 3, 1], deprels)
    assert deprels[0] == "nsubj"


def test_a_word_and_a_hyphen_before_a_participle_are_one_with_it() -> None:
    heads, deprels = [4, 0, 3, 4, -1], ["nsubj", "punct", "amod", "nsubj", "root"]
    join_hyphens(["Lima", "-", "based", "firm", "left"], heads, deprels, ["PROPN", "PUNCT", "VERB", "NOUN", "VERB"])
    assert (heads[0], deprels[0]) == (2, "compound")


def test_of_before_a_number_leads_to_what_is_counted() -> None:
    heads = [4, 2, 3, 0, -1]
    lift_cases(["group", "of", "16", "states", "sued"], heads, ["nsubj", "case", "nummod", "nmod", "root"])
    assert heads[1] == 3
