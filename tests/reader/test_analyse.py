"""Analyse: lemmas."""

from onrecord.reader.analyse import lemma_of


def test_lemma_of_goes_by_the_lexicon_then_by_the_rule() -> None:
    assert lemma_of("denied", "1|", "VERB") == "deny"
    assert lemma_of("Wobbled", "2|", "VERB") == "wobbl"
    assert lemma_of("Chad", "0|", "PROPN") == "Chad"
    assert lemma_of("was", "=be", "AUX") == "be"
