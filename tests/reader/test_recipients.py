"""Recipients that a clause leaves unsaid, found in what was told before."""

import pytest

from tests.reader.test_reader import acts_of

SUED = "Chad/PROPN 2 nsubj | sued/sue/VERB 0 root | Mali/PROPN 2 obj"
CONDEMNED = "Peru/PROPN 2 nsubj | condemned/condemn/VERB 0 root"


def recipients(rows: str, act_type: str) -> list[list[str]]:
    return [told[2] for told in acts_of(rows) if told[0] == act_type]


def test_who_condemns_the_step_condemns_whoever_took_it() -> None:
    assert recipients(f"{SUED} || {CONDEMNED} | the/DET 4 det | step/NOUN 2 obj", "oppose") == [["Chad"]]


def test_an_indefinite_noun_speaks_of_nothing_told_before() -> None:
    assert recipients(f"{SUED} || {CONDEMNED} | a/DET 4 det | step/NOUN 2 obj", "oppose") == [[]]


def test_a_noun_speaks_only_of_the_types_of_act_that_it_stands_for() -> None:
    assert recipients(f"{SUED} || {CONDEMNED} | the/DET 4 det | raid/NOUN 2 obj", "oppose") == [[]]


def test_that_alone_speaks_of_the_act_just_told() -> None:
    assert recipients(f"{SUED} || {CONDEMNED} | that/PRON 2 obj", "oppose") == [["Chad"]]


def test_the_step_is_of_whoever_it_was_said_to_be_last() -> None:
    named = "Mali/PROPN 2 nsubj | fears/fear/VERB 0 root | Kenya/PROPN 5 nmod:poss | 's/PART 3 case | step/NOUN 2 obj"
    rows = f"{SUED} || {named} || {CONDEMNED} | the/DET 4 det | step/NOUN 2 obj"
    assert recipients(rows, "oppose") == [["Kenya"]]
    assert recipients(rows.replace("Kenya/PROPN 5 nmod:poss", "another/DET 5 det"), "oppose") == [["Chad"]]


def test_nobody_condemns_a_step_of_his_own() -> None:
    own = "Chad/PROPN 2 nsubj | condemned/condemn/VERB 0 root | the/DET 4 det | step/NOUN 2 obj"
    assert recipients(f"{SUED} || {own}", "oppose") == [[]]


def test_a_step_that_was_only_asked_for_was_taken_by_nobody() -> None:
    asked = (
        "Kenya/PROPN 2 nsubj | asked/ask/VERB 0 root | Chad/PROPN 2 obj | to/PART 5 mark"
        " | sue/VERB 2 xcomp VerbForm=Inf | Mali/PROPN 5 obj"
    )
    assert recipients(f"{asked} || {CONDEMNED} | the/DET 4 det | lawsuit/NOUN 2 obj", "oppose") == [[]]


def test_denouncing_it_too_is_denouncing_the_same_party() -> None:
    first = f"{SUED} || {CONDEMNED} | the/DET 4 det | step/NOUN 2 obj"
    too = "Cuba/PROPN 2 nsubj | denounced/denounce/VERB 0 root | it/PRON 2 obj | too/ADV 2 advmod"
    assert recipients(f"{first} || {too}", "oppose") == [["Chad"], ["Chad"]]


def test_a_step_of_many_sentences_ago_is_too_far() -> None:
    rain = "It/PRON 2 expl | rained/rain/VERB 0 root"
    rows = f"{SUED} || {rain} || {rain} || {rain} || {CONDEMNED} | the/DET 4 det | step/NOUN 2 obj"
    assert recipients(rows, "oppose") == [[]]


def test_a_promise_to_help_somebody_is_made_to_him_and_no_second_act_of_support() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | vowed/vow/VERB 0 root | to/PART 4 mark | defend/VERB 2 xcomp VerbForm=Inf"
        " | Mali/PROPN 4 obj"
    )
    assert acts_of(rows) == [("pledge", ["Chad"], ["Mali"], "actual", [])]


def test_the_only_court_of_a_report_receives_what_is_filed() -> None:
    court = "The/DET 3 det | Lima/PROPN 3 compound | Court/PROPN 4 nsubj | sat/sit/VERB 0 root"
    filed = "Chad/PROPN 2 nsubj | filed/file/VERB 0 root | an/DET 4 det | appeal/NOUN 2 obj"
    assert recipients(f"{court} || {filed}", "file") == [["Lima Court"]]


