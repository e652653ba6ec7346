import pytest

from onrecord.records.errors import RecordError
from tests.factories import make_attribution


def test_confidence_of_an_attribution_is_a_probability() -> None:
    with pytest.raises(RecordError, match=r"found 1\.2"):
        make_attribution(confidence=1.2)
