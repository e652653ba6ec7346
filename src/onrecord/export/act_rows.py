"""Act rows: an act a row, with who says so in words beside it, so that no row reads as a fact."""

from onrecord.export.columns import REPORT_COLUMNS, Column, Table, View
from onrecord.export.parties import cited, codes, kinds, names
from onrecord.export.quotes import Quote, cut_quote
from onrecord.records import Act


def quote_of(view: View[Act]) -> Quote | None:
    """The words of the report that tell what the act is about, where it has an object."""
    act = view.item
    if act.object is None:
        return None
    return cut_quote(view.excerpt.reading.report.text, act.object, view.options.quote_chars)


def _quote(view: View[Act]) -> str | None:
    quote = quote_of(view)
    return quote.shown if quote else None


def _is_cut(view: View[Act]) -> bool | None:
    quote = quote_of(view)
    return quote.is_cut if quote else None


ACT_COLUMNS: tuple[Column[Act], ...] = (
    Column("act_id", "text", "the act within the reading", lambda v: v.item.id),
    Column("type", "text", "what kind of act it is", lambda v: v.item.type),
    Column("status", "text", "how the text puts it; only `actual` is told as having happened", lambda v: v.item.status),
    Column(
        "sentence",
        "text",
        "the act as a sentence, its status in the verb and who says so at its end",
        lambda v: v.wording.sentence(v.item),
    ),
    Column(
        "chain",
        "text",
        "who is cited for it, in words, the nearest to the act first",
        lambda v: v.wording.chain(v.item),
    ),
    Column(
        "cited",
        "texts",
        "the same as a list, outermost first, without the outlet; empty when the outlet says so itself",
        lambda v: cited(v, v.item.chain),
    ),
    Column("actors", "texts", "who acts", lambda v: names(v, v.item.actors)),
    Column("actor_kinds", "texts", "the kind of each actor", lambda v: kinds(v, v.item.actors)),
    Column(
        "actor_codes",
        "texts",
        "ISO 3166 alpha-3 of each that is a state, else empty",
        lambda v: codes(v, v.item.actors),
    ),
    Column("recipients", "texts", "towards whom", lambda v: names(v, v.item.recipients)),
    Column("recipient_kinds", "texts", "the kind of each recipient", lambda v: kinds(v, v.item.recipients)),
    Column("recipient_codes", "texts", "as `actor_codes`", lambda v: codes(v, v.item.recipients)),
    Column("about", "texts", "the acts of the same reading that it is about", lambda v: list(v.item.about)),
    Column(
        "happened_from",
        "text",
        "the first day on which it may have happened, an ISO date",
        lambda v: v.item.time.since,
    ),
    Column("happened_to", "text", "the last such day", lambda v: v.item.time.until),
    Column(
        "happened_basis",
        "text",
        "`stated` by the text, `publication` (no later than the report), or `none`",
        lambda v: v.item.time.basis,
    ),
    Column("quote", "text", "the words of the report on what was asked, said or done, cut when long", _quote),
    Column("quote_cut", "flag", "whether the quote goes on in the report", _is_cut),
    Column(
        "quote_start",
        "whole",
        "where the whole quote begins in the stored text, in code points",
        lambda v: v.item.object.start if v.item.object else None,
    ),
    Column("quote_end", "whole", "where it ends", lambda v: v.item.object.end if v.item.object else None),
    Column(
        "trigger", "text", "the word that tells of the act", lambda v: v.item.trigger.of(v.excerpt.reading.report.text)
    ),
    Column("trigger_start", "whole", "where that word begins", lambda v: v.item.trigger.start),
    Column("trigger_end", "whole", "where it ends", lambda v: v.item.trigger.end),
    Column("rule", "text", "the rule and lexicon line that made the record", lambda v: v.item.rule),
    Column("confidence", "number", "how likely the record is right, 0 to 1", lambda v: v.item.confidence),
)

ACTS: Table[Act] = Table(
    noun="act",
    says="An act a row: who is reported to have done what to whom, with its status and who is cited for it.",
    columns=(*REPORT_COLUMNS, *ACT_COLUMNS),
    find=lambda excerpt: excerpt.acts,
)
