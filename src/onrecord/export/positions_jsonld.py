"""Positions as JSON-LD: each a claim with the words of every report that tell it, and where they stand."""

from collections.abc import Iterable
from urllib.parse import quote

import msgspec

from onrecord.export.jsonld_context import CONTEXT
from onrecord.export.jsonld_nodes import PARTY_TYPES, known_fields
from onrecord.export.options import QUOTE_CHARS
from onrecord.export.quotes import CUT_MARK
from onrecord.export.selectors import Node
from onrecord.records.positions import Actor, Position, Step


def positions_jsonld(positions: Iterable[Position], matter: str) -> bytes:
    """One document with its context in it."""
    graph = [position_node(position, matter) for position in positions]
    return msgspec.json.encode({"@context": CONTEXT, "@graph": graph})


def position_node(position: Position, matter: str) -> Node:
    key = quote(f"{matter}:{position.instrument}:{position.party.key}")
    return known_fields({
        "id": f"urn:onrecord:position:{key}",
        "type": ["Claim", "Position", "Entity"],
        "matter": matter,
        "party": actor_node(position.party),
        "instrument": position.instrument,
        "stage": position.stage,
        "direction": position.direction,
        "happenedFrom": position.since,
        "datePublished": position.published,
        "generatedAtTime": position.recorded,
        "originsLeast": position.origins.least,
        "originsMost": position.origins.most,
        "members": [actor_node(actor) for actor in position.members],
        "told": [step_node(step) for step in position.steps],
    })  # fmt: skip


def actor_node(actor: Actor) -> Node:
    count = {"count": actor.count.value, "bound": actor.count.bound} if actor.count else {}
    iri = f"urn:onrecord:actor:{quote(actor.key)}"
    return {"id": iri, "type": PARTY_TYPES[actor.kind], "kind": actor.kind, "name": actor.name} | count


def step_node(step: Step) -> Node:
    """The sentence, cut where it is long, with its whole place; of a list, the name as it is written there."""
    source = f"urn:onrecord:list:{step.list}" if step.list else f"urn:onrecord:report:{step.report.removeprefix('r:')}"
    place = {"type": "TextPositionSelector", "start": step.span.start, "end": step.span.end}
    is_cut = len(step.quote) > QUOTE_CHARS
    return known_fields({
        "type": ["Claim", "Entity"],
        "text": step.quote[:QUOTE_CHARS] + CUT_MARK if is_cut else step.quote,
        "isCut": is_cut,
        "target": {"type": "SpecificResource", "source": source, "selector": None if step.list else place},
        "appearance": source,
        "publisher": {"type": "Organization", "name": step.outlet} if step.outlet else None,
        "datePublished": step.published,
        "generatedAtTime": step.recorded,
        "citedNames": list(step.chain),
        "rule": step.rule,
    })  # fmt: skip
