"""Clause mends: what hangs where among verbs, their subjects and objects."""

from onrecord.reader.clause_mends import (
    act_for,
    give_agents,
    join_infinitives,
    join_rows,
    join_subjects,
    keep_cases_together,
    keep_rows_apart,
    list_explained,
    open_clauses,
    part_objects,
    part_places,
    part_relatives,
    part_second_objects,
    raise_actives,
    raise_from_gerunds,
    raise_predicates,
    raise_subjects,
    raise_verbs,
    state_stances,
    turn_whose,
)
from onrecord.records.analysis import Name


def test_the_wrong_that_somebody_is_accused_of_does_not_say_who_he_is() -> None:
    texts, upos = ["accused", "men", "of", "fraud"], ["VERB", "NOUN", "ADP", "NOUN"]
    heads, deprels = [-1, 0, 3, 1], ["root", "obj", "case", "nmod"]
    part_objects(texts, heads, deprels, upos)
    assert (heads[3], deprels[3]) == (0, "obl")


def test_what_is_seized_may_be_told_by_an_of_phrase() -> None:
    heads, deprels = [-1, 0, 3, 1], ["root", "obj", "case", "nmod"]
    part_objects(["seized", "ships", "of", "Chad"], heads, deprels, ["VERB", "NOUN", "ADP", "PROPN"])
    assert heads[3] == 1


def test_a_noun_that_has_its_owner_leaves_the_agent_to_the_noun_above() -> None:
    texts = ["rejection", "of", "Peru", "'s", "offer", "by", "Chad"]
    heads, deprels = [-1, 4, 4, 2, 0, 6, 4], ["root", "case", "nmod:poss", "case", "nmod", "case", "nmod"]
    give_agents(texts, heads, deprels, ["NOUN", "ADP", "PROPN", "PART", "NOUN", "ADP", "PROPN"])
    assert heads[6] == 0


def test_a_row_after_a_verb_is_none_with_the_subject_before_it() -> None:
    heads, deprels = [1, -1, 1, 0], ["nsubj", "root", "obj", "conj"]
    keep_rows_apart(heads, deprels, ["NOUN", "VERB", "PROPN", "PROPN"])
    assert heads[3] == 2


def test_the_verb_after_a_relative_clause_is_the_sentence() -> None:
    heads, deprels = [-1, 2, 0, 0], ["root", "obj", "acl:relcl", "parataxis"]
    raise_predicates(heads, deprels, ["PROPN", "PRON", "VERB", "VERB"])
    assert (heads[3], heads[0], deprels[0]) == (-1, 3, "nsubj")


def test_whose_makes_its_clause_say_something_of_the_name_before_it() -> None:
    texts, upos = ["Peru", "whose", "claim", "Chad", "backed"], ["PROPN", "PRON", "NOUN", "PROPN", "VERB"]
    heads, deprels = [-1, 2, 0, 4, 2], ["root", "nmod:poss", "appos", "nsubj", "acl"]
    turn_whose(texts, heads, deprels, upos)
    assert (heads[4], deprels[4], heads[2], deprels[2]) == (0, "acl:relcl", 4, "obj")


def test_a_bare_verb_goes_on_with_the_infinitive_and_not_with_the_past() -> None:
    texts = ["tried", "to", "sway", "it", ",", "ban", "it"]
    heads, deprels = [-1, 2, 0, 2, 5, 0, 5], ["root", "mark", "xcomp", "obj", "punct", "advcl", "obj"]
    join_infinitives(texts, heads, deprels, ["VERB", "PART", "VERB", "PRON", "PUNCT", "VERB", "PRON"])
    assert (heads[5], deprels[5]) == (2, "conj")


def test_the_subject_before_an_aside_is_that_of_the_sentence() -> None:
    texts = ["Experts", ",", "called", "by", "him", ",", "endorsed"]
    heads, deprels = [2, 0, 6, 4, 2, 2, -1], ["nsubj:pass", "punct", "advcl", "case", "obl", "punct", "root"]
    raise_subjects(texts, heads, deprels, ["NOUN", "PUNCT", "VERB", "ADP", "PRON", "PUNCT", "VERB"])
    assert (heads[0], deprels[0], heads[2], deprels[2]) == (6, "nsubj", 0, "acl")


def persons(*places: int) -> list[Name]:
    return [Name(first=place, last=place, kind="person", confidence=0.9) for place in places]


def test_two_persons_joined_by_and_are_one_row_whatever_the_tree_says() -> None:
    texts = ["arrest", "of", "Sorel", "and", "minister", "Drissa"]
    heads, deprels = [-1, 2, 0, 4, 2, 0], ["root", "case", "nmod", "cc", "conj", "nmod"]
    join_rows(persons(2, 5), texts, heads, deprels, ["NOUN", "ADP", "PROPN", "CCONJ", "NOUN", "PROPN"])
    assert (heads[5], deprels[5], heads[4], deprels[4]) == (2, "conj", 5, "nmod:desc")


