from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.answers.kept_folds import KeptFolds
from onrecord.answers.matter_folds import fold_ledger
from onrecord.ledger import Ledger, open_ledger
from onrecord.ledger.verdicts import key_of
from onrecord.matters.folding import DAYS_KEPT
from onrecord.records import Reading
from onrecord.records.judgements import Judgement, PartyName
from onrecord.records.matters import Instrument, Matter
from tests.factories import make_act, make_party, make_reading, make_report, span_of

MATTER = Matter(
    id="dam", title="The dam", question="The dam should be built.", keywords=("dam",),
    instruments=(Instrument(id="treaty", name="river treaty", kind="treaty"),),
)  # fmt: skip
NOW = datetime(2026, 1, 2, tzinfo=UTC)


def signed(state: str, day: str) -> Reading:
    text = f"{state} signed the river treaty on the dam."
    party = make_party(name=state, mentions=(span_of(text, state),))
    act = make_act(
        type="sign", trigger=span_of(text, "signed"), actors=("p1",), object=span_of(text, "the river treaty")
    )
    return make_reading(make_report(text, published=day), parties=(party,), acts=(act,))


def of_nothing(text: str) -> Reading:
    return make_reading(make_report(text, published="2024-05-05"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "x.db", clock=lambda: NOW) as opened:
        opened.append(signed("Freedonia", "2024-05-01"))
        yield opened


def names(folds: KeptFolds) -> list[str]:
    return [position.party.name for position in folds.fold(MATTER).table().positions]


def test_the_same_ledger_is_folded_once(ledger: Ledger) -> None:
    folds = KeptFolds(ledger)
    assert folds.fold(MATTER) is folds.fold(MATTER)
    assert folds.fold(MATTER).table() is folds.fold(MATTER).table()


def test_a_report_that_comes_in_is_in_the_next_fold(ledger: Ledger) -> None:
    folds = KeptFolds(ledger)
    assert names(folds) == ["Freedonia"]
    ledger.append(signed("Sylvania", "2024-05-02"))
    assert names(folds) == ["Freedonia", "Sylvania"]


def test_a_report_of_another_matter_leaves_the_fold_as_it_is(ledger: Ledger) -> None:
    folds = KeptFolds(ledger)
    before = folds.fold(MATTER)
    ledger.append(of_nothing("The harbour was calm."))
    assert folds.fold(MATTER).fold is before.fold
    assert folds.fold(MATTER).heights == ledger.heights()


def test_a_judgement_counts_from_the_next_question_on(ledger: Ledger) -> None:
    folds, reading = KeptFolds(ledger), signed("Freedonia", "2024-05-01")
    assert names(folds) == ["Freedonia"]
    entry = ledger.judge(Judgement(verb="reject", by="A", why="b", acts=(key_of(reading, reading.acts[0]),)))
    assert names(folds) == []
    ledger.judge(Judgement(verb="undo", by="A", why="b", undoes=entry.seq))
    assert names(folds) == ["Freedonia"]


def test_kept_folds_are_those_that_a_fresh_question_gives(ledger: Ledger) -> None:
    folds = KeptFolds(ledger)
    folds.fold(MATTER)
    ledger.append(signed("Sylvania", "2024-05-02"))
    ledger.append(make_reading(signed("Sylvania", "2024-05-02").report, reader="onrecord 9.0.0"))
    named = [PartyName(kind="state", name=name) for name in ("Freedonia", "Borduria")]
    ledger.append(signed("Borduria", "2024-05-03"))
    ledger.judge(Judgement(verb="merge_parties", by="A", why="b", parties=tuple(named)))
    assert folds.fold(MATTER).table() == fold_ledger(MATTER, ledger).table()


def test_what_was_known_on_a_day_is_kept_apart_from_today(ledger: Ledger) -> None:
    folds = KeptFolds(ledger)
    assert not folds.fold(MATTER, "2025-12-31").table().positions
    assert folds.fold(MATTER, "2025-12-31").table().known_on == "2025-12-31"
    assert names(folds) == ["Freedonia"]


def test_of_many_days_those_asked_for_last_are_kept(ledger: Ledger) -> None:
    fold = KeptFolds(ledger).fold(MATTER).fold
    days = [f"2024-{month:02}-{day:02}" for month in (5, 6, 7) for day in range(1, 29)]
    asked = {day: fold.happenings(day) for day in days}
    assert len(fold._happenings) <= DAYS_KEPT
    assert fold.happenings(days[-1]) is asked[days[-1]]
    assert fold.happenings(days[0]) == asked[days[0]]
