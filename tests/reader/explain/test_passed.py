from tests.reader.explain.explaining import explain, passed_of

TWICE = (
    "Chad/PROPN 2 nsubj | sued/sue/VERB 0 root | Peru/PROPN 2 obj | and/CCONJ 6 cc | Chad/PROPN 6 nsubj"
    " | charged/sue/VERB 2 conj | Peru/PROPN 6 obj"
)


def test_word_that_was_merged_names_the_act_that_stands_for_it() -> None:
    _, explanation = explain(TWICE)
    word = passed_of(explanation, "charged")
    assert (word.reason, word.into) == ("merged", "e1")
    assert word.line == explanation.acts[0].line


def test_word_of_another_part_of_speech_says_as_what_the_lexicon_has_it() -> None:
    word = passed_of(explain("condemn/NOUN 0 root")[1], "condemn")
    assert (word.reason, word.refused) == ("no-line", ())
    assert word.words.endswith("(NOUN), only as verb")


def test_word_that_no_line_fits_tells_what_each_lacks() -> None:
    word = passed_of(explain("Chad/PROPN 2 nsubj | asked/ask/VERB 0 root")[1], "asked")
    assert word.reason == "no-line-fits"
    lacks = {each.lacks: each.words for each in word.refused}
    assert lacks["obj"] == "not so: there is an object"
    assert lacks["for"].startswith(("“for” does not stand", "not so"))


def test_word_that_the_lexicon_does_not_know_is_left_out() -> None:
    assert explain("Chad/PROPN 2 nsubj | danced/dance/VERB 0 root")[1].passed == ()


def test_pair_that_does_not_come_out_even_is_told() -> None:
    rows = (
        "Fiji/PROPN 4 nsubj | and/CCONJ 3 cc | Samoa/PROPN 1 conj | sued/sue/VERB 0 root | Tonga/PROPN 4 obj"
        " | respectively/ADV 4 advmod"
    )
    word = passed_of(explain(rows)[1], "sued")
    assert (word.reason, word.line is not None) == ("unpaired", True)


def test_support_that_is_promised_is_one_act_with_the_promise() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | promised/promise/VERB 0 root | to/PART 4 mark | support/VERB 2 xcomp VerbForm=Inf"
        " | Peru/PROPN 4 obj"
    )
    word = passed_of(explain(rows)[1], "support")
    assert (word.reason, word.into) == ("merged", "e1")
