"""Mends: what is put right in trees and tags before the rules see them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reader.mends import (
    count_nouns,
    find_gerunds,
    find_infinitives,
    free_subjects,
    join_names,
    join_subjects,
    mend_relations,
    mend_tree,
    part_appositions,
    say_headlines,
)
from onrecord.records.analysis import Name


def test_a_phrase_with_a_preposition_is_no_object() -> None:
    deprels = ["root", "case", "obj"]
    mend_relations([-1, 2, 0], deprels, ["VERB", "ADP", "NOUN"])
    assert deprels == ["root", "case", "obl"]


def test_a_phrase_with_a_preposition_is_no_apposition_but_after_a_comma() -> None:
    for tag, expected in (("DET", "nmod"), ("PUNCT", "appos")):
        deprels = ["root", "det", "case", "appos"]
        mend_relations([-1, 0, 3, 0], deprels, ["NOUN", tag, "ADP", "PROPN"])
        assert deprels[3] == expected


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


WORDS = (
    "to",
    "free",
    "sign",
    "signing",
    "states",
    "its",
    "Peru",
    "the",
    "16",
    "whose",
    "accused",
    "of",
    "by",
    "against",
)
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


def test_a_noun_that_a_verb_of_its_own_follows_is_no_object_beside_another() -> None:
    heads, deprels = [1, -1, 1, 4, 2, 6, 1], ["nsubj", "root", "obj", "cc", "conj", "aux", "ccomp"]
    free_subjects(heads, deprels, ["PROPN", "VERB", "NOUN", "CCONJ", "PROPN", "AUX", "VERB"])
    assert (heads[4], deprels[4]) == (6, "nsubj")
    assert (heads[6], deprels[6]) == (1, "conj")


def test_a_row_of_objects_with_a_verb_after_it_that_has_a_subject_stays() -> None:
    heads, deprels = [1, -1, 1, 4, 2, 6, 1], ["nsubj", "root", "obj", "cc", "conj", "nsubj", "ccomp"]
    free_subjects(heads, deprels, ["PROPN", "VERB", "NOUN", "CCONJ", "PROPN", "PRON", "VERB"])
    assert deprels[4] == "conj"


def test_what_a_headline_says_is_to_be_done_is_a_clause() -> None:
    texts = ["Oman", "to", "free", "pilot", "Fiji", "says"]
    heads, deprels = [5, 2, 0, 2, 5, -1], ["nsubj", "mark", "acl", "obj", "nsubj", "root"]
    say_headlines(texts, heads, deprels)
    assert (heads[2], deprels[2]) == (5, "ccomp")
    assert heads[0] == 2


def test_a_plan_to_do_a_thing_with_one_subject_stays_a_plan() -> None:
    heads, deprels = [3, 2, 0, -1], ["nsubj", "mark", "acl", "root"]
    say_headlines(["plan", "to", "sue", "failed"], heads, deprels)
    assert heads[2] == 0


def test_of_two_subjects_side_by_side_the_first_describes_the_second() -> None:
    heads, deprels, upos = [1, 3, 3, -1], ["det", "nsubj", "nsubj", "root"], ["DET", "NOUN", "NOUN", "VERB"]
    join_subjects(heads, deprels, upos)
    assert (heads, deprels) == ([2, 2, 3, -1], ["det", "compound", "nsubj", "root"])
