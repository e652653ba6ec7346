"""Scoring: a fold over a matter folder against what a careful reader expects of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from gate.matters.gold import Folder, locate
from onrecord.matters.actors import name_key
from onrecord.matters.folding import MatterFold
from onrecord.records import Reading, Span
from onrecord.records.happenings import Happening
from onrecord.records.positions import PositionTable

LEAST_OVERLAP = 0.5
SAME_TYPES = {"agree": "sign", "pledge": "sign", "reject": "oppose", "threaten": "interfere"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterScore:
    """What a fold got right. `spurious`, `missing`, ... are lines for a person."""

    expected: int
    found: int
    right: int
    contradictions: tuple[int, int]
    listed: int
    origins: tuple[int, int]
    notes: tuple[str, ...] = field(default=())

    @property
    def f1(self) -> float:
        return round(2 * self.right / (self.expected + self.found), 3) if self.expected + self.found else 1.0


def score_fold(fold: MatterFold, folder: Folder) -> MatterScore:
    """Positions by party, instrument, stage and direction; contradictions by their reports; origins by claim."""
    table = fold.table(as_of=folder.positions.get("as_of"))
    notes: list[str] = []
    wanted = {_row(each) for each in folder.positions.get("positions", ())}
    found = _rows(table, fold)
    notes += [f"missing   {' | '.join(row)}" for row in sorted(wanted - found)]
    notes += [f"spurious  {' | '.join(row)}" for row in sorted(found - wanted)]
    listed = _contradictions(table, fold, folder, notes)
    origins = _origins(fold, folder, notes)
    return MatterScore(
        expected=len(wanted),
        found=len(found),
        right=len(wanted & found),
        contradictions=(listed, len(folder.positions.get("contradictions", ()))),
        listed=len(table.contradictions),
        origins=(origins, len(folder.origins.get("groups", ()))),
        notes=tuple(notes),
    )


def _row(expected: dict[str, Any]) -> tuple[str, str, str, str]:
    return name_key(expected["party"]), expected["instrument"], expected["stage"], expected["direction"]


def _rows(table: PositionTable, fold: MatterFold) -> set[tuple[str, str, str, str]]:
    names = {instrument.id: instrument.name for instrument in fold.matter.instruments}
    return {(name_key(each.party.name), names[each.instrument], each.stage, each.direction) for each in table.positions}


def _contradictions(table: PositionTable, fold: MatterFold, folder: Folder, notes: list[str]) -> int:
    given = {key: page.reading.report.given_id for key, page in fold.pages.items()}
    found = [{given[report] for report in each.reports} for each in table.contradictions]
    right = 0
    for expected in folder.positions.get("contradictions", ()):
        reports = set(expected["reports"])
        if any(len(reports & each) >= max(2, len(reports) / 2) for each in found):
            right += 1
        else:
            notes.append(f"contradiction not listed: {expected['about']}")
    return right


def _origins(fold: MatterFold, folder: Folder, notes: list[str]) -> int:
    happenings = fold.happenings()
    golds = {report["id"]: report for report in folder.reports}
    readings = {page.reading.report.given_id: page.reading for page in fold.pages.values()}
    right = 0
    for group in folder.origins.get("groups", ()):
        acts = [(each["id"], _gold_act(golds[each["id"]], each["act"])) for each in group["reports"]]
        held = _held(happenings, acts, readings)
        names = {name_key(share.origin) for each in held for share in each.origins.shares}
        expected = {name_key(name) for name in group["origins"]}
        whole = len(held) == 1 and all(_is_same(names, expected, readings) for _ in (0,))
        if whole:
            right += 1
        else:
            notes.append(
                f"origins of “{group['claim']}”: {sorted(names)} in {len(held)} happenings, not {sorted(expected)}"
            )
    return right


def _gold_act(gold: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(act for act in gold["acts"] if act["id"] == key)
    return found


def _held(
    happenings: Iterable[Happening], acts: Sequence[tuple[str, dict[str, Any]]], readings: dict[str | None, Reading]
) -> list[Happening]:
    """The happenings that hold the acts which the readings have for those of the gold."""
    wanted = set()
    for report, gold in acts:
        reading = readings.get(report)
        if reading is not None and (key := _match(gold, reading)):
            wanted.add((reading.report.id, key))
    return [each for each in happenings if any((told.report, told.act) in wanted for told in each.told)]


def _match(gold: dict[str, Any], reading: Reading) -> str | None:
    """The act of a reading that begins in the gold act's evidence and is of its sort."""
    span = locate(reading.report.text, gold["evidence"])
    if span is None:
        return None
    at = [act for act in reading.acts if _starts_in(act.trigger, span)]
    sort = SAME_TYPES.get(gold["type"], gold["type"])
    fitting = [act for act in at if SAME_TYPES.get(act.type, act.type) == sort]
    exact = [act for act in fitting if act.status == gold["status"]]
    return next((act.id for act in (*exact, *fitting)), None)


def _starts_in(trigger: Span, span: Span) -> bool:
    return span.start - 1 <= trigger.start <= span.end


def _is_same(names: set[str], expected: set[str], readings: dict[str | None, Reading]) -> bool:
    """Whether the origins are those expected: by name, an office by whom it acts for, a state by its code."""
    return len(names) == len(expected) and all(
        any(_means(name, other, readings) for other in expected) for name in names
    )


def _means(name: str, other: str, readings: dict[str | None, Reading]) -> bool:
    if name == other or name in other or other in name:
        return True
    for reading in readings.values():
        for party in reading.parties:
            own = {name_key(party.name), *(name_key(value) for _, value in party.ids)}
            own |= {name_key(span.of(reading.report.text)) for span in party.mentions}
            if name in own and any(other == each or other in each for each in own):
                return True
    return False
