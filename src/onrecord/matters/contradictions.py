"""Contradictions: accounts that cannot all be right, each with its reports. None is preferred."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.matters.instruments import Page
from onrecord.matters.positions import STEPS_BACK
from onrecord.records.happenings import Happening
from onrecord.records.matters import Matter
from onrecord.records.positions import Contradiction, Position, Side, Stage, Step

EXCLUDE: tuple[frozenset[Stage], ...] = (
    frozenset({"filed", "not_filed"}),
    frozenset({"withdrawn", "not_filed"}),
    frozenset({"signed", "refused"}),
)
STAGE_WORDS: dict[Stage, str] = {
    "asked": "asked", "announced": "announced", "leave_sought": "leave sought", "leave_granted": "leave granted",
    "filed": "filed", "signed": "signed", "voted": "voted", "stated": "stated", "withdrawn": "withdrawn",
    "not_filed": "never filed", "refused": "refused",
}  # fmt: skip
LEAST_NAMED = 2


def find_contradictions(
    positions: Iterable[Position], happenings: Sequence[Happening], pages: Mapping[str, Page], matter: Matter
) -> tuple[Contradiction, ...]:
    """Every contradiction in what the reports of a matter say, those of positions first."""
    names = {instrument.id: instrument.name for instrument in matter.instruments}
    found = [
        *(each for position in positions for each in _of_position(position, names)),
        *_of_statuses(happenings, pages),
        *(each for happening in happenings for each in _of_parties(happening, pages)),
    ]
    return tuple(found)


def _of_position(position: Position, names: Mapping[str, str]) -> Iterator[Contradiction]:
    """Stages that exclude one another, and directions that do at one stage."""
    stages: defaultdict[Stage, list[Step]] = defaultdict(list)
    directions: defaultdict[str, list[Step]] = defaultdict(list)
    for steps in (position.steps, *(other.steps for other in position.otherwise)):
        for step in steps:
            stages[step.stage].append(step)
            if step.direction in ("for", "against") and step.stage in ("filed", "signed", "voted"):
                directions[step.direction].append(step)
    about = f"{position.party.name}, {names[position.instrument]}"
    clashing = {stage for pair in EXCLUDE if pair <= stages.keys() for stage in pair}
    if clashing:
        others = [stage for stage in stages if stage in clashing or stage in ("leave_sought", "leave_granted")]
        sides = [(STAGE_WORDS[stage], stages[stage]) for stage in others if clashing & set(STEPS_BACK) or stage in clashing]
        yield _contradiction(about, "stages", sides)
    if len(directions) > 1:
        yield _contradiction(about, "directions", list(directions.items()))


def _contradiction(about: str, kind: str, sides: Iterable[tuple[str, Sequence[Step]]]) -> Contradiction:
    return Contradiction(
        about=about,
        kind=kind,  # type: ignore[arg-type]
        sides=tuple(
            Side(words=words, reports=tuple(dict.fromkeys(step.report for step in steps))) for words, steps in sides
        ),
    )


def _of_statuses(happenings: Sequence[Happening], pages: Mapping[str, Page]) -> Iterator[Contradiction]:
    """One act told as done and as not done; and as still to come in a report later than one that has it done."""
    for one in happenings:
        if one.status != "actual":
            continue
        for other in happenings:
            if other.type != one.type or not _same_parties(one, other):
                continue
            if other.status in ("negated", "denied"):
                yield Contradiction(about=one.words, kind="statuses", sides=(_side(one), _side(other)))
            elif other.status == "planned" and (late := _later(other, one, pages)):
                sides = (_side(one), Side(words="still to come", reports=late))
                yield Contradiction(about=one.words, kind="order", sides=sides)


def _same_parties(one: Happening, other: Happening) -> bool:
    mine, theirs = {a.key for a in one.actors}, {a.key for a in other.actors}
    to, at = {a.key for a in one.recipients}, {a.key for a in other.recipients}
    return bool(mine & theirs) and (bool(to & at) or (not to and not at))


def _later(planned: Happening, done: Happening, pages: Mapping[str, Page]) -> tuple[str, ...]:
    """The reports that have as a plan what another had as done before them."""
    first = min((_published(told.report, pages) for told in done.told if _published(told.report, pages)), default="")
    return tuple(told.report for told in planned.told if first and _published(told.report, pages) > first)


def _published(report: str, pages: Mapping[str, Page]) -> str:
    return pages[report].reading.report.published or ""


def _side(happening: Happening) -> Side:
    return Side(words=happening.status, reports=tuple(dict.fromkeys(told.report for told in happening.told)))


def _of_parties(happening: Happening, pages: Mapping[str, Page]) -> Iterator[Contradiction]:
    """Reports of one happening that name different people as those to whom it was done."""
    named: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for told in happening.told:
        page = pages[told.report]
        people = [page.parties[key] for key in page.acts[told.act].recipients]
        names = tuple(sorted({party.name.split()[-1] for party in people if party.kind == "person" and party.name[:1].isupper()}))
        if len(names) >= LEAST_NAMED:
            named[names].append(told.report)
    if len(named) > 1:
        sides = tuple(Side(words=", ".join(names), reports=tuple(reports)) for names, reports in sorted(named.items()))
        yield Contradiction(about=happening.words, kind="parties", sides=sides)
