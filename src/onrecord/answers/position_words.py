"""Position words: stages, parties, quotes and origins of a position table in words, for terminal and page alike."""

from collections.abc import Iterable, Sequence

from onrecord.matters.actors import actor_words, name_key, origin_name
from onrecord.matters.folding import MatterFold
from onrecord.matters.positions import is_so_far
from onrecord.records.origins import OriginRange, Share
from onrecord.records.positions import Actor, ListTold, Position, Step
from onrecord.records.wording import count_words, word_date, word_time

STAGE_WORDS = {
    "asked": "asked to", "announced": "announced", "leave_sought": "leave sought", "leave_granted": "leave granted",
    "filed": "filed", "signed": "signed", "voted": "voted", "stated": "stated", "withdrawn": "withdrawn",
    "not_filed": "not filed", "refused": "refused",
}  # fmt: skip
KIND_WORDS = {
    "stages": "stages", "directions": "directions", "statuses": "done or not", "order": "done or still to come",
    "parties": "to whom it was done",
}  # fmt: skip


def rows_of(positions: Iterable[Position]) -> list[list[Position]]:
    """The positions of one instrument; those that the same words of the same reports tell stand in one row."""
    rows: dict[object, list[Position]] = {}
    for position in positions:
        rows.setdefault(evidence_of(position), []).append(position)
    return list(rows.values())


def evidence_of(position: Position) -> object:
    """What makes a row of its own: stage, direction and the acts, or the party where more is said of it.

    Those whom one list names, and nothing else, stand in one row.
    """
    acts = tuple(sorted((step.report, "" if step.list else step.act) for step in position.steps))
    own = position.party.key if position.otherwise or position.party.kind == "group" else ""
    return position.stage, position.direction, acts, own, origin_words(position)


def candidate_words(position: Position) -> str:
    """Those who took the step are candidates for a group's members, and no more than that."""
    return "acted since, members or not" if position.stage == "asked" else "took the same step, members or not"


def count_told(told: ListTold) -> str:
    """*names 93, as the headline says*, *names 91 where the headline says 93*."""
    if told.headline is None:
        return f"names {told.count}"
    if told.count == told.headline:
        return f"names {told.count}, as the headline says"
    return f"names {told.count} where the headline says {told.headline}"


def stand_words(stage: str, direction: str, steps: Sequence[Step] = ()) -> str:
    """*not filed so far · neutral*; stage and direction in words, as far as the steps go."""
    so_far = " so far" if steps and all(is_so_far(step) for step in steps) else ""
    return f"{STAGE_WORDS[stage]}{so_far} · {direction}"


def party_words(actor: Actor) -> str:
    """A party's name; a counted group is said to be unnamed."""
    return f"{actor_words(actor)} (unnamed group)" if actor.kind == "group" else actor_words(actor)


def party_list(actors: Iterable[Actor]) -> str:
    return ", ".join(party_words(actor) for actor in actors)


def when_words(position: Position) -> str:
    """When it happened, else when it was first reported; and when the ledger came to know of it."""
    stated = [step for step in position.steps if step.time.until]
    when = word_time(stated[0].time) if stated else ""
    reported = f"reported {word_date(position.published)}" if position.published else "day of report unknown"
    recorded = f"recorded {word_date(position.recorded[:10])}" if position.recorded else ""
    return ", ".join(part for part in (when, reported, recorded) if part)


def quote_words(step: Step) -> str:
    """*“…” — The Harbour Times, 26 July 2024, citing Karim Khan (through …)*."""
    outlet = step.outlet or "outlet unknown"
    published = word_date(step.published) if step.published else "date unknown"
    citing = f", citing {', citing '.join(step.chain)}" if step.chain else ""
    member = f" [as one of {step.member_of}]" if step.member_of else ""
    return f"“{step.quote}”{member} — {outlet}, {published}{citing}"


def listed_words(step: Step) -> str:
    """What stands for the quotes of several parties that one list names: *as 93 states, in list 2 — Mission of ...*."""
    published = word_date(step.published) if step.published else "date unknown"
    members = f"as {step.member_of}, " if step.member_of else ""
    return f"{members}in list {step.list} — {step.outlet}, {published}"


def origin_words(position: Position) -> str:
    """*1 origin (its own word)*, *1 to 3 origins (Walla; 2 reports name none)*."""
    return range_words(position.origins, own=position.party)


def range_words(origins: OriginRange, own: Actor | None = None) -> str:
    """How many origins there are, and which; what somebody has said of himself in public is his own word."""
    if origins.least == origins.most:
        number = count_words(origins.least, "origin")
    else:
        number = f"{origins.least} to {count_words(origins.most, 'origin')}"
    names = [_share_words(share, own) for share in origins.shares]
    if origins.unknown:
        count = len(origins.unknown)
        names.append(f"{count_words(count, 'report')} name{'s' if count == 1 else ''} none")
    return f"{number} ({'; '.join(names)})"


def _share_words(share: Share, own: Actor | None) -> str:
    if own is not None and name_key(share.origin) in (name_key(own.name), own.key):
        return "its own word"
    return f"{origin_name(share.origin)}{' itself' if share.basis == 'own' else ''}"


def report_list(steps: Sequence[Step]) -> str:
    names = dict.fromkeys(
        f"{step.outlet or step.given_id or step.report}, "
        f"{word_date(step.published) if step.published else 'date unknown'}"
        for step in sorted(steps, key=lambda each: (each.published or "9999", each.report))
    )
    return "; ".join(names)


def report_words(fold: MatterFold, key: str) -> str:
    """The outlet of a report, or the title of a list."""
    if key not in fold.pages:
        return next((given.list.title for given in fold.lists if given.id == key), key)
    report = fold.pages[key].reading.report
    return report.outlet.name or report.outlet.domain or report.given_id or key
