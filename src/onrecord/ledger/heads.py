"""Heads: the reports that the index holds, without their texts."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, or_, select

from onrecord.ledger.cursors import Place, behind
from onrecord.ledger.days import ALWAYS, Period
from onrecord.ledger.rows import ReportHead
from onrecord.ledger.tables import log, reports
from onrecord.records import Outlet


def select_heads(
    *, period: Period = ALWAYS, outlet: str | None = None, after: Place | None = None, limit: int | None = None
) -> Select[Any]:
    """The newest report first, those without a day last. A period leaves out reports without a day.

    `outlet` is a name or a domain, as reports have it; `after` leaves out what comes up to a place.
    """
    query = select(reports, log.c.reader, log.c.recorded_at).join(log, log.c.seq == reports.c.seq)
    if period.since is not None:
        query = query.where(reports.c.published >= period.since)
    if period.until is not None:
        query = query.where(reports.c.published <= period.until)
    if outlet is not None:
        query = query.where(or_(reports.c.outlet_name == outlet, reports.c.outlet_domain == outlet))
    if after is not None:
        query = query.where(behind(after, reports.c.published, reports.c.seq))
    return query.order_by(reports.c.published.desc().nulls_last(), reports.c.seq.desc()).limit(limit)


def head_of(row: Row[Any]) -> ReportHead:
    return ReportHead(
        id=row.report_id,
        given_id=row.given_id,
        title=row.title,
        outlet=Outlet(name=row.outlet_name, domain=row.outlet_domain),
        published=row.published,
        url=row.url,
        reader=row.reader,
        seq=row.seq,
        recorded_at=datetime.fromisoformat(row.recorded_at),
    )
