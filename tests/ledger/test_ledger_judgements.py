"""Judgements: recorded beside the readings, applied at the fold, undone, and kept when a newer model reads again."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ledger import Ledger
from onrecord.ledger.verdicts import key_of
from onrecord.records import Act, Reading, Span
from onrecord.records.errors import LedgerError
from onrecord.records.judgements import Correction, Judgement, PartyChange, PartyName, Verb
from tests.factories import make_act, make_party, make_reading, make_report, span_of
from tests.ledger.conftest import NewPlace
from tests.ledger.making import NOW, dump, open_at

TEXT = "Freedonia asked Sylvania to file. Osterlich denied it."
FREEDONIA = PartyName(kind="state", name="Freedonia", ids=(("iso3", "FRE"),))
SYLVANIA, OSTERLICH = PartyName(kind="state", name="Sylvania"), PartyName(kind="state", name="Osterlich")
REREAD = "onrecord 0.2.0, model bb"


def read(reader: str = "onrecord 0.1.0, model aa", *, text: str = TEXT, acts: tuple[Act, ...] | None = None) -> Reading:
    parties = (
        make_party("p1", name="Freedonia", ids=(("iso3", "FRE"),)),
        make_party("p2", name="Sylvania"),
        make_party("p3", name="Osterlich"),
    )
    asked = make_act("e1", actors=("p1",), recipients=("p2",), about=("e2",), trigger=span_of(TEXT, "asked"))
    filed = make_act("e2", type="file", actors=("p2",), status="requested", trigger=span_of(TEXT, "file"))
    denied = make_act("e3", type="deny", actors=("p3",), trigger=span_of(TEXT, "denied"))
    return make_reading(
        make_report(text, given_id="x1"), reader=reader, parties=parties, acts=acts or (asked, filed, denied)
    )


READING = read()
KEYS = {act.id: key_of(READING, act) for act in READING.acts}


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with open_at(place) as opened:
        opened.append(READING)
        yield opened


def on(act: str, verb: Verb, why: str = "seen", **fields: Any) -> Judgement:
    correction = Correction(**fields) if fields else None
    return Judgement(verb=verb, by="Ada Fenn", why=why, acts=(KEYS[act],), correction=correction)


def undo(seq: int) -> Judgement:
    return Judgement(verb="undo", by="Ada Fenn", why="mistaken", undoes=seq)


def shown(ledger: Ledger) -> dict[str, tuple[str, str]]:
    return {row.act.id: (row.act.type, row.act.status) for row in ledger.acts()}


def test_rejected_act_is_shown_no_more_and_the_log_keeps_it(ledger: Ledger) -> None:
    entry = ledger.judge(on("e2", "reject", "it is not said"))
    assert (entry.seq, entry.recorded_at, entry.judgement.by) == (1, NOW, "Ada Fenn")
    assert list(shown(ledger)) == ["e1", "e3"]
    assert [act.about for act in ledger.reading("x1").acts] == [(), ()]
    assert list(ledger.readings(judged=False)) == [READING] == [entry.reading for entry in ledger.entries()]


def test_accepting_what_was_rejected_shows_it_again(ledger: Ledger) -> None:
    ledger.judge(on("e2", "reject"))
    ledger.judge(on("e2", "accept"))
    assert list(shown(ledger)) == ["e1", "e2", "e3"]
    assert ledger.reading("x1").acts[1].rule == "judged:1,2 verb:ask#request"


def test_corrections_of_different_fields_add_up_and_the_last_of_one_field_counts(ledger: Ledger) -> None:
    ledger.judge(on("e1", "correct", type="consult"))
    ledger.judge(on("e1", "correct", status="planned"))
    ledger.judge(on("e1", "correct", status="possible"))
    assert shown(ledger)["e1"] == ("consult", "possible")
    assert [row.act.id for row in ledger.acts(type="consult", status="possible")] == ["e1"]
    assert not list(ledger.acts(type="request"))


def test_corrected_party_is_found_under_its_new_name(ledger: Ledger) -> None:
    wrong = PartyChange(role="actor", was=FREEDONIA, now=OSTERLICH)
    new = PartyChange(role="recipient", now=PartyName(kind="organisation", name="Lakeside Watch"))
    ledger.judge(on("e1", "correct", parties=(wrong, new)))
    (row,) = ledger.acts(party="Lakeside Watch")
    assert [party.name for party in row.actors] == ["Osterlich"]
    assert [party.name for party in row.recipients] == ["Sylvania", "Lakeside Watch"]
    assert not list(ledger.acts(party="FRE"))
    assert len(list(ledger.search("lakeside"))) == 1


def test_party_is_taken_out(ledger: Ledger) -> None:
    ledger.judge(on("e1", "correct", parties=(PartyChange(role="recipient", was=SYLVANIA),)))
    assert ledger.reading("x1").acts[0].recipients == ()


def test_undo_is_a_row_and_can_be_undone(ledger: Ledger) -> None:
    ledger.judge(on("e2", "reject"))
    ledger.judge(undo(1))
    assert "e2" in shown(ledger)
    with pytest.raises(LedgerError, match="undone already"):
        ledger.judge(replace(undo(1), why="again"))
    ledger.judge(undo(2))
    assert "e2" not in shown(ledger)
    states = [(state.entry.seq, state.undone_by) for state in ledger.judgements()]
    assert states == [(1, None), (2, 3), (3, None)]


def test_same_word_twice_is_recorded_once(ledger: Ledger) -> None:
    assert ledger.judge(on("e2", "reject")).seq == ledger.judge(on("e2", "reject")).seq == 1
    ledger.judge(on("e2", "accept"))
    assert ledger.judge(on("e2", "reject")).seq == 3, "in between somebody thought otherwise"


def test_judgement_outlives_a_reading_by_a_newer_model(ledger: Ledger) -> None:
    ledger.judge(on("e1", "correct", status="planned"))
    ledger.judge(on("e2", "reject"))
    renumbered = tuple(replace(act, id=f"n{act.id}", about=()) for act in reversed(READING.acts))
    ledger.append(read(REREAD, acts=renumbered))
    assert shown(ledger) == {"ne1": ("request", "planned"), "ne3": ("deny", "actual")}
    assert [state.orphaned for state in ledger.judgements()] == [None, None]


def test_judgement_that_no_longer_finds_its_act_is_listed_and_comes_back(ledger: Ledger) -> None:
    ledger.judge(on("e2", "reject"))
    ledger.append(read(REREAD, acts=READING.acts[:1]))
    assert [state.orphaned for state in ledger.judgements()] == ["act_gone"]
    twice = (READING.acts[1], replace(READING.acts[1], id="e9"))
    ledger.append(read("onrecord 0.3.0", acts=twice))
    assert [state.orphaned for state in ledger.judgements()] == ["act_doubtful"]
    assert list(shown(ledger)) == ["e2", "e9"]
    ledger.append(read("onrecord 0.4.0"))
    assert [state.orphaned for state in ledger.judgements()] == [None]
    assert list(shown(ledger)) == ["e1", "e3"]


def test_correction_of_a_party_that_is_gone_is_listed_and_changes_nothing(ledger: Ledger) -> None:
    change = PartyChange(role="actor", was=FREEDONIA, now=OSTERLICH)
    ledger.judge(on("e1", "correct", status="planned", parties=(change,)))
    ledger.append(read(REREAD, acts=(replace(READING.acts[0], actors=("p2",), about=()),)))
    assert [state.orphaned for state in ledger.judgements()] == ["party_gone"]
    assert shown(ledger) == {"e1": ("request", "actual")}
    ledger.append(read("onrecord 0.3.0", acts=(replace(READING.acts[0], actors=("p3",), about=()),)))
    assert [state.orphaned for state in ledger.judgements()] == [None], "the newer model reads it as the person did"
    assert shown(ledger) == {"e1": ("request", "planned")}


def test_merged_parties_are_one_in_all_reports_before_and_after(ledger: Ledger) -> None:
    ledger.append(replace(READING, report=make_report("Sylvania filed again. " + TEXT)))
    merge = Judgement(verb="merge_parties", by="Ada Fenn", why="renamed", parties=(OSTERLICH, SYLVANIA))
    ledger.judge(merge)
    ledger.append(replace(READING, report=make_report("Sylvania waits. " + TEXT)))
    assert not list(ledger.acts(party="Sylvania"))
    assert len(list(ledger.acts(party="Osterlich"))) == 9
    ledger.judge(undo(1))
    assert len(list(ledger.acts(party="Sylvania"))) == 6
    assert ledger.parties("sylvania") == (SYLVANIA,)


def test_split_party_is_another_in_the_reports_that_are_named(ledger: Ledger) -> None:
    ledger.append(replace(READING, report=make_report("More. " + TEXT)))
    now = PartyName(kind="organisation", name="Sylvania, a company")
    split = Judgement(verb="split_party", by="Ada Fenn", why="it sells lamps", parties=(SYLVANIA, now),
                      reports=(READING.report.id,))  # fmt: skip
    ledger.judge(split)
    assert len(list(ledger.acts(party="Sylvania"))) == 2
    assert {row.report.id for row in ledger.acts(party="sylvania, a company")} == {READING.report.id}


def test_stages_and_directions_are_offered_with_the_act_that_they_are_of(ledger: Ledger) -> None:
    ledger.judge(on("e1", "correct", stage="announced"))
    ledger.judge(on("e1", "correct", direction="for"))
    ledger.judge(on("e1", "correct", stage="filed", instrument="letter"))
    ledger.judge(on("e2", "correct", stage="filed"))
    ledger.judge(on("e2", "reject"))
    told = [(one.act, one.instrument, one.stage, one.direction, one.seqs) for one in ledger.stances()]
    assert told == [("e1", None, "announced", "for", (1, 2)), ("e1", "letter", "filed", None, (3,))]


def test_happenings_are_offered_by_the_ids_of_today(ledger: Ledger) -> None:
    merge = Judgement(verb="merge_happenings", by="Ada Fenn", why="one letter", acts=(KEYS["e1"], KEYS["e3"]))
    ledger.judge(merge)
    ledger.append(read(REREAD, acts=(replace(READING.acts[0], id="e7", about=()),)))
    assert [(one.verb, one.acts) for one in ledger.happenings_judged()] == [
        ("merge_happenings", ((READING.report.id, "e7"),))
    ]
    assert [state.orphaned for state in ledger.judgements()] == ["act_gone"]


@pytest.mark.parametrize(
    ("judgement", "said"),
    [
        (undo(7), "no judgement 7"),
        (replace(on("e1", "accept"), acts=(replace(KEYS["e1"], report="r:none"),)), "no report r:none"),
        (replace(on("e1", "accept"), acts=(replace(KEYS["e1"], trigger=Span(1, 2)),)), r"e1 \(request at 10\)"),
        (
            on("e1", "correct", parties=(PartyChange(role="actor", was=OSTERLICH),)),
            "no actor of the act: found Freedonia",
        ),
    ],
)
def test_judgement_of_what_is_not_there_is_refused(ledger: Ledger, judgement: Judgement, said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        ledger.judge(judgement)
    assert list(ledger.judgements()) == []


def test_selections_are_as_people_decided_or_as_read(ledger: Ledger) -> None:
    ledger.judge(on("e2", "reject"))
    for party in (None, "Osterlich"):
        (decided,), (as_read,) = ledger.selections(party=party), ledger.selections(party=party, judged=False)
        assert [act.id for act in decided.entry.reading.acts] == ["e1", "e3"]
        assert as_read.entry.reading == READING


STEPS = st.one_of(
    st.sampled_from(
        [
            on("e1", "reject"),
            on("e1", "accept"),
            on("e2", "correct", status="planned"),
            on("e3", "correct", type="aid"),
        ]
    ),
    st.builds(undo, st.integers(1, 6)),
    st.just(Judgement(verb="merge_parties", by="Ada Fenn", why="renamed", parties=(OSTERLICH, SYLVANIA))),
    st.sampled_from([read(REREAD, acts=READING.acts[:2]), read("onrecord 0.3.0"), read(text="Also. " + TEXT)]),
)


@settings(max_examples=15)
@given(st.lists(STEPS, max_size=8))
def test_what_was_judged_step_by_step_is_what_the_logs_give_anew(new_place: NewPlace, steps: list[Any]) -> None:
    place = new_place()
    with open_at(place) as ledger:
        ledger.append(READING)
        for step in steps:
            try:
                ledger.append(step) if isinstance(step, Reading) else ledger.judge(step)
            except LedgerError as error:
                assert "judgement" in error.what or "act" in error.what  # noqa: PT017 - refused, and nothing written
        before = dump(place)
        ledger.rebuild()
    assert dump(place) == before
