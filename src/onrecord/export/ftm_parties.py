"""Parties of FollowTheMoney: who becomes an entity, of which schema, and under which id."""

from typing import Any

from onrecord.export.ftm_table import load_alpha2
from onrecord.records import Party, PartyKind

SCHEMATA: dict[PartyKind, str] = {
    "state": "PublicBody",
    "court": "PublicBody",
    "organisation": "Organization",
    "outlet": "Organization",
    "person": "Person",
}


def is_entity(party: Party) -> bool:
    """Whether a party has a name of its own: *an official*, matched against lists of persons, would harm somebody."""
    return party.kind in SCHEMATA and bool(party.name) and (bool(party.ids) or party.name[:1].isupper())


def entity_of(party: Party, own_id: str) -> dict[str, Any]:
    """A party with an id of Wikidata is the same in every report; any other stands for itself in one reading."""
    ids = dict(party.ids)
    country = load_alpha2().get(ids.get("iso3", ""))
    properties: dict[str, list[str]] = {"name": [party.name]}
    if country:
        properties["country"] = [country]
    if "wikidata" in ids:
        properties["wikidataId"] = [ids["wikidata"]]
    return {"id": ids.get("wikidata", own_id), "schema": SCHEMATA[party.kind], "properties": properties}


def representation_of(party: Party, key: str, ids: tuple[str, str], *, proof: str) -> dict[str, Any]:
    """That a party (the first id) acts for another, with the article that says so."""
    properties = {"agent": [ids[0]], "client": [ids[1]], "proof": [proof]}
    if party.role:
        properties["role"] = [party.role]
    return {"id": key, "schema": "Representation", "properties": properties}
