"""What must always hold of a position table."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.matters.folding import Recorded, fold_matter
from onrecord.records import Reading
from onrecord.records.matters import Instrument
from tests.matters.telling import MATTER, act, fold_of, reading_of, stands

ASKED = reading_of(
    "Chile asked 25 countries to file an opinion with the Harbour Court on dredging.",
    act("request", "asked", ["CHL"], ["25 countries"], object="to file an opinion", about=[2]),
    act("file", "file", ["25 countries"], ["Harbour Court"], object="an opinion", status="requested"),
    published="2024-06-01",
)
SOUGHT = reading_of(
    "Togo asked the Harbour Court for leave to file an opinion on dredging.",
    act("file", "asked", ["TGO"], ["Harbour Court"], object="leave to file an opinion"),
    published="2024-06-10",
)
GRANTED = reading_of(
    "The Harbour Court granted Togo leave to file an opinion on dredging.",
    act("rule", "granted", ["Harbour Court"], ["TGO"], object="leave to file an opinion"),
    published="2024-06-27",
)
ANNOUNCED = reading_of(
    "Togo will file a legal opinion on the dredging with the Harbour Court.",
    act("file", "file", ["TGO"], ["Harbour Court"], object="a legal opinion", status="planned"),
    published="2024-06-05",
)
NEVER = reading_of(
    "Togo never filed its opinion on dredging with the Harbour Court.",
    act("file", "filed", ["TGO"], ["Harbour Court"], object="its opinion", status="negated"),
    published="2024-07-26",
)
WITHDRAWN = reading_of(
    "Togo withdrew its opinion on dredging from the Harbour Court.",
    act("withdraw", "withdrew", ["TGO"], object="its opinion"),
    published="2024-07-27",
)
SIGNED = reading_of(
    "Ninety states said in a joint statement that the Harbour Court must be free of pressure; Peru is one of them.",
    act("sign", "said", ["90 states"], object="joint statement"),
    published="2024-06-17",
    members={"90 states": ("PER",)},
)
JOINED = reading_of(
    "Malta signed the joint statement on the Harbour Court and dredging.",
    act("sign", "signed", ["MLT"], object="the joint statement"),
    published="2024-06-20",
)
BACKED = reading_of(
    "Norway backed Ada Moss, who brought the dredging case to the Harbour Court.",
    act("support", "backed", ["NOR"], ["Ada Moss"]),
    published="2024-05-21",
)
ALL = (ASKED, SOUGHT, GRANTED, ANNOUNCED, NEVER, WITHDRAWN, SIGNED, JOINED, BACKED)


def test_who_is_asked_is_never_shown_as_having_acted() -> None:
    assert stands(fold_of(ASKED)) == {("group 25 states", "opinion"): ("asked", "unclear")}


def test_stages_of_a_filing_that_was_not_made_stand_in_order() -> None:
    fold = fold_of(NEVER, GRANTED, ANNOUNCED, SOUGHT)
    days = ("2024-06-05", "2024-06-10", "2024-06-27", "2024-07-26")
    assert [stands(fold, as_of=day)["TGO", "opinion"][0] for day in days] == [
        "announced", "leave_sought", "leave_granted", "not_filed",
    ]  # fmt: skip


def test_later_retelling_of_an_earlier_stage_moves_nothing_back() -> None:
    retold = reading_of(
        "Togo, which asked for leave to file an opinion on dredging, was heard by the Harbour Court.",
        act("file", "asked", ["TGO"], ["Harbour Court"], object="leave to file an opinion"),
        published="2024-09-01",
    )
    assert stands(fold_of(SOUGHT, GRANTED, retold))["TGO", "opinion"][0] == "leave_granted"


def test_not_filed_so_far_waits_on_the_leave() -> None:
    so_far = reading_of(
        "Togo has not filed its opinion on dredging with the Harbour Court.",
        act("file", "filed", ["TGO"], ["Harbour Court"], object="its opinion", status="negated"),
        published="2024-06-28",
    )
    assert stands(fold_of(GRANTED, so_far))["TGO", "opinion"][0] == "leave_granted"


def test_count_is_not_its_members() -> None:
    [member, group] = fold_of(SIGNED).table().positions
    assert (group.party.key, [actor.key for actor in group.members]) == ("group 90 states", ["PER"])
    assert (member.party.key, member.steps[0].member_of) == ("PER", "90 states")
    assert {step.party.key for step in group.steps} == {"group 90 states"}


def test_state_that_acts_later_is_a_candidate_and_no_member() -> None:
    positions = {each.party.key: each for each in fold_of(SIGNED, JOINED).table().positions}
    group = positions["group 90 states"]
    assert [actor.key for actor in group.members] == ["PER"]
    assert [actor.key for actor in group.candidates] == ["MLT"]


def test_silence_is_no_position() -> None:
    fold = fold_of(SOUGHT, matter=replace(MATTER, parties=("TGO", "FJI")))
    table = fold.table()
    assert [each.party.key for each in table.positions] == ["TGO"]
    silent = {(each.party.key, each.instrument): (each.read, each.naming) for each in table.silences}
    assert silent["FJI", "opinion"] == (1, 0)
    assert silent["TGO", "statement"] == (1, 1)
    assert ("TGO", "opinion") not in silent


def test_withdrawn_and_never_filed_stand_side_by_side() -> None:
    table = fold_of(GRANTED, NEVER, WITHDRAWN).table()
    [contradiction] = [each for each in table.contradictions if each.kind == "stages"]
    assert {side.words for side in contradiction.sides} >= {"withdrawn", "never filed"}
    [position] = table.positions
    assert {other.stage for other in position.otherwise} == {"leave_granted", "not_filed"}


def test_told_as_done_and_as_not_done_is_a_contradiction() -> None:
    rejected = reading_of(
        "Fiji rejected the joint statement on dredging at the Harbour Court.",
        act("reject", "rejected", ["FJI"], object="the joint statement"),
    )
    not_rejected = reading_of(
        "Fiji has not rejected the joint statement on dredging, the Harbour Court heard.",
        act("reject", "rejected", ["FJI"], object="the joint statement", status="negated"),
        published="2024-07-02",
    )
    [contradiction] = fold_of(rejected, not_rejected).table().contradictions
    assert [side.words for side in contradiction.sides] == ["done", "not done"]


def test_what_was_not_done_yet_and_was_done_later_is_no_contradiction() -> None:
    not_yet = reading_of(
        "Fiji has not rejected the joint statement on dredging, the Harbour Court heard.",
        act("reject", "rejected", ["FJI"], object="the joint statement", status="negated"),
        published="2024-06-02",
    )
    rejected = reading_of(
        "Fiji rejected the joint statement on dredging at the Harbour Court.",
        act("reject", "rejected", ["FJI"], object="the joint statement"),
        published="2024-06-09",
    )
    assert fold_of(not_yet, rejected).table().contradictions == ()


def test_step_back_goes_to_the_filing_that_was_taken_forward() -> None:
    challenge = Instrument(id="challenge", name="challenge", kind="filing", backing="against")
    dropped = reading_of(
        "Togo withdrew its challenge to the dredging before the Harbour Court.",
        act("withdraw", "withdrew", ["TGO"], object="its challenge"),
        published="2024-08-01",
    )
    matter = replace(MATTER, instruments=(*MATTER.instruments, challenge))
    assert stands(fold_of(GRANTED, dropped, matter=matter)) == {("TGO", "opinion"): ("withdrawn", "neutral")}
    assert stands(fold_of(dropped, matter=matter)) == {("TGO", "challenge"): ("withdrawn", "neutral")}


def test_party_with_its_own_word_is_shown_before_what_others_say_on_that_day() -> None:
    own = reading_of(
        "Togo never filed its opinion on dredging, its minister Kofi Adom told the Harbour Court.",
        act("file", "filed", ["TGO"], ["Harbour Court"], object="its opinion", status="negated", chain=["Kofi Adom"]),
        published="2024-07-27",
        acts_for={"Kofi Adom": "TGO"},
    )
    assert stands(fold_of(GRANTED, WITHDRAWN, own))["TGO", "opinion"] == ("not_filed", "neutral")


@given(st.permutations(ALL))
def test_fold_does_not_depend_on_the_order_of_the_reports(readings: list[Reading]) -> None:
    assert fold_of(*readings).table() == fold_of(*ALL).table()


@given(st.permutations(ALL), st.integers(0, len(ALL)))
def test_every_position_rests_on_steps_of_reports_that_were_given(readings: list[Reading], count: int) -> None:
    given_ids = {reading.report.id for reading in readings[:count]}
    table = fold_of(*readings[:count]).table()
    steps = [step for each in table.positions for step in each.steps]
    assert {step.report for step in steps} <= given_ids
    assert all(step.quote and step.rule for step in steps)


def test_three_times_are_kept_apart() -> None:
    reading = reading_of(
        "Togo filed its opinion on dredging with the Harbour Court on 3 June.",
        act("file", "filed", ["TGO"], ["Harbour Court"], object="its opinion", day="2024-06-03"),
        published="2024-06-09",
    )
    [position] = fold_of(reading).table().positions
    assert (position.since, position.published) == ("2024-06-03", "2024-06-09")
    assert position.recorded == "2024-07-01T08:00:00+00:00"


def test_reading_anew_makes_nothing_new() -> None:
    old = Recorded(reading=SOUGHT, recorded="2024-06-11T00:00:00+00:00")
    anew: dict[str, Any] = {"reading": SOUGHT, "recorded": "2024-12-01T00:00:00+00:00"}
    [position] = fold_matter(MATTER, [Recorded(**anew, earlier=(old,))]).table().positions
    assert position.recorded == "2024-06-11T00:00:00+00:00"


def test_only_states_are_candidates_for_a_group_of_states() -> None:
    council = reading_of(
        "The Council of Ports signed the joint statement on dredging at the Harbour Court.",
        act("sign", "signed", ["Council of Ports"], object="the joint statement"),
        published="2024-07-01",
    )
    positions = {each.party.key: each for each in fold_of(SIGNED, JOINED, council).table().positions}
    assert [actor.key for actor in positions["group 90 states"].candidates] == ["MLT"]


def test_to_vote_counts_for_more_than_to_speak() -> None:
    resolution = Instrument(id="resolution", name="resolution", kind="vote")
    spoke = reading_of(
        "Togo supports the resolution on dredging, the Harbour Court heard.",
        act("support", "supports", ["TGO"], object="the resolution"),
        published="2024-07-03",
    )
    voted = reading_of(
        "Togo voted against the resolution on dredging, the Harbour Court heard.",
        act("vote", "voted", ["TGO"], object="against the resolution"),
        published="2024-07-02",
    )
    fold = fold_of(spoke, voted, matter=replace(MATTER, instruments=(resolution,)))
    assert stands(fold)["TGO", "resolution"] == ("voted", "against")


def test_what_other_outlets_are_cited_for_stands_behind_on_the_same_day() -> None:
    text = "Radio Estuary reported that Togo had withdrawn its opinion on dredging from the Harbour Court."
    relayed = reading_of(
        text,
        act("withdraw", "withdrawn", ["TGO"], object="its opinion", chain=["Radio Estuary"]),
        published="2024-07-26",
    )
    assert stands(fold_of(GRANTED, relayed, NEVER))["TGO", "opinion"] == ("not_filed", "neutral")
    assert stands(fold_of(GRANTED, relayed))["TGO", "opinion"] == ("withdrawn", "neutral")


def test_who_refuses_after_having_promised_has_refused() -> None:
    promised = reading_of(
        "Fiji would arrest Ivo Lund over the dredging, the Harbour Court heard.",
        act("arrest", "arrest", ["FJI"], ["Ivo Lund"], status="planned"),
        published="2024-07-01",
    )
    refused = reading_of(
        "Fiji will not arrest Ivo Lund over the dredging, the Harbour Court heard.",
        act("arrest", "arrest", ["FJI"], ["Ivo Lund"], status="negated"),
        published="2024-07-02",
    )
    assert stands(fold_of(promised, refused))["FJI", "enforcement"] == ("refused", "against")
    assert stands(fold_of(promised))["FJI", "enforcement"] == ("stated", "for")


def test_what_a_group_is_to_do_is_less_than_what_its_member_says() -> None:
    bound = reading_of(
        "The 90 states, Fiji among them, are to arrest Ivo Lund over the dredging, the Harbour Court said.",
        act("arrest", "arrest", ["90 states"], ["Ivo Lund"], status="planned"),
        published="2024-07-05",
        members={"90 states": ("FJI",)},
    )
    refused = reading_of(
        "Fiji will not arrest Ivo Lund over the dredging, the Harbour Court heard.",
        act("arrest", "arrest", ["FJI"], ["Ivo Lund"], status="negated"),
        published="2024-07-02",
    )
    assert stands(fold_of(bound, refused))["FJI", "enforcement"] == ("refused", "against")


def test_who_asked_a_group_is_no_candidate_for_it() -> None:
    asked = reading_of(
        "Chile asked 25 states to oppose the dredging order of the Harbour Court.",
        act("request", "asked", ["CHL"], ["25 states"], object="to oppose the dredging order", about=[2]),
        act("oppose", "oppose", ["25 states"], object="the dredging order", status="requested"),
        published="2024-06-01",
    )
    followed = reading_of(
        "Fiji opposes the dredging order of the Harbour Court.",
        act("oppose", "opposes", ["FJI"], object="the dredging order"),
        published="2024-06-20",
    )
    positions = {each.party.key: each for each in fold_of(asked, followed).table().positions}
    assert [actor.key for actor in positions["group 25 states"].candidates] == ["FJI"]
    assert positions["CHL"].direction == "against"


def test_not_filed_so_far_denies_an_earlier_report_that_it_was_filed() -> None:
    filed = reading_of(
        "Togo filed its opinion on dredging with the Harbour Court.",
        act("file", "filed", ["TGO"], ["Harbour Court"], object="its opinion"),
        published="2024-06-03",
    )
    so_far = reading_of(
        "Togo has not filed its opinion on dredging with the Harbour Court.",
        act("file", "filed", ["TGO"], ["Harbour Court"], object="its opinion", status="negated"),
        published="2024-06-28",
    )
    fold = fold_of(filed, so_far)
    assert stands(fold)["TGO", "opinion"] == ("not_filed", "neutral")
    assert [each.kind for each in fold.table().contradictions] == ["stages"]
