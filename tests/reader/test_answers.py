"""Answers: how what was asked stands once somebody has said that it had, did not or would."""

import pytest

from onrecord.reader.answers import find_answer
from onrecord.reader.clauses import Clauses
from tests.reader.tabled import parse

ASKED = (
    "Asked/ask/VERB 7 advcl | if/SCONJ 4 mark | Chad/PROPN 4 nsubj | sued/sue/VERB 1 ccomp | Peru/PROPN 4 obj"
    " | Soto/PROPN 7 nsubj | said/say/VERB 0 root"
)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (" | it/PRON 9 nsubj | had/have/AUX 7 ccomp", "actual"),
        (" | it/PRON 9 nsubj | would/AUX 7 ccomp", "planned"),
        (" | it/PRON 9 nsubj | might/AUX 7 ccomp", "possible"),
    ],
)
def test_an_auxiliary_by_itself_answers_what_was_asked(told: str, status: str) -> None:
    answer = find_answer(Clauses(parse(ASKED + told)), 3)
    assert answer is not None
    assert (answer.word, answer.clause, answer.status) == (8, 3, status)


def test_a_clause_with_an_object_of_its_own_answers_nothing() -> None:
    told = " | it/PRON 9 nsubj | had/have/AUX 7 ccomp | doubts/doubt/NOUN 9 obj"
    assert find_answer(Clauses(parse(ASKED + told)), 3) is None


def test_what_was_not_asked_has_no_answer() -> None:
    assert find_answer(Clauses(parse(ASKED + " | it/PRON 9 nsubj | had/have/AUX 7 ccomp")), 6) is None
