"""OpenAPI: the document of the API, with the schemas of the very types by which its answers are written."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI, Response

from onrecord.ledger import CitedRow
from onrecord.records import Reading
from onrecord.records.happenings import Happening
from onrecord.records.positions import Change, Contradiction, PositionTable, Silence, TimelineEntry
from onrecord.records.schema import clean_descriptions
from onrecord.records.wire import to_wire, wire_type
from onrecord.web.api.accepting import JSON
from onrecord.web.api.examples import EXAMPLES
from onrecord.web.api.shapes import (
    ActTold,
    ExplanationTold,
    HappeningTold,
    JudgementTold,
    LedgerTold,
    ListRecorded,
    MatterTold,
    PartyTold,
    Problem,
    QueuedTold,
    ReportTold,
    SaidTold,
    SearchTold,
    SessionTold,
)

PROBLEM = "application/problem+json"
REF = "#/components/schemas/{name}"
SHAPES: tuple[type, ...] = (
    ActTold, Change, CitedRow, Contradiction, ExplanationTold, Happening, HappeningTold, JudgementTold, LedgerTold,
    ListRecorded, MatterTold, PartyTold, PositionTable, Problem, QueuedTold, Reading, ReportTold, SaidTold, SearchTold,
    SessionTold, Silence, TimelineEntry,
)  # fmt: skip
REFUSALS = {
    HTTPStatus.BAD_REQUEST: "What was sent is no JSON.",
    HTTPStatus.UNAUTHORIZED: "Nobody has signed in, and no token was sent that is known here.",
    HTTPStatus.FORBIDDEN: "Whoever asks may not, or did not send the token of the session.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "More was sent than anybody judges in one go.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many in too short a time; Retry-After tells the seconds to wait.",
    HTTPStatus.NOT_FOUND: "What is asked for is not there.",
    HTTPStatus.NOT_ACCEPTABLE: "It is not to be had in the form that Accept asks for; the detail lists the forms.",
    HTTPStatus.CONFLICT: "Several are meant, or the ledger could not answer.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "A parameter is none, or is not known.",
}
ABOUT = """Every act, position and happening is somebody's statement: it carries who is cited for it and where it stands
in a report's text. Spans are half-open and count code points of the stored text. What is not known is null."""
_TEXT = {"type": "string"}
_HEADERS = {
    "ETag": {"description": "The same for as long as the answer is; send it in If-None-Match.", "schema": _TEXT},
    "Vary": {"description": "Accept", "schema": _TEXT},
}
_LINKED = _HEADERS | {"Link": {"description": "Where the next page is, if there is one.", "schema": _TEXT}}


def told(
    shape: type,
    says: str,
    *,
    many: bool = False,
    paged: bool = False,
    forms: Sequence[str] = (),
    refusals: Sequence[HTTPStatus] = (),
) -> dict[str, Any]:
    """What a route is declared with: the shape of its JSON, its other forms, and how it may refuse.

    `many` for an array of the shape, `paged` where a Link may lead on.
    """
    ref: dict[str, Any] = {"$ref": REF.format(name=shape.__name__)}
    content: dict[str, Any] = {JSON: {"schema": {"type": "array", "items": ref} if many else ref}}
    content |= {form: {"schema": {"type": "object" if form.endswith("json") else "string"}} for form in forms}
    return _declared(says, content, _LINKED if paged else _HEADERS, (*refusals, HTTPStatus.NOT_ACCEPTABLE))


def told_as(form: str, says: str, *, refusals: Sequence[HTTPStatus] = ()) -> dict[str, Any]:
    """As `told`, for a route that answers in one form alone, which is not JSON."""
    return _declared(says, {form: {"schema": {"type": "string"}}}, _HEADERS, refusals)


def done(
    shape: type | None,
    says: str,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    refusals: Sequence[HTTPStatus] = (),
) -> dict[str, Any]:
    """What a route is declared with that is about the session or writes: it has no ETag. Without a shape, no body."""
    ref = None if shape is None else {"$ref": REF.format(name=shape.__name__)}
    content = {} if ref is None else {"content": {JSON: {"schema": ref}}}
    responses: dict[int, Any] = {status.value: {"description": says} | content}
    responses |= _refused((HTTPStatus.BAD_REQUEST, *refusals))
    return {
        "status_code": status.value, "response_class": Response, "response_model": None, "responses": responses,
    }  # fmt: skip


def _declared(
    says: str, content: dict[str, Any], headers: dict[str, Any], refusals: Sequence[HTTPStatus]
) -> dict[str, Any]:
    responses: dict[int, Any] = {
        HTTPStatus.OK.value: {"description": says, "content": content, "headers": headers},
        HTTPStatus.NOT_MODIFIED.value: {"description": "Nothing changed since the ETag that was sent."},
    }
    return {"response_class": Response, "response_model": None, "responses": responses | _refused(refusals)}


def _refused(refusals: Sequence[HTTPStatus]) -> dict[int, Any]:
    """How a route may refuse; what is no parameter is refused by all."""
    content = {PROBLEM: {"schema": {"$ref": REF.format(name=Problem.__name__)}}}
    always = (HTTPStatus.UNPROCESSABLE_ENTITY,)
    return {status.value: {"description": REFUSALS[status], "content": content} for status in (*refusals, *always)}


def describe(app: FastAPI) -> None:
    """Let an app's OpenAPI document have the schemas of what the API answers with."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = generate()
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            schemas |= shape_schemas()
            for unused in ("HTTPValidationError", "ValidationError"):
                schemas.pop(unused, None)
            add_examples(document)
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign] # as FastAPI's documentation has it


def shape_schemas() -> dict[str, Any]:
    """The JSON Schema of every shape and of what stands in it, by name."""
    _, components = msgspec.json.schema_components([wire_type(shape) for shape in SHAPES], ref_template=REF)
    clean_descriptions(components)
    return components


def add_examples(document: dict[str, Any]) -> None:
    """Beside each schema of an answer what such an answer looks like. FastAPI would leave out what is null in one."""
    by_name = {shape.__name__: msgspec.to_builtins(to_wire(example)) for shape, example in EXAMPLES.items()}
    operations = [each for methods in document["paths"].values() for each in methods.values()]
    contents = [told.get("content", {}) for each in operations for told in each["responses"].values()]
    for told in (told for content in contents for told in content.values()):
        schema = told.get("schema", {})
        name = schema.get("items", schema).get("$ref", "").rpartition("/")[2]
        if name in by_name:
            told["example"] = [by_name[name]] if "items" in schema else by_name[name]
