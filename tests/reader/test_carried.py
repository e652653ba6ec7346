"""Recipients that an act has from the one that it promises, agrees to, votes for or refuses."""

import pytest

from tests.reader.test_reader import acts_of

SEND = "send/VERB 2 xcomp VerbForm=Inf | aid/NOUN 4 obj | to/ADP 7 case | Mali/PROPN 4 obl"
SUE = "punish/VERB {} VerbForm=Inf | Mali/PROPN {} obj"


def recipients(rows: str, act_type: str) -> list[list[str]]:
    return [told[2] for told in acts_of(rows) if told[0] == act_type]


@pytest.mark.parametrize(("word", "act_type"), [("agreed/agree", "agree"), ("refused/refuse", "reject")])
def test_who_agrees_or_refuses_to_aid_somebody_does_so_towards_him(word: str, act_type: str) -> None:
    assert recipients(f"Chad/PROPN 2 nsubj | {word}/VERB 0 root | to/PART 4 mark | {SEND}", act_type) == [["Mali"]]


def test_who_votes_to_punish_somebody_votes_on_him() -> None:
    told = "Parliament/PROPN 2 nsubj | voted/vote/VERB 0 root | to/PART 4 mark | " + SUE.format("2 xcomp", 4)
    assert recipients(told, "vote") == [["Mali"]]


def test_a_bill_that_would_punish_somebody_is_a_vote_on_him() -> None:
    told = (
        "Chad/PROPN 2 nsubj | passed/pass/VERB 0 root | a/DET 4 det | bill/NOUN 2 obj | that/PRON 7 nsubj"
        " | would/AUX 7 aux | punish/VERB 4 acl:relcl | Mali/PROPN 7 obj"
    )
    assert recipients(told, "vote") == [["Mali"]]


def test_who_agrees_to_give_what_no_line_tells_of_agrees_with_whom_it_is_for() -> None:
    told = (
        "Chad/PROPN 2 nsubj | agreed/agree/VERB 0 root | to/PART 4 mark | provide/VERB 2 xcomp VerbForm=Inf"
        " | data/NOUN 4 obj | to/ADP 7 case | Mali/PROPN 4 obl"
    )
    assert recipients(told, "agree") == [["Mali"]]


def test_a_court_that_has_jurisdiction_over_somebody_rules_on_him() -> None:
    told = (
        "The/DET 2 det | court/NOUN 3 nsubj | ruled/rule/VERB 0 root | that/SCONJ 6 mark | it/PRON 6 nsubj"
        " | has/have/VERB 3 ccomp | jurisdiction/NOUN 6 obj | over/ADP 9 case | Mali/PROPN 7 nmod"
    )
    assert recipients(told, "rule") == [["Mali"]]


def test_a_letter_in_support_of_somebody_is_signed_for_him() -> None:
    told = (
        "Chad/PROPN 2 nsubj | signed/sign/VERB 0 root | a/DET 4 det | letter/NOUN 2 obj | in/ADP 6 case"
        " | support/NOUN 4 nmod | of/ADP 8 case | Mali/PROPN 6 nmod"
    )
    assert recipients(told, "sign") == [["Mali"]]


def test_whom_a_letter_goes_to_is_warned_in_it() -> None:
    told = (
        "In/ADP 3 case | a/DET 3 det | letter/NOUN 7 obl | to/ADP 5 case | Mali/PROPN 3 nmod | Chad/PROPN 7 nsubj"
        " | warned/warn/VERB 0 root | of/ADP 9 case | reprisals/reprisal/NOUN 7 obl"
    )
    assert recipients(told, "warn") == [["Mali"]]


def test_who_calls_for_an_end_to_raids_calls_on_whoever_raids() -> None:
    told = (
        "Chad/PROPN 2 nsubj | called/call/VERB 0 root | for/ADP 5 case | an/DET 5 det | end/NOUN 2 obl | to/ADP 9 case"
        " | Mali/PROPN 9 nmod:poss | 's/PART 7 case | raids/raid/NOUN 5 nmod"
    )
    assert recipients(told, "request") == [["Mali"]]


def test_the_way_in_which_somebody_acts_is_criticised_in_him() -> None:
    told = (
        "Chad/PROPN 2 nsubj | criticised/criticise/VERB 0 root | the/DET 4 det | way/NOUN 2 obj | Mali/PROPN 6 nsubj"
        " | voted/vote/VERB 4 acl:relcl"
    )
    assert recipients(told, "oppose") == [["Mali"]]
