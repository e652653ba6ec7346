"""The context of the JSON-LD that is written: what each term means. It stands in the file, so none is fetched.

Terms are those of schema.org (Claim, Quotation), Web Annotation and PROV where these have one; the rest, which no other
vocabulary has, are onrecord's own.
"""

from typing import Any

OWN = "urn:onrecord:term:"


def _link(term: str) -> dict[str, str]:
    return {"@id": term, "@type": "@id"}


def _typed(term: str, kind: str) -> dict[str, str]:
    return {"@id": term, "@type": f"xsd:{kind}"}


_TYPES = {
    "schema": (
        "Claim", "Quotation", "NewsArticle", "Organization", "NewsMediaOrganization", "Person", "Country",
        "CreativeWork", "PropertyValue",
    ),
    "oa": ("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "RangeSelector"),
    "prov": ("Entity", "Agent", "SoftwareAgent", "Activity"),
    "own": ("Reading", "Attribution", "Act", "Group", "Court"),
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
    "kind": "own:kind",
    "count": _typed("own:count", "integer"),
    "bound": "own:bound",
    "membersKind": "own:membersKind",
    "members": _link("own:member"),
    "citedSource": _link("own:citedSource"),
    "via": _link("own:via"),
    "within": _link("own:within"),
    "form": "own:form",
    "actType": "own:actType",
    "status": "own:status",
    "actors": _link("own:actor"),
    "recipients": _link("own:recipient"),
    "about": _link("own:about"),
    "chain": {"@id": "own:chain", "@type": "@id", "@container": "@list"},
    "chainInWords": "own:chainInWords",
    "happenedFrom": "own:happenedFrom",
    "happenedTo": "own:happenedTo",
    "happenedBasis": "own:happenedBasis",
    "part": "own:part",
    "isCut": _typed("own:isCut", "boolean"),
    "publishedBasis": "own:publishedBasis",
    "rule": "own:rule",
    "confidence": _typed("own:confidence", "double"),
}
