"""Which act puts whom at which stage, and which way it goes."""

from dataclasses import replace

import pytest

from onrecord.records.matters import Instrument
from onrecord.records.positions import Step
from tests.matters.telling import DREDGING, ENFORCEMENT, MATTER, Spec, act, fold_of, reading_of


def steps_of(text: str, *specs: Spec, **fields: object) -> list[tuple[str, str, str, str]]:
    reading = reading_of(f"{text} The dredging is before the Harbour Court.", *specs, **fields)  # type: ignore[arg-type]
    return [_short(step) for step in fold_of(reading).steps]


def _short(step: Step) -> tuple[str, str, str, str]:
    return step.party.key, step.instrument, step.stage, step.direction


CASES = [
    (
        "Fiji filed an opinion that the court lacks jurisdiction.",
        act("file", "filed", ["FJI"], object="an opinion that the court lacks jurisdiction"),
        ("FJI", "opinion", "filed", "against"),
    ),
    (
        "Fiji filed an opinion on whether the court has jurisdiction.",
        act("file", "filed", ["FJI"], object="an opinion on whether the court has jurisdiction"),
        ("FJI", "opinion", "filed", "unclear"),
    ),
    (
        "Fiji filed an opinion against the dredging order.",
        act("file", "filed", ["FJI"], object="an opinion against the dredging order"),
        ("FJI", "opinion", "filed", "against"),
    ),
    (
        "Fiji may file an opinion.",
        act("file", "file", ["FJI"], object="an opinion", status="possible"),
        None,
    ),
    (
        "Fiji denied that it had filed an opinion.",
        act("file", "filed", ["FJI"], object="an opinion", status="denied"),
        ("FJI", "opinion", "not_filed", "neutral"),
    ),
    (
        "The Council of Ports passed the bill.",
        act("vote", "passed", ["Council of Ports"], object="the bill"),
        ("council of ports", "bill", "voted", "against"),
    ),
    (
        "Fiji voted against the bill.",
        act("vote", "voted", ["FJI"], object="against the bill"),
        ("FJI", "bill", "voted", "for"),
    ),
    (
        "Fiji opposes the sanctions bill.",
        act("oppose", "opposes", ["FJI"], object="the sanctions bill"),
        ("FJI", "bill", "stated", "for"),
    ),
    (
        "Fiji criticised Ada Moss.",
        act("oppose", "criticised", ["FJI"], ["Ada Moss"]),
        ("FJI", "dredging", "stated", "against"),
    ),
    (
        "Fiji supports the work of the court.",
        act("support", "supports", ["FJI"], ["Harbour Court"], object="the work of the court"),
        ("FJI", "dredging", "stated", "neutral"),
    ),
    (
        "Fiji would arrest Ivo Lund.",
        act("arrest", "arrest", ["FJI"], ["Ivo Lund"], status="planned"),
        ("FJI", "enforcement", "stated", "for"),
    ),
    (
        "Fiji will not arrest Ivo Lund.",
        act("arrest", "arrest", ["FJI"], ["Ivo Lund"], status="negated"),
        ("FJI", "enforcement", "refused", "against"),
    ),
    (
        "Fiji arrested nine sailors.",
        act("arrest", "arrested", ["FJI"], ["9 sailors"]),
        None,
    ),
    (
        "Fiji refused to sign the joint statement.",
        act("sign", "sign", ["FJI"], object="the joint statement", status="negated"),
        ("FJI", "statement", "refused", "against"),
    ),
    (
        "Fiji filed an opinion contesting that the court has jurisdiction.",
        act("file", "filed", ["FJI"], object="an opinion contesting that the court has jurisdiction"),
        ("FJI", "opinion", "filed", "against"),
    ),
    (
        "Fiji ratified the dredging treaty.",
        act("vote", "ratified", ["FJI"], object="the dredging treaty"),
        ("FJI", "treaty", "signed", "for"),
    ),
    (
        "Fiji will ratify the dredging treaty.",
        act("vote", "ratify", ["FJI"], object="the dredging treaty", status="planned"),
        ("FJI", "treaty", "announced", "for"),
    ),
    (
        "Fiji will not ratify the dredging treaty before May.",
        act("vote", "ratify", ["FJI"], object="the dredging treaty", status="negated"),
        None,
    ),
    (
        "The dredging treaty is open. Fiji refused to sign.",
        act("reject", "refused", ["FJI"], object="to sign"),
        ("FJI", "treaty", "refused", "against"),
    ),
    (
        "The dredging treaty is open. Fiji signed a fishing contract.",
        act("agree", "signed", ["FJI"], object="a fishing contract"),
        None,
    ),
    (
        "In a joint statement, 14 states called for talks.",
        act("request", "called", ["14 states"], object="for talks"),
        ("group 14 states", "statement", "signed", "for"),
    ),
    (
        "In a joint statement, 14 states demanded that Fiji leave.",
        act("request", "demanded", ["14 states"], ["FJI"], object="that Fiji leave"),
        ("group 14 states", "statement", "signed", "for"),
    ),
    (
        "The joint statement is out. Fiji declined to join it.",
        act("reject", "declined", ["FJI"], object="to join it"),
        ("FJI", "statement", "refused", "against"),
    ),
    (
        "Fiji called for talks in a joint statement.",
        act("request", "called", ["FJI"], object="for talks"),
        None,
    ),
    (
        "Fiji asked the court to uphold the dredging order.",
        act("request", "asked", ["FJI"], ["Harbour Court"], object="to uphold the dredging order"),
        ("FJI", "dredging", "stated", "for"),
    ),
    (
        "Fiji asked the court to lift the dredging order.",
        act("request", "asked", ["FJI"], ["Harbour Court"], object="to lift the dredging order"),
        ("FJI", "dredging", "stated", "against"),
    ),
    (
        "The dredging order came first. Fiji welcomed it.",
        act("support", "welcomed", ["FJI"], object="it"),
        ("FJI", "dredging", "stated", "for"),
    ),
    (
        "Fiji will respect the dredging order.",
        act("yield", "respect", ["FJI"], object="the dredging order", status="planned"),
        ("FJI", "dredging", "stated", "neutral"),
    ),
    (
        "Fiji could not accept the dredging order.",
        act("agree", "accept", ["FJI"], object="the dredging order", status="negated"),
        ("FJI", "dredging", "stated", "against"),
    ),
    (
        "Fiji lodged observations against the dredging order.",
        act("oppose", "lodged", ["FJI"], object="observations against the dredging order"),
        ("FJI", "opinion", "filed", "against"),
    ),
    (
        "An opinion is due. Fiji filed one.",
        act("file", "filed", ["FJI"], object="one"),
        ("FJI", "opinion", "filed", "unclear"),
    ),
    (
        "An opinion is due. Fiji filed the case.",
        act("file", "filed", ["FJI"], object="the case"),
        None,
    ),
    (
        "Fiji withdrew its request to submit an opinion.",
        act("file", "submit", ["FJI"], object="an opinion", status="requested"),
        None,
    ),
    (
        "Fiji asked the court to be allowed to submit an opinion.",
        act("file", "asked", ["FJI"], ["Harbour Court"], object="to be allowed to submit an opinion"),
        ("FJI", "opinion", "leave_sought", "unclear"),
    ),
    (
        "The joint statement is out. Fiji rejected it.",
        act("reject", "rejected", ["FJI"], object="it"),
        ("FJI", "statement", "refused", "against"),
    ),
    (
        "The joint statement is out. Fiji denied that a boat had sunk.",
        act("deny", "denied", ["FJI"], object="a boat had sunk"),
        None,
    ),
    (
        "Fiji has not decided how it will vote on the bill.",
        act("vote", "vote", ["FJI"], object="the bill", status="negated"),
        None,
    ),
    (
        "Fiji refused to vote on the bill.",
        act("vote", "vote", ["FJI"], object="the bill", status="negated"),
        ("FJI", "bill", "refused", "unclear"),
    ),
    (
        "Togo asked Fiji for gas in return for its signature to the joint statement.",
        act("request", "asked", ["TGO"], ["FJI"], object="gas in return for its signature to the joint statement"),
        None,
    ),
    (
        "Togo asked Fiji to sign the joint statement.",
        act("request", "asked", ["TGO"], ["FJI"], object="to sign the joint statement"),
        ("FJI", "statement", "asked", "unclear"),
    ),
    (
        "The Harbour Court granted Fiji's request to see the dredging order.",
        act("rule", "granted", ["Harbour Court"], ["FJI"], object="request to see the dredging order"),
        None,
    ),
    (
        "Ada Moss accused Ivo Lund over the dredging order.",
        act("accuse", "accused", ["Ada Moss"], ["Ivo Lund"], object="the dredging order"),
        None,
    ),
    (
        "Fiji filed a complaint about fish.",
        act("file", "filed", ["FJI"], object="a complaint about fish"),
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "expected"), CASES, ids=[case[0] for case in CASES])
def test_act_makes_a_step(text: str, told: Spec, expected: tuple[str, str, str, str] | None) -> None:
    assert steps_of(text, told) == ([] if expected is None else [expected])


