"""Event rows: an event of PLOVER and CAMEO a row, with the status and the chain that its code leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.export.columns import REPORT_COLUMNS, Column, Table
from onrecord.export.excerpts import Excerpt
from onrecord.export.plover import PloverEvent, find_events, to_plover
from onrecord.records import Act


@dataclass(frozen=True, slots=True)
class Coded:
    """An event and the act that it was made from."""

    event: PloverEvent
    act: Act


def find_coded(excerpt: Excerpt) -> Iterator[Coded]:
    """The events of an excerpt; of the acts asked for, each event as it stands, since its twin may be left out."""
    reading = excerpt.reading
    events = find_events(reading) if excerpt.is_whole else [e for act in excerpt.acts for e in to_plover(act, reading)]
    acts = {act.id: act for act in excerpt.acts}
    for event in events:
        yield Coded(event, acts[event.act])


EVENT_COLUMNS: tuple[Column[Coded], ...] = (
    Column("act_id", "text", "the act within the reading that the event was made from", lambda v: v.item.act.id),
    Column(
        "plover", "text", "the event's name in PLOVER, as its gold file of 2016 has it", lambda v: v.item.event.plover
    ),
    Column("plover_2021", "text", "its name in draft 0.8 of the manual (2021)", lambda v: v.item.event.draft),
    Column("cameo", "text", "the root code of CAMEO", lambda v: v.item.event.cameo),
    Column("sources", "texts", "who acts", lambda v: [actor.name for actor in v.item.event.sources]),
    Column(
        "source_codes",
        "texts",
        "ISO 3166 alpha-3 of the state that each is, acts for or is named after, else empty",
        lambda v: [actor.code or "" for actor in v.item.event.sources],
    ),
    Column("targets", "texts", "who is acted upon", lambda v: [actor.name for actor in v.item.event.targets]),
    Column(
        "target_codes", "texts", "as `source_codes`", lambda v: [actor.code or "" for actor in v.item.event.targets]
    ),
    Column("loss", "text", "what of the act the event does not hold", lambda v: v.item.event.loss),
    Column("type", "text", "the type of the act", lambda v: v.item.act.type),
    Column("status", "text", "how the text puts the act, which no code tells", lambda v: v.item.act.status),
    Column(
        "sentence",
        "text",
        "the act as a sentence, with who says so at its end",
        lambda v: v.wording.sentence(v.item.act),
    ),
    Column("chain", "text", "who is cited for the act, in words", lambda v: v.wording.chain(v.item.act)),
    Column("happened_from", "text", "the first day on which it may have happened", lambda v: v.item.act.time.since),
    Column("happened_to", "text", "the last such day", lambda v: v.item.act.time.until),
    Column("happened_basis", "text", "`stated`, `publication` or `none`", lambda v: v.item.act.time.basis),
    Column("trigger_start", "whole", "where the word that tells of it begins", lambda v: v.item.act.trigger.start),
    Column("trigger_end", "whole", "where it ends", lambda v: v.item.act.trigger.end),
    Column("rule", "text", "the rule and lexicon line that made the act", lambda v: v.item.act.rule),
    Column("confidence", "number", "how likely the act is right, 0 to 1", lambda v: v.item.act.confidence),
)

EVENTS: Table[Coded] = Table(
    noun="event",
    says="An event of PLOVER and CAMEO a row: source, type and target, with what the code leaves out.",
    columns=(*REPORT_COLUMNS, *EVENT_COLUMNS),
    find=find_coded,
)
