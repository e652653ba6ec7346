"""Standing: the judgements that stand, read from their log, all of them or those that may change one report."""

from datetime import datetime

from sqlalchemy import Connection, or_, select

from onrecord.ledger.judgement_rows import JudgementEntry
from onrecord.ledger.tables import judgements
from onrecord.ledger.verdicts import find_standing
from onrecord.records.codec import decode_record
from onrecord.records.errors import LedgerError, RecordError
from onrecord.records.judgements import PARTY_VERBS, Judgement


def read_judgements(connection: Connection, report_id: str | None = None) -> tuple[JudgementEntry, ...]:
    """The log of judgements; with a report, those that may change its reading."""
    rows = select(judgements.c.seq, judgements.c.recorded_at, judgements.c.body).order_by(judgements.c.seq)
    if report_id is not None:
        everywhere = judgements.c.verb.in_([*PARTY_VERBS, "undo"])
        rows = rows.where(or_(judgements.c.report_id == report_id, everywhere))
    return tuple(
        JudgementEntry(seq=seq, recorded_at=datetime.fromisoformat(at), judgement=decode_judgement(seq, body))
        for seq, at, body in connection.execute(rows)
    )


def read_standing(connection: Connection, report_id: str | None = None) -> tuple[JudgementEntry, ...]:
    """Those that are not undone."""
    return find_standing(read_judgements(connection, report_id))


def find_base(connection: Connection, judgement: Judgement) -> Judgement:
    """What a judgement is about in the end: of an undo, the judgement that it undoes or brings back."""
    while judgement.undoes is not None:
        query = select(judgements.c.seq, judgements.c.body).where(judgements.c.seq == judgement.undoes)
        seq, body = connection.execute(query).one()
        judgement = decode_judgement(seq, body)
    return judgement


def decode_judgement(seq: int, body: str) -> Judgement:
    """The judgement of a row of the log; LedgerError when the row holds none."""
    try:
        return decode_record(body, Judgement)
    except RecordError as error:
        raise LedgerError(f"row {seq} of the judgements holds none: {error}", found=body[:40]) from error
