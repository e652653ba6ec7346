"""Attribution rows: somebody who is cited, and for what, a row."""

from onrecord.export.columns import REPORT_COLUMNS, Column, Table, View
from onrecord.export.parties import NOT_NAMED, kinds, parties_of
from onrecord.export.quotes import Quote, cut_quote
from onrecord.records import Attribution, Reading, Span


def chain_to(att: Attribution, reading: Reading) -> tuple[str, ...]:
    """The ids of an attribution and of those around it, outermost first."""
    found = {one.id: one for one in reading.attributions}
    chain: list[str] = []
    key: str | None = att.id
    while key is not None and key in found and key not in chain:
        chain.append(key)
        key = found[key].parent
    return tuple(reversed(chain))


def quote_of(view: View[Attribution]) -> Quote:
    """The content from its first word to its last; what stands between two pieces of it is within."""
    pieces = view.item.content
    whole = Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))
    return cut_quote(view.excerpt.reading.report.text, whole, view.options.quote_chars)


def _words(view: View[Attribution], span: Span | None) -> str | None:
    return cut_quote(view.excerpt.reading.report.text, span, view.options.quote_chars).shown if span else None


def _via(view: View[Attribution]) -> str | None:
    key = view.item.via
    return view.wording.party(key) if key in parties_of(view.excerpt.reading) else None


ATTRIBUTION_COLUMNS: tuple[Column[Attribution], ...] = (
    Column("attribution_id", "text", "the attribution within the reading", lambda v: v.item.id),
    Column("parent", "text", "the attribution within whose content it stands", lambda v: v.item.parent),
    Column("kind", "text", "`statement`, `report`, `belief`, `intention` or `perception`", lambda v: v.item.kind),
    Column("form", "text", "`direct`, `indirect` or `mixed` speech", lambda v: v.item.form),
    Column(
        "source",
        "text",
        f"who is cited; `{NOT_NAMED}` when the text withholds it",
        lambda v: v.wording.party(v.item.source) if v.item.source else NOT_NAMED,
    ),
    Column(
        "source_kind",
        "text",
        "the kind of that party",
        lambda v: (kinds(v, (v.item.source,))[0] or None) if v.item.source else None,
    ),
    Column("source_words", "text", "the words of the report for it", lambda v: _words(v, v.item.source_span)),
    Column("via", "text", "the outlet through which the source spoke", _via),
    Column("cue", "text", "the words that tell of the saying", lambda v: _words(v, v.item.cue)),
    Column(
        "chain",
        "text",
        "who is cited, in words, the nearest to the content first",
        lambda v: v.wording.links(chain_to(v.item, v.excerpt.reading)),
    ),
    Column(
        "quote",
        "text",
        "what they are cited for, in the words of the report, cut when long",
        lambda v: quote_of(v).shown,
    ),
    Column("quote_cut", "flag", "whether the quote goes on in the report", lambda v: quote_of(v).is_cut),
    Column(
        "quote_start",
        "whole",
        "where the whole quote begins in the stored text, in code points",
        lambda v: quote_of(v).span.start,
    ),
    Column("quote_end", "whole", "where it ends", lambda v: quote_of(v).span.end),
    Column("quote_pieces", "whole", "in how many pieces it stands there", lambda v: len(v.item.content)),
    Column("rule", "text", "the head or rule that made the record", lambda v: v.item.rule),
    Column("confidence", "number", "how likely the record is right, 0 to 1", lambda v: v.item.confidence),
)

ATTRIBUTIONS: Table[Attribution] = Table(
    noun="attribution",
    says="An attribution a row: who is cited, through whom, and for what.",
    columns=(*REPORT_COLUMNS, *ATTRIBUTION_COLUMNS),
    find=lambda excerpt: [att for att in excerpt.attributions if att.content],
)
