"""JSON-LD: the record as claims and quotations, each with who is cited, who read it, and the words it stands on.

One document with its context in it; its graph is written node by node, so that it can be of any size.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO

import msgspec

from onrecord.export.excerpts import Excerpt
from onrecord.export.iris import Iris
from onrecord.export.jsonld_context import CONTEXT
from onrecord.export.jsonld_nodes import act_node, attribution_node, party_node, reading_nodes
from onrecord.export.options import ExportOptions
from onrecord.export.selectors import Node, selectors_of
from onrecord.records import Act, Attribution, Span
from onrecord.records.wording import Wording


def write_jsonld(stream: BinaryIO, excerpts: Iterable[Excerpt], options: ExportOptions) -> None:
    """The whole document, a node a line."""
    stream.write(b'{"@context":' + msgspec.json.encode(CONTEXT) + b',\n"@graph":[')
    mark = b"\n"
    for node in chain.from_iterable(nodes_of(excerpt, options) for excerpt in excerpts):
        stream.write(mark + msgspec.json.encode(node))
        mark = b",\n"
    stream.write(b"\n]}\n")


def nodes_of(excerpt: Excerpt, options: ExportOptions) -> Iterator[Node]:
    """The report, its reading, the parties, and each attribution and act with the words that it stands on."""
    iris, reading = Iris(excerpt.reading), excerpt.reading
    wording = Wording(reading, quote_chars=options.sentence_quote_chars)
    yield from reading_nodes(excerpt, iris, options)
    known = {party.id for party in excerpt.parties}
    for party in excerpt.parties:
        yield party_node(party, iris, known)
    for att in excerpt.attributions:
        yield attribution_node(att, reading, iris, options)
        yield annotation(att, _parts_of_attribution(att), excerpt, iris, options)
    for act in excerpt.acts:
        yield act_node(act, reading, iris, wording)
        yield annotation(act, _parts_of_act(act), excerpt, iris, options)


def annotation(
    record: Attribution | Act, parts: Iterable[tuple[str, Span]], excerpt: Excerpt, iris: Iris, options: ExportOptions
) -> Node:
    """Where a record stands in the stored text of its report, and by which part of it."""
    text = excerpt.reading.report.text
    targets = [
        {
            "type": "SpecificResource",
            "part": part,
            "source": iris.report,
            "selector": selectors_of(text, span, options.quote_chars),
        }
        for part, span in parts
    ]
    node: dict[str, Any] = {
        "id": f"{iris.of(record.id)}-words",
        "type": "Annotation",
        "motivation": "identifying",
        "body": iris.of(record.id),
        "target": targets,
        "creator": iris.reader,
    }
    return node if excerpt.recorded_at is None else node | {"created": excerpt.recorded_at}


def _parts_of_attribution(att: Attribution) -> Iterator[tuple[str, Span]]:
    if att.source_span:
        yield "source", att.source_span
    if att.cue:
        yield "cue", att.cue
    for piece in att.content:
        yield "content", piece


def _parts_of_act(act: Act) -> Iterator[tuple[str, Span]]:
    yield "trigger", act.trigger
    if act.object:
        yield "object", act.object
    if act.time.span:
        yield "time", act.time.span
