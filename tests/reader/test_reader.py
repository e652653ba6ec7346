"""Reading an analysis: who did what to whom, on whose word, from trees and citings written by hand."""

from dataclasses import replace

from onrecord.reader.reader import read_analysis
from onrecord.records import Act, Outlet, Reading
from onrecord.records.analysis import Cited
from tests.factories import make_report
from tests.reader.tabled import parse


def read(rows: str, *cited: Cited) -> Reading:
    analysis = parse(rows, cited=cited)
    return read_analysis(make_report(analysis.text, published="2024-06-12"), analysis, reader="test")


def told(reading: Reading, act: Act) -> tuple[str, list[str], list[str], str, list[str]]:
    """Type, actors, recipients, status and chain of an act, in names."""
    names = {party.id: party.name for party in reading.parties}
    sources = {att.id: names.get(att.source or "", "?") for att in reading.attributions}
    return (
        act.type,
        [names[p] for p in act.actors],
        [names[p] for p in act.recipients],
        act.status,
        [sources[a] for a in act.chain],
    )


def acts_of(rows: str, *cited: Cited) -> list[tuple[str, list[str], list[str], str, list[str]]]:
    reading = read(rows, *cited)
    return [told(reading, act) for act in reading.acts]


SAID_FIRST = (
    "Panama/PROPN 2 nsubj | said/say/VERB 0 root | Uruguay/PROPN 5 nsubj | had/have/AUX 5 aux | sued/sue/VERB 2 ccomp"
    " | Ecuador/PROPN 5 obj"
)
SAID_LAST = (
    "Uruguay/PROPN 3 nsubj | had/have/AUX 3 aux | sued/sue/VERB 7 ccomp | Ecuador/PROPN 3 obj | ,/PUNCT 3 punct"
    " | Panama/PROPN 7 nsubj | said/say/VERB 0 root"
)


def test_attribution_does_not_depend_on_word_order() -> None:
    first = acts_of(SAID_FIRST, Cited(source=((0, 0),), cue=(1, 1), content=((2, 5),), confidence=0.9))
    last = acts_of(SAID_LAST, Cited(source=((5, 5),), cue=(6, 6), content=((0, 3),), confidence=0.9))
    assert first == last == [("charge", ["Uruguay"], ["Ecuador"], "actual", ["Panama"])]


def test_asking_is_actual_and_what_is_asked_is_requested() -> None:
    reading = read(
        "Canada/PROPN 2 nsubj | asked/ask/VERB 0 root | Peru/PROPN 2 obj | to/PART 5 mark"
        " | investigate/VERB 2 xcomp VerbForm=Inf | Bolivia/PROPN 5 obj"
    )
    asking, investigating = reading.acts
    assert told(reading, asking) == ("request", ["Canada"], ["Peru"], "actual", [])
    assert told(reading, investigating) == ("investigate", ["Peru"], ["Bolivia"], "requested", [])
    assert asking.about == (investigating.id,)


def test_who_asks_is_not_in_the_chain_of_what_is_asked() -> None:
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((2, 5),), confidence=0.9)
    acts = acts_of(
        "Canada/PROPN 2 nsubj | asked/ask/VERB 0 root | Peru/PROPN 2 obj | to/PART 5 mark"
        " | investigate/VERB 2 xcomp VerbForm=Inf | Bolivia/PROPN 5 obj",
        cited,
    )
    assert acts[1][4] == []


def test_passive_gives_the_same_parties_as_active() -> None:
    assert acts_of(
        "Gabon/PROPN 3 nsubj:pass | was/be/AUX 3 aux:pass | invaded/invade/VERB 0 root Voice=Pass | by/ADP 5 case"
        " | Cameroon/PROPN 3 obl:agent"
    ) == [("attack", ["Cameroon"], ["Gabon"], "actual", [])]


def test_we_in_a_quotation_is_the_speaker() -> None:
    cited = Cited(source=((5, 5),), cue=(6, 6), content=((0, 4),), confidence=0.9)
    acts = acts_of(
        "“/PUNCT 3 punct | We/we/PRON 3 nsubj | condemned/condemn/VERB 7 ccomp | Chad/PROPN 3 obj | ”/PUNCT 3 punct"
        " | Peru/PROPN 7 nsubj | said/say/VERB 0 root",
        cited,
    )
    assert acts == [("oppose", ["Peru"], ["Chad"], "actual", ["Peru"])]


