"""JSON-LD that a processor understands without a network, whose selectors lead to the words."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from pyld import jsonld

from onrecord.export.excerpts import Excerpt
from onrecord.export.jsonld import nodes_of, write_jsonld
from onrecord.export.jsonld_context import OWN
from onrecord.export.options import ExportOptions
from onrecord.records import Reading
from onrecord.records.checks import keep_sound
from tests.export.excerpting import excerpt_of, letter
from tests.export.test_selectors import resolve
from tests.factories import TEXT
from tests.records.strategies import any_reading

SCHEMA, PROV, OA = "https://schema.org/", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#"
Node = dict[str, Any]


def document(*excerpts: Excerpt, **options: Any) -> Node:
    stream = io.BytesIO()
    write_jsonld(stream, excerpts, ExportOptions(**options))
    found: Node = json.loads(stream.getvalue())
    return found


def refuse(url: str, _: Any) -> Any:
    pytest.fail(f"a context was fetched: {url}")


def expanded(written: Node) -> list[Node]:
    found: list[Node] = jsonld.expand(written, {"documentLoader": refuse})
    return found


def typed(nodes: list[Node], kind: str) -> list[Node]:
    return [node for node in nodes if kind in node["@type"]]


def keys_of(value: Any) -> set[str]:
    """Every key and every type of plain JSON."""
    if isinstance(value, list):
        return set().union(*map(keys_of, value))
    if not isinstance(value, dict):
        return set()
    types = value.get("type", [])
    named = {types} if isinstance(types, str) else set(types)
    return set(value) | named | keys_of(list(value.values()))


def test_processor_finds_the_claims_with_their_chain() -> None:
    claims = typed(expanded(document(excerpt_of(letter()))), OWN + "Act")
    assert [claim[OWN + "status"][0]["@value"] for claim in claims] == ["actual", "requested"]
    assert SCHEMA + "Claim" in claims[0]["@type"]
    assert claims[0][SCHEMA + "text"][0]["@value"].endswith("— The Harbour Times, as cited by Lakeside Post")
    [link] = claims[0][OWN + "chain"][0]["@list"]
    assert link["@id"].endswith("#a1")


def test_processor_finds_reader_and_time_by_prov() -> None:
    nodes = expanded(document(excerpt_of(letter())))
    [reading] = typed(nodes, OWN + "Reading")
    [agent] = typed(nodes, PROV + "SoftwareAgent")
    assert reading[PROV + "wasAttributedTo"] == [{"@id": agent["@id"]}]
    assert reading[PROV + "generatedAtTime"][0]["@value"] == "2024-06-30T08:15:00Z"
    assert agent[SCHEMA + "name"][0]["@value"] == "onrecord 0.1.0, model test"


def test_every_name_and_key_is_in_the_context() -> None:
    written = document(excerpt_of(letter()), with_text=True)
    unknown = keys_of(written["@graph"]) - set(written["@context"])
    assert not unknown
    pairs = jsonld.to_rdf(written, {"documentLoader": refuse, "format": "application/n-quads"})
    assert f"<{OA}TextQuoteSelector>" in pairs


def test_parties_and_attributions_that_are_named_are_there() -> None:
    """No party, attribution or report is pointed at that the document does not hold."""
    excerpt = excerpt_of(letter(), acts=letter().acts[1:], is_whole=False)
    text = json.dumps(document(excerpt)["@graph"])
    nodes = {node["id"] for node in document(excerpt)["@graph"]}
    named = {word for word in text.split('"') if word.startswith("urn:onrecord:")}
    assert named == nodes


def test_direct_speech_is_a_quotation_and_reported_speech_a_claim() -> None:
    reading = letter()
    direct = replace(reading, attributions=(replace(reading.attributions[0], form="direct"),))
    for one, kind, role in ((reading, "Claim", "author"), (direct, "Quotation", "spokenByCharacter")):
        [node] = typed(expanded(document(excerpt_of(one))), OWN + "Attribution")
        assert SCHEMA + kind in node["@type"]
        assert node[SCHEMA + role][0]["@id"].endswith("#p3")


def test_text_of_the_report_goes_out_only_when_asked_for() -> None:
    text = f"{TEXT} {'Nothing else was known on Sunday. ' * 20}".strip()
    assert text not in json.dumps(document(excerpt_of(letter(text))), ensure_ascii=False)
    assert text in json.dumps(document(excerpt_of(letter(text)), with_text=True), ensure_ascii=False)


def test_an_export_of_nothing_is_a_document() -> None:
    assert expanded(document()) == []


@given(any_reading())
def test_selectors_of_any_sound_reading_resolve_to_its_spans(reading: Reading) -> None:
    reading = keep_sound(reading)
    spans = {span for act in reading.acts for span in (act.trigger, act.object, act.time.span) if span}
    spans |= {span for att in reading.attributions for span in (*att.content, att.cue, att.source_span) if span}
    nodes = list(nodes_of(excerpt_of(reading), ExportOptions(quote_chars=20)))
    targets = [target for node in nodes if node["type"] == "Annotation" for target in node["target"]]
    found = {resolve(selector, reading.report.text) for target in targets for selector in target["selector"]}
    assert found == spans
