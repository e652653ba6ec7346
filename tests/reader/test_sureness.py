"""Sureness: what the odds of a record are made of, and which acts are then left out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import log, prod

import numpy as np
import pytest

from onrecord.reader import sureness
from onrecord.reader.analyse import analyse
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.reader import read_analysis
from onrecord.reader.sureness import load_weights
from onrecord.reader.trace import Trace
from onrecord.records.analysis import Cited
from tests.factories import make_report
from tests.reader.tabled import parse
from tests.reader.test_reader import acts_of, read

SUED = "{}/PROPN 2 nsubj | sued/sue/VERB 0 root | {}/PROPN 2 obj"
MAY = "{}/PROPN 3 nsubj | may/AUX 3 aux | criticise/criticise/VERB 0 root VerbForm=Inf | {}/PROPN 3 obj"
POSSIBLE = "its status is possible"

Weigh = Callable[..., None]


@pytest.fixture
def weigh(monkeypatch: pytest.MonkeyPatch) -> Weigh:
    """Put other weights in the place of the shipped ones: even odds, but for what is given."""

    def put(base: float = 0.0, usual: Mapping[str, float] | None = None, **vectors: list[float]) -> None:
        arrays = {place: np.array(vectors.get(place, [0.0, 0.0]), dtype=np.float32) for place in sureness.STANDING}
        weights = sureness.Weights(
            base=base,
            signs={POSSIBLE: log(0.5), "doubt about who is cited": log(0.25)},
            vectors=arrays,
            usual=dict.fromkeys(sureness.STANDING, 0.0) | dict(usual or {}),
        )
        monkeypatch.setattr(sureness, "load_weights", lambda: weights)

    return put


def confidence(rows: str, *cited: Cited) -> float:
    (act,) = read(rows, *cited).acts
    return act.confidence


def test_a_sign_that_holds_multiplies_the_odds(weigh: Weigh) -> None:
    weigh(base=log(4))
    assert confidence(SUED.format("Chad", "Mali")) == 0.8
    assert confidence(MAY.format("Chad", "Mali")) == pytest.approx(2 / 3, abs=0.001)


def test_a_sign_counts_as_far_as_it_holds(weigh: Weigh) -> None:
    weigh(base=log(4))
    said = "Peru/PROPN 2 nsubj | said/say/VERB 0 root | " + SUED.format("Chad", "Mali").replace(" 2 ", " 4 ")
    said = said.replace("sued/sue/VERB 0 root", "sued/sue/VERB 2 ccomp")
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((2, 4),), confidence=0.5)
    assert confidence(said, cited) == pytest.approx(2 / 3, abs=0.001)


def test_how_a_word_stands_is_weighed_as_the_encoder_sees_it(weigh: Weigh) -> None:
    weigh(base=0.0, usual={"act": log(9), "actor": 0.0}, act=[1.0, 0.0], actor=[0.0, 1.0])
    analysis = parse(SUED.format("Chad", "Mali"))
    seen = replace(analysis, vectors=np.array([[5, log(2)], [log(3), 5], [0, 0]], dtype=np.float32))
    with_vectors = read_analysis(make_report(analysis.text), seen, reader="test")
    without = read_analysis(make_report(analysis.text), analysis, reader="test")
    assert [act.confidence for act in with_vectors.acts] == [pytest.approx(6 / 7, abs=0.001)]
    assert [act.confidence for act in without.acts] == [0.9]


def test_factors_tell_the_odds_those_that_weigh_most_first(weigh: Weigh) -> None:
    weigh(base=log(4), usual={"actor": log(1.5)})
    trace, analysis = Trace(), parse(MAY.format("Chad", "Mali"))
    (act,) = read_analysis(make_report(analysis.text), analysis, reader="test", trace=trace).acts
    (factors,) = trace.factors.values()
    assert [(name, round(value, 3)) for name, value in factors] == [
        ("any act, and lesser signs", 4.0),
        (POSSIBLE, 0.5),
        ("how the actor’s word stands in the text", 1.5),
    ]
    odds = prod(value for _, value in factors)
    assert act.confidence == round(odds / (1 + odds), 3)


RAIN = " || Rain/NOUN 2 nsubj | fell/fall/VERB 0 root" * 3
OTHERS = " || OPEC/PROPN 2 nsubj | sued/sue/VERB 0 root | NATO/PROPN 2 obj"
STATES = " || Peru/PROPN 2 nsubj | sued/sue/VERB 0 root | Kenya/PROPN 2 obj"
MET = "NATO/PROPN 2 nsubj | met/meet/VERB 0 root | OPEC/PROPN 2 obj"


@pytest.mark.parametrize(
    ("text", "least"),
    [
        pytest.param(SUED.format("NATO", "OPEC") + RAIN, sureness.LEAST, id="other news"),
        pytest.param(SUED.format("Chad", "OPEC") + OTHERS * 2 + RAIN, sureness.LEAST, id="a state in a third of it"),
        pytest.param(SUED.format("Chad", "Mali") + OTHERS + RAIN, sureness.LEAST_BETWEEN, id="between two states"),
        pytest.param(SUED.format("NATO", "OPEC") + STATES + RAIN, sureness.LEAST_STEP, id="a report of states"),
        pytest.param(MET + STATES + RAIN, sureness.LEAST_BESIDE, id="no step, in a report of states"),
        pytest.param(SUED.format("Chad", "OPEC") + STATES + RAIN, sureness.LEAST_PUBLIC, id="a report of nothing else"),
        pytest.param(SUED.format("Chad", "OPEC") + OTHERS, sureness.LEAST_PUBLIC, id="a state in a brief text"),
        pytest.param(SUED.format("NATO", "OPEC"), sureness.LEAST_BRIEF, id="others in a brief text"),
    ],
)
def test_what_is_wrong_too_often_is_left_out(weigh: Weigh, text: str, least: float) -> None:
    for chance, stands in ((least - 0.01, False), (least + 0.01, True)):
        weigh(base=log(chance / (1 - chance)))
        first = text.partition(" ||")[0]
        assert any(act[1] == [first.split("/")[0]] for act in acts_of(text)) == stands


def test_shipped_weights_fit_the_shipped_network() -> None:
    analysis = analyse("Chad sued Mali.", OnnxNetwork.load())
    assert analysis.vectors is not None
    weights = load_weights()
    assert {len(vector) for vector in weights.vectors.values()} == {analysis.vectors.shape[1]}
    assert set(weights.vectors) == set(weights.usual) == set(sureness.STANDING)
    assert len(analysis.vectors) == len(analysis.tokens)
