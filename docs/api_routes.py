"""The tables of docs/api.md, made from the API's own OpenAPI document."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from onrecord.export.columns import PlainColumn
from onrecord.export.position_rows import POSITIONS
from onrecord.export.report_rows import REPORTS
from onrecord.web.api import routes
from onrecord.web.api.openapi import describe


def api_document() -> dict[str, Any]:
    """The OpenAPI document, for which no ledger is needed."""
    app = FastAPI(title="onrecord", generate_unique_id_function=lambda route: route.name)
    app.include_router(routes.router)
    describe(app)
    return app.openapi()


def routes_table() -> str:
    """Every route by its noun: what it answers with, and what it takes."""
    document = api_document()
    nouns: dict[str, list[str]] = {}
    for path, method, operation in _operations(document):
        nouns.setdefault(operation["tags"][0], []).append(_section(path, method, operation))
    return "\n" + "\n".join(f"### {noun.capitalize()}\n\n" + "\n".join(parts) for noun, parts in nouns.items())


def position_columns() -> str:
    return _columns(POSITIONS)


def report_columns() -> str:
    return _columns(REPORTS)


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method.upper(), operation


def _section(path: str, method: str, operation: dict[str, Any]) -> str:
    lines = [f"**`{method} {path}`**", "", " ".join(operation["description"].split()), ""]
    lines += [f"- answers with {words}" for words in _answers(operation)]
    asked = [each for each in operation.get("parameters", []) if each["in"] == "query"]
    lines += [_parameter(each) for each in asked]
    return "\n".join([*lines, ""])


def _answers(operation: dict[str, Any]) -> Iterator[str]:
    for status, told in operation["responses"].items():
        if status.startswith("2"):
            forms = [_form(form, content["schema"]) for form, content in told.get("content", {}).items()]
            yield ", or ".join(forms) or f"nothing ({status})"


def _form(form: str, schema: dict[str, Any]) -> str:
    name = schema.get("$ref", schema.get("items", {}).get("$ref", "")).rpartition("/")[2]
    shape = f"`{name}` as " if name else ""
    return f"{'an array of ' if schema.get('type') == 'array' else ''}{shape}`{form}`"


def _parameter(parameter: dict[str, Any]) -> str:
    schema = parameter["schema"]
    needed = " (needed)" if parameter["required"] else ""
    default = f" (`{str(schema['default']).lower()}` when left out)" if schema.get("default") is not None else ""
    says = " ".join(parameter.get("description", schema.get("description", "")).split())
    return f"- `{parameter['name']}`{needed}: {says[:1].lower()}{says[1:].removesuffix('.')}{default}"


def _columns(columns: tuple[PlainColumn[Any], ...]) -> str:
    rows = [f"| `{column.name}` | {column.says} |" for column in columns]
    return "\n".join(["", "| column | what it says |", "|---|---|", *rows, "", ""])
