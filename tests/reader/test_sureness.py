"""Sureness: what takes from the likelihood that a record is right, and which acts are then left out."""

import pytest

from onrecord.records.analysis import Cited
from tests.reader.test_reader import acts_of, read

SUES = "{}/PROPN 2 nsubj | sued/sue/VERB 0 root | {}/PROPN 2 obj"
MAY = "{}/PROPN 3 nsubj | may/AUX 3 aux | criticise/criticise/VERB 0 root VerbForm=Inf | {}/PROPN 3 obj"
PADDING = " | very/ADV 3 advmod" * 14


def confidence(rows: str, *cited: Cited) -> float:
    (act,) = read(rows, *cited).acts
    return act.confidence


def test_a_plain_deed_of_two_named_parties_is_surest() -> None:
    assert confidence(SUES.format("Chad", "Mali")) == 0.9


@pytest.mark.parametrize(
    ("rows", "factor"),
    [
        (SUES.format("Chad", "Mali") + " | very/ADV 2 advmod" * 40, 0.75),
        ("Chad/PROPN 3 nsubj | may/AUX 3 aux | sue/sue/VERB 0 root VerbForm=Inf | Mali/PROPN 3 obj", 0.51),
        ("Chad/PROPN 3 nsubj | never/ADV 3 advmod | sued/sue/VERB 0 root | Mali/PROPN 3 obj", 0.54),
        ("Chad/PROPN 2 nsubj | praised/praise/VERB 0 root | Mali/PROPN 2 obj", 0.89),
    ],
    ids=["a long sentence", "only possible", "not done", "a word of many senses"],
)
def test_each_thing_that_makes_a_reader_stumble_takes_its_share(rows: str, factor: float) -> None:
    assert confidence(rows) == pytest.approx(0.9 * factor, abs=0.001)


def test_a_doubtful_attribution_makes_its_act_doubtful() -> None:
    said = "Peru/PROPN 2 nsubj | said/say/VERB 0 root | " + SUES.format("Chad", "Mali").replace(" 2 ", " 4 ")
    said = said.replace("sued/sue/VERB 0 root", "sued/sue/VERB 2 ccomp")
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((2, 4),), confidence=0.5)
    assert confidence(said, cited) == pytest.approx(0.9 * 0.68 * 0.75, abs=0.001)


def test_what_is_as_likely_wrong_as_right_is_left_out() -> None:
    assert acts_of(MAY.format("NATO", "OPEC") + PADDING) == []


def test_in_a_short_sentence_less_will_do() -> None:
    assert acts_of(MAY.format("NATO", "OPEC")) == [("oppose", ["NATO"], ["OPEC"], "possible", [])]


def test_what_a_state_may_do_is_news() -> None:
    assert acts_of(MAY.format("Chad", "OPEC") + PADDING) == [("oppose", ["Chad"], ["OPEC"], "possible", [])]
