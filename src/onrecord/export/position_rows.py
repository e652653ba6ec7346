"""Position rows: a position a row, each with the words that it stands on and where they were published."""

from onrecord.export.columns import PlainColumn
from onrecord.records.positions import Actor, Position, Step


def last_step(position: Position) -> Step:
    """The step that is told last, as the list of changes shows it."""
    return position.steps[-1]


def _names(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.name for actor in actors]


POSITIONS: tuple[PlainColumn[Position], ...] = (
    PlainColumn("party_key", "text", "the party: ISO 3166 alpha-3 of a state, else its name", lambda p: p.party.key),
    PlainColumn("party", "text", "its name", lambda p: p.party.name),
    PlainColumn("party_kind", "text", "what kind of party it is", lambda p: p.party.kind),
    PlainColumn(
        "party_count", "whole", "of a counted group, how many", lambda p: p.party.count.value if p.party.count else None
    ),
    PlainColumn("instrument", "text", "the instrument, by its id in the matter file", lambda p: p.instrument),
    PlainColumn("stage", "text", "how far it has gone", lambda p: p.stage),
    PlainColumn("direction", "text", "on which side", lambda p: p.direction),
    PlainColumn("since", "text", "the first day on which it stood so, as far as is told", lambda p: p.since),
    PlainColumn("published", "text", "the day of the first report that says so", lambda p: p.published),
    PlainColumn("recorded", "text", "when the ledger first held that", lambda p: p.recorded),
    PlainColumn("origins_least", "whole", "how many independent origins say so, at least", lambda p: p.origins.least),
    PlainColumn("origins_most", "whole", "and at most", lambda p: p.origins.most),
    PlainColumn("origins", "texts", "which they are", lambda p: [share.origin for share in p.origins.shares]),
    PlainColumn(
        "reports",
        "texts",
        "the reports and lists that say so",
        lambda p: list(dict.fromkeys(s.report for s in p.steps)),
    ),
    PlainColumn("quote", "text", "the sentence of the last of them", lambda p: last_step(p).quote),
    PlainColumn("quote_report", "text", "the report or list that it stands in", lambda p: last_step(p).report),
    PlainColumn("quote_outlet", "text", "who published that", lambda p: last_step(p).outlet),
    PlainColumn("quote_published", "text", "on which day", lambda p: last_step(p).published),
    PlainColumn("quote_chain", "texts", "who is cited for it, outermost first", lambda p: list(last_step(p).chain)),
    PlainColumn("members", "texts", "of a counted group, the members that a report names", lambda p: _names(p.members)),
    PlainColumn(
        "candidates", "texts", "those who took the same step and are members or not", lambda p: _names(p.candidates)
    ),
    PlainColumn(
        "otherwise",
        "texts",
        "the other stages and directions that reports give",
        lambda p: [f"{other.stage} {other.direction}" for other in p.otherwise],
    ),
    PlainColumn("rules", "texts", "the rules that made it", lambda p: list(p.rules)),
)