def test_where_a_report_speaks_of_two_courts_neither_is_taken_for_granted() -> None:
    court = "The/DET 3 det | {0}/PROPN 3 compound | Court/PROPN 4 nsubj | sat/sit/VERB 0 root"
    filed = "Chad/PROPN 2 nsubj | filed/file/VERB 0 root | an/DET 4 det | appeal/NOUN 2 obj"
    assert recipients(f"{court.format('Lima')} || {court.format('Oslo')} || {filed}", "file") == [[]]


def test_a_receiving_verb_turns_the_parties_of_its_noun_round() -> None:
    won = "Peru/PROPN 2 nsubj | won/win/VERB 0 root | praise/NOUN 2 obj | from/ADP 5 case | Chad/PROPN 2 obl"
    assert acts_of(won) == [("support", ["Chad"], ["Peru"], "actual", [])]


def test_respectively_pairs_the_parties_off() -> None:
    rows = (
        "Chad/PROPN 4 nsubj | and/CCONJ 3 cc | Mali/PROPN 1 conj | sued/sue/VERB 0 root | Peru/PROPN 4 obj"
        " | and/CCONJ 7 cc | Chile/PROPN 5 conj | respectively/ADV 4 advmod"
    )
    assert [told[1:3] for told in acts_of(rows)] == [(["Chad"], ["Peru"]), (["Mali"], ["Chile"])]


def test_the_measure_is_the_one_that_was_passed_and_not_any_vote() -> None:
    passed = "Parliament/NOUN 2 nsubj | passed/pass/VERB 0 root | a/DET 4 det | bill/NOUN 2 obj"
    voted = "Mali/PROPN 2 nsubj | voted/vote/VERB 0 root | against/ADP 4 case | Chile/PROPN 2 obl"
    blasted = "Peru/PROPN 2 nsubj | blasted/blast/VERB 0 root | the/DET 4 det | measure/NOUN 2 obj"
    assert recipients(f"{passed} || {voted} || {blasted}", "oppose") == [["Parliament"]]


def test_the_warrants_are_for_those_whom_it_accused_before() -> None:
    accused = "Kenya/PROPN 2 nsubj | accused/accuse/VERB 0 root | Chad/PROPN 2 obj"
    sought = "Kenya/PROPN 2 nsubj | sought/seek/VERB 0 root | the/DET 4 det | warrants/warrant/NOUN 2 obj"
    assert recipients(f"{accused} || {sought}", "charge") == [["Chad"]]


def test_a_pact_signed_over_objections_is_not_signed_with_whoever_objected() -> None:
    objected = "Mali/PROPN 2 nsubj | criticised/criticise/VERB 0 root | Peru/PROPN 2 obj"
    signed = (
        "Chad/PROPN 2 nsubj | signed/sign/VERB 0 root | the/DET 4 det | pact/NOUN 2 obj | over/ADP 7 case"
        " | the/DET 7 det | objections/objection/NOUN 2 obl"
    )
    assert recipients(f"{objected} || {signed}", "agree") == [[]]


def test_the_ruling_that_a_judge_announces_is_no_ruling_on_the_ruling() -> None:
    ruled = (
        "The/DET 3 det | Lima/PROPN 3 compound | Court/PROPN 4 nsubj | suspended/suspend/VERB 0 root | a/DET 6 det"
        " | contract/NOUN 4 obj"
    )
    said = "A/DET 2 det | judge/NOUN 3 nsubj | announced/announce/VERB 0 root | the/DET 5 det | decision/NOUN 3 obj"
    assert ["Lima Court"] not in recipients(f"{ruled} || {said}", "rule")


def test_the_boycott_is_a_boycott_and_no_other_penalty() -> None:
    penalty = "Chad/PROPN 2 nsubj | sanctioned/sanction/VERB 0 root | Mali/PROPN 2 obj"
    assert recipients(f"{penalty} || {CONDEMNED} | the/DET 4 det | boycott/NOUN 2 obj", "oppose") == [[]]
    boycott = "Chad/PROPN 2 nsubj | boycotted/boycott/VERB 0 root | Mali/PROPN 2 obj"
    assert recipients(f"{boycott} || {CONDEMNED} | the/DET 4 det | boycott/NOUN 2 obj", "oppose") == [["Chad"]]