def test_vote_of_another_in_the_sentence_is_not_its_own() -> None:
    found = steps_of(
        "Togo voted against the bill, and Fiji abstained.",
        act("vote", "voted", ["TGO"], object="against the bill"),
        act("vote", "abstained", ["FJI"]),
    )
    assert sorted(found) == [("FJI", "bill", "voted", "neutral"), ("TGO", "bill", "voted", "for")]


def test_who_deplores_that_another_opposes_is_for_it() -> None:
    found = steps_of(
        "Togo rejected the dredging order, and Fiji deplored that.",
        act("reject", "rejected", ["TGO"], object="the dredging order"),
        act("oppose", "deplored", ["FJI"], object="that", about=[1]),
    )
    assert sorted(found) == [("FJI", "dredging", "stated", "for"), ("TGO", "dredging", "stated", "against")]


def test_first_instrument_in_the_object_is_meant() -> None:
    told = act("oppose", "opposes", ["FJI"], object="the bill on the dredging order")
    assert steps_of("Fiji opposes the bill on the dredging order.", told) == [("FJI", "bill", "stated", "for")]


def test_vote_without_a_name_is_the_only_one_of_the_matter() -> None:
    resolution = Instrument(id="resolution", name="resolution", kind="vote")
    reading = reading_of(
        "Fiji voted against extending the dredging order, the Harbour Court said. Togo voted for its mayor.",
        act("vote", "voted", ["FJI"], object="against extending the dredging order"),
        act("vote", "voted for its", ["TGO"], object="mayor"),
    )
    steps = fold_of(reading, matter=replace(MATTER, instruments=(DREDGING, resolution))).steps
    assert [_short(step) for step in steps] == [("FJI", "resolution", "voted", "against")]


