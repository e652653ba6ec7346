"""Positions as linked data that a processor understands without a network."""

import json
from dataclasses import replace
from typing import Any

import pytest
from pyld import jsonld

from onrecord.export.jsonld_context import CONTEXT, OWN
from onrecord.export.positions_jsonld import position_node, positions_jsonld
from onrecord.records import Count, Span
from onrecord.records.origins import Origin, OriginRange
from onrecord.records.positions import Actor, Position, Step
from tests.export.test_jsonld import keys_of

SYLVANIA = Actor(key="SYL", name="Sylvania", kind="state")
STEP = Step(
    party=SYLVANIA, instrument="treaty", stage="signed", direction="for", rule="test", why="test", report="r:abc",
    outlet="The Harbour Times", act="e1", quote="Sylvania has signed.", span=Span(4, 24), published="2024-06-30",
    recorded="2024-06-30T08:15:00+00:00", chain=("The Walla Post", "an official"),
    origin=Origin(basis="unknown", why="test"),
)  # fmt: skip
POSITION = Position(
    party=SYLVANIA, instrument="treaty", stage="signed", direction="for", rules=("test",), steps=(STEP,),
    origins=OriginRange(least=0, most=1),
)  # fmt: skip


def refuse(url: str, _: Any) -> Any:
    pytest.fail(f"a context was fetched: {url}")


def test_processor_finds_the_position_with_the_words_that_tell_it() -> None:
    written = json.loads(positions_jsonld([POSITION], "ferry treaty"))
    (node,) = jsonld.expand(written, {"documentLoader": refuse})
    assert OWN + "Position" in node["@type"]
    assert node[OWN + "stage"][0]["@value"] == "signed"
    (told,) = node[OWN + "told"]
    assert told["https://schema.org/text"][0]["@value"] == "Sylvania has signed."
    (names,) = told[OWN + "citedNames"]
    assert [each["@value"] for each in names["@list"]] == ["The Walla Post", "an official"]


def test_every_name_and_key_is_in_the_context() -> None:
    group = Actor(key="group 25 states", name="25 states", kind="group", count=Count(value=25))
    whole = replace(POSITION, party=group, members=(SYLVANIA,), since="2024-06-01", published="2024-06-30")
    assert keys_of(position_node(whole, "treaty")) <= set(CONTEXT)


def test_a_long_sentence_is_cut_and_says_so() -> None:
    (told,) = position_node(replace(POSITION, steps=(replace(STEP, quote="word " * 99),)), "treaty")["told"]
    assert told["isCut"] is True
    assert len(told["text"]) < 300


def test_a_row_of_a_list_stands_in_the_list() -> None:
    (told,) = position_node(replace(POSITION, steps=(replace(STEP, report="list:3", list=3),)), "treaty")["told"]
    assert told["appearance"] == "urn:onrecord:list:3"
