"""The context of the JSON-LD that is written: what each term means. It stands in the file, so none is fetched.

Terms are those of schema.org (Claim, Quotation), Web Annotation and PROV where these have one; the rest, which no other
vocabulary has, are onrecord's own.
"""

from typing import Any

OWN = "urn:onrecord:term:"

# What no other vocabulary has, and what it says.
OWN_TERMS: dict[str, str] = {
    "Reading": "all that one reader read in one report",
    "Attribution": "somebody is cited for something",
    "Act": "somebody is reported to have done something",
    "Group": "a group that the text counts or describes; it has no members but those that the text names",
    "Court": "a court",
    "kind": "of a party: state, person, organisation, court, outlet, group or document; of an attribution: statement, "
    "report, belief, intention or perception",
    "count": "how many a group is said to have",
    "bound": "whether that is exact, at_least, at_most or about",
    "membersKind": "the kind of a group's members",
    "members": "the members that the text names",
    "citedSource": "the party that is cited",
    "via": "the outlet through which it spoke",
    "within": "the attribution within whose content this one stands",
    "form": "direct, indirect or mixed speech",
    "isCut": "whether the words go on in the report",
    "actType": "the type of the act",
    "status": "how the text puts the act: only `actual` is told as having happened",
    "actors": "who acts",
    "recipients": "towards whom",
    "about": "the act that this one is about; a filter may have left it out",
    "chain": "the attributions around the act, outermost first",
    "chainInWords": "who is cited for it, the nearest to the act first",
    "happenedFrom": "the first day on which the act may have happened",
    "happenedTo": "the last such day",
    "happenedBasis": "`stated`, `publication` or `none`",
    "publishedBasis": "how the day of publication is known",
    "part": "which part of a record the words are: source, cue, content, trigger, object or time",
    "Position": "where a party stands on an instrument of a matter, according to those who are cited",
    "matter": "the matter, by its id",
    "party": "whose position it is",
    "instrument": "the instrument, by its id in the matter file",
    "stage": "how far the party has gone",
    "direction": "on which side: for, against, neutral or unclear",
    "originsLeast": "how many independent origins say so, at least",
    "originsMost": "how many, at most",
    "told": "the words of one report or list by which it is known",
    "citedNames": "who is cited for them, outermost first",
    "rule": "the rule that made the record",
    "confidence": "how likely the record is right, 0 to 1",
}


def _link(term: str) -> dict[str, str]:
    return {"@id": term, "@type": "@id"}


def _typed(term: str, kind: str) -> dict[str, str]:
    return {"@id": term, "@type": f"xsd:{kind}"}


_LINKS = ("members", "citedSource", "via", "within", "actors", "recipients", "about", "party", "told")
_TYPES = {
    "schema": (
        "Claim", "Quotation", "NewsArticle", "Organization", "NewsMediaOrganization", "Person", "Country",
        "CreativeWork", "PropertyValue",
    ),
    "oa": ("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "RangeSelector"),
    "prov": ("Entity", "Agent", "SoftwareAgent", "Activity"),
}  # fmt: skip

CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "own": OWN,
    "id": "@id",
    "type": "@type",
    **{name: f"{prefix}:{name}" for prefix, names in _TYPES.items() for name in names},
    # schema.org
    "name": "schema:name",
    "headline": "schema:headline",
    "text": "schema:text",
    "url": _link("schema:url"),
    "datePublished": "schema:datePublished",
    "inLanguage": "schema:inLanguage",
    "publisher": "schema:publisher",
    "identifier": "schema:identifier",
    "propertyID": "schema:propertyID",
    "value": "schema:value",
    "sameAs": _link("schema:sameAs"),
    "jobTitle": "schema:jobTitle",
    "author": _link("schema:author"),
    "spokenByCharacter": _link("schema:spokenByCharacter"),
    "appearance": _link("schema:appearance"),
    "claimInterpreter": _link("schema:claimInterpreter"),
    "isPartOf": _link("schema:isPartOf"),
    # PROV
    "wasDerivedFrom": _link("prov:wasDerivedFrom"),
    "wasAttributedTo": _link("prov:wasAttributedTo"),
    "wasGeneratedBy": "prov:wasGeneratedBy",
    "wasAssociatedWith": _link("prov:wasAssociatedWith"),
    "used": _link("prov:used"),
    "generatedAtTime": _typed("prov:generatedAtTime", "dateTime"),
    "actedOnBehalfOf": _link("prov:actedOnBehalfOf"),
    # Web Annotation
    "body": _link("oa:hasBody"),
    "target": _link("oa:hasTarget"),
    "source": _link("oa:hasSource"),
    "selector": _link("oa:hasSelector"),
    "startSelector": _link("oa:hasStartSelector"),
    "endSelector": _link("oa:hasEndSelector"),
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "identifying": "oa:identifying",
    "start": _typed("oa:start", "nonNegativeInteger"),
    "end": _typed("oa:end", "nonNegativeInteger"),
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "creator": _link("dcterms:creator"),
    "created": _typed("dcterms:created", "dateTime"),
    # what nobody else has
    **{name: f"own:{name}" for name in OWN_TERMS},
    **{name: _link(f"own:{name}") for name in _LINKS},
    "chain": {"@id": "own:chain", "@type": "@id", "@container": "@list"},
    "citedNames": {"@id": "own:citedNames", "@container": "@list"},
    "count": _typed("own:count", "integer"),
    "originsLeast": _typed("own:originsLeast", "integer"),
    "originsMost": _typed("own:originsMost", "integer"),
    "isCut": _typed("own:isCut", "boolean"),
    "confidence": _typed("own:confidence", "double"),
}
