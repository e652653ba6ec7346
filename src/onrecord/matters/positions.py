"""Positions: where each party stands on each instrument, folded from steps. The order of the steps changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from onrecord.matters.actors import most_common_name, name_key
from onrecord.matters.instruments import Page
from onrecord.matters.settling import fold_origins
from onrecord.records.matters import InstrumentKind, Matter
from onrecord.records.positions import Actor, Otherwise, Position, Step
from onrecord.records.stances import Direction, Stage

IN_PROGRESS: dict[Stage, int] = {"asked": 0, "announced": 1, "leave_sought": 2, "leave_granted": 3}
NOT_YET = 2.5
NOT_MADE = "filing not made"
SPOKE = 0.5  # where words are not yet the step: a vote, a treaty
SPOKEN: tuple[InstrumentKind, ...] = ("stance",)
DONE = 4
FIRMNESS: dict[Direction, int] = {"unclear": 0, "neutral": 1, "for": 2, "against": 2}
STEPS_BACK: tuple[Stage, ...] = ("withdrawn", "not_filed")
STEPS_FORWARD: tuple[Stage, ...] = ("asked", "announced", "leave_sought", "leave_granted", "filed")

_STAGES: tuple[Stage, ...] = get_args(Stage)
_Case = tuple[Stage, Direction]


def stage_order(stage: Stage) -> int:
    """Where a stage stands on the way from being asked to having acted."""
    return IN_PROGRESS.get(stage, DONE + _STAGES.index(stage))


def fold_positions(
    steps: Iterable[Step], matter: Matter, *, pages: Mapping[str, Page] | None = None,
    copies: Sequence[frozenset[str]] = (), as_of: str | None = None,
) -> tuple[Position, ...]:  # fmt: skip
    """One position for each party and instrument on which it took a step, as of a day (that day included)."""
    kinds: dict[str, InstrumentKind] = {instrument.id: instrument.kind for instrument in matter.instruments}
    standing = [step for step in settle_filings(steps, kinds) if as_of is None or not step.day or step.day <= as_of]
    groups: defaultdict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in standing:
        groups[step.instrument, step.party.key].append(step)
    order = {instrument.id: place for place, instrument in enumerate(matter.instruments)}
    keys = sorted(groups, key=lambda key: (order[key[0]], key[1]))
    return tuple(_fold(groups[key], groups, kinds[key[0]], pages or {}, copies) for key in keys)


def settle_filings(steps: Iterable[Step], kinds: Mapping[str, InstrumentKind]) -> list[Step]:
    """A step back goes to the filing that the party took a step forward on, where that is one filing.

    *Britain has withdrawn its challenge* is told of the legal opinion for which it was given leave, whatever word a
    report has for it.
    """
    steps = sorted(steps, key=_order)
    forward: defaultdict[str, set[str]] = defaultdict(set)
    for step in steps:
        if kinds[step.instrument] == "filing" and step.stage in STEPS_FORWARD:
            forward[step.party.key].add(step.instrument)
    settled = [_settled(step, forward[step.party.key], kinds) for step in steps]
    return _with_denials(settled)


def _with_denials(steps: Sequence[Step]) -> list[Step]:
    """*Has not filed any*, after another report that it filed, waits on nothing: it says that this is not so."""
    filed: dict[tuple[str, str], str] = {}
    for step in steps:
        if step.stage == "filed" and step.published:
            key = step.party.key, step.instrument
            filed[key] = min(step.published, filed.get(key, step.published))
    return [
        replace(step, rule=NOT_MADE)
        if is_so_far(step) and (step.published or "") > filed.get((step.party.key, step.instrument), "9999")
        else step
        for step in steps
    ]


def _settled(step: Step, forward: set[str], kinds: Mapping[str, InstrumentKind]) -> Step:
    if kinds[step.instrument] != "filing" or step.stage not in STEPS_BACK or len(forward) != 1:
        return step
    (instrument,) = forward
    return step if instrument == step.instrument else replace(step, instrument=instrument)


def _order(step: Step) -> tuple[str, str, str, str, str]:
    return step.day, step.report, step.act, step.party.key, step.instrument


def _fold(
    steps: list[Step], groups: Mapping[tuple[str, str], list[Step]], kind: InstrumentKind, pages: Mapping[str, Page],
    copies: Sequence[frozenset[str]],
) -> Position:  # fmt: skip
    """The position that the steps of one party on one instrument give."""
    cases: defaultdict[_Case, list[Step]] = defaultdict(list)
    for step in steps:
        cases[step.stage, step.direction].append(step)
    current = max(cases, key=lambda case: _rank(case, cases[case], kind))
    own = tuple(cases[current])
    furthest = max(progress_of(step) for step in own)
    leading = [step for step in own if progress_of(step) == furthest]
    others = [
        Otherwise(stage=case[0], direction=case[1], steps=tuple(cases[case])) for case in cases if case != current
    ]
    party = _shown(steps)
    return Position(
        party=party,
        instrument=steps[0].instrument,
        stage=current[0],
        direction=_carried(current, own, others),
        rules=tuple(sorted({step.rule for step in leading})),
        since=min((step.time.since or step.time.until or "" for step in leading if step.time.until), default=None),
        published=min((step.published for step in leading if step.published), default=None),
        recorded=min((step.recorded for step in leading if step.recorded), default=None),
        steps=own,
        otherwise=tuple(sorted(others, key=lambda other: _order(other.steps[0]))),
        origins=fold_origins(
            {step.report: step.origin for step in own}, pages, copies, own=_own_names(own), actor=party.name
        ),
        members=_members(party, own[0].instrument, groups),
        candidates=_candidates(party, own, groups),
    )  # fmt: skip


def _carried(current: _Case, own: Sequence[Step], others: Sequence[Otherwise]) -> Direction:
    """The direction of the current stage; where its reports do not tell it, the one that all others do."""
    stage, direction = current
    if direction != "unclear" or stage in ("asked", "refused"):
        return direction
    told = {other.direction for other in others if other.direction in ("for", "against")}
    filing = all(step.stage in STEPS_FORWARD for step in own)
    return told.pop() if filing and len(told) == 1 else direction


def _rank(case: _Case, steps: Sequence[Step], kind: InstrumentKind) -> tuple[object, ...]:
    """Of what reports give, the furthest stage, then the firmest direction, the latest day, the party's own word.

    What is said of a group that a party belongs to is less than what is said of itself, where words are the step. To
    speak for a bill is less than to vote on it. What is told after other outlets stands behind what is not.
    """
    stage, direction = case
    progress = max(progress_of(step) for step in steps)
    if stage == "stated" and kind not in SPOKEN:
        progress = SPOKE
    is_direct = kind not in SPOKEN or any(step.member_of is None for step in steps)
    firmness = FIRMNESS[direction] if stage == "stated" or kind in SPOKEN else 0
    day = max(step.day for step in steps)
    last = [step for step in steps if step.day == day]
    own = any(step.own_word for step in last)
    first_hand = not all(step.is_relayed for step in last)
    return is_direct, progress, firmness, day, own, first_hand, len({step.report for step in steps}), stage, direction


def progress_of(step: Step) -> float:
    """How far a step goes. *Has not filed so far* stands behind the leave that it waits on, *never filed* ends it."""
    return NOT_YET if step.rule == "not yet filed" else IN_PROGRESS.get(step.stage, DONE)


def is_so_far(step: Step) -> bool:
    """Whether a step says that nothing was filed so far, which ends nothing."""
    return progress_of(step) == NOT_YET


def _shown(steps: Sequence[Step]) -> Actor:
    """The party under the name that most steps give it."""
    name = most_common_name(step.party.name for step in steps)
    return min((step.party for step in steps if step.party.name == name), key=lambda actor: actor.key)


def _own_names(steps: Iterable[Step]) -> frozenset[str]:
    return frozenset(name_key(name) for step in steps for name in (step.party.name, step.person or step.party.name))


def _members(group: Actor, instrument: str, groups: Mapping[tuple[str, str], list[Step]]) -> tuple[Actor, ...]:
    """Those that a report names as members of a counted group."""
    if group.kind != "group":
        return ()
    found = {
        key: _shown(steps)
        for (on, key), steps in groups.items()
        if on == instrument and any(step.member_key == group.key for step in steps)
    }
    return tuple(found[key] for key in sorted(found))


def _candidates(group: Actor, own: Sequence[Step], groups: Mapping[tuple[str, str], list[Step]]) -> tuple[Actor, ...]:
    """The single parties that took the same step, or any step after the group was asked: members perhaps, which no
    report says. Whoever asked the group is none of it.
    """
    if group.kind != "group":
        return ()
    found, step = {}, own[0]
    told = {(each.report, each.span) for each in own if each.stage == "asked"}
    of_states = group.key.endswith(" states")
    for (instrument, key), others in groups.items():
        kind = others[0].party.kind
        if instrument != step.instrument or kind == "group" or (of_states and kind != "state"):
            continue
        same = [other for other in others if _may_follow(other, step)]
        is_known = any(other.member_key == group.key or (other.report, other.span) in told for other in others)
        if same and not is_known:
            found[key] = _shown(same)
    return tuple(found[key] for key in sorted(found))


def _may_follow(other: Step, step: Step) -> bool:
    if step.stage == "asked":
        return other.stage != "asked" and other.day >= step.day
    return other.stage == step.stage