def test_an_outlet_is_a_source_and_no_actor() -> None:
    assert (
        acts_of(
            "Reuters/PROPN 2 nsubj | warned/warn/VERB 0 root | Chad/PROPN 2 obj | of/ADP 5 case"
            " | floods/flood/NOUN 2 obl"
        )
        == []
    )


def test_parties_that_neither_act_nor_speak_are_left_out() -> None:
    reading = read(
        "Chad/PROPN 2 nsubj | condemned/condemn/VERB 0 root | Peru/PROPN 2 obj | in/ADP 5 case | Vienna/PROPN 2 obl"
    )
    assert [party.name for party in reading.parties] == ["Chad", "Peru"]


def test_whoever_believes_an_act_is_in_its_chain() -> None:
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((2, 5),), confidence=0.9)
    acts = acts_of(
        "Peru/PROPN 2 nsubj | believes/believe/VERB 0 root | Chad/PROPN 5 nsubj | will/AUX 5 aux"
        " | sue/VERB 2 ccomp VerbForm=Inf | Mali/PROPN 5 obj",
        cited,
    )
    assert acts[0][4] == ["Peru"]


def test_the_reports_own_outlet_is_no_link_of_a_chain() -> None:
    rows = (
        "Reuters/PROPN 2 nsubj | reported/report/VERB 0 root | Chad/PROPN 4 nsubj | sued/sue/VERB 2 ccomp"
        " | Mali/PROPN 4 obj"
    )
    analysis = parse(rows, cited=(Cited(source=((0, 0),), cue=(1, 1), content=((2, 4),), confidence=0.9),))
    for outlet, chain in (("Reuters", ()), ("The Harbour Times", ("a1",))):
        report = make_report(analysis.text, outlet=Outlet(name=outlet))
        (act,) = read_analysis(report, analysis, reader="test").acts
        assert act.chain == chain


def test_a_participle_beside_the_clause_before_it_tells_nothing() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | wanted/want/VERB 0 root | it/PRON 2 obj | ,/PUNCT 6 punct | Peru/PROPN 6 nsubj:pass"
        " | sued/sue/VERB 2 parataxis VerbForm=Part"
    )
    assert all(kind != "charge" for kind, *_ in acts_of(rows))


def test_a_passive_clause_beside_another_tells_an_act() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | left/leave/VERB 0 root | :/PUNCT 6 punct | Peru/PROPN 6 nsubj:pass"
        " | was/be/AUX 6 aux:pass | sued/sue/VERB 2 parataxis VerbForm=Part"
    )
    assert any(kind == "charge" for kind, *_ in acts_of(rows))


def test_a_participle_in_a_row_with_an_infinitive_tells_nothing() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | asked/ask/VERB 0 root | to/PART 4 mark | have/have/VERB 2 xcomp VerbForm=Inf"
        " | men/man/NOUN 4 obj | and/CCONJ 7 cc | sued/sue/VERB 4 conj VerbForm=Part"
    )
    assert all(kind != "charge" for kind, *_ in acts_of(rows))


def test_noun_of_a_phrase_tells_no_second_act() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | launched/launch/VERB 0 root | strikes/strike/NOUN 2 obj | on/ADP 5 case"
        " | Mali/PROPN 3 nmod"
    )
    assert acts_of(rows) == [("attack", ["Chad"], ["Mali"], "actual", [])]


def test_a_state_and_its_minister_who_ask_as_many_ask_once() -> None:
    asked = (
        "Chad/PROPN 2 nsubj | asked/ask/VERB 0 root | 25/NUM 4 nummod | states/state/NOUN 2 obj Number=Plur"
        " | to/PART 6 mark | act/VERB 2 xcomp"
    )
    urged = (
        "Chad/PROPN 3 nmod:poss | 's/PART 1 case | minister/NOUN 4 nsubj | urged/urge/VERB 0 root | 25/NUM 6 nummod"
        " | ministers/minister/NOUN 4 obj Number=Plur | to/PART 8 mark | act/VERB 4 xcomp"
    )
    assert [told[1] for told in acts_of(f"{asked} || {urged}")] == [["Chad"]]


def test_a_deed_done_to_a_thing_is_done_to_whose_it_is() -> None:
    rows = "Peru/PROPN 2 nsubj | bombed/bomb/VERB 0 root | Chilean/ADJ 4 amod | towns/town/NOUN 2 obj"
    assert acts_of(rows) == [("attack", ["Peru"], ["Chile"], "actual", [])]


