"""Gate: a case passes when a reading has what it expects and nothing that it forbids."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from gate.floors import hash_pinned
from gate.scoring import are_named, find_misses, find_quote, is_at, is_chain, is_named
from onrecord.records import ActTime, Reading, Span
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of

CASES = Path(__file__).parents[2] / "gate" / "cases.jsonl"
TEXT = "Norway said Jamaica had sued Lebanon."


def reading(**act: Any) -> Reading:
    """Norway said that Jamaica sued Lebanon, with the act's fields as given."""
    parties = [
        make_party(f"p{n}", name=name, ids=(("iso3", code),), mentions=(span_of(TEXT, name),))
        for n, (name, code) in enumerate([("Norway", "NOR"), ("Jamaica", "JAM"), ("Lebanon", "LBN")], start=1)
    ]
    said = make_attribution(
        source="p1", source_span=span_of(TEXT, "Norway"), cue=span_of(TEXT, "said"), content=(Span(12, 36),)
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
    wanted = {"type": "charge", "actors": ["JAM"], "recipients": ["LBN"], "status": "actual", "chain": ["Norway"]}
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
    forbidden = case(expect={}, forbid={"acts": [{"type": "charge", "actors": ["JAM"]}], "parties": ["BRA"]})
    assert [m.kind for m in find_misses(forbidden, reading())] == ["forbidden act"]


def test_an_attribution_needs_its_source_and_most_of_its_content() -> None:
    good = {"source": "Norway", "cue": "said", "content": "Jamaica had sued Lebanon"}
    wanted = [good, good | {"source": "Lebanon"}, good | {"content": "Norway said"}]
    misses = find_misses(case(expect={"attributions": wanted}), reading())
    assert [m.wanted for m in misses] == wanted[1:]


def test_names_match_by_code_or_by_words() -> None:
    assert is_named("JAM", {"jamaica", "jam"})
    assert is_named("Karim Khan", {"prosecutor karim khan"})
    assert not is_named("the Danish minister", {"minister of defence of the kingdom"})
    assert not are_named(["JAM"], [{"jam"}, {"nor"}])


def test_a_chain_has_its_sources_in_order() -> None:
    found = [{"harbour times"}, {"two officials"}]
    assert is_chain(["Harbour Times", "two officials"], found)
    assert not is_chain(["two officials", "Harbour Times"], found)
    assert not is_chain(["Harbour Times"], found)


def test_find_quote_spans_the_words_left_out() -> None:
    assert find_quote(TEXT, "Jamaica … Lebanon") == Span(12, 36)


def test_is_at_meets_a_day_inside_an_interval() -> None:
    act = make_act(time=ActTime(since="2024-06-11", until="2024-06-20", basis="stated"))
    assert is_at(act, "2024-06")
    assert is_at(act, "2024-06-15")
    assert not is_at(act, "2024-07")
    assert not is_at(act, None)


CODE = re.compile(r"[A-Z]{3}")


def load_cases() -> list[dict[str, Any]]:
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def test_case_ids_are_their_own() -> None:
    cases = load_cases()
    assert len({c["id"] for c in cases}) == len(cases)


def test_families_have_at_least_four_cases() -> None:
    few = {family: n for family, n in Counter(c["family"] for c in load_cases()).items() if n < 4}
    assert not few


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case["id"])
def test_the_words_of_a_case_stand_in_its_text(case: dict[str, Any]) -> None:
    expect, forbid = case["expect"], case["forbid"]
    cited = expect["attributions"]
    quotes = [c["content"] for c in (*cited, *forbid.get("attributions", ()))]
    quotes += [c[part] for c in cited for part in ("source", "cue", "parent_source") if c.get(part)]
    quotes += [name for a in expect["acts"] for part in ("actors", "recipients", "chain") for name in a.get(part, ())]
    text = case["text"].lower()
    assert not [q for q in quotes if not CODE.fullmatch(q) and any(p not in text for p in q.lower().split(" … "))]


def test_floors_are_pinned_for_the_files_as_they_are() -> None:
    pinned = tomllib.loads((CASES.parent / "floors.toml").read_text(encoding="utf-8"))
    assert {name: pinned[name] for name in ("cases_sha256", "demo_sha256")} == hash_pinned()
