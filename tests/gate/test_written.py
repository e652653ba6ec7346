"""Gate: the figures on annotated reports, and that what is annotated stands in the text."""

import json
import re
from datetime import date
from typing import Any

import pytest

from gate.scoring import find_quote
from gate.written import REPORTS, Marks, format_rates, mark_reading, read_annotated, sentence_at
from onrecord.records import ActTime, Reading, Span
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of

TEXT = "Norway said Jamaica had sued Lebanon. Lebanon objected to the suit."
SAID = make_attribution("a1", source="p1", cue=span_of(TEXT, "said"), content=(Span(12, 36),))
SUED = make_act("e1", type="charge", trigger=span_of(TEXT, "sued"), actors=("p2",), recipients=("p3",), chain=("a1",))


def reading(*acts: Any, attributions: Any = (SAID,)) -> Reading:
    """Norway said that Jamaica sued Lebanon, with the acts and attributions as given."""
    parties = [
        make_party(f"p{n}", name=name, ids=(("iso3", code),), mentions=(span_of(TEXT, name),))
        for n, (name, code) in enumerate([("Norway", "NOR"), ("Jamaica", "JAM"), ("Lebanon", "LBN")], start=1)
    ]
    return make_reading(make_report(TEXT), parties=tuple(parties), attributions=attributions, acts=acts)


def sued(**fields: Any) -> dict[str, Any]:
    act = {"type": "charge", "actors": ["JAM"], "recipients": ["LBN"], "status": "actual", "time": None}
    return act | {"evidence": "Jamaica had sued Lebanon", "chain": ["Norway"]} | fields


def said(**fields: Any) -> dict[str, Any]:
    att = {"id": "a1", "parent": None, "source": "Norway", "cue": "said", "content": "Jamaica had sued Lebanon"}
    return att | fields


def marks(read: Reading, *, acts: Any = (), attributions: Any = ()) -> dict[str, list[bool]]:
    scored = Marks()
    mark_reading({"id": "r", "acts": acts, "attributions": attributions}, read, scored)
    return scored.of


def test_an_act_with_all_of_it_right_has_every_mark() -> None:
    assert marks(reading(SUED, attributions=()), acts=[sued(chain=[])])["chain"] == [False]
    assert {k: v for k, v in marks(reading(SUED), acts=[sued()]).items() if not k.startswith("attribution")} == {
        name: [True] for name in ("act_recall", "act_strict_recall", "status", "chain", "time", "act_precision")
    }


@pytest.mark.parametrize(
    "wanted",
    [{"type": "aid"}, {"actors": ["NOR"]}, {"evidence": "Lebanon objected"}],
)
def test_an_act_of_another_class_actor_or_place_is_missed_and_the_read_one_spurious(wanted: dict[str, Any]) -> None:
    got = marks(reading(SUED), acts=[sued(**wanted)])
    assert (got["act_recall"], got["act_strict_recall"], got["act_precision"]) == ([False], [False], [False])
    assert "status" not in got


@pytest.mark.parametrize("wanted", [{"type": "accuse"}, {"recipients": []}, {"actors": ["JAM", "NOR"]}])
def test_a_found_act_is_not_strict_with_another_type_or_party(wanted: dict[str, Any]) -> None:
    got = marks(reading(SUED), acts=[sued(**wanted)])
    assert (got["act_recall"], got["act_strict_recall"]) == ([True], [False])


@pytest.mark.parametrize(
    ("measure", "wanted"),
    [("status", {"status": "planned"}), ("chain", {"chain": []}), ("time", {"time": "2024-06"})],
)
def test_status_chain_and_time_are_judged_apart(measure: str, wanted: dict[str, Any]) -> None:
    got = marks(reading(SUED), acts=[sued(**wanted)])
    assert [name for name, passed in got.items() if passed == [False] and "attribution" not in name] == [measure]


def test_a_time_is_right_inside_the_month() -> None:
    read = make_act(
        "e1", type="charge", trigger=SUED.trigger, actors=("p2",), time=ActTime(since="2024-06-11", until="2024-06-11")
    )
    assert marks(reading(read), acts=[sued(time="2024-06")])["time"] == [True]


def test_a_read_act_stands_for_one_annotated_act_and_the_better_one_is_taken() -> None:
    other = make_act("e2", type="accuse", trigger=SUED.trigger, actors=("p2",))
    got = marks(reading(SUED, other), acts=[sued(), sued(), sued()])
    assert (got["act_recall"], got["act_precision"]) == ([True, True, False], [True, True])
    assert got["act_strict_recall"] == [True, False, False]


