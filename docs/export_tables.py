"""The tables of docs/export.md, made from the export's own data so that they cannot drift."""

from typing import Any

from onrecord.export.columns import TEXT_COLUMN, Column
from onrecord.export.forms import FORMS, Form
from onrecord.export.ftm_table import load_ftm_table
from onrecord.export.jsonld_context import OWN_TERMS
from onrecord.export.tables import TABLES

_KINDS = {
    "text": "text",
    "texts": "list of text",
    "whole": "whole number",
    "flag": "true or false",
    "number": "number",
    "moment": "time (UTC)",
}


def forms_table() -> str:
    """What can be written, by the name that ``--as`` takes."""
    rows = [f"| `{name}` | {_ends(form)} | {form.says} {_needs(form)}|" for name, form in FORMS.items()]
    return "\n".join(["", "| `--as` | name of file | what it is |", "|---|---|---|", *rows, "", ""])


def columns_table(name: str) -> str:
    """The columns of one table in their order."""
    table = TABLES[name]
    rows = [_row(column) for column in (*table.columns, TEXT_COLUMN)]
    return "\n".join(["", table.says, "", "| column | is | what it says |", "|---|---|---|", *rows, "", ""])


def _ends(form: Form) -> str:
    return ", ".join(f"`{end}`" for end in form.suffixes)


def _needs(form: Form) -> str:
    needs = [
        words for is_needed, words in ((form.needs_text, "`--with-text`"), (form.needs_file, "a file")) if is_needed
    ]
    return f"Needs {' and '.join(needs)}. " if needs else ""


def _row(column: Column[Any]) -> str:
    return f"| `{column.name}` | {_KINDS[column.kind]} | {column.says} |"


def ftm_table() -> str:
    """Every field of a record, where it goes in FollowTheMoney, and what is lost."""
    rows = [
        f"| `{line.field}` | {', '.join(f'`{to}`' for to in line.goes) or '(left out)'} | {line.lost or ''} |"
        for line in load_ftm_table()
    ]
    return "\n".join(["", "| field | stands in | lost |", "|---|---|---|", *rows, "", ""])


def terms_table() -> str:
    """The terms of the JSON-LD that are onrecord's own, since no other vocabulary has them."""
    rows = [f"| `{name}` | {says} |" for name, says in OWN_TERMS.items()]
    return "\n".join(["", "| term | what it says |", "|---|---|", *rows, "", ""])
