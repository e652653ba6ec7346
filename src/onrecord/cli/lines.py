"""Lines: what the ledger answers with, as JSON Lines. Records inside a line are written by their one codec."""

import sys
from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord.ledger import ActRow, CitedRow, Hit, ReportHead
from onrecord.records.wire import to_wire
from onrecord.records.wording import Wording


def write_lines(lines: Iterable[Any]) -> None:
    for line in lines:
        write_line(msgspec.json.encode(line))


def write_line(encoded: bytes) -> None:
    """One line of JSON to stdout, in UTF-8 whatever the terminal's encoding is."""
    sys.stdout.buffer.write(encoded + b"\n")


def head_line(head: ReportHead) -> dict[str, Any]:
    """Which report it is: its ids, title, outlet, date and address, and which reader read it when."""
    return {
        "id": head.id,
        "given_id": head.given_id,
        "title": head.title,
        "outlet": to_wire(head.outlet),
        "published": head.published,
        "url": head.url,
        "reader": head.reader,
        "recorded_at": head.recorded_at,
    }


def act_line(row: ActRow) -> dict[str, Any]:
    """An act with its report, its parties, those cited for it (outermost first), and its sentence."""
    chain = [
        {
            "attribution": to_wire(link.attribution),
            "source": to_wire(link.source),
            "source_text": link.source_text,
            "via": to_wire(link.via),
        }
        for link in row.chain
    ]
    return {
        "report": head_line(row.report),
        "act": to_wire(row.act),
        "actors": [to_wire(party) for party in row.actors],
        "recipients": [to_wire(party) for party in row.recipients],
        "chain": chain,
        "sentence": Wording(row.reading).sentence(row.act),
    }


def hit_line(hit: Hit) -> dict[str, Any]:
    """A report that was found, with the pieces that hold the words and where they stand in their field."""
    snippets = [
        {"field": snippet.field, "words": snippet.words, "span": snippet.span, "matches": snippet.matches}
        for snippet in hit.snippets
    ]
    return {"report": head_line(hit.report), "score": hit.score, "snippets": snippets}


def cited_line(row: CitedRow) -> dict[str, Any]:
    """Who cites whom how often."""
    return {
        "outlet": row.outlet,
        "source": row.source,
        "kind": row.kind,
        "how": row.how,
        "attributions": row.attributions,
        "reports": row.reports,
    }
