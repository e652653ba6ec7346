import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from onrecord.records import Reading
from onrecord.records.codec import encode_reading
from onrecord.records.schema import reading_schema, schema_text
from tests.factories import make_act, make_reading
from tests.records.strategies import any_reading

VALIDATOR = jsonschema.Draft202012Validator(reading_schema())


def test_schema_in_docs_is_fresh() -> None:
    stored = Path(__file__).parents[2] / "docs" / "reading.schema.json"
    assert stored.read_text(encoding="utf-8") == schema_text(), "stale: run make docs"


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(reading_schema())


@given(any_reading())
def test_every_encoded_reading_is_valid(reading: Reading) -> None:
    assert VALIDATOR.is_valid(json.loads(encode_reading(reading)))


@pytest.mark.parametrize("change", [{"type": "beg"}, {"confidence": 1.2}, {"trigger": [1]}, {"extra": None}])
def test_wrong_act_is_invalid(change: dict[str, Any]) -> None:
    written = json.loads(encode_reading(make_reading(acts=(make_act(),))))
    assert VALIDATOR.is_valid(written)
    written["acts"][0] |= change
    assert not VALIDATOR.is_valid(written)
