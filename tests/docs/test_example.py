import json

import jsonschema

from docs.example import READING, example_json
from onrecord.records.codec import decode_reading
from onrecord.records.schema import reading_schema


def test_example_is_the_reading_it_shows() -> None:
    assert decode_reading(example_json()) == READING


def test_example_is_sound_and_valid() -> None:
    assert READING.dropped == ()
    jsonschema.validate(json.loads(example_json()), reading_schema())
