"""Contradictions: accounts that cannot all be right, each with its reports. None is preferred."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.matters.actors import actor_words
from onrecord.matters.denials import find_denials
from onrecord.matters.events import one_event, times_fit
from onrecord.matters.instruments import Page
from onrecord.matters.positions import STEPS_BACK, is_so_far
from onrecord.matters.tellings import Telling
from onrecord.records.happenings import Happening
from onrecord.records.matters import Matter
from onrecord.records.positions import Actor, Contradiction, ContradictionKind, Position, Side, Step
from onrecord.records.stances import Stage

EXCLUDE: tuple[frozenset[Stage], ...] = (
    frozenset({"filed", "not_filed"}),
    frozenset({"withdrawn", "not_filed"}),
    frozenset({"signed", "refused"}),
    frozenset({"withdrawn", "refused"}),
)
STAGE_WORDS: dict[Stage, str] = {
    "asked": "asked", "announced": "announced", "leave_sought": "leave sought", "leave_granted": "leave granted",
    "filed": "filed", "signed": "signed", "voted": "voted", "stated": "stated", "withdrawn": "withdrawn",
    "not_filed": "never filed", "refused": "refused",
}  # fmt: skip
LEAST_NAMED = 2


def find_contradictions(
    positions: Sequence[Position],
    happenings: Sequence[Happening],
    tellings: Sequence[Telling],
    pages: Mapping[str, Page],
    matter: Matter,
) -> tuple[Contradiction, ...]:
    """Every contradiction in what the reports of a matter say, those of positions first."""
    steps = [
        step
        for position in positions
        for steps in (position.steps, *(other.steps for other in position.otherwise))
        for step in steps
    ]
    names = {instrument.id: instrument.name for instrument in matter.instruments}
    found = [
        *(each for position in positions for each in _of_position(position, names)),
        *_of_statuses(tellings, steps),
        *find_denials(happenings, tellings),
        *(each for happening in happenings for each in _of_parties(happening, pages)),
    ]
    return tuple(found)


def _of_position(position: Position, names: Mapping[str, str]) -> Iterator[Contradiction]:
    """Stages that exclude one another, and directions that do at one stage."""
    stages: defaultdict[Stage, list[Step]] = defaultdict(list)
    directions: defaultdict[str, list[Step]] = defaultdict(list)
    for steps in (position.steps, *(other.steps for other in position.otherwise)):
        for step in steps:
            if not is_so_far(step):  # what is not done so far contradicts nothing that comes later
                stages[step.stage].append(step)
            if step.direction in ("for", "against") and step.stage in ("filed", "signed", "voted"):
                directions[step.direction].append(step)
    about = f"{actor_words(position.party)}, {names[position.instrument]}"
    clashing = {stage for pair in EXCLUDE if pair <= stages.keys() for stage in pair}
    if clashing:
        others = [stage for stage in stages if stage in clashing or stage in ("leave_sought", "leave_granted")]
        sides = [
            (STAGE_WORDS[stage], stages[stage]) for stage in others if clashing & set(STEPS_BACK) or stage in clashing
        ]
        yield _contradiction(about, "stages", position.party, sides)
    if len(directions) > 1:
        yield _contradiction(about, "directions", position.party, list(directions.items()))


def _contradiction(
    about: str, kind: ContradictionKind, party: Actor, sides: Iterable[tuple[str, Sequence[Step]]]
) -> Contradiction:
    return Contradiction(
        about=about,
        kind=kind,
        parties=(party,),
        sides=tuple(
            Side(words=words, reports=tuple(dict.fromkeys(step.report for step in steps))) for words, steps in sides
        ),
    )


def _of_statuses(tellings: Sequence[Telling], steps: Iterable[Step]) -> Iterator[Contradiction]:
    """One act told as done and as not done; and as still to come in a report later than one that has it done.

    Two tellings are of one act when they would be one happening but for their status. Acts that made steps to stages
    which do not exclude one another, as leave sought and nothing filed, do not contradict each other.
    """
    stages = {(step.report, step.act): step.stage for step in steps}
    found: dict[tuple[str, ContradictionKind], tuple[list[Telling], list[Telling]]] = {}
    others: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for each in tellings:
        if each.act.status in ("negated", "denied", "planned"):
            for actor in each.actors:
                others[each.sort, actor.key].append(each)
    for done in (each for each in tellings if each.act.status == "actual"):
        for other in dict.fromkeys(each for actor in done.actors for each in others[done.sort, actor.key]):
            kind = _conflict(done, other, stages)
            if kind is not None:
                sides = found.setdefault((done.words_of_act, kind), ([], []))
                sides[0].append(done)
                sides[1].append(other)
    yield from _merged(found)


def _conflict(done: Telling, other: Telling, stages: Mapping[tuple[str, str], Stage]) -> ContradictionKind | None:
    kind = _kind(done, other)
    if kind is None or other.report == done.report or (done.key in stages and other.key in stages):
        return None
    return kind if one_event(done, other) is not None or _same_deed(done, other) else None


def _kind(done: Telling, other: Telling) -> ContradictionKind | None:
    """What two acts would contradict each other in, were they one; None where both may be right."""
    if other.act.status == "planned":
        return "order" if done.published and other.published > done.published else None
    return None if other.act.status == "negated" and _may_be_later(done, other) else "statuses"


def _may_be_later(done: Telling, other: Telling) -> bool:
    """Whether a thing may have been done after a report that it was not: *has not decided how it will vote*."""
    last = done.act.time.until if done.act.time.basis == "stated" else None
    return bool(other.published) and (last or done.published) > other.published


def _same_deed(one: Telling, other: Telling) -> bool:
    """Whether both are the same kind of act by the same actors on the same instrument, at times that may be one."""
    same = {actor.key for actor in one.actors} == {actor.key for actor in other.actors}
    return (
        same and one.act.type == other.act.type and bool(one.instruments & other.instruments) and times_fit(one, other)
    )


def _merged(
    found: Mapping[tuple[str, ContradictionKind], tuple[list[Telling], list[Telling]]],
) -> Iterator[Contradiction]:
    """One contradiction for all that share a telling, however each report words it."""
    groups: list[tuple[str, ContradictionKind, set[Telling], set[Telling]]] = []
    for (words, kind), (done, other) in found.items():
        same = next(
            (each for each in groups if each[1] == kind and (each[2] & set(done) or each[3] & set(other))), None
        )
        if same is None:
            groups.append((words, kind, set(done), set(other)))
        else:
            same[2].update(done)
            same[3].update(other)
    for words, kind, did, others in groups:
        label = "still to come" if kind == "order" else "not done"
        yield Contradiction(
            about=words, kind=kind, parties=_actors(did), sides=(_side("done", did), _side(label, others))
        )


def _actors(tellings: Iterable[Telling]) -> tuple[Actor, ...]:
    actors = {actor.key: actor for telling in tellings for actor in telling.actors}
    return tuple(actors[key] for key in sorted(actors))


def _side(words: str, tellings: Iterable[Telling]) -> Side:
    ordered = sorted(tellings, key=lambda each: (each.published, each.report))
    return Side(words=words, reports=tuple(dict.fromkeys(each.report for each in ordered)))


def _of_parties(happening: Happening, pages: Mapping[str, Page]) -> Iterator[Contradiction]:
    """Reports of one happening that name different people as those to whom it was done."""
    named: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for told in happening.told:
        page = pages[told.report]
        people = [page.parties[key] for key in page.acts[told.act].recipients]
        names = tuple(
            sorted({party.name.split()[-1] for party in people if party.kind == "person" and party.name[:1].isupper()})
        )
        if len(names) >= LEAST_NAMED:
            named[names].append(told.report)
    if len(named) > 1:
        sides = tuple(Side(words=", ".join(names), reports=tuple(reports)) for names, reports in sorted(named.items()))
        yield Contradiction(about=happening.words, kind="parties", parties=happening.actors, sides=sides)
