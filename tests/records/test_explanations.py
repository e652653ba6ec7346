from onrecord.records.codec import decode_record, encode_record
from onrecord.records.explanations import Explanation
from tests.reader.explain.explaining import SAID, explain, explain_analysis
from tests.reader.tabled import tabled

FIRST = "Chad chad PROPN 2 nsubj\ncondemned condemn VERB 0 root\nPeru peru PROPN 2 obj"
SECOND = (
    "Mali mali PROPN 2 nsubj\nsued sue VERB 0 root\nPeru peru PROPN 2 obj\nand and CCONJ 5 cc\nasked ask VERB 2 conj"
)
AGAIN = FIRST


def test_explanation_is_the_same_after_the_codec() -> None:
    rows = (
        "Canada/PROPN 2 nsubj | asked/ask/VERB 0 root | Peru/PROPN 2 obj | to/PART 5 mark"
        " | investigate/VERB 2 xcomp VerbForm=Inf | Bolivia/PROPN 5 obj"
    )
    _, explanation = explain(rows, SAID)
    assert decode_record(encode_record(explanation), Explanation) == explanation


def test_narrowed_holds_one_sentence() -> None:
    _, explanation = explain_analysis(tabled(FIRST, SECOND))
    narrow = explanation.narrowed(explanation.acts[1].sentence)
    assert [token.text for token in narrow.tokens] == ["Mali", "sued", "Peru", "and", "asked"]
    assert [each.token.text for each in narrow.acts] == ["sued"]
    assert [each.token.text for each in narrow.passed] == ["asked"]


def test_narrowed_to_an_act_keeps_the_words_that_it_stands_for() -> None:
    _, explanation = explain_analysis(tabled(FIRST, SECOND, AGAIN))
    narrow = explanation.narrowed(explanation.acts[0].sentence, act="e1")
    assert [(each.token.index, each.into) for each in narrow.passed] == [(9, "e1")]


def test_passed_as_finds_a_word_by_form_and_lemma() -> None:
    _, explanation = explain_analysis(tabled(FIRST, SECOND))
    assert explanation.passed_as("ASKED") == explanation.passed_as("ask") == explanation.passed
