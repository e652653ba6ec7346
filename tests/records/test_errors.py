import pickle

import pytest

from onrecord.records import errors
from onrecord.records.errors import InputError, OnrecordError, RecordError, SpanError, check_confidence
from onrecord.records.rejected import Rejected


def test_message_states_place_found_and_expected() -> None:
    error = SpanError("span off the text", report_id="r:ab", start_char=990, found="end 1004", expected="at most 1000")
    assert str(error) == (
        "span off the text at character 990 in report r:ab: found end 1004, expected at most 1000"
    )  # fmt: skip


def test_error_without_fields_is_its_words() -> None:
    assert str(OnrecordError("nothing to read")) == "nothing to read"


def test_error_keeps_its_fields_across_processes() -> None:
    error = pickle.loads(pickle.dumps(InputError("empty page", reason="empty", where="page.html")))  # noqa: S301
    assert (error.reason, error.where, str(error)) == ("empty", "page.html", "empty page at page.html")


def test_input_error_becomes_a_rejected_record() -> None:
    error = InputError("empty page", reason="empty", found="0 characters", expected="some")
    assert error.rejected("page.html") == Rejected(
        where="page.html", reason="empty", detail="empty page: found 0 characters, expected some"
    )


def test_every_error_is_drawn_in_the_tree() -> None:
    names = [name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, OnrecordError)]
    assert len(names) >= 6
    assert all(name in (errors.__doc__ or "") for name in names)


@pytest.mark.parametrize("confidence", [-0.1, 1.2, float("nan")])
def test_confidence_that_is_no_probability_is_refused(confidence: float) -> None:
    with pytest.raises(RecordError, match="expected 0 to 1") as caught:
        check_confidence(confidence, where="act e1")
    assert caught.value.where == "act e1"
