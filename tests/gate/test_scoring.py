"""Gate: a case passes when a reading has what it expects and nothing that it forbids."""

import json
from pathlib import Path
from typing import Any

import pytest

from gate.scoring import are_named, find_misses, find_quote, is_at, is_named
from onrecord.records import ActTime, Reading, Span
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of

CASES = Path(__file__).parents[2] / "gate" / "cases.jsonl"
TEXT = "Panama said Uruguay had sued Ecuador."


def reading(**act: Any) -> Reading:
    """Panama said that Uruguay sued Ecuador, with the act's fields as given."""
    parties = [
        make_party(f"p{n}", name=name, ids=(("iso3", code),), mentions=(span_of(TEXT, name),))
        for n, (name, code) in enumerate([("Panama", "PAN"), ("Uruguay", "URY"), ("Ecuador", "ECU")], start=1)
    ]
    said = make_attribution(
        source="p1", source_span=span_of(TEXT, "Panama"), cue=span_of(TEXT, "said"), content=(Span(12, 36),)
    )
    fields = {
        "type": "charge",
        "trigger": span_of(TEXT, "sued"),
        "actors": ("p2",),
        "recipients": ("p3",),
        "chain": ("a1",),
    }
    return make_reading(
        make_report(TEXT), parties=tuple(parties), attributions=(said,), acts=(make_act(**(fields | act)),)
    )


def case(**parts: Any) -> dict[str, Any]:
    wanted = {"type": "charge", "actors": ["URY"], "recipients": ["ECU"], "status": "actual", "chain": ["Panama"]}
    return {"id": "c", "expect": {"acts": [wanted]}} | parts


def test_a_case_passes_when_everything_is_as_expected() -> None:
    assert find_misses(case(), reading()) == []


@pytest.mark.parametrize(
    "wrong",
    [{"status": "planned"}, {"actors": ("p1",)}, {"recipients": ()}, {"chain": ()}, {"type": "aid"}],
)
def test_a_case_fails_on_any_wrong_part_of_an_act(wrong: dict[str, Any]) -> None:
    assert [m.kind for m in find_misses(case(), reading(**wrong))] == ["act"]


def test_a_forbidden_act_counts_whatever_it_leaves_unsaid() -> None:
    forbidden = case(expect={}, forbid={"acts": [{"type": "charge", "actors": ["URY"]}], "parties": ["BRA"]})
    assert [m.kind for m in find_misses(forbidden, reading())] == ["forbidden act"]


def test_an_attribution_needs_its_source_and_most_of_its_content() -> None:
    good = {"source": "Panama", "cue": "said", "content": "Uruguay had sued Ecuador"}
    wanted = [good, good | {"source": "Ecuador"}, good | {"content": "Panama said"}]
    misses = find_misses(case(expect={"attributions": wanted}), reading())
    assert [m.wanted for m in misses] == wanted[1:]


def test_names_match_by_code_or_by_words() -> None:
    assert is_named("URY", {"uruguay", "ury"})
    assert is_named("Karim Khan", {"prosecutor karim khan"})
    assert not is_named("the Danish minister", {"minister of defence of the kingdom"})
    assert not are_named(["URY"], [{"ury"}, {"pan"}])


def test_find_quote_spans_the_words_left_out() -> None:
    assert find_quote(TEXT, "Uruguay … Ecuador") == Span(12, 36)


def test_is_at_meets_a_day_inside_an_interval() -> None:
    act = make_act(time=ActTime(since="2024-06-11", until="2024-06-20", basis="stated"))
    assert is_at(act, "2024-06")
    assert is_at(act, "2024-06-15")
    assert not is_at(act, "2024-07")
    assert not is_at(act, None)


def test_cases_are_sound() -> None:
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    assert len({c["id"] for c in cases}) == len(cases)
    for c in cases:
        for wanted in (*c["expect"]["attributions"], *c["forbid"].get("attributions", ())):
            find_quote(c["text"], wanted["content"])
