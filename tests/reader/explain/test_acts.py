from onrecord.records.analysis import Cited
from tests.reader.explain.explaining import ASKED, SAID, act_of, explain

DATED = (
    "Peru/PROPN 2 nsubj | sued/sue/VERB 0 root Tense=Past | Chad/PROPN 2 obj | on/ADP 5 case | Monday/PROPN 2 obl"
    " | ,/PUNCT 8 punct | Mali/PROPN 8 nsubj | said/say/VERB 2 parataxis Tense=Past | on/ADP 10 case"
    " | Tuesday/PROPN 8 obl"
)
CONDEMNED = "Chad/PROPN 2 nsubj | condemned/condemn/VERB 0 root | Peru/PROPN 2 obj"


def test_line_is_the_one_that_the_rule_names() -> None:
    _, explanation = explain(ASKED)
    asked = act_of(explanation, "asked")
    assert asked.line.key == asked.act.rule == "verb:ask#request"
    assert asked.line.file == "actions.tsv"
    assert asked.line.text.split("\t")[:3] == ["ask", "verb", "request"]
    assert [condition.text for condition in asked.conditions][:2] == ["obj", "xcomp"]


def test_lines_of_the_word_are_fitting_refused_or_untried() -> None:
    _, explanation = explain(ASKED)
    act = act_of(explanation, "asked")
    lines = [act.line, *(each.line for each in act.refused), *act.untried]
    assert len({line.line for line in lines}) == len(lines) > 3
    assert {line.text.split("\t")[0].split(" ")[0] for line in lines} == {"ask"}


def test_attribution_in_the_chain_is_taken_and_one_that_asks_is_not() -> None:
    _, explanation = explain(ASKED, SAID)
    (link,) = act_of(explanation, "investigate").chain
    assert (link.taken, link.reason) == (False, "not-asserted")
    assert link.attribution is not None
    assert link.attribution.id == "a1"
    said = Cited(source=((6, 6),), cue=(7, 7), content=((0, 4),), confidence=0.9)
    (link,) = act_of(explain(DATED, said)[1], "sued").chain
    assert (link.taken, link.reason) == (True, None)


def test_deed_that_is_no_attribution_is_told_with_its_cue() -> None:
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((2, 2),), confidence=0.9)
    rows = "Chad/PROPN 2 nsubj | condemned/condemn/VERB 0 root | attack/NOUN 2 obj | by/ADP 5 case | Peru/PROPN 3 nmod"
    reading, explanation = explain(rows, cited)
    assert not reading.attributions
    (link,) = act_of(explanation, "attack").chain
    assert (link.attribution, link.reason, link.cue) == (None, "deed", explanation.tokens[1].span)


def test_times_of_the_sentence_tell_which_is_the_acts() -> None:
    reading, explanation = explain(DATED)
    sued = act_of(explanation, "sued")
    told = [(time.span.of(reading.report.text), time.hangs_on, time.taken) for time in sued.times]
    assert told == [("Monday", 1, True), ("Tuesday", 7, False)]
    assert sued.time_words.startswith("stated")


def test_time_that_is_not_there_has_its_reason() -> None:
    assert "tells no time" in act_of(explain(CONDEMNED)[1], "condemned").time_words
    assert "date of publication" in act_of(explain(CONDEMNED, published=None)[1], "condemned").time_words


def test_parties_have_their_parts_and_the_rules_that_read_them() -> None:
    _, explanation = explain(ASKED)
    parties = {read.party.name: read for read in act_of(explanation, "asked").parties}
    assert parties["Canada"].roles == ("actor",)
    assert parties["Peru"].roles == ("recipient",)
    assert parties["Peru"].rules == ("name",)


def test_factors_multiply_to_the_odds_of_the_confidence() -> None:
    act = act_of(explain(CONDEMNED)[1], "condemned")
    (factor,) = act.factors
    assert factor.words == "any act, and lesser signs"
    assert round(factor.value / (1 + factor.value), 3) == act.act.confidence
