"""Telling: rows of the ledger in the shapes of the API."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from onrecord.export.excerpts import Excerpt
from onrecord.export.options import QUOTE_CHARS
from onrecord.export.quotes import cut_quote
from onrecord.ledger import ActRow, ChainLink, Hit, Place, ReportHead, SaidRow
from onrecord.records.wording import Wording
from onrecord.web.api.shapes import ActTold, HitTold, LinkTold, ReportTold, SaidTold


def report_told(head: ReportHead) -> ReportTold:
    return ReportTold(
        id=head.id, given_id=head.given_id, title=head.title, outlet=head.outlet, published=head.published,
        url=head.url, reader=head.reader, recorded_at=head.recorded_at,
    )  # fmt: skip


def act_told(row: ActRow) -> ActTold:
    return ActTold(
        report=report_told(row.report), act=row.act, actors=row.actors, recipients=row.recipients,
        chain=tuple(link_told(link) for link in row.chain), sentence=Wording(row.reading).sentence(row.act),
    )  # fmt: skip


def said_told(row: SaidRow) -> SaidTold:
    text = row.reading.report.text
    words = tuple(cut_quote(text, span, QUOTE_CHARS).shown for span in row.link.attribution.content)
    return SaidTold(report=report_told(row.report), link=link_told(row.link), words=words)


def hit_told(hit: Hit) -> HitTold:
    return HitTold(report=report_told(hit.report), score=hit.score, snippets=hit.snippets)


def link_told(link: ChainLink) -> LinkTold:
    return LinkTold(attribution=link.attribution, source=link.source, source_text=link.source_text, via=link.via)


def excerpts_of(rows: Iterable[ActRow]) -> Iterator[Excerpt]:
    """The acts as excerpts of their readings, in the order of the rows; what is exported of each is what it needs."""
    for head, group in groupby(rows, key=lambda row: row.report):
        acts = tuple(group)
        reading = acts[0].reading
        yield Excerpt(
            reading=reading, acts=tuple(row.act for row in acts), recorded_at=head.recorded_at, is_whole=False
        )


def write_place(place: Place) -> str:
    """A place as a cursor: *2024-06-30~17~3*."""
    return f"{place.day or ''}~{place.seq}~{place.ordinal}"


def read_place(cursor: str) -> Place:
    """The place of a cursor, whose shape was checked."""
    day, seq, ordinal = cursor.split("~")
    return Place(day or None, int(seq), int(ordinal))
