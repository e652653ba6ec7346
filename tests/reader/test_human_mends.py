"""Human mends, on trees written by hand."""

from onrecord.reader.human_mends import (
    act_there,
    hang_titles,
    join_adjectives,
    join_descriptions,
    join_first_names,
    join_persons,
    join_titled,
    part_titles,
    raise_who,
)
from onrecord.records.analysis import Name


def name(first: int, last: int, kind: str) -> Name:
    return Name(first=first, last=last, kind=kind, confidence=0.9)


DRISSA = ["Drissa", ",", "head", "of", "Kestrel", ",", "who", "sued", "Chad", ",", "spoke"]


def test_no_body_is_a_who_but_the_person_whom_it_explains() -> None:
    heads = [10, 2, 0, 4, 2, 7, 7, 4, 7, 7, -1]
    deprels = ["nsubj", "punct", "appos", "case", "nmod", "punct", "nsubj", "acl:relcl", "obj", "punct", "root"]
    raise_who(DRISSA, [name(0, 0, "person"), name(4, 4, "organisation")], heads, deprels)
    assert heads[7] == 0


def test_a_who_of_a_body_that_explains_nobody_stays() -> None:
    heads = [10, 2, 0, 4, 2, 7, 7, 4, 7, 7, -1]
    deprels = ["nsubj", "punct", "appos", "case", "nmod", "punct", "nsubj", "acl:relcl", "obj", "punct", "root"]
    raise_who(DRISSA, [name(4, 4, "organisation")], heads, deprels)
    assert heads[7] == 4


def test_the_of_inside_a_title_leads_to_no_person() -> None:
    heads, deprels = [3, 3, 3, 4, -1], ["nmod:desc", "case", "nmod:desc", "nsubj", "root"]
    part_titles(["Secretary", "of", "State", "Moss", "left"], heads, deprels)
    assert (heads[1], heads[2], deprels[2]) == (2, 0, "nmod")


def test_a_bare_person_after_where_is_the_subject_of_the_verb() -> None:
    heads, deprels = [-1, 0, 3, 1, 3], ["root", "obl", "advmod", "acl:relcl", "obj"]
    heads.insert(3, 4)
    deprels.insert(3, "obl")
    heads[2], heads[5] = 4, 4
    upos = ["VERB", "PROPN", "ADV", "PROPN", "VERB", "PRON"]
    act_there(["flew", "Chad", "where", "Moss", "met", "him"], [name(3, 3, "person")], heads, deprels, upos)
    assert deprels[3] == "nsubj"


def test_a_place_after_where_is_no_subject() -> None:
    heads, deprels = [-1, 0, 4, 4, 1, 4], ["root", "obl", "advmod", "obl", "acl:relcl", "obj"]
    upos = ["VERB", "PROPN", "ADV", "PROPN", "VERB", "PRON"]
    act_there(["flew", "Chad", "where", "Moss", "met", "him"], [name(3, 3, "location")], heads, deprels, upos)
    assert deprels[3] == "obl"


def test_a_row_of_adjectives_is_of_the_noun_with_which_it_ends() -> None:
    texts = ["met", "Malian", ",", "Peruvian", "and", "Chilean", "envoys"]
    heads = [-1, 0, 3, 1, 5, 1, 1]
    deprels = ["root", "obj", "punct", "conj", "cc", "conj", "conj"]
    join_adjectives(texts, heads, deprels, ["VERB", "ADJ", "PUNCT", "ADJ", "CCONJ", "ADJ", "NOUN"])
    assert (heads[6], deprels[6]) == (0, "obj")
    assert (heads[1], deprels[1]) == (6, "amod")


def test_a_noun_joined_to_an_adjective_that_stands_alone_stays() -> None:
    heads, deprels = [-1, 0, 3, 1], ["root", "obj", "cc", "conj"]
    join_adjectives(["met", "Malian", "and", "envoys"], heads, deprels, ["VERB", "ADJ", "CCONJ", "NOUN"])
    assert heads[3] == 1


def test_two_names_of_a_word_each_side_by_side_are_one_person() -> None:
    names = join_first_names([name(0, 0, "person"), name(1, 1, "person")], ["Ted", "Marsh", "left"], ())
    assert [(n.first, n.last) for n in names] == [(0, 1)]