def test_an_attribution_is_found_by_half_of_its_content() -> None:
    assert marks(reading(), attributions=[said()])["attribution_recall"] == [True]
    assert marks(reading(), attributions=[said(content="had sued Lebanon")])["attribution_recall"] == [True]
    got = marks(reading(), attributions=[said(content="Lebanon")])
    assert (got["attribution_recall"], got["attribution_precision"]) == ([False], [False])


def test_source_and_parent_are_judged_on_what_is_found() -> None:
    inner = make_attribution("a2", parent="a1", source="p2", content=(span_of(TEXT, "sued Lebanon"),))
    wanted = [said(), said(id="a2", parent="a1", source="Lebanon", content="sued Lebanon")]
    got = marks(reading(attributions=(SAID, inner)), attributions=wanted)
    assert (got["source"], got["parent"]) == ([True, False], [True, True])


def test_an_unscored_attribution_counts_neither_way() -> None:
    got = marks(reading(), attributions=[said(scored=False)])
    assert not [name for name in got if name.startswith("attribution")]
    assert not marks(reading(attributions=()), attributions=[said(scored=False)])


def test_rates_give_f1_where_both_parts_are_measured() -> None:
    scored = Marks(of={"act_precision": [True, False], "act_recall": [True], "status": [True, False]})
    assert scored.rates() == {"act_f1": pytest.approx(2 / 3), "act_precision": 0.5, "act_recall": 1.0, "status": 0.5}
    assert Marks(of={"act_precision": [False], "act_recall": [False]}).rates()["act_f1"] == 0.0


def test_what_is_wrong_is_told_with_its_sentence() -> None:
    scored = Marks()
    mark_reading({"id": "r", "acts": [sued(type="aid")], "attributions": [said()]}, reading(SUED), scored)
    missed, spurious = scored.misses
    assert (missed.kind, spurious.kind) == ("missed act", "spurious act")
    for miss in (missed, spurious):
        assert isinstance(miss.wanted, dict)
        assert miss.wanted["sentence"] == "Norway said Jamaica had sued Lebanon."


def test_a_sentence_is_cut_at_full_stops_and_paragraphs() -> None:
    text = 'Peru agreed. "We waited," Chad said.\n\nIt left.'
    assert [sentence_at(text, at) for at in (2, 15, len(text) - 2)] == [
        "Peru agreed.",
        '"We waited," Chad said.',
        "It left.",
    ]


def test_figures_are_printed_half_by_half() -> None:
    halves = {"open": Marks(of={"status": [True]}), "shut": Marks(of={"time": [False, True]})}
    lines = [line.split() for line in format_rates(halves)]
    assert lines == [["open", "shut"], ["status", "1.000", "of", "1", "-"], ["time", "-", "0.500", "of", "2"]]


def test_a_folder_s_other_files_are_left_out(tmp_path: Any) -> None:
    (tmp_path / "matter.json").write_text("{}", encoding="utf-8")
    (tmp_path / "one.json").write_text(json.dumps({"id": "one", "acts": []}), encoding="utf-8")
    assert [report["id"] for report in read_annotated(tmp_path)] == ["one"]


CODE = re.compile(r"[A-Z]{3}")
WRITTEN = read_annotated()


def test_there_are_thirteen_open_and_five_shut_reports() -> None:
    assert [report["id"] for report in WRITTEN] == sorted(path.stem for path in REPORTS.glob("*.json"))
    assert [sum(r["id"].startswith(half) for r in WRITTEN) for half in ("open-", "shut-")] == [13, 5]


@pytest.mark.parametrize("report", WRITTEN, ids=lambda report: report["id"])
def test_what_is_annotated_stands_in_the_text(report: dict[str, Any]) -> None:
    text, atts = report["text"], report["attributions"]
    for quote in [act["evidence"] for act in report["acts"]] + [att["content"] for att in atts]:
        assert find_quote(text, quote)
    words = [att[part] for att in atts for part in ("source", "cue", "via") if att.get(part)]
    names = [name for act in report["acts"] for part in ("actors", "recipients", "chain") for name in act[part]]
    assert not [word for word in words if word not in text]
    assert not [name for name in names if not CODE.fullmatch(name) and name.lower() not in text.lower()]
    assert date.fromisoformat(report["published"]).isoformat() == report["published"]


@pytest.mark.parametrize("report", WRITTEN, ids=lambda report: report["id"])
def test_what_an_annotation_points_to_is_there(report: dict[str, Any]) -> None:
    atts, acts = ({row["id"] for row in report[part]} for part in ("attributions", "acts"))
    assert {att["parent"] for att in report["attributions"]} <= atts | {None}
    assert {act.get("about") for act in report["acts"]} <= acts | {None}
