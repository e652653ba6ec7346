"""Schema: the JSON Schema of a reading, generated from the records.

``python -m onrecord.records.schema FILE`` writes it; a test fails when docs/reading.schema.json is stale.
"""

import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord.records.readings import READING_VERSION, Reading
from onrecord.records.wire import wire_type

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def reading_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line that `encode_reading` writes."""
    schema = msgspec.json.schema(wire_type(Reading))
    clean_descriptions(schema)
    head = {"$schema": DIALECT, "$id": f"urn:onrecord:reading:{READING_VERSION}", "title": "A reading"}
    return head | schema


def schema_text() -> str:
    return json.dumps(reading_schema(), indent=2, ensure_ascii=False) + "\n"


def clean_descriptions(schema: Any) -> None:
    """Take out the indentation that docstrings have in the code; a field of that name is no description."""
    for part in _objects(schema):
        if isinstance(part.get("description"), str):
            part["description"] = inspect.cleandoc(part["description"])


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from _objects(part)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(schema_text(), encoding="utf-8")
