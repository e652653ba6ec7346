"""Mends: what is put right in trees and tags before the rules see them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reader.mends import (
    count_nouns,
    find_gerunds,
    find_infinitives,
    give_agents,
    join_infinitives,
    join_names,
    join_rows,
    keep_rows_apart,
    mend_relations,
    mend_tree,
    part_appositions,
    part_objects,
    raise_predicates,
    raise_subjects,
    turn_whose,
)
from onrecord.records.analysis import Name


def test_a_phrase_with_a_preposition_is_no_object() -> None:
    deprels = ["root", "case", "obj"]
    mend_relations([-1, 2, 0], deprels, ["VERB", "ADP", "NOUN"])
    assert deprels == ["root", "case", "obl"]


def test_a_second_subject_after_its_verb_is_the_object() -> None:
    deprels = ["nsubj", "root", "nsubj"]
    mend_relations([1, -1, 1], deprels, ["PROPN", "VERB", "PROPN"])
    assert deprels == ["nsubj", "root", "obj"]


def test_a_noun_with_its_owner_does_not_explain_a_common_noun() -> None:
    texts = ["held", "leader", ",", "its", "minister", ",", "Sorel"]
    heads, deprels = [-1, 0, 4, 4, 1, 6, 1], ["root", "obj", "punct", "nmod:poss", "appos", "punct", "appos"]
    part_appositions(texts, heads, deprels, ["VERB", "NOUN", "PUNCT", "PRON", "NOUN", "PUNCT", "PROPN"])
    assert (deprels[4], heads[6]) == ("parataxis", 4)


def test_a_noun_with_its_owner_may_explain_a_name() -> None:
    heads, deprels = [-1, 0, 1, 3, 1], ["root", "obj", "punct", "nmod:poss", "appos"]
    heads[3] = 4
    part_appositions(["met", "Sorel", ",", "its", "envoy"], heads, deprels, ["VERB", "PROPN", "PUNCT", "PRON", "NOUN"])
    assert deprels[4] == "appos"


def test_a_bare_gerund_after_a_preposition_is_a_clause() -> None:
    deprels = ["root", "obj", "case", "obl"]
    found = find_gerunds(["accused", "Chad", "of", "bombing"], ["VERB", "PROPN", "ADP", "NOUN"], [-1, 0, 3, 0], deprels)
    assert found == {3}
    assert deprels == ["root", "obj", "mark", "advcl"]


def test_a_noun_with_an_article_stays_a_noun() -> None:
    deprels = ["root", "case", "det", "obl"]
    upos = ["VERB", "ADP", "DET", "NOUN"]
    assert find_gerunds(["died", "in", "the", "bombing"], upos, [-1, 3, 3, 0], deprels) == set()


def test_a_number_before_a_noun_counts_it_and_is_no_thing_apart() -> None:
    heads, deprels = [5, 2, 0, 4, 0, -1], ["nsubj", "cc", "conj", "amod", "conj", "root"]
    count_nouns(heads, deprels, ["PROPN", "CCONJ", "NUM", "ADJ", "NOUN", "VERB"])
    assert (heads[1], heads[2], deprels[2], deprels[4]) == (4, 4, "nummod", "conj")


def test_a_number_that_no_noun_follows_is_left_alone() -> None:
    heads, deprels = [3, -1, 1, 1], ["nsubj", "root", "obj", "obl"]
    count_nouns(heads, deprels, ["NUM", "VERB", "DET", "NOUN"])
    assert deprels[0] == "nsubj"


def test_a_name_is_one_subject_of_its_verb() -> None:
    heads, deprels = [3, 2, 3, -1], ["nsubj", "compound", "nsubj", "root"]
    name = Name(first=0, last=2, kind="organisation", confidence=0.9)
    join_names([name], heads, deprels, ["PROPN", "PROPN", "PROPN", "VERB"])
    assert (heads[0], deprels[0], deprels[2]) == (2, "compound", "nsubj")


def test_an_adjective_before_an_article_is_the_verb_of_an_infinitive() -> None:
    texts = ["asked", "Belize", "to", "free", "a", "pilot"]
    upos = ["VERB", "PROPN", "ADP", "ADJ", "DET", "NOUN"]
    heads, deprels = [-1, 0, 5, 5, 5, 0], ["root", "iobj", "case", "amod", "det", "obl"]
    assert find_infinitives(texts, upos, heads, deprels) == {3}
    assert (heads[3], deprels[3], heads[5], deprels[5]) == (0, "xcomp", 3, "obj")


def test_to_before_a_noun_phrase_is_a_preposition() -> None:
    upos = ["VERB", "ADP", "ADJ", "NOUN"]
    heads, deprels = [-1, 3, 3, 0], ["root", "case", "amod", "obl"]
    assert find_infinitives(["went", "to", "free", "schools"], upos, heads, deprels) == set()


WORDS = ("to", "free", "sign", "signing", "states", "its", "Peru", "the", "16", "whose", "accused", "of", "by")
TAGS = (("PROPN",), ("NUM", "ADJ", "NOUN"), ("PART", "ADP", "ADJ", "DET"), ("VERB", "NOUN", "PROPN", "PRON", "ADP"))
RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "obl", "case", "mark", "amod", "appos", "conj", "nmod", "nmod:poss", "nummod",
    "xcomp", "compound", "acl", "acl:relcl", "parataxis",
)  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """The heads of a tree: each word but the first drawn hangs on one drawn before it."""
    order = draw(st.permutations(range(draw(st.integers(2, 9)))))
    heads = [-1] * len(order)
    for place, word in enumerate(order[1:], start=1):
        heads[word] = order[draw(st.integers(0, place - 1))]
    return heads


@settings(max_examples=300)
@given(trees(), st.data())
def test_a_mended_tree_is_still_a_tree(heads: list[int], data: st.DataObject) -> None:
    size = len(heads)

    def rows(values: tuple[str, ...]) -> list[str]:
        return data.draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))

    ends = sorted(data.draw(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))))
    name = Name(first=ends[0], last=ends[1], kind="person", confidence=0.5)
    deprels = ["root" if head < 0 else found for head, found in zip(heads, rows(RELATIONS), strict=True)]
    mend_tree(rows(WORDS), [name], heads, deprels, rows(data.draw(st.sampled_from(TAGS))))
    for at in range(size):
        for _ in range(size):
            at = heads[at] if at >= 0 else at  # noqa: PLW2901
        assert at == -1


def test_a_word_that_hangs_on_its_to_is_left_alone() -> None:
    assert find_infinitives(["to", "free"], ["PART", "ADJ"], [-1, 0], ["root", "dep"]) == set()


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
