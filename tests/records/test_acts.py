import pytest

from onrecord.records.errors import RecordError
from tests.factories import make_act


def test_confidence_of_an_act_is_a_probability() -> None:
    with pytest.raises(RecordError, match="found nan"):
        make_act(confidence=float("nan"))
