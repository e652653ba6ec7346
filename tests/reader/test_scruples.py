"""Scruples: what fits a line of the lexicon and is left out all the same, and what stands beside it."""

from dataclasses import replace

import pytest

from onrecord.reader.reader import read_analysis
from onrecord.records.analysis import Cited
from tests.factories import make_report
from tests.reader.tabled import parse
from tests.reader.test_reader import acts_of

THANKED = "thanked/thank/VERB 0 root"
WITHHELD = [
    pytest.param(f"a/DET 2 det | plumber/NOUN 3 nsubj | {THANKED} | Peru/PROPN 3 obj", id="a doer without a name"),
    pytest.param(f"Peru/PROPN 2 nsubj | {THANKED} | him/he/PRON 2 obj", id="a pronoun that nobody is known for"),
    pytest.param(f"Peru/PROPN 2 nsubj | {THANKED} | his/he/PRON 4 nmod:poss | bid/NOUN 2 obj", id="so whose it is"),
    pytest.param("Ana/PROPN 3 nsubj | Sorel/PROPN 1 flat | negotiated/negotiate/VERB 0 root", id="talks of one"),
    pytest.param(
        "Peru/PROPN 3 nsubj:pass | was/be/AUX 3 aux:pass | attacked/attack/VERB 0 root VerbForm=Part | by/ADP 5 case"
        " | locusts/locust/NOUN 3 obl:agent",
        id="a thing does it",
    ),
    pytest.param(f"Peru/PROPN 3 nsubj:pass | was/be/AUX 3 aux:pass | {THANKED} VerbForm=Part", id="nobody does it"),
    pytest.param(
        "Peru/PROPN 2 nsubj | helps/help/VERB 0 root Tense=Pres,VerbForm=Fin | Chad/PROPN 2 obj | ./PUNCT 2 punct",
        id="a habit",
    ),
    pytest.param(
        "Ana/PROPN 3 nsubj | Sorel/PROPN 1 flat | flew/fly/VERB 0 root | to/ADP 5 case | Peru/PROPN 3 obl",
        id="a private journey",
    ),
    pytest.param(
        "Ana/PROPN 3 nsubj | Sorel/PROPN 1 flat | asked/ask/VERB 0 root | Peru/PROPN 3 obj | whether/SCONJ 7 mark"
        " | it/PRON 7 nsubj | left/leave/VERB 3 ccomp",
        id="a question",
    ),
    pytest.param(
        "Ana/PROPN 3 nsubj | Sorel/PROPN 1 flat | defended/defend/VERB 0 root | himself/PRON 3 obj | against/ADP 6 case"
        " | Peru/PROPN 3 obl",
        id="oneself",
    ),
    pytest.param(
        "Ana/PROPN 3 nsubj | Sorel/PROPN 1 flat | closed/close/VERB 0 root | her/PRON 5 nmod:poss"
        " | newspaper/NOUN 3 obj",
        id="one's own shop",
    ),
    pytest.param(
        "Peru/PROPN 4 nsubj | and/CCONJ 3 cc | Chad/PROPN 1 conj | agreed/agree/VERB 0 root | roads/road/NOUN 7 nsubj"
        " | are/be/AUX 7 cop | bad/ADJ 4 ccomp VerbForm=Fin",
        id="an opinion",
    ),
    pytest.param(
        "Ana/PROPN 3 nsubj | Sorel/PROPN 1 flat | spoke/speak/VERB 0 root | to/ADP 5 case"
        " | reporters/reporter/NOUN 3 obl Number=Plur",
        id="words to the press",
    ),
    pytest.param(
        "a/DET 2 det | court/NOUN 6 nsubj | that/PRON 4 nsubj | jails/jail/VERB 2 acl:relcl Tense=Pres,VerbForm=Fin"
        " | Peruvians/PROPN 4 obj Number=Plur | sleeps/sleep/VERB 0 root | ./PUNCT 6 punct",
        id="what any court does",
    ),
    pytest.param(
        "Chad/PROPN 2 nsubj | feels/feel/VERB 0 root | threatened/threaten/VERB 2 xcomp Tense=Past,VerbForm=Part"
        " | by/ADP 5 case | Peru/PROPN 3 obl:agent",
        id="a feeling",
    ),
    pytest.param("Peru/PROPN 2 nsubj | cooperated/cooperate/VERB 0 root", id="work of one with nobody"),
    pytest.param("Peru/PROPN 2 nsubj | sued/sue/VERB 0 root | Lakeside/PROPN 2 obj", id="somebody unknown is sued"),
    pytest.param(
        "the/DET 3 det | Peruvian/ADJ 3 amod | invasion/NOUN 4 nsubj | lasted/last/VERB 0 root", id="a war on nobody"
    ),
]


@pytest.mark.parametrize("rows", WITHHELD)
def test_what_is_seldom_right_is_left_out(rows: str) -> None:
    assert acts_of(rows) == []


def test_what_helped_once_is_of_record() -> None:
    rows = "Peru/PROPN 2 nsubj | helped/help/VERB 0 root Tense=Past,VerbForm=Fin | Chad/PROPN 2 obj | ./PUNCT 2 punct"
    assert [act[0] for act in acts_of(rows)] == ["aid"]