def test_a_person_after_and_who_is_the_subject_of_his_own_verb_is_in_no_row() -> None:
    texts = ["backed", "Sorel", "and", "Drissa", "left"]
    heads, deprels = [-1, 0, 4, 4, 0], ["root", "obj", "cc", "nsubj", "conj"]
    join_rows(persons(1, 3), texts, heads, deprels, ["VERB", "PROPN", "CCONJ", "PROPN", "VERB"])
    assert heads[3] == 4


def test_what_somebody_is_against_is_the_predicate() -> None:
    texts, upos = ["Chad", "is", "against", "it"], ["PROPN", "AUX", "ADP", "NOUN"]
    heads, deprels = [1, -1, 3, 1], ["nsubj", "root", "case", "obl"]
    state_stances(texts, heads, deprels, upos)
    assert (heads, deprels) == ([3, 3, 3, -1], ["nsubj", "cop", "case", "root"])


def test_a_relative_clause_hung_on_a_later_word_is_of_nothing_known() -> None:
    heads, deprels = [-1, 2, 3, 0], ["root", "nsubj", "acl:relcl", "obj"]
    part_relatives(["Chad", "which", "left", "it"], heads, deprels, ["PROPN", "PRON", "VERB", "PRON"])
    assert deprels[2] == "parataxis"


def test_a_relative_clause_after_a_name_is_not_of_the_subject_before_the_verb() -> None:
    texts, upos = ["envoy", "met", "Sorel", ",", "whom", "Peru", "freed"], ["NOUN", "VERB", "PROPN", "PUNCT"]
    heads = [1, -1, 1, 6, 6, 6, 0]
    deprels = ["nsubj", "root", "obj", "punct", "obj", "nsubj", "acl:relcl"]
    part_relatives(texts, heads, deprels, [*upos, "PRON", "PROPN", "VERB"])
    assert heads[6] == 2


def test_a_verb_with_an_object_does_not_go_on_with_a_passive() -> None:
    upos = ["VERB", "NOUN", "VERB", "VERB", "PROPN"]
    heads, deprels = [-1, 2, 0, 2, 3], ["root", "nsubj:pass", "ccomp", "conj", "obj"]
    heads, deprels = [*heads, 2], [*deprels, "aux:pass"]
    raise_actives(heads, deprels, [*upos, "AUX"])
    assert heads[3] == 0


def test_two_subjects_joined_by_and_before_a_verb_are_a_row() -> None:
    heads, deprels = [3, 3, 3, -1], ["nsubj", "cc", "nsubj", "root"]
    join_subjects(["France", "and", "Chad", "left"], heads, deprels)
    assert (heads[2], deprels[2], heads[1]) == (0, "conj", 2)


def test_two_subjects_without_and_are_left_alone() -> None:
    heads, deprels = [3, 3, 3, -1], ["nsubj", "punct", "nsubj", "root"]
    join_subjects(["France", ",", "Chad", "left"], heads, deprels)
    assert heads[2] == 3


def test_a_name_between_two_of_a_list_that_explains_a_noun_is_of_the_list() -> None:
    heads, deprels = [4, 0, 0, 1, -1], ["nsubj", "appos", "conj", "conj", "root"]
    list_explained(["states", "Chad", "Mali", "Niger", "left"], heads, deprels, ["NOUN", *["PROPN"] * 3, "VERB"])
    assert heads[2] == 1


def test_a_name_joined_to_a_noun_that_another_explains_stays_where_the_list_ends_before_it() -> None:
    heads, deprels = [3, 0, 0, -1], ["nsubj", "appos", "conj", "root"]
    list_explained(["state", "Chad", "Peru", "left"], heads, deprels, ["NOUN", "PROPN", "PROPN", "VERB"])
    assert heads[2] == 0


def test_a_name_that_and_joins_to_the_one_name_of_a_list_is_of_the_list() -> None:
    texts = ["rivals", ",", "Ana", "and", "Tom", "left"]
    heads, deprels = [5, 2, 0, 4, 0, -1], ["nsubj", "punct", "appos", "cc", "conj", "root"]
    list_explained(texts, heads, deprels, ["NOUN", "PUNCT", "PROPN", "CCONJ", "PROPN", "VERB"])
    assert heads[4] == 2