def test_who_is_asked_not_to_do_it_has_refused_nothing() -> None:
    found = steps_of(
        "Togo asked 40 states not to arrest Ivo Lund.",
        act("request", "asked", ["TGO"], ["40 states"], object="not to arrest Ivo Lund", about=[2]),
        act("arrest", "arrest", ["40 states"], ["Ivo Lund"], status="negated"),
    )
    assert ("group 40 states", "enforcement", "asked", "unclear") in found
    assert all(stage == "asked" for party, _, stage, _ in found if party == "group 40 states")


def test_decision_is_the_only_stance_of_the_matter() -> None:
    reading = reading_of(
        "Togo arrested Ivo Lund over the dredging at the Harbour Court. Fiji condemned the decision.",
        act("oppose", "condemned", ["FJI"], object="the decision"),
    )
    only = replace(MATTER, instruments=(ENFORCEMENT,))
    assert [_short(step) for step in fold_of(reading, matter=only).steps] == [
        ("FJI", "enforcement", "stated", "against")
    ]


def test_time_after_the_report_is_not_that_of_what_was_done() -> None:
    told = act("file", "file", ["FJI"], object="its opinion", status="negated", day="2025-05-01")
    reading = reading_of("Fiji did not file its opinion on dredging before 1 May, the Harbour Court said.", told)
    [step] = fold_of(reading).steps
    assert (step.time.until, step.day) == (None, "2024-06-30")


def test_asking_to_drop_support_is_to_be_against() -> None:
    told = act("request", "asked", ["FJI"], ["TGO"], object="to drop its support for the dredging order")
    found = steps_of("Fiji asked Togo to drop its support for the dredging order.", told)
    assert ("FJI", "dredging", "stated", "against") in found
    assert ("TGO", "dredging", "asked", "unclear") in found