def test_nobody_does_a_deed_to_himself_by_owning_it() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | mounted/mount/VERB 0 root | Peru/PROPN 5 nmod:poss | 's/PART 3 case"
        " | invasion/NOUN 2 obj | of/ADP 7 case | Chile/PROPN 5 nmod"
    )
    assert acts_of(rows)[0] == ("attack", ["Peru"], ["Chile"], "actual", [])


def test_a_border_is_the_neighbours_too() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | massed/mass/VERB 0 root | troops/troop/NOUN 2 obj | on/ADP 6 case | its/PRON 6 nmod:poss"
        " | border/NOUN 2 obl | with/ADP 8 case | Chile/PROPN 6 nmod"
    )
    assert acts_of(rows) == [("mobilise", ["Peru"], ["Chile"], "actual", [])]


def test_a_bomb_kills_for_nobody_that_is_told() -> None:
    rows = "A/DET 2 det | bomb/NOUN 3 nsubj | killed/kill/VERB 0 root | Chad/PROPN 3 obj"
    assert acts_of(rows) == [("attack", [], ["Chad"], "actual", [])]


def test_what_whose_bomb_kills_is_his() -> None:
    rows = "Peruvian/ADJ 2 amod | bomb/NOUN 3 nsubj | killed/kill/VERB 0 root | Chad/PROPN 3 obj"
    assert acts_of(rows) == [("attack", ["Peru"], ["Chad"], "actual", [])]


def test_tear_gas_is_one_thing() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | used/use/VERB 0 root | tear/NOUN 4 compound | gas/NOUN 2 obj | against/ADP 6 case"
        " | Chad/PROPN 2 obl"
    )
    assert acts_of(rows) == [("coerce", ["Peru"], ["Chad"], "actual", [])]


def test_a_protest_at_something_is_one_to_whose_it_is() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | staged/stage/VERB 0 root | a/DET 4 det | strike/NOUN 2 obj | in/ADP 6 case"
        " | protest/NOUN 2 obl | at/ADP 9 case | Chilean/ADJ 9 amod | laws/law/NOUN 6 nmod"
    )
    assert acts_of(rows)[0] == ("protest", ["Peru"], ["Chile"], "actual", [])


def test_a_state_in_capitals_is_no_pronoun() -> None:
    rows = "The/DET 2 det | US/PROPN 3 nsubj | criticised/criticise/VERB 0 root | Chad/PROPN 3 obj"
    assert acts_of(rows) == [("oppose", ["United States"], ["Chad"], "actual", [])]


def test_one_source_told_twice_is_one_link() -> None:
    rows = (
        "Kenya/PROPN 2 nsubj | said/say/VERB 0 root | Kenya/PROPN 4 nsubj | added/add/VERB 2 ccomp"
        " | Chad/PROPN 6 nsubj | sued/sue/VERB 4 ccomp | Mali/PROPN 6 obj"
    )
    outer = Cited(source=((0, 0),), cue=(1, 1), content=((2, 6),), confidence=0.9)
    inner = Cited(source=((2, 2),), cue=(3, 3), content=((4, 6),), confidence=0.9)
    assert acts_of(rows, outer, inner) == [("charge", ["Chad"], ["Mali"], "actual", ["Kenya"])]


def test_who_issues_a_statement_demands_what_it_demands() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | issued/issue/VERB 0 root | a/DET 4 det | statement/NOUN 2 obj"
        " | urging/urge/VERB 4 acl VerbForm=Ger | Chad/PROPN 5 obj | to/PART 8 mark | act/VERB 5 xcomp VerbForm=Inf"
    )
    assert ("request", ["Peru"], ["Chad"], "actual", []) in acts_of(rows)


def test_who_says_that_another_must_act_asks_it() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | said/say/VERB 0 root | Chad/PROPN 5 nsubj | must/must/AUX 5 aux"
        " | sue/sue/VERB 2 ccomp | Mali/PROPN 5 obj"
    )
    said = Cited(source=((0, 0),), cue=(1, 1), content=((2, 5),), confidence=0.9)
    reading = read(rows, said)
    asking, suing = reading.acts
    assert told(reading, asking) == ("request", ["Peru"], ["Chad"], "actual", [])
    assert told(reading, suing) == ("charge", ["Chad"], ["Mali"], "requested", [])
    assert asking.about == (suing.id,)


