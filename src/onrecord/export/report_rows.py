"""Report rows: a report a row, without its text."""

from onrecord.export.columns import PlainColumn
from onrecord.ledger import ReportHead

REPORTS: tuple[PlainColumn[ReportHead], ...] = (
    PlainColumn("report_id", "text", "the report, by a hash of what was published", lambda head: head.id),
    PlainColumn("given_id", "text", "the id that the input gave it", lambda head: head.given_id),
    PlainColumn("title", "text", "the title of the report", lambda head: head.title),
    PlainColumn("outlet", "text", "who published it, by name", lambda head: head.outlet.name),
    PlainColumn("outlet_domain", "text", "who published it, by host", lambda head: head.outlet.domain),
    PlainColumn("url", "text", "where it was published", lambda head: head.url),
    PlainColumn("published", "text", "the day it was published, an ISO date", lambda head: head.published),
    PlainColumn("recorded_at", "moment", "when the ledger recorded its reading", lambda head: head.recorded_at),
    PlainColumn("reader", "text", "the model and rules that read the report", lambda head: head.reader),
)
