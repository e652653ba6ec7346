"""The review queue, on a small ledger of hand-made reports about one vote."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from onrecord.answers import review
from onrecord.answers.kept_folds import KeptFold, KeptFolds
from onrecord.answers.review import ALONE, CONTRADICTED, find_place, queue_matter, queue_newest
from onrecord.ledger import Ledger, open_ledger
from onrecord.matters.matter_file import read_matter
from onrecord.records import Act, Outlet, Party, Reading
from onrecord.records.judgements import ActKey, Judgement, Verb
from tests.factories import make_act, make_party, make_reading, make_report, span_of

MATTER = read_matter(
    """
id = "ferry"
title = "The ferry treaty"
question = "States should sign the ferry treaty."
keywords = ["ferry treaty"]

[[instruments]]
id = "treaty"
name = "ferry treaty"
kind = "statement"
names = ["ferry treaty"]
""",
    where="ferry.toml",
)


def told(outlet: str, day: str, party: str, words: str, **fields: Any) -> Reading:
    """A report in which one party signs the treaty, or not."""
    text = f"{party} {words} the ferry treaty on Monday."
    report = make_report(text, outlet=Outlet(name=outlet), published=day, given_id=f"{outlet} {day}")
    who = make_party(name=party, mentions=(span_of(text, party),))
    default: dict[str, Any] = {
        "type": "sign",
        "trigger": span_of(text, words),
        "object": span_of(text, "the ferry treaty"),
    }
    return make_reading(report, parties=(who,), acts=(make_act(actors=("p1",), **default | fields),))


READINGS = (
    told("Lakeside Post", "2024-06-01", "Norway", "signed", confidence=0.9),
    told("Harbour Times", "2024-06-02", "Norway", "signed", confidence=0.5),
    told("Lakeside Post", "2024-06-03", "Ghana", "signed", confidence=0.8),
    told("Lakeside Post", "2024-06-04", "Chile", "signed", confidence=0.95),
    told("Harbour Times", "2024-06-05", "Chile", "refused", type="reject", confidence=0.97),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db", clock=lambda: datetime(2024, 7, 1, tzinfo=UTC)) as opened:
        for reading in READINGS:
            opened.append(reading)
        yield opened


@pytest.fixture
def kept(ledger: Ledger) -> KeptFold:
    return KeptFolds(ledger).fold(MATTER)


def judge(ledger: Ledger, reading: Reading, verb: Verb) -> None:
    (act,) = reading.acts
    key = ActKey(report=reading.report.id, trigger=act.trigger, type=act.type)
    ledger.judge(Judgement(verb=verb, by="Ada Fenn", why="read it", acts=(key,)))


def shown(kept: KeptFold, order: review.Order = "position") -> list[tuple[str, float]]:
    return [(each.reading.parties[0].name, each.act.confidence) for each in queue_matter(kept, order)]


def test_what_accounts_differ_in_comes_first_then_what_a_position_stands_on_alone(kept: KeptFold) -> None:
    assert shown(kept) == [("Chile", 0.95), ("Chile", 0.97), ("Ghana", 0.8), ("Norway", 0.5), ("Norway", 0.9)]


def test_each_stands_there_for_a_reason_in_words(kept: KeptFold) -> None:
    reasons = {each.reading.parties[0].name: each.reasons[0] for each in queue_matter(kept)}
    assert reasons["Chile"].rank == CONTRADICTED
    assert reasons["Chile"].words.startswith("Accounts differ: Chile, ferry treaty — refused in 1 report, signed in 1")
    assert reasons["Ghana"].rank == ALONE
    assert reasons["Ghana"].words == "The position of Ghana on ferry treaty (signed · for) stands on this act alone."
    assert reasons["Norway"].words.startswith("The position of Norway on ferry treaty (signed · for) stands on 2 acts")


def test_by_sureness_the_least_sure_comes_first(kept: KeptFold) -> None:
    assert shown(kept, "sureness")[0] == ("Norway", 0.5)
    assert shown(kept, "sureness")[-1] == ("Chile", 0.97)


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_what_was_judged_waits_no_more(ledger: Ledger, verb: Verb) -> None:
    judge(ledger, READINGS[2], verb)
    assert "Ghana" not in [party for party, _ in shown(KeptFolds(ledger).fold(MATTER))]
    assert len(queue_newest(ledger)) == 4


def test_whatever_is_taken_back_waits_again(ledger: Ledger) -> None:
    judge(ledger, READINGS[2], "reject")
    ledger.judge(Judgement(verb="undo", by="Ada Fenn", why="mistaken", undoes=1))
    assert len(queue_newest(ledger)) == 5


def test_whole_ledger_is_asked_for_its_newest_reports_alone(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "NEWEST_REPORTS", 2)
    assert [each.act.confidence for each in queue_newest(ledger)] == [0.95, 0.97]


def test_newest_are_as_people_decided_and_the_last_reading_of_a_report_counts(ledger: Ledger) -> None:
    again = make_reading(READINGS[4].report, reader="onrecord 9.0.0, model test", parties=READINGS[4].parties)
    ledger.append(again)
    assert len(queue_newest(ledger)) == 4


def test_act_that_is_gone_is_found_at_the_beginning(kept: KeptFold) -> None:
    queue = queue_matter(kept)
    assert find_place(queue, queue[3].name) == 3
    assert find_place(queue, "r:gone#e1") is None


def test_several_positions_that_stand_on_one_act_are_one_reason(tmp_path: Path) -> None:
    names = ["Norway", "Sweden", "Denmark", "Finland"]
    text = "Norway, Sweden, Denmark and Finland signed the ferry treaty."
    report = make_report(text, outlet=Outlet(name="Lakeside Post"), published="2024-06-01")
    parties = tuple(
        Party(id=f"p{at}", kind="state", name=name, mentions=(span_of(text, name),)) for at, name in enumerate(names)
    )
    act = Act(
        id="e1", type="sign", trigger=span_of(text, "signed"), object=span_of(text, "the ferry treaty"), rule="test",
        actors=tuple(party.id for party in parties),
    )  # fmt: skip
    with open_ledger(tmp_path / "m.db", clock=lambda: datetime(2024, 7, 1, tzinfo=UTC)) as ledger:
        ledger.append(make_reading(report, parties=parties, acts=(act,)))
        (queued,) = queue_matter(KeptFolds(ledger).fold(MATTER))
    (reason,) = queued.reasons
    assert reason.words == (
        "The positions of Denmark, Finland, Norway and 1 more on ferry treaty (signed · for) stand on this act alone."
    )
