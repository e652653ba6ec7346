"""Taken: a step before it is written out, as a rule makes it or as a person put it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.matters.instruments import AGAIN, Page, Pointed, find_instruments, nearest
from onrecord.records import Act
from onrecord.records.judgements import StanceJudged
from onrecord.records.matters import Matter
from onrecord.records.stances import Direction, Stage

JUDGED = "judged"
OF_RECIPIENTS: tuple[Stage, ...] = ("asked", "leave_granted")


@dataclass(frozen=True, slots=True)
class Taken:
    """Who went how far on which instrument, by which rule; `party` and `member_of` are ids of the reading."""

    rule: str
    why: str
    party: str
    pointed: Pointed
    stage: Stage
    direction: Direction
    member_of: str | None = None


def judge_taken(
    taken: Iterable[Taken], act: Act, page: Page, matter: Matter, stances: Iterable[StanceJudged]
) -> list[Taken]:
    """What an act makes, with the stages and directions that people gave it."""
    found = list(taken)
    for stance in stances:
        if (stance.report, stance.act) == (page.reading.report.id, act.id):
            found = _judge(found, act, page, matter, stance)
    return found


def _judge(taken: list[Taken], act: Act, page: Page, matter: Matter, stance: StanceJudged) -> list[Taken]:
    """A stage on an instrument that no rule put the act on moves it there; without a stage there is nothing to move."""
    meant = [each for each in taken if stance.instrument in (None, each.pointed.instrument.id)]
    if meant:
        return [_changed(each, stance) if each in meant else each for each in taken]
    pointed = _meant(act, page, matter, stance)
    if stance.stage is None or pointed is None:
        return taken
    role = act.recipients if stance.stage in OF_RECIPIENTS and act.recipients else act.actors
    direction = stance.direction or "unclear"
    parties = dict.fromkeys(each.party for each in taken) or dict.fromkeys(role)
    return [Taken(JUDGED, _why(stance), party, pointed, stance.stage, direction) for party in parties]


def _changed(taken: Taken, stance: StanceJudged) -> Taken:
    stage, direction = stance.stage or taken.stage, stance.direction or taken.direction
    return replace(taken, rule=JUDGED, why=_why(stance), stage=stage, direction=direction)


def _meant(act: Act, page: Page, matter: Matter, stance: StanceJudged) -> Pointed | None:
    """The instrument that a person named; else the nearest that the act may be about, where that is one."""
    if stance.instrument is not None:
        named = (each for each in matter.instruments if each.id == stance.instrument)
        return next((Pointed(instrument=each, level=AGAIN, words=each.name) for each in named), None)
    found = nearest(find_instruments(act, page, matter.instruments))
    return found[0] if len(found) == 1 else None


def _why(stance: StanceJudged) -> str:
    return f"people decided so ({judgement_words(stance.seqs)})"


def judgement_words(seqs: Sequence[int]) -> str:
    """*judgement 3*, *judgements 3, 5*."""
    return f"judgement{'s' if len(seqs) > 1 else ''} {', '.join(map(str, seqs))}"
