"""Lookup: one report by what a person has of it: its id, the beginning of its id, or the id that its input gave."""

from sqlalchemy import ColumnElement, Connection, and_

from onrecord.ledger.heads import head_of, select_heads
from onrecord.ledger.rows import ReportHead
from onrecord.ledger.tables import reports
from onrecord.records.errors import LedgerError, NotFoundError

MOST_CANDIDATES = 10
_ID_MARK = "r:"
_LAST_CHAR = "\U0010ffff"


def find_head(connection: Connection, wanted: str) -> ReportHead:
    """The one report that `wanted` names; LedgerError with the candidates when none or several do.

    A whole id goes before a given id, and that before the beginning of an id, with or without its ``r:``.
    """
    start = wanted.removeprefix(_ID_MARK).strip().lower()
    ways: tuple[ColumnElement[bool], ...] = (
        reports.c.report_id == wanted,
        reports.c.given_id == wanted,
        and_(reports.c.report_id >= _ID_MARK + start, reports.c.report_id <= _ID_MARK + start + _LAST_CHAR),
    )
    for way in ways if start and "\0" not in wanted else ():
        found = connection.execute(select_heads(limit=MOST_CANDIDATES + 1).where(way)).all()
        heads = [head_of(row) for row in found]
        if len(heads) == 1:
            return heads[0]
        if heads:
            raise LedgerError(
                f"{wanted!r} names more than one report", found=_list(heads), expected="an id, or more of its beginning"
            )
    raise NotFoundError(
        f"no report {wanted!r} in the ledger", expected="an id, the beginning of one, or the id that the input gave"
    )


def _list(heads: list[ReportHead]) -> str:
    shown = [_word(head) for head in heads[:MOST_CANDIDATES]]
    return "; ".join([*shown, "and more"] if len(heads) > MOST_CANDIDATES else shown)


def _word(head: ReportHead) -> str:
    notes = [note for note in (head.given_id, head.title, head.outlet.name, head.published) if note]
    return head.id + (f" ({', '.join(notes)})" if notes else "")
