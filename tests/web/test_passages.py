import pytest

from onrecord.records import Act, Party, Reading
from onrecord.web import passages
from onrecord.web.passages import find_passage
from tests.factories import make_act, make_party, make_reading, make_report, span_of

TEXT = "It rained. Norway asked Chile to sign. Chile declined. Nobody else spoke."


def reading(text: str = TEXT) -> tuple[Reading, Act]:
    parties: tuple[Party, ...] = (
        make_party("p1", name="Norway", mentions=(span_of(text, "Norway"),)),
        make_party("p2", name="Chile", mentions=(span_of(text, "Chile"),)),
    )
    act = make_act(trigger=span_of(text, "asked"), actors=("p1",), recipients=("p2", "p9"))
    return make_reading(make_report(text), parties=parties, acts=(act,)), act


def test_passage_is_the_sentence_with_the_one_before_and_the_one_after() -> None:
    passage = find_passage(*reading())
    assert "".join(each.text for each in passage.stretches) == "It rained. Norway asked Chile to sign. Chile declined."
    assert "".join(each.text for each in passage.stretches if each.inside) == "Norway asked Chile to sign."
    assert (passage.starts, passage.ends) == (True, False)


def test_trigger_and_parties_are_marked() -> None:
    marked = [(each.kind, each.text) for each in find_passage(*reading()).stretches if each.kind != "text"]
    assert marked == [("actor", "Norway"), ("trigger", "asked"), ("recipient", "Chile")]


def test_where_marks_overlap_the_trigger_shows() -> None:
    held, act = reading("The Norway asked letter came.".replace("Norway asked", "Norway asked Chile"))
    wide = make_party("p1", name="Norway", mentions=(span_of(held.report.text, "Norway asked"),))
    passage = find_passage(make_reading(held.report, parties=(wide,), acts=(act,)), act)
    assert [(each.kind, each.text.strip()) for each in passage.stretches if each.kind != "text"] == [
        ("actor", "Norway"), ("trigger", "asked"),
    ]  # fmt: skip


def test_text_without_a_full_stop_is_cut_near_the_trigger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "MOST_CHARS", 20)
    text = f"{'so on ' * 50}Norway asked Chile{' and on' * 50}"
    passage = find_passage(*reading(text))
    words = "".join(each.text for each in passage.stretches)
    assert "Norway asked Chile" in words
    assert len(words) < 80
    assert (passage.starts, passage.ends) == (False, False)
