import pytest

from onrecord.records.errors import RecordError
from tests.factories import make_party


def test_party_has_one_id_of_a_kind() -> None:
    with pytest.raises(RecordError, match="one of each") as caught:
        make_party(ids=(("iso3", "ISR"), ("iso3", "PSE")))
    assert caught.value.where == "party p1"