def test_a_must_that_guesses_or_that_nobody_says_asks_nothing() -> None:
    guess = (
        "Peru/PROPN 2 nsubj | said/say/VERB 0 root | Chad/PROPN 6 nsubj | must/must/AUX 6 aux | have/have/AUX 6 aux"
        " | signed/sign/VERB 2 ccomp"
    )
    said = Cited(source=((0, 0),), cue=(1, 1), content=((2, 5),), confidence=0.9)
    assert [act[0] for act in acts_of(guess, said) if act[0] == "request"] == []
    preached = (
        "Peru/PROPN 2 nsubj | said/say/VERB 0 root | students/student/NOUN 5 nsubj | must/must/AUX 5 aux"
        " | work/work/VERB 2 ccomp"
    )
    said = Cited(source=((0, 0),), cue=(1, 1), content=((2, 4),), confidence=0.9)
    assert acts_of(preached, said) == []
    unsaid = "Chad/PROPN 3 nsubj | must/must/AUX 3 aux | sue/sue/VERB 0 root | Mali/PROPN 3 obj"
    assert acts_of(unsaid) == []


def test_what_is_said_to_a_statement_is_said_to_whose_it_is() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | welcomed/welcome/VERB 0 root | Chad/PROPN 5 nmod:poss | 's/PART 3 case"
        " | statement/NOUN 2 obj"
    )
    assert acts_of(rows) == [("support", ["Peru"], ["Chad"], "actual", [])]


def test_what_is_done_by_saying_it_has_no_chain() -> None:
    rows = (
        "We/PRON 2 nsubj | condemn/VERB 6 ccomp | Peru/PROPN 2 obj | ,/PUNCT 2 punct | Chad/PROPN 6 nsubj"
        " | said/say/VERB 0 root"
    )
    cited = Cited(source=((4, 4),), cue=(5, 5), content=((0, 2),), confidence=0.9)
    chains = []
    for told_as in ("Pres", "Past"):
        analysis = parse(rows, cited=(cited,))
        verb = replace(analysis.tokens[1], feats=f"Tense={told_as}|VerbForm=Fin")
        analysis = replace(analysis, tokens=(analysis.tokens[0], verb, *analysis.tokens[2:]))
        (act,) = read_analysis(make_report(analysis.text), analysis, reader="test").acts
        chains.append(act.chain)
    assert chains == [(), ("a1",)]


def test_who_pleads_not_guilty_denies() -> None:
    rows = "Chad/PROPN 2 nsubj | pleaded/plead/VERB 0 root | not/PART 4 advmod | guilty/NOUN 2 xcomp"
    assert acts_of(rows) == [("deny", ["Chad"], [], "actual", [])]


def test_what_one_mulls_is_ones_own_and_what_others_ask_is_not() -> None:
    row = (
        "Chad/PROPN 2 nsubj | mulls/mull/VERB 0 root | a/DET 4 det | {noun}/{noun}/NOUN 2 obj | of/ADP 6 case"
        " | Peru/PROPN 4 nmod"
    )
    assert acts_of(row.format(noun="ban")) == [("coerce", ["Chad"], ["Peru"], "possible", [])]
    assert ["Chad"] not in [act[1] for act in acts_of(row.format(noun="request"))]


def test_a_deed_that_another_condemns_is_an_act_of_its_own() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | condemned/condemn/VERB 0 root | the/DET 4 det | bombing/NOUN 2 obj | by/ADP 6 case"
        " | Chad/PROPN 4 nmod"
    )
    assert ("attack", ["Chad"], [], "actual", []) in acts_of(rows)


def test_a_particle_that_no_line_knows_makes_another_verb() -> None:
    rows = "Chad/PROPN 2 nsubj | backed/back/VERB 0 root | {}Peru/PROPN 2 obj"
    assert acts_of(rows.format(""))
    assert not acts_of(rows.format("in/ADP 2 compound:prt | "))


def test_verbs_in_a_row_share_what_the_later_reaches_by_a_preposition() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | praised/praise/VERB 0 root | and/CCONJ 5 cc | has/have/AUX 5 aux | voted/vote/VERB 2 conj"
        " | for/ADP 7 case | Chad/PROPN 5 obl"
    )
    assert ("support", ["Peru"], ["Chad"], "actual", []) in acts_of(rows)


def test_one_of_many_who_did_it_is_whoever_is_said_to_be_that_one() -> None:
    rows = (
        "Peru/PROPN 3 nsubj | was/be/AUX 3 cop | one/NUM 0 root | of/ADP 6 case | 12/NUM 6 nummod"
        " | states/state/NOUN 3 nmod | to/PART 8 mark | condemn/VERB 3 acl VerbForm=Inf | Chad/PROPN 8 obj"
    )
    assert [act[1] for act in acts_of(rows)] == [["Peru"]]


