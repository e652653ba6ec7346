"""Nodes: each record as a node of the JSON-LD graph; a field that is not known is left out."""

from collections.abc import Iterator, Set
from typing import Any

from onrecord.export.excerpts import Excerpt
from onrecord.export.iris import Iris
from onrecord.export.options import ExportOptions
from onrecord.export.quotes import cut_quote
from onrecord.export.selectors import Node
from onrecord.records import Act, Attribution, Party, PartyKind, Reading, Span
from onrecord.records.wording import Wording

WIKIDATA = "http://www.wikidata.org/entity/"
PARTY_TYPES: dict[PartyKind, list[str]] = {
    "state": ["Country", "Agent"],
    "person": ["Person", "Agent"],
    "organisation": ["Organization", "Agent"],
    "court": ["Organization", "Court", "Agent"],
    "outlet": ["NewsMediaOrganization", "Agent"],
    "group": ["Group", "Agent"],
    "document": ["CreativeWork", "Entity"],
}


def reading_nodes(excerpt: Excerpt, iris: Iris, options: ExportOptions) -> Iterator[Node]:
    """The report as it was published, who read it, and the reading with the time at which a ledger recorded it."""
    report = excerpt.reading.report
    outlet = {"type": "Organization", "name": report.outlet.name, "identifier": report.outlet.domain}
    yield known_fields({
        "id": iris.report,
        "type": ["NewsArticle", "Entity"],
        "identifier": [_pair("onrecord", report.id), *([_pair("given", report.given_id)] if report.given_id else [])],
        "headline": report.title,
        "publisher": known_fields(outlet) if report.outlet.name or report.outlet.domain else None,
        "url": report.url,
        "datePublished": report.published,
        "publishedBasis": report.published_basis,
        "inLanguage": report.language,
        "text": report.text if options.with_text else None,
    })  # fmt: skip
    yield {"id": iris.reader, "type": "SoftwareAgent", "name": excerpt.reading.reader}
    yield known_fields({
        "id": iris.record,
        "type": ["Reading", "Entity"],
        "wasDerivedFrom": iris.report,
        "wasAttributedTo": iris.reader,
        "wasGeneratedBy": {"type": "Activity", "used": iris.report, "wasAssociatedWith": iris.reader},
        "generatedAtTime": excerpt.recorded_at,
    })  # fmt: skip


def party_node(party: Party, iris: Iris, known: Set[str]) -> Node:
    """A party of one reading: that it is the same as one of another reading is said by its ids alone."""
    ids = dict(party.ids)
    count = {"count": party.count.value, "bound": party.count.bound} if party.count else {}
    return known_fields({
        "id": iris.of(party.id),
        "type": PARTY_TYPES[party.kind],
        "kind": party.kind,
        "name": party.name,
        "sameAs": WIKIDATA + ids["wikidata"] if "wikidata" in ids else None,
        "identifier": [_pair(scheme, value) for scheme, value in party.ids],
        "jobTitle": party.role if party.kind == "person" else None,
        "actedOnBehalfOf": iris.of(party.acts_for) if party.acts_for and party.acts_for in known else None,
        "membersKind": party.of,
        "members": iris.all_of(tuple(key for key in party.members if key in known)),
        **count,
    })  # fmt: skip


def attribution_node(att: Attribution, reading: Reading, iris: Iris, options: ExportOptions) -> Node:
    """Direct and mixed speech as a Quotation, reported speech as a Claim by its source."""
    is_quoted = att.form != "indirect"
    source = iris.of(att.source) if att.source else None
    pieces = [cut_quote(reading.report.text, piece, options.quote_chars) for piece in _in_order(att.content)]
    return known_fields({
        "id": iris.of(att.id),
        "type": ["Quotation" if is_quoted else "Claim", "Attribution", "Entity"],
        "text": " … ".join(piece.words for piece in pieces),
        "isCut": any(piece.is_cut for piece in pieces),
        "spokenByCharacter" if is_quoted else "author": source,
        "citedSource": source,
        "via": iris.of(att.via) if att.via else None,
        "within": iris.of(att.parent) if att.parent else None,
        "form": att.form,
        "kind": att.kind,
        "isPartOf" if is_quoted else "appearance": iris.report,
        **_origin(iris),
        "rule": att.rule,
        "confidence": att.confidence,
    })  # fmt: skip


def act_node(act: Act, reading: Reading, iris: Iris, wording: Wording) -> Node:
    """An act as a Claim, by whoever is cited nearest to it; its text is a sentence that ends with who says so."""
    sources = {att.id: att.source for att in reading.attributions}
    nearest = sources.get(act.chain[-1]) if act.chain else None
    return known_fields({
        "id": iris.of(act.id),
        "type": ["Claim", "Act", "Entity"],
        "text": wording.sentence(act),
        "author": iris.of(nearest) if nearest else None,
        "appearance": iris.report,
        "claimInterpreter": iris.reader,
        "actType": act.type,
        "status": act.status,
        "actors": iris.all_of(act.actors),
        "recipients": iris.all_of(act.recipients),
        "about": iris.all_of(act.about),
        "happenedFrom": act.time.since,
        "happenedTo": act.time.until,
        "happenedBasis": act.time.basis,
        "chain": iris.all_of(act.chain),
        "chainInWords": wording.chain(act),
        **_origin(iris),
        "rule": act.rule,
        "confidence": act.confidence,
    })  # fmt: skip


def _origin(iris: Iris) -> Node:
    return {"wasDerivedFrom": [iris.report, iris.record], "wasAttributedTo": iris.reader}


def _in_order(spans: tuple[Span, ...]) -> list[Span]:
    return sorted(spans)


def _pair(scheme: str, value: str) -> Node:
    return {"type": "PropertyValue", "propertyID": scheme, "value": value}


def known_fields(node: dict[str, Any]) -> Node:
    return {key: value for key, value in node.items() if value is not None and value != []}