def test_side_taken_in_a_filing_stands_there_alone() -> None:
    found = steps_of(
        "Fiji filed an opinion arguing that the court lacks jurisdiction.",
        act("file", "filed", ["FJI"], object="an opinion arguing that the court lacks jurisdiction"),
        said=[("FJI", "the court lacks jurisdiction")],
    )
    assert found == [("FJI", "opinion", "filed", "against")]


def test_who_asks_others_to_oppose_takes_a_side() -> None:
    found = steps_of(
        "Chile asked 25 countries to oppose the dredging order.",
        act("request", "asked", ["CHL"], ["25 countries"], object="to oppose the dredging order", about=[2]),
        act("oppose", "oppose", ["25 countries"], object="the dredging order", status="requested"),
    )
    assert ("CHL", "dredging", "stated", "against") in found
    assert ("group 25 states", "dredging", "asked", "unclear") in found


def test_court_that_grants_a_request_says_nothing_for_the_party() -> None:
    found = steps_of(
        "Fiji asked for leave to file an opinion on whether the court has jurisdiction, and the court granted it.",
        act("rule", "granted", ["Harbour Court"], ["FJI"], about=[2]),
        act("file", "asked", ["FJI"], ["Harbour Court"], object="leave to file an opinion"),
    )
    assert ("FJI", "opinion", "leave_granted", "unclear") in found


def test_own_words_take_a_side_where_no_act_does() -> None:
    words = "the court lacks jurisdiction"
    found = steps_of(
        f"Fiji says that {words} over the dredging.",
        said=[("FJI", words)],
    )
    assert found == [("FJI", "dredging", "stated", "against")]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Fiji argued in its opinion that the court lacks jurisdiction.",
            "the court lacks jurisdiction",
            ("FJI", "opinion", "filed", "against"),
        ),
        (
            "The treaty is open. Fiji said it never signed it.",
            "it never signed it",
            ("FJI", "treaty", "refused", "against"),
        ),
        ("Fiji said that it will open the gates.", "it will open the gates", ("FJI", "gates", "stated", "for")),
        (
            "Fiji said that it will not open the gates.",
            "it will not open the gates",
            ("FJI", "gates", "refused", "against"),
        ),
        (
            "The joint statement is out. Fiji said that it would not sign.",
            "it would not sign",
            ("FJI", "statement", "refused", "against"),
        ),
        ("The treaty is open. Fiji said that it would not sign before May.", "it would not sign before May", None),
        ("Fiji said that Togo will open the gates.", "Togo will open the gates", None),
    ],
)
def test_own_words_tell_a_step(text: str, words: str, expected: tuple[str, str, str, str] | None) -> None:
    found = [step for step in steps_of(text, said=[("FJI", words)]) if step[1] != "dredging"]
    assert found == ([] if expected is None else [expected])


def test_side_is_told_though_words_stand_between_a_thing_and_its_denial() -> None:
    ban = replace(DREDGING, for_words=("quay is unlawful",))
    words = "the quay of the old harbour is unlawful"
    reading = reading_of(f"Fiji told the Harbour Court that {words}, as is the dredging.", said=[("FJI", words)])
    steps = fold_of(reading, matter=replace(MATTER, instruments=(ban,))).steps
    assert [_short(step) for step in steps] == [("FJI", "dredging", "stated", "for")]


def test_words_of_others_about_a_party_are_not_its_own() -> None:
    words = "Fiji never submitted its opinion"
    found = steps_of(f"A diplomat said that {words}.", said=[("a diplomat", words)])
    assert found == []


def test_senator_does_not_act_for_his_state() -> None:
    reading = reading_of(
        "Senator Ann Reed criticised Ada Moss over the dredging before the Harbour Court.",
        act("oppose", "criticised", ["Ann Reed"], ["Ada Moss"]),
        acts_for={"Ann Reed": "USA"},
    )
    parties = tuple(replace(p, role="senator") if p.name == "Ann Reed" else p for p in reading.parties)
    [step] = fold_of(replace(reading, parties=parties)).steps
    assert step.party.key == "ann reed"