def test_i_beside_a_name_is_whoever_is_quoted() -> None:
    rows = (
        "Peru/PROPN 4 nsubj | and/CCONJ 3 cc | I/PRON 1 conj | condemned/condemn/VERB 7 ccomp | Chad/PROPN 4 obj"
        " | Panama/PROPN 7 nsubj | said/say/VERB 0 root"
    )
    cited = Cited(source=((5, 5),), cue=(6, 6), content=((0, 4),), confidence=0.9)
    assert acts_of(rows, cited) == [("oppose", ["Peru", "Panama"], ["Chad"], "actual", ["Panama"])]


def test_what_is_told_beside_the_saying_is_not_said_by_it() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | wrote/write/VERB 0 root | a/DET 4 det | column/NOUN 2 obj | ,/PUNCT 6 punct"
        " | mocking/mock/VERB 2 advcl | Chad/PROPN 6 obj"
    )
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((2, 6),), confidence=0.9)
    analysis = parse(rows, cited=(cited,))
    (act,) = read_analysis(make_report(analysis.text), analysis, reader="test").acts
    assert act.chain == ()


def test_what_is_expected_by_nobody_told_has_no_link() -> None:
    rows = (
        "Chad/PROPN 3 nsubj:pass | is/be/AUX 3 aux:pass | expected/expect/VERB 0 root | to/PART 5 mark"
        " | attack/VERB 3 xcomp VerbForm=Inf | Peru/PROPN 5 obj"
    )
    cited = Cited(source=(), cue=(1, 2), content=((0, 0), (3, 5)), confidence=0.9)
    analysis = parse(rows, cited=(cited,))
    (act,) = read_analysis(make_report(analysis.text), analysis, reader="test").acts
    assert (act.status, act.chain) == ("planned", ())


def test_what_is_pressed_for_is_requested() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | pressed/press/VERB 0 root | for/SCONJ 6 mark | Chad/PROPN 6 nsubj | to/PART 6 mark"
        " | attack/VERB 2 advcl VerbForm=Inf | Mali/PROPN 6 obj"
    )
    assert ("attack", ["Chad"], ["Mali"], "requested", []) in acts_of(rows)


def test_whether_those_came_to_terms_whose_deal_is_spurned_is_not_told() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | averted/avert/VERB 0 root | a/DET 4 det | deal/NOUN 2 obj | between/ADP 6 case"
        " | Chad/PROPN 4 nmod | and/CCONJ 8 cc | Mali/PROPN 6 conj"
    )
    assert "agree" not in {act[0] for act in acts_of(rows)}
    assert "agree" in {act[0] for act in acts_of(rows.replace("averted/avert", "hailed/hail"))}


def test_a_preposition_before_a_verb_is_no_word_of_its_phrase() -> None:
    rows = (
        "In/ADP 2 case | May/PROPN 5 obl | ,/PUNCT 2 punct | Peru/PROPN 5 nsubj | gave/give/VERB 0 root"
        " | book/NOUN 5 obj | to/ADP 8 case | Chad/PROPN 5 obl"
    )
    assert "yield" not in {act[0] for act in acts_of(rows)}


def test_nothing_is_asked_of_whoever_is_to_suffer() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | called/call/VERB 0 root | for/SCONJ 7 mark | Peru/PROPN 7 nsubj:pass | to/PART 7 mark"
        " | be/AUX 7 aux:pass | sued/sue/VERB 2 xcomp VerbForm=Part,Tense=Past"
    )
    (asked,) = acts_of(rows)
    assert asked[:3] == ("request", ["Chad"], [])


def test_a_judge_by_title_rules_where_a_mayor_rejects() -> None:
    rows = (
        "{}/PROPN 2 nmod:desc | Sorel/PROPN 3 nsubj | denied/deny/VERB 0 root Tense=Past,VerbForm=Fin"
        " | Peru/PROPN 6 nmod:poss | 's/PART 4 case | request/NOUN 3 obj"
    )
    assert [act[0] for act in acts_of(rows.format("Judge")) if act[1] == ["Sorel"]] == ["rule"]
    assert [act[0] for act in acts_of(rows.format("Mayor")) if act[1] == ["Sorel"]] == ["reject"]
