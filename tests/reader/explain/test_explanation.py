import pytest

from onrecord.reader.explain import explain_reading
from onrecord.reader.trace import Trace
from tests.factories import make_reading
from tests.reader.explain.explaining import ASKED, explain


def test_every_act_of_the_reading_is_explained_in_its_order() -> None:
    reading, explanation = explain(ASKED)
    assert [each.act for each in explanation.acts] == list(reading.acts)
    assert [each.token.text for each in explanation.acts] == ["asked", "investigate"]
    assert (explanation.report, explanation.reader) == (reading.report.id, "test")


def test_tokens_are_those_of_the_text_with_their_tree() -> None:
    reading, explanation = explain(ASKED)
    assert [token.span.of(reading.report.text) for token in explanation.tokens] == reading.report.text.split()
    assert [token.head for token in explanation.tokens] == [1, -1, 1, 4, 1, 4]


def test_trace_that_nothing_was_read_with_is_refused() -> None:
    with pytest.raises(ValueError, match="not filled"):
        explain_reading(make_reading(), Trace())
