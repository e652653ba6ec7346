"""Log: the rows that are only ever added, one for each report and reader, and the way back from them to readings.

What is shown is a reading as people decided (`read_judged`); `read_body` gives it as it was read.
"""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, TextualSelect, func, select

from onrecord.ledger.dialect import Dialect
from onrecord.ledger.fold import counts_over
from onrecord.ledger.index import clear_index, remove_index, write_index
from onrecord.ledger.rows import Appended, Entry, Heights
from onrecord.ledger.standing import read_standing
from onrecord.ledger.store import STREAMED
from onrecord.ledger.tables import LOGS, log, reports
from onrecord.ledger.verdicts import judge_reading
from onrecord.records import Reading
from onrecord.records.codec import decode_reading, encode_reading
from onrecord.records.errors import LedgerError, RecordError


def append_reading(connection: Connection, dialect: Dialect, reading: Reading, recorded_at: str) -> Appended:
    """Add a reading to the log and, when it is the one that now counts for its report, put it into the index."""
    report_id = reading.report.id
    row = {
        "report_id": report_id,
        "reader": reading.reader,
        "recorded_at": recorded_at,
        "body": encode_reading(reading).decode("utf-8"),
    }
    seq = dialect.insert_once(connection, log, row)
    if seq is None:
        return Appended.ALREADY_THERE
    return _fold_in(connection, dialect, seq, reading)


def _fold_in(connection: Connection, dialect: Dialect, seq: int, reading: Reading) -> Appended:
    counted = connection.execute(
        select(log.c.seq, log.c.reader)
        .join(reports, reports.c.seq == log.c.seq)
        .where(reports.c.report_id == reading.report.id)
    ).one_or_none()
    if counted is not None:
        if not counts_over(reading.reader, counted.reader):
            return Appended.SUPERSEDED
        take_out(connection, dialect, counted.seq)
    put_in(connection, dialect, seq, reading)
    return Appended.NEW if counted is None else Appended.SUPERSEDED


def put_in(connection: Connection, dialect: Dialect, seq: int, reading: Reading) -> None:
    """Put a reading into the index, as people decided."""
    write_index(connection, seq, judge_reading(reading, read_standing(connection, reading.report.id)).reading)
    dialect.write_words(connection, seq)


def take_out(connection: Connection, dialect: Dialect, seq: int) -> None:
    """Take a reading out of the index; the log keeps it."""
    dialect.remove_words(connection, seq)
    remove_index(connection, seq)


def fold_log(connection: Connection, dialect: Dialect) -> int:
    """Make the whole index again from the logs; returns how many reports it holds."""
    readers: dict[str, tuple[str, int]] = {}
    rows = connection.execute(select(log.c.seq, log.c.report_id, log.c.reader).order_by(log.c.seq))
    for seq, report_id, reader in rows:
        if report_id not in readers or counts_over(reader, readers[report_id][0]):
            readers[report_id] = (reader, seq)
    clear_index(connection)
    standing = read_standing(connection)
    for seq in sorted(seq for _, seq in readers.values()):
        write_index(connection, seq, judge_reading(read_body(connection, seq), standing).reading)
    dialect.rebuild_words(connection)
    return len(readers)


def has_reading(connection: Connection, report_id: str, reader: str) -> bool:
    found = connection.execute(select(log.c.seq).where(log.c.report_id == report_id, log.c.reader == reader))
    return found.first() is not None


def read_judged(connection: Connection, seq: int) -> Reading:
    """The reading at one place of the log, as people decided."""
    reading = read_body(connection, seq)
    return judge_reading(reading, read_standing(connection, reading.report.id)).reading


def read_body(connection: Connection, seq: int) -> Reading:
    """The reading at one place of the log, as it was read."""
    body = connection.execute(select(log.c.body).where(log.c.seq == seq)).scalar_one()
    return decode_body(seq, body)


def read_counted(connection: Connection, *, judged: bool) -> Iterator[Reading]:
    """The readings that count, in the order in which they were recorded; as people decided, or as they were read."""
    standing = read_standing(connection) if judged else ()
    counted = select(log.c.seq, log.c.body).join(reports, reports.c.seq == log.c.seq).order_by(log.c.seq)
    for seq, body in connection.execute(counted, execution_options=STREAMED):
        yield judge_reading(decode_body(seq, body), standing).reading


def read_entries(
    connection: Connection, holding: TextualSelect | None = None, after: int | None = None
) -> Iterator[Entry]:
    """The whole log, or what it has of the reports whose readings in the index are told, in the order of its growth.

    With `after`, only of the reports that have a reading behind that row.
    """
    query = select(log.c.seq, log.c.recorded_at, log.c.body).order_by(log.c.seq)
    if after is not None:
        query = query.where(log.c.report_id.in_(select(log.c.report_id).where(log.c.seq > after)))
    if holding is not None:
        told = select(reports.c.report_id).where(reports.c.seq.in_(select(holding.subquery().c.seq)))
        query = query.where(log.c.report_id.in_(told))
    for seq, recorded_at, body in connection.execute(query, execution_options=STREAMED):
        yield Entry(seq=seq, recorded_at=datetime.fromisoformat(recorded_at), reading=decode_body(seq, body))


def read_heights(connection: Connection) -> Heights:
    """The number of the last row of each log, 0 where there is none."""
    last = [select(func.coalesce(func.max(each.c.seq), 0)).scalar_subquery() for each in LOGS]
    return Heights(*connection.execute(select(*last)).one())


def count_reports(connection: Connection, until: str | None = None) -> int:
    """How many reports there are, or were at a time."""
    if until is None:
        return connection.execute(select(func.count()).select_from(reports)).scalar_one()
    known = select(func.count(log.c.report_id.distinct())).where(log.c.recorded_at <= until)
    return connection.execute(known).scalar_one()


def decode_body(seq: int, body: str) -> Reading:
    """The reading of a row of the log; LedgerError when the row holds none."""
    try:
        return decode_reading(body)
    except RecordError as error:
        raise LedgerError(f"row {seq} of the log holds no reading: {error}", found=body[:40]) from error
