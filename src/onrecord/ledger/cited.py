"""Cited: who is cited by whom, counted over the readings that count."""

from collections.abc import Iterator
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, literal, select, union_all

from onrecord.ledger import tables
from onrecord.ledger.rows import CitedRow


def select_cited() -> Select[Any]:
    """By outlet, the most cited first. Who only speaks inside what another is cited for is not cited by the outlet."""
    attributions, parties, reports = tables.attributions.c, tables.parties.c, tables.reports.c
    speaking = _citings("source", attributions.source).where(attributions.is_outermost)
    through = _citings("via", attributions.via).where(attributions.via.is_not(None))
    cited = union_all(speaking, through).subquery()
    outlet = func.coalesce(reports.outlet_name, reports.outlet_domain).label("outlet")
    count = func.count().label("attributions")
    in_reports = func.count(cited.c.seq.distinct()).label("reports")
    order = (outlet.nulls_last(), in_reports.desc(), count.desc(), parties.name.nulls_last(), parties.kind)
    named = (parties.seq == cited.c.seq) & (parties.ordinal == cited.c.party)
    return (
        select(outlet, parties.name, parties.kind, cited.c.how, count, in_reports)
        .select_from(cited)
        .join(tables.reports, reports.seq == cited.c.seq)
        .outerjoin(tables.parties, named)
        .group_by(outlet, parties.name, parties.kind, cited.c.how)
        .order_by(*order, cited.c.how)
    )


def read_cited(connection: Connection) -> Iterator[CitedRow]:
    for row in connection.execute(select_cited()):
        yield CitedRow(
            outlet=row.outlet,
            source=row.name,
            kind=row.kind,
            how=row.how,
            attributions=row.attributions,
            reports=row.reports,
        )


def _citings(how: Literal["source", "via"], party: Any) -> Select[Any]:
    return select(tables.attributions.c.seq, party.label("party"), literal(how).label("how"))
