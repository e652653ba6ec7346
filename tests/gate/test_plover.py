"""The score by PLOVER's gold: what counts as a hit and what against the reader."""

import json
from pathlib import Path
from typing import Any

import pytest

from gate.plover import Matcher, Wanted, read_gold, score_plover
from onrecord.records import Reading
from tests.factories import make_act, make_party, make_reading, make_report, span_of

TEXT = "Peru urged Chad to free the crew."


def asked(**fields: Any) -> Reading:
    parties = [
        make_party(f"p{n}", name=name, ids=(("iso3", code),), mentions=(span_of(TEXT, name),))
        for n, (name, code) in enumerate([("Peru", "PER"), ("Chad", "TCD")], start=1)
    ]
    act = make_act(**{"actors": ("p1",), "recipients": ("p2",), "trigger": span_of(TEXT, "urged")} | fields)
    return make_reading(make_report(TEXT), parties=tuple(parties), acts=(act,))


def wanted(**fields: Any) -> Wanted:
    default: dict[str, Any] = {"key": "k", "text": TEXT, "plover": "DEMAND"}
    default |= {"sources": (("PER", "Peruvian diplomats"),), "targets": (("", "Chad"),)}
    return Wanted(**default | fields)


def is_hit(reading: Reading, record: Wanted) -> bool:
    matcher = Matcher(reading)
    return any(matcher.is_triple(event, record) for event in matcher.events)


def test_parties_match_by_code_or_by_words() -> None:
    assert is_hit(asked(), wanted())


@pytest.mark.parametrize(
    "fields",
    [
        {"plover": "REJECT"},
        {"sources": (("MLI", "Mali"),)},
        {"targets": ()},
        {"targets": (("TCD", "Chad"), ("MLI", "Mali"))},
    ],
)
def test_a_triple_wants_type_and_every_party(fields: dict[str, Any]) -> None:
    assert not is_hit(asked(), wanted(**fields))


def test_a_record_of_sources_alone_is_met_by_both_sides() -> None:
    both = wanted(plover="CONSULT", sources=(("PER", "Peru"), ("TCD", "Chad")), targets=())
    assert is_hit(asked(type="consult", rule="verb:meet#consult"), both)
    assert is_hit(asked(type="consult", actors=("p1", "p2"), recipients=(), rule="verb:meet#consult"), both)


def test_every_type_that_is_not_gold_counts_against_the_reader(tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    party = [{"actorText": "Peru", "code": "PER"}]
    gold.write_text(json.dumps([{"id": "k", "text": TEXT, "event": "REJECT", "source": party, "target": ""}]))

    class Fixed:
        def read(self, _report: object) -> Reading:
            return asked()

    figures = score_plover(Fixed(), gold)  # type: ignore[arg-type]
    assert figures is not None
    assert (figures["type recall"], figures["type precision"], figures["triple F1"]) == (0.0, 0.0, 0.0)


def test_score_is_none_where_the_records_are_not_there(tmp_path: Path) -> None:
    assert score_plover(None, tmp_path / "none.json") is None  # type: ignore[arg-type]


def test_read_gold_takes_an_empty_text_for_no_parties(tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps([{"id": "k", "text": "{Peru met.}", "event": "CONSULT", "source": "", "target": ""}]))
    assert read_gold(gold) == [Wanted(key="k", text="Peru met.", plover="CONSULT", sources=(), targets=())]
