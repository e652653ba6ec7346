import pytest

from onrecord.answers.eves import eve_of
from onrecord.records.errors import MatterError


@pytest.mark.parametrize("written", ["2024-13", "30 June", "0001", "2024-06-31", ""])
def test_what_is_no_day_with_a_day_before_is_refused(written: str) -> None:
    with pytest.raises(MatterError, match="no date"):
        eve_of(written)