def test_what_a_law_lets_somebody_do_is_left_out() -> None:
    rows = (
        "law/NOUN 2 nsubj | says/say/VERB 0 root | Peru/PROPN 5 nsubj | may/AUX 5 aux | sanction/VERB 2 ccomp"
        " | Chad/PROPN 5 obj"
    )
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((2, 5),), confidence=0.9)
    for word, acts in (("law", 0), ("envoy", 1)):
        analysis = parse(rows.replace("law", word), cited=(cited,))
        assert len(read_analysis(make_report(analysis.text), analysis, reader="test").acts) == acts


def test_two_named_parties_are_enough() -> None:
    assert acts_of(f"Peru/PROPN 2 nsubj | {THANKED} | Chad/PROPN 2 obj") == [
        ("support", ["Peru"], ["Chad"], "actual", [])
    ]


def test_an_arrest_stands_by_whom_it_was_done_to() -> None:
    rows = "Chad/PROPN 3 nsubj:pass | was/be/AUX 3 aux:pass | sanctioned/sanction/VERB 0 root VerbForm=Part"
    assert acts_of(rows) == [("sanction", [], ["Chad"], "actual", [])]


def test_talks_of_two_stand_without_a_recipient() -> None:
    rows = "Peru/PROPN 4 nsubj | and/CCONJ 3 cc | Chad/PROPN 1 conj | negotiated/negotiate/VERB 0 root"
    assert acts_of(rows) == [("consult", ["Peru", "Chad"], [], "actual", [])]


def test_a_named_doer_stands_for_one_without_a_name_beside_it() -> None:
    rows = f"Peru/PROPN 4 nsubj | and/CCONJ 3 cc | plumber/NOUN 1 conj | {THANKED} | Chad/PROPN 4 obj"
    assert [kind for kind, *_ in acts_of(rows)] == ["support"]


def test_talks_of_one_state_are_of_record() -> None:
    assert [act[0] for act in acts_of("Peru/PROPN 2 nsubj | negotiated/negotiate/VERB 0 root")] == ["consult"]


FEARED = (
    "Peru/PROPN 2 nsubj | expressed/express/VERB 0 root | concern/NOUN 2 obj | that/SCONJ 6 mark | %s 6 nsubj"
    " | left/leave/VERB 3 acl"
)


def test_what_is_said_of_somebody_in_a_clause_is_left_out() -> None:
    assert acts_of(FEARED % "Chad/PROPN") == []


def test_what_is_said_of_nobody_in_a_clause_stands() -> None:
    assert [act[0] for act in acts_of(FEARED % "ice/NOUN")] == ["oppose"]


def test_nobody_is_a_pronoun_after_his_own_name_in_what_he_says() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | attacked/attack/VERB 0 root | Peru/PROPN 2 obj | ,/PUNCT 6 punct | it/PRON 6 nsubj"
        " | said/say/VERB 2 parataxis"
    )
    cited = Cited(source=((4, 4),), cue=(5, 5), content=((0, 2),), confidence=0.9)
    analysis = parse(rows, cited=(cited,))
    it = replace(analysis.tokens[4], antecedent=0)
    analysis = replace(analysis, tokens=(*analysis.tokens[:4], it, analysis.tokens[5]))
    assert read_analysis(make_report(analysis.text), analysis, reader="test").acts == ()


def test_body_may_say_itself_what_it_did() -> None:
    rows = (
        "International/PROPN 3 compound @organization | Criminal/PROPN 3 compound | Court/PROPN 4 nsubj"
        " | sued/sue/VERB 0 root | Peru/PROPN 4 obj | ,/PUNCT 8 punct | it/PRON 8 nsubj | said/say/VERB 4 parataxis"
    )
    cited = Cited(source=((6, 6),), cue=(7, 7), content=((0, 4),), confidence=0.9)
    analysis = parse(rows, cited=(cited,))
    it = replace(analysis.tokens[6], antecedent=2)
    analysis = replace(analysis, tokens=(*analysis.tokens[:6], it, analysis.tokens[7]))
    assert [act.type for act in read_analysis(make_report(analysis.text), analysis, reader="test").acts] == ["charge"]


DESCRIBED = (
    "Senator/PROPN 2 nmod:desc | Sorel/PROPN 3 nsubj | met/meet/VERB 0 root | Senator/PROPN 5 nmod:desc"
    " | Reed/PROPN 3 obj | and/CCONJ 10 cc | the/DET 9 det | former/ADJ 9 amod | senator/NOUN 10 nsubj"
    " | thanked/thank/VERB 3 conj | Peru/PROPN 10 obj"
)


def test_what_somebody_did_who_is_told_by_a_description_alone_is_left_out() -> None:
    assert [act[0] for act in acts_of(DESCRIBED)] == ["consult"]


def test_whoever_is_done_to_by_a_description_is_not_who_does_it() -> None:
    rows = (
        "Senator/PROPN 2 nmod:desc | Sorel/PROPN 3 nsubj | praised/praise/VERB 0 root | the/DET 5 det"
        " | senator/NOUN 3 obj"
    )
    assert acts_of(rows) == []
