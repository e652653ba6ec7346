"""Analyse: what is mended in trees and tags before the rules see them."""

from onrecord.reader.analyse import _gerunds, _mend_relations, _part_appositions, lemma_of


def test_a_phrase_with_a_preposition_is_no_object() -> None:
    deprels = ["root", "case", "obj"]
    _mend_relations([-1, 2, 0], deprels, ["VERB", "ADP", "NOUN"])
    assert deprels == ["root", "case", "obl"]


def test_a_second_subject_after_its_verb_is_the_object() -> None:
    deprels = ["nsubj", "root", "nsubj"]
    _mend_relations([1, -1, 1], deprels, ["PROPN", "VERB", "PROPN"])
    assert deprels == ["nsubj", "root", "obj"]


def test_a_noun_with_its_owner_does_not_explain_a_common_noun() -> None:
    texts = ["held", "leader", ",", "its", "minister", ",", "Sorel"]
    heads, deprels = [-1, 0, 4, 4, 1, 6, 1], ["root", "obj", "punct", "nmod:poss", "appos", "punct", "appos"]
    _part_appositions(texts, heads, deprels, ["VERB", "NOUN", "PUNCT", "PRON", "NOUN", "PUNCT", "PROPN"])
    assert (deprels[4], heads[6]) == ("parataxis", 4)


def test_a_noun_with_its_owner_may_explain_a_name() -> None:
    heads, deprels = [-1, 0, 1, 3, 1], ["root", "obj", "punct", "nmod:poss", "appos"]
    heads[3] = 4
    _part_appositions(["met", "Sorel", ",", "its", "envoy"], heads, deprels, ["VERB", "PROPN", "PUNCT", "PRON", "NOUN"])
    assert deprels[4] == "appos"


def test_a_bare_gerund_after_a_preposition_is_a_clause() -> None:
    deprels = ["root", "obj", "case", "obl"]
    found = _gerunds(["accused", "Chad", "of", "bombing"], ["VERB", "PROPN", "ADP", "NOUN"], [-1, 0, 3, 0], deprels)
    assert found == {3}
    assert deprels == ["root", "obj", "mark", "advcl"]


def test_a_noun_with_an_article_stays_a_noun() -> None:
    deprels = ["root", "case", "det", "obl"]
    upos = ["VERB", "ADP", "DET", "NOUN"]
    assert _gerunds(["died", "in", "the", "bombing"], upos, [-1, 3, 3, 0], deprels) == set()


def test_lemma_of_goes_by_the_lexicon_then_by_the_rule() -> None:
    assert lemma_of("denied", "1|", "VERB") == "deny"
    assert lemma_of("Wobbled", "2|", "VERB") == "wobbl"
    assert lemma_of("Chad", "0|", "PROPN") == "Chad"
    assert lemma_of("was", "=be", "AUX") == "be"