def test_who_defends_the_step_as_a_rule_defends_that_of_his_own_side() -> None:
    defended = "Peru/PROPN 2 nsubj | defended/defend/VERB 0 root | the/DET 4 det | step/NOUN 2 obj"
    assert recipients(f"{SUED} || {defended}", "support") == [[]]


ACCUSED = "Chad/PROPN 2 nsubj | accused/accuse/VERB 0 root | Mali/PROPN 2 obj"
RAIN = "It/PRON 2 expl | rained/rain/VERB 0 root"


def test_who_denies_the_charge_denies_it_to_the_accuser() -> None:
    denied = "Mali/PROPN 2 nsubj | denied/deny/VERB 0 root | the/DET 4 det | charge/NOUN 2 obj"
    assert recipients(f"{ACCUSED} || {denied}", "deny") == [["Chad"]]


def test_a_denial_of_a_step_that_nobody_alleged_is_to_nobody() -> None:
    denied = "Mali/PROPN 2 nsubj | denied/deny/VERB 0 root | the/DET 4 det | charge/NOUN 2 obj"
    assert recipients(f"{SUED} || {denied}", "deny") == [[]]


def test_the_embargo_is_lifted_for_whoever_it_was_laid_on() -> None:
    laid = "Peru/PROPN 2 nsubj | imposed/impose/VERB 0 root | embargo/NOUN 2 obj | on/ADP 5 case | Chad/PROPN 2 obl"
    lifted = "Peru/PROPN 2 nsubj | lifted/lift/VERB 0 root | the/DET 4 det | {}/NOUN 2 obj"
    assert recipients(f"{laid} || {lifted.format('embargo')}", "yield") == [["Chad"]]
    assert recipients(f"{laid} || {lifted.format('sanctions/sanction')}", "yield") == [["Chad"]]
    assert recipients(f"{laid} || {lifted.format('ban')}", "yield") == [[]]


def test_the_ruling_is_of_the_only_one_who_ruled_however_far_back() -> None:
    ruled = "Chad/PROPN 2 nsubj | ruled/rule/VERB 0 root | for/ADP 4 case | Mali/PROPN 2 obl"
    other = "Cuba/PROPN 2 nsubj | ruled/rule/VERB 0 root | for/ADP 4 case | Mali/PROPN 2 obl"
    welcomed = "Peru/PROPN 2 nsubj | welcomed/welcome/VERB 0 root | the/DET 4 det | ruling/NOUN 2 obj"
    far = " || ".join([RAIN] * 6)
    assert recipients(f"{ruled} || {far} || {welcomed}", "support") == [["Chad"]]
    assert recipients(f"{ruled} || {other} || {far} || {welcomed}", "support") == [[]]


@pytest.mark.parametrize(("vote", "expected"), [("passed/pass/VERB", ["Chad"]), ("defeated/defeat/VERB", [])])
def test_a_bill_is_of_those_who_passed_it_and_not_of_those_who_defeated_it(vote: str, expected: list[str]) -> None:
    passed = f"Chad/PROPN 2 nsubj | {vote} 0 root | the/DET 4 det | bill/NOUN 2 obj"
    assert recipients(f"{passed} || {CONDEMNED} | the/DET 4 det | bill/NOUN 2 obj", "oppose") == [expected]


def test_who_drops_his_suit_drops_it_against_whom_he_sued() -> None:
    dropped = "Chad/PROPN 2 nsubj | dropped/drop/VERB 0 root | the/DET 4 det | lawsuit/NOUN 2 obj"
    assert recipients(f"{SUED} || {dropped}", "withdraw") == [["Mali"]]
    assert recipients(f"{SUED} || {dropped.replace('Chad', 'Peru')}", "withdraw") == [[]]


def test_nobody_is_condemned_for_being_the_victim_of_what_is_condemned() -> None:
    arrest = f"{CONDEMNED} | the/DET 4 det | arrest/NOUN 2 obj | of/ADP 6 case | Mali/PROPN 4 nmod"
    assert recipients(arrest, "oppose") == [[]]
    decision = arrest.replace("arrest/", "decision/")
    assert recipients(decision, "oppose") == [["Mali"]]
