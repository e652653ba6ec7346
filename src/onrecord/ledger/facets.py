"""Facets: a search that can be narrowed, with what the reports that it finds have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from onrecord.ledger import tables
from onrecord.ledger.days import ALWAYS, Period
from onrecord.ledger.dialect import Dialect, Found, Ranked
from onrecord.ledger.heads import head_of, select_heads
from onrecord.ledger.keys import name_key
from onrecord.ledger.rows import Facet, Facets, Hit, SearchPage
from onrecord.ledger.search import snippets_of
from onrecord.ledger.searched import searched_fields
from onrecord.ledger.textwords import mark_terms
from onrecord.ledger.words import Term
from onrecord.records import ActType

MOST_FOUND = 1_000
MOST_VALUES = 20
MOST_MONTHS = 120
_MONTH_CHARS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """What a report must have to be found; None asks for nothing.

    `outlet` is a name or a domain, `party` a name or an id as in `ActFilter`, `type` that of one of its acts.
    """

    outlet: str | None = None
    period: Period = ALWAYS
    party: str | None = None
    type: ActType | None = None


def search_page(
    connection: Connection, dialect: Dialect, terms: Sequence[Term], wanted: ReportFilter, limit: int, offset: int
) -> SearchPage:
    """At most `limit` of the reports that hold all terms, without the first `offset` of them."""
    ranked = dialect.rank_words(connection, terms, MOST_FOUND + 1, lambda seq: conditions_of(wanted, seq))
    kept = ranked[:MOST_FOUND]
    return SearchPage(
        hits=tuple(_hit(connection, one, terms) for one in kept[offset : offset + limit]),
        found=len(kept),
        is_all=len(ranked) <= MOST_FOUND,
        facets=count_facets(connection, [one.seq for one in kept]),
    )


def conditions_of(wanted: ReportFilter, seq: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """What must hold of the `seq` of a reading that was found by words.

    Each is looked up for it: to list first all that a filter lets through takes seconds in a large ledger.
    """
    reports, names, acts = tables.reports.c, tables.names.c, tables.acts.c
    of_report = []
    if wanted.outlet is not None:
        of_report.append(or_(reports.outlet_name == wanted.outlet, reports.outlet_domain == wanted.outlet))
    if wanted.period.since is not None:
        of_report.append(reports.published >= wanted.period.since)
    if wanted.period.until is not None:
        of_report.append(reports.published <= wanted.period.until)
    found: list[ColumnElement[bool]] = [exists().where(reports.seq == seq, *of_report)] if of_report else []
    if wanted.party is not None:
        found.append(exists().where(names.seq == seq, names.key == name_key(wanted.party)))
    if wanted.type is not None:
        found.append(exists().where(acts.seq == seq, acts.type == wanted.type))
    return found


def count_facets(connection: Connection, seqs: Sequence[int]) -> Facets:
    """What these readings have in common."""
    reports, parties, acts = tables.reports.c, tables.parties.c, tables.acts.c
    outlet = func.coalesce(reports.outlet_name, reports.outlet_domain)
    month = func.substr(reports.published, 1, _MONTH_CHARS)
    return Facets(
        outlets=_count(connection, outlet, reports.seq, seqs),
        months=_count(connection, month, reports.seq, seqs, by_value=True),
        parties=_count(connection, parties.name, parties.seq, seqs),
        types=_count(connection, acts.type, acts.seq, seqs),
    )


def _count(
    connection: Connection,
    value: ColumnElement[Any],
    seq: ColumnElement[Any],
    seqs: Sequence[int],
    *,
    by_value: bool = False,
) -> tuple[Facet, ...]:
    count = func.count(seq.distinct())
    query = select(value, count).where(seq.in_(seqs), value.is_not(None)).group_by(value)
    order = (value.desc(),) if by_value else (count.desc(), value)
    rows = connection.execute(query.order_by(*order).limit(MOST_MONTHS if by_value else MOST_VALUES))
    return tuple(Facet(value=found, reports=reports) for found, reports in rows)


def _hit(connection: Connection, one: Ranked, terms: Sequence[Term]) -> Hit:
    head = connection.execute(select_heads().where(tables.reports.c.seq == one.seq)).one()
    marked = (mark_terms(field, terms) for field in searched_fields(connection, one.seq))
    found = Found(one.seq, one.score, *marked)
    return Hit(report=head_of(head), score=one.score, snippets=tuple(snippets_of(found)))
