"""Verdicts: which judgements stand, and what a reading is when they are applied to it. Pure.

A judgement says which act it means by report, trigger and type, so that it holds for a reading by a newer model too.
Where the newer reading has no such act, the judgement stands but has nothing to change: it is an orphan.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.ledger.judgement_rows import JudgementEntry, OrphanReason
from onrecord.ledger.party_changes import change_parties, rename_parties
from onrecord.records import Act, Party, Reading
from onrecord.records.judgements import ACT_VERBS, PARTY_VERBS, ActKey, StanceJudged

RULE_MARK = "judged:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A reading as people decided, what they say of stages and directions, and the judgements that found no act."""

    reading: Reading
    stances: tuple[StanceJudged, ...] = ()
    orphans: tuple[tuple[JudgementEntry, OrphanReason], ...] = ()


@dataclass(slots=True)
class _Desk:
    """The acts of one reading while judgements are applied to them, one after another."""

    acts: dict[str, Act]
    parties: tuple[Party, ...]
    rejected: set[str] = field(default_factory=set)
    seqs: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    stances: dict[tuple[str, str | None], StanceJudged] = field(default_factory=dict)


def find_undone(entries: Iterable[JudgementEntry]) -> dict[int, int]:
    """The judgements that are undone, each with the one that undid it; an undo that is itself undone undoes nothing."""
    undone: dict[int, int] = {}
    for entry in sorted(entries, key=lambda entry: -entry.seq):
        if entry.judgement.undoes is not None and entry.seq not in undone:
            undone[entry.judgement.undoes] = entry.seq
    return undone


def find_standing(entries: Iterable[JudgementEntry]) -> tuple[JudgementEntry, ...]:
    """The judgements that are not undone, in their order, without those that undo."""
    entries = tuple(entries)
    undone = find_undone(entries)
    return tuple(entry for entry in entries if entry.seq not in undone and entry.judgement.undoes is None)


def judge_reading(reading: Reading, standing: Iterable[JudgementEntry]) -> Judged:
    """The reading as people decided: parties renamed, acts dropped and corrected.

    Of several judgements on one act the last decides; corrections of different fields add up. An act that was judged
    says by which rows in its rule: ``judged:12,15 verb:ask#request``. Without a judgement the reading is as it was.
    """
    desk = _Desk({act.id: act for act in reading.acts}, reading.parties)
    orphans = []
    for entry in standing:  # in their order: who corrects an act sees the parties under the names they have by then
        if entry.judgement.verb in PARTY_VERBS:
            desk.parties = rename_parties(desk.parties, reading.report.id, entry.judgement)
        elif entry.judgement.verb in ACT_VERBS and entry.judgement.acts[0].report == reading.report.id:
            reason = _apply(reading, desk, entry)
            if reason is not None:
                orphans.append((entry, reason))
    return Judged(
        reading=_put_together(reading, desk),
        stances=tuple(stance for stance in desk.stances.values() if stance.act not in desk.rejected),
        orphans=tuple(orphans),
    )


def find_act(reading: Reading, key: ActKey) -> Act | OrphanReason:
    """The one act that a key means; else why there is none: no such act, or two with one trigger and type."""
    found = [act for act in reading.acts if (act.trigger, act.type) == (key.trigger, key.type)]
    if len(found) == 1:
        return found[0]
    return "act_doubtful" if found else "act_gone"


def key_of(reading: Reading, act: Act) -> ActKey:
    """The key of an act as it was read."""
    return ActKey(report=reading.report.id, trigger=act.trigger, type=act.type)


def _apply(reading: Reading, desk: _Desk, entry: JudgementEntry) -> OrphanReason | None:
    """Apply one judgement, or say why it cannot be."""
    judgement, seq = entry.judgement, entry.seq
    found = find_act(reading, judgement.acts[0])
    if not isinstance(found, Act):
        return found
    if judgement.correction is not None:
        correction = judgement.correction
        changed = change_parties(desk.acts[found.id], desk.parties, correction.parties)
        if changed is None:
            return "party_gone"
        act, desk.parties = changed
        desk.acts[found.id] = replace(act, type=correction.type or act.type, status=correction.status or act.status)
        if correction.stage or correction.direction:
            stance = _stance(reading, found, entry, desk.stances.get((found.id, correction.instrument)))
            desk.stances[found.id, correction.instrument] = stance
    (desk.rejected.add if judgement.verb == "reject" else desk.rejected.discard)(found.id)
    desk.seqs[found.id].append(seq)
    return None


def _stance(reading: Reading, act: Act, entry: JudgementEntry, before: StanceJudged | None) -> StanceJudged:
    correction = entry.judgement.correction
    assert correction is not None  # noqa: S101 - the caller has looked
    return StanceJudged(
        report=reading.report.id,
        act=act.id,
        instrument=correction.instrument,
        stage=correction.stage or (before.stage if before else None),
        direction=correction.direction or (before.direction if before else None),
        seqs=(*(before.seqs if before else ()), entry.seq),
    )


def _put_together(reading: Reading, desk: _Desk) -> Reading:
    if not desk.seqs and desk.parties == reading.parties:
        return reading
    kept = [_noted(act, desk.seqs.get(act.id, ())) for act in desk.acts.values() if act.id not in desk.rejected]
    acts = [replace(act, about=tuple(key for key in act.about if key not in desk.rejected)) for act in kept]
    return replace(reading, acts=tuple(acts), parties=desk.parties)


def _noted(act: Act, seqs: Iterable[int]) -> Act:
    rows = ",".join(map(str, seqs))
    return replace(act, rule=f"{RULE_MARK}{rows} {act.rule}") if rows else act
