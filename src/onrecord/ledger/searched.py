"""Searched: the words of a reading that a search looks through."""

import msgspec
from sqlalchemy import Connection, select

from onrecord.ledger import tables


class _ReportOf(msgspec.Struct):
    title: str | None
    text: str


class _Searched(msgspec.Struct):
    """What is searched of a reading's JSON."""

    report: _ReportOf


def searched_fields(connection: Connection, seq: int) -> tuple[str, str, str]:
    """The title, the text and the names of the parties of a reading that the index holds."""
    body = connection.execute(select(tables.log.c.body).where(tables.log.c.seq == seq)).scalar_one()
    report = msgspec.json.decode(body, type=_Searched).report
    name = tables.parties.c.name
    names = connection.execute(select(name).where(tables.parties.c.seq == seq).distinct().order_by(name)).scalars()
    return report.title or "", report.text, "\n".join(names)