def test_an_owner_without_an_s_is_the_subject_of_the_clause_after_whose() -> None:
    texts = ["Peru", ",", "whose", "claim", "Chad", "had", "backed", ",", "left"]
    upos = ["PROPN", "PUNCT", "PRON", "NOUN", "PROPN", "AUX", "VERB", "PUNCT", "VERB"]
    heads = [8, 3, 3, 8, 3, 6, 3, 0, -1]
    deprels = ["nsubj", "punct", "nmod:poss", "nsubj", "nmod:poss", "aux", "acl", "punct", "root"]
    turn_whose(texts, heads, deprels, upos)
    assert (heads[4], deprels[4]) == (6, "nsubj")
    assert (heads[6], deprels[6]) == (0, "acl:relcl")


def test_persons_that_only_commas_part_are_one_row_even_if_the_tree_joins_them_to_something_else() -> None:
    texts = ["crimes", ",", "Sorel", ",", "Drissa"]
    heads, deprels = [-1, 2, 0, 4, 0], ["root", "punct", "appos", "punct", "conj"]
    join_rows(persons(2, 4), texts, heads, deprels, ["NOUN", "PUNCT", "PROPN", "PUNCT", "PROPN"])
    assert heads[4] == 2


def test_a_person_after_a_place_did_what_the_verb_tells() -> None:
    names = [Name(first=1, last=1, kind="location", confidence=0.9), *persons(3)]
    heads, deprels = [3, 3, 3, 4, -1], ["case", "nmod:desc", "nmod:desc", "obl", "root"]
    part_places(names, heads, deprels, ["ADP", "PROPN", "PROPN", "PROPN", "VERB"])
    assert (heads, deprels) == ([1, 4, 3, 4, -1], ["case", "obl", "nmod:desc", "nsubj", "root"])


def test_a_verb_joined_to_a_noun_is_what_both_its_subjects_do() -> None:
    heads, deprels = [-1, 3, 3, 0], ["root", "cc", "nsubj", "conj"]
    raise_verbs(heads, deprels, ["PROPN", "CCONJ", "PROPN", "VERB"])
    assert (heads, deprels) == ([3, 2, 0, -1], ["nsubj", "cc", "conj", "root"])


def test_what_opens_a_clause_hangs_on_its_verb() -> None:
    heads, deprels = [-1, 2, 3, 0], ["root", "mark", "nsubj", "conj"]
    open_clauses(["refuse", "if", "states", "file"], heads, deprels, ["VERB", "SCONJ", "NOUN", "VERB"])
    assert (heads[1], deprels[3]) == (3, "advcl")


def test_what_stands_after_a_comma_is_no_second_object() -> None:
    deprels = ["root", "iobj", "punct", "obj"]
    part_second_objects(["shield", "court", ",", "sign"], [-1, 0, 3, 0], deprels)
    assert deprels == ["root", "obj", "punct", "parataxis"]


def test_a_name_in_a_row_goes_with_the_noun_just_before_it() -> None:
    texts, upos = ["crimes", "and", "leaders", "Sorel"], ["NOUN", "CCONJ", "NOUN", "PROPN"]
    heads, deprels = [-1, 2, 0, 0], ["root", "cc", "conj", "conj"]
    join_rows(persons(3), texts, heads, deprels, upos)
    assert (heads[3], deprels[3]) == (2, "appos")


def test_a_past_does_not_go_on_with_a_gerund() -> None:
    texts = ["accused", "Chad", "of", "plotting", "and", "ordered", "police"]
    heads, deprels = [-1, 0, 3, 0, 5, 3, 5], ["root", "obj", "mark", "advcl", "cc", "conj", "obj"]
    raise_from_gerunds(texts, heads, deprels, ["VERB", "PROPN", "SCONJ", "VERB", "CCONJ", "VERB", "NOUN"])
    assert heads[5] == 0


def test_a_phrase_goes_on_with_the_one_that_has_its_preposition() -> None:
    texts = ["leaders", "of", "Peru", "and", "of", "Chile"]
    heads, deprels = [-1, 2, 0, 5, 5, 0], ["root", "case", "nmod", "cc", "case", "conj"]
    keep_cases_together(texts, heads, deprels, ["NOUN", "ADP", "PROPN", "CCONJ", "ADP", "PROPN"])
    assert heads[5] == 2


def test_who_stands_between_for_and_to_is_to_act() -> None:
    texts = ["called", "for", "Chad", "to", "free", "them"]
    heads, deprels = [-1, 4, 4, 4, 0, 4], ["root", "mark", "obj", "mark", "xcomp", "obj"]
    act_for(texts, heads, deprels)
    assert deprels[2] == "nsubj"


def test_an_object_before_to_without_for_stays() -> None:
    texts = ["to", "free", "them"]
    heads, deprels = [1, -1, 1], ["mark", "root", "obj"]
    act_for(texts, heads, deprels)
    assert deprels[2] == "obj"
