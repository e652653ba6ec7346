"""Gaps: two states side by side go on with a verb that was left out."""

import pytest

from onrecord.reader.gaps import mend_gaps
from onrecord.reader.tokens import case_of
from onrecord.reader.windows import Words
from onrecord.records import Span
from tests.reader.test_reader import acts_of


def as_words(text: str) -> Words:
    texts = tuple(text.split())
    return Words(
        spans=tuple(Span(i, i + 1) for i in range(len(texts))),
        texts=texts,
        cases=tuple(map(case_of, texts)),
        quoted=(0,) * len(texts),
        breaks=(),
    )


def test_the_first_state_is_joined_to_the_verb_and_has_the_second() -> None:
    heads, deprels = [1, -1, 1, 6, 6, 6, 2], ["nsubj", "root", "obj", "punct", "cc", "compound", "conj"]
    upos = ["PROPN", "VERB", "PROPN", "PUNCT", "CCONJ", "PROPN", "PROPN"]
    mend_gaps(as_words("Peru thanked Chile , and Mali Togo"), heads, deprels, upos)
    assert (heads, deprels[5:]) == ([1, -1, 1, 5, 5, 1, 5], ["conj", "orphan"])


@pytest.mark.parametrize("text", ["Peru thanked Chile , and Mali 's Togo", "Peru thanked Chile , and Mali , Togo"])
def test_states_apart_are_no_gap(text: str) -> None:
    size = len(text.split())
    heads, deprels = [1, -1, *[1] * (size - 2)], ["nsubj", "root", *["obj"] * (size - 2)]
    mend_gaps(as_words(text), heads, deprels, ["PROPN", "VERB", *["PROPN"] * (size - 2)])
    assert set(deprels[2:]) == {"obj"}


def test_the_clause_without_a_verb_tells_an_act_of_its_own() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | thanked/thank/VERB 0 root | Chile/PROPN 2 obj | and/CCONJ 5 cc | Mali/PROPN 2 conj"
        " | Togo/PROPN 5 orphan"
    )
    assert acts_of(rows) == [
        ("support", ["Peru"], ["Chile"], "actual", []),
        ("support", ["Mali"], ["Togo"], "actual", []),
    ]