def test_names_of_two_sentences_or_in_lower_case_stay_apart() -> None:
    names = [name(0, 0, "person"), name(1, 1, "person")]
    assert len(join_first_names(names, ["Ted", "Marsh", "left"], {0})) == 2
    assert len(join_first_names(names, ["Ted", "marsh", "left"], ())) == 2


def test_nobody_in_a_row_of_persons_is_an_apposition_to_another() -> None:
    texts = ["ministers", "Sorel", ",", "Drissa", "and", "Font", "left"]
    heads, deprels = [1, 6, 3, 1, 5, 3, -1], ["nmod:desc", "nsubj", "punct", "appos", "cc", "conj", "root"]
    join_persons(texts, [name(i, i, "person") for i in (1, 3, 5)], heads, deprels)
    assert [(heads[k], deprels[k]) for k in (3, 5)] == [(1, "conj"), (1, "conj")]


def test_a_person_set_beside_another_without_a_row_stays() -> None:
    texts = ["Sorel", ",", "Drissa", ",", "left"]
    heads, deprels = [4, 2, 0, 2, -1], ["nsubj", "punct", "appos", "punct", "root"]
    join_persons(texts, [name(0, 0, "person"), name(2, 2, "person")], heads, deprels)
    assert deprels[2] == "appos"


FRIEND = ["Sorel", ",", "a", "judge", "and", "a", "friend", "left"]


def test_what_somebody_is_as_well_is_nobody_beside_her() -> None:
    heads = [7, 3, 3, 0, 6, 6, 0, -1]
    deprels = ["nsubj", "punct", "det", "appos", "cc", "det", "conj", "root"]
    upos = ["PROPN", "PUNCT", "DET", "NOUN", "CCONJ", "DET", "NOUN", "VERB"]
    join_descriptions(FRIEND, [name(0, 0, "person")], heads, deprels, upos)
    assert heads[6] == 3


def test_somebody_after_a_second_comma_is_beside_her() -> None:
    texts = [*FRIEND[:4], ",", *FRIEND[4:]]
    heads = [8, 3, 3, 0, 0, 7, 7, 0, -1]
    deprels = ["nsubj", "punct", "det", "appos", "punct", "cc", "det", "conj", "root"]
    upos = ["PROPN", "PUNCT", "DET", "NOUN", "PUNCT", "CCONJ", "DET", "NOUN", "VERB"]
    join_descriptions(texts, [name(0, 0, "person")], heads, deprels, upos)
    assert heads[7] == 0


TITLED = ["jailed", "Sorel", ",", "her", "deputy", "Drissa", "and", "two", "others"]
TITLED_TAGS = ["VERB", "PROPN", "PUNCT", "PRON", "NOUN", "PROPN", "CCONJ", "NUM", "NOUN"]


def test_nobody_is_an_apposition_to_somebody_else_in_a_row_with_titles() -> None:
    heads, deprels = [-1, 0, 4, 4, 1, 4, 8, 8, 4], ["root", "obj", "punct", "nmod:poss", "appos", "appos", "cc"]
    deprels += ["nummod", "conj"]
    join_titled(TITLED, [name(1, 1, "person"), name(5, 5, "person")], heads, deprels, TITLED_TAGS)
    assert [(heads[k], deprels[k]) for k in (4, 5, 8)] == [(5, "nmod:desc"), (1, "conj"), (1, "conj")]


def test_a_name_beside_a_title_that_ends_no_row_may_explain_who_it_is() -> None:
    heads, deprels = [-1, 0, 4, 4, 1, 4], ["root", "obj", "punct", "nmod:poss", "appos", "appos"]
    join_titled(TITLED[:6], [name(1, 1, "person"), name(5, 5, "person")], heads, deprels, TITLED_TAGS)
    assert (heads[5], deprels[5]) == (4, "appos")


def test_a_title_joined_to_a_row_is_that_of_the_name_after_it() -> None:
    heads, deprels = [-1, 0, 3, 1, 1], ["root", "obj", "cc", "conj", "conj"]
    hang_titles(
        [name(1, 1, "person"), name(4, 4, "person")], heads, deprels, ["VERB", "PROPN", "CCONJ", "NOUN", "PROPN"]
    )
    assert (heads[3], deprels[3], heads[2], heads[4]) == (4, "nmod:desc", 4, 1)
