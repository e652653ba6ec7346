"""Gate: which expected acts of the demo count as found, and what is judged on those."""

from typing import Any

from gate.demo import mark_report
from onrecord.records import Reading, Span
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of

TEXT = "Norway said Jamaica had sued Lebanon. Lebanon objected to the suit."


def reading(**act: Any) -> Reading:
    parties = [
        make_party(f"p{n}", name=name, ids=(("iso3", code),), mentions=(span_of(TEXT, name),))
        for n, (name, code) in enumerate([("Norway", "NOR"), ("Jamaica", "JAM")], start=1)
    ]
    said = make_attribution(source="p1", cue=span_of(TEXT, "said"), content=(Span(12, 36),))
    fields = {"type": "charge", "trigger": span_of(TEXT, "sued"), "actors": ("p2",), "chain": ("a1",)} | act
    return make_reading(make_report(TEXT), parties=tuple(parties), attributions=(said,), acts=(make_act(**fields),))


def expected(**parts: Any) -> dict[str, Any]:
    act = {"type": "charge", "actors": ["JAM"], "status": "actual", "chain": ["Norway"], "evidence": "Jamaica had sued"}
    return act | parts


def test_an_act_with_all_of_it_right_has_all_three_marks() -> None:
    assert mark_report([expected()], reading()) == {"demo-found": [True], "demo-status": [True], "demo-chain": [True]}


def test_an_act_elsewhere_in_the_text_is_not_found() -> None:
    marks = mark_report([expected(evidence="Lebanon objected")], reading())
    assert marks == {"demo-found": [False], "demo-status": [], "demo-chain": []}


def test_an_act_of_another_type_is_found_where_the_expected_allows_it() -> None:
    assert mark_report([expected(type="oppose")], reading())["demo-found"] == [False]
    assert mark_report([expected(type="oppose", also=["charge"])], reading())["demo-found"] == [True]


def test_status_and_chain_are_judged_apart() -> None:
    marks = mark_report([expected()], reading(status="planned"))
    assert (marks["demo-found"], marks["demo-status"], marks["demo-chain"]) == ([True], [False], [True])


def test_a_read_act_stands_for_one_expected_act() -> None:
    assert mark_report([expected(), expected()], reading())["demo-found"] == [True, False]
