"""Judgements: the log of what people decided, checked against the readings when it grows, and its way back."""

from collections.abc import Container, Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from onrecord.ledger.dialect import Dialect
from onrecord.ledger.judgement_rows import JudgementEntry, JudgementState, OrphanReason
from onrecord.ledger.keys import name_key
from onrecord.ledger.log import put_in, read_body, take_out
from onrecord.ledger.party_changes import is_named
from onrecord.ledger.standing import find_base, read_judgements, read_standing
from onrecord.ledger.tables import judgements, names, reports
from onrecord.ledger.verdicts import find_act, find_standing, find_undone, judge_reading
from onrecord.records import Act, Reading
from onrecord.records.codec import encode_record
from onrecord.records.errors import LedgerError
from onrecord.records.judgements import ACT_VERBS, HAPPENING_VERBS, ActKey, HappeningJudged, Judgement, StanceJudged

_MOST_SHOWN = 8


def append_judgement(
    connection: Connection, dialect: Dialect, judgement: Judgement, recorded_at: str
) -> JudgementEntry:
    """Add a judgement, and put anew into the index what it changes; its row.

    The same word by the same person that already stands last is not recorded twice, so that a command that was
    stopped can be run again. LedgerError when what it is about is not there.
    """
    _check(connection, judgement)
    said = _find_said(connection, judgement)
    if said is not None:
        return said
    seq = dialect.insert_once(connection, judgements, _row(judgement, recorded_at))
    assert seq is not None  # noqa: S101 - a number of the log is not taken
    for place in _find_touched(connection, find_base(connection, judgement)):
        take_out(connection, dialect, place)
        put_in(connection, dialect, place, read_body(connection, place))
    return JudgementEntry(seq=seq, recorded_at=datetime.fromisoformat(recorded_at), judgement=judgement)


def read_states(connection: Connection) -> Iterator[JudgementState]:
    """Every judgement in the order of the log, with what has become of it."""
    entries = read_judgements(connection)
    undone = find_undone(entries)
    orphans = dict(_find_orphans(connection, find_standing(entries)))
    for entry in entries:
        yield JudgementState(entry=entry, undone_by=undone.get(entry.seq), orphaned=orphans.get(entry.seq))


def read_last(connection: Connection, limit: int, offset: int = 0) -> Iterator[JudgementState]:
    """As `read_states`, the newest first and only some; what became of the others is not looked for."""
    entries = read_judgements(connection)
    undone = find_undone(entries)
    told = entries[::-1][offset : offset + limit]
    orphans = dict(_find_orphans(connection, find_standing(entries), {entry.seq for entry in told}))
    for entry in told:
        yield JudgementState(entry=entry, undone_by=undone.get(entry.seq), orphaned=orphans.get(entry.seq))


def read_stances(connection: Connection) -> Iterator[StanceJudged]:
    """What people decided of stages and directions, report by report."""
    standing = read_standing(connection)
    wanted = {entry.judgement.acts[0].report for entry in standing if entry.judgement.verb in ACT_VERBS}
    for reading in _read_counted(connection, sorted(wanted)):
        yield from judge_reading(reading, standing).stances


def read_happenings_judged(connection: Connection) -> Iterator[HappeningJudged]:
    """What people decided of acts that are one happening or not, in the order of the log."""
    entries = [entry for entry in read_standing(connection) if entry.judgement.verb in HAPPENING_VERBS]
    wanted = {key.report for entry in entries for key in entry.judgement.acts}
    readings = {reading.report.id: reading for reading in _read_counted(connection, sorted(wanted))}
    for entry in entries:
        found = [(key, _find(readings, key)) for key in entry.judgement.acts]
        acts = tuple([(key.report, act.id) for key, act in found if isinstance(act, Act)])
        is_one = entry.judgement.verb == "merge_happenings"
        yield HappeningJudged(verb="merge_happenings" if is_one else "split_happenings", acts=acts, seq=entry.seq)


def _check(connection: Connection, judgement: Judgement) -> None:
    wanted = sorted({*(key.report for key in judgement.acts), *judgement.reports})
    readings = {reading.report.id: reading for reading in _read_counted(connection, wanted)}
    for report_id in wanted:
        if report_id not in readings:
            raise LedgerError(f"no report {report_id} in the ledger", expected="a report to judge")
    for key in judgement.acts:
        found = _find(readings, key)
        if not isinstance(found, Act):
            raise LedgerError(
                "two acts are told by that word" if found == "act_doubtful" else "no such act",
                report_id=key.report,
                start_char=key.trigger.start,
                found=_list(readings[key.report]),
                expected=f"one {key.type}",
            )
    if judgement.verb == "correct":
        _check_parties(connection, readings[judgement.acts[0].report], judgement)
    if judgement.undoes is not None:
        _check_undo(connection, judgement.undoes)


def _check_parties(connection: Connection, reading: Reading, judgement: Judgement) -> None:
    """What a person takes out of an act must be in it, as people have decided so far."""
    assert judgement.correction is not None  # noqa: S101 - its own check
    judged = judge_reading(reading, read_standing(connection, reading.report.id)).reading
    known = {party.id: party for party in judged.parties}
    as_read = find_act(reading, judgement.acts[0])
    act = next((act for act in judged.acts if isinstance(as_read, Act) and act.id == as_read.id), None)
    for change in judgement.correction.parties:
        ids = () if act is None else act.actors if change.role == "actor" else act.recipients
        if change.was is not None and not any(is_named(known[key], change.was) for key in ids if key in known):
            found = ", ".join(known[key].name for key in ids if key in known) or "none"
            raise LedgerError(f"{change.was.name} is no {change.role} of the act", found=found, expected="one of these")


def _check_undo(connection: Connection, seq: int) -> None:
    entries = read_judgements(connection)
    if seq not in {entry.seq for entry in entries}:
        raise LedgerError(f"no judgement {seq} in the ledger", expected=f"1 to {len(entries)}" if entries else "one")
    undone_by = find_undone(entries).get(seq)
    if undone_by is not None:
        raise LedgerError(f"judgement {seq} is undone already", found=f"judgement {undone_by}, which did so")


def _find_said(connection: Connection, judgement: Judgement) -> JudgementEntry | None:
    """The same judgement where it is the last that stands on what it is about."""
    standing = read_standing(connection, judgement.acts[0].report if judgement.verb in ACT_VERBS else None)
    about = [entry for entry in standing if _subject(entry.judgement) == _subject(judgement)]
    return about[-1] if about and about[-1].judgement == judgement else None


def _subject(judgement: Judgement) -> tuple[object, ...]:
    kind = "act" if judgement.verb in ACT_VERBS else judgement.verb
    return (kind, judgement.acts, judgement.parties, judgement.reports, judgement.undoes)


def _row(judgement: Judgement, recorded_at: str) -> dict[str, object]:
    return {
        "recorded_at": recorded_at,
        "verb": judgement.verb,
        "report_id": judgement.acts[0].report if judgement.verb in ACT_VERBS else None,
        "undoes": judgement.undoes,
        "body": encode_record(judgement).decode("utf-8"),
    }


def _find_touched(connection: Connection, base: Judgement) -> list[int]:
    """The readings in the index that a judgement may change, by their places in the log."""
    places = select(reports.c.seq).order_by(reports.c.seq)
    if base.verb in ACT_VERBS:
        places = places.where(reports.c.report_id == base.acts[0].report)
    elif base.verb == "split_party":
        places = places.where(reports.c.report_id.in_(base.reports))
    elif base.verb == "merge_parties":
        keys = {key for party in base.parties for key in (name_key(party.name), *(name_key(v) for _, v in party.ids))}
        places = places.where(reports.c.seq.in_(select(names.c.seq).where(names.c.key.in_(sorted(keys)))))
    else:
        return []
    return list(connection.execute(places).scalars().all())


def _find_orphans(
    connection: Connection, standing: tuple[JudgementEntry, ...], of: Container[int] | None = None
) -> Iterator[tuple[int, OrphanReason]]:
    """The judgements that have nothing to change, of all that stand or of some by their numbers."""
    asked = tuple(entry for entry in standing if of is None or entry.seq in of)
    wanted = {key.report for entry in asked for key in entry.judgement.acts}
    present = set()
    for reading in _read_counted(connection, sorted(wanted)):
        present.add(reading.report.id)
        for entry, reason in judge_reading(reading, standing).orphans:
            if of is None or entry.seq in of:
                yield entry.seq, reason
        for entry in asked:
            if entry.judgement.verb in HAPPENING_VERBS:
                here = [key for key in entry.judgement.acts if key.report == reading.report.id]
                reasons = [found for key in here if not isinstance(found := find_act(reading, key), Act)]
                yield from ((entry.seq, reason) for reason in reasons)
    for entry in asked:
        if any(key.report not in present for key in entry.judgement.acts):
            yield entry.seq, "report_gone"


def _read_counted(connection: Connection, report_ids: Iterable[str]) -> Iterator[Reading]:
    """The readings that count for some reports, as they were read."""
    for report_id in report_ids:
        seq = connection.execute(select(reports.c.seq).where(reports.c.report_id == report_id)).scalar_one_or_none()
        if seq is not None:
            yield read_body(connection, seq)


def _find(readings: dict[str, Reading], key: ActKey) -> Act | OrphanReason:
    return find_act(readings[key.report], key) if key.report in readings else "report_gone"


def _list(reading: Reading) -> str:
    shown = [f"{act.id} ({act.type} at {act.trigger.start})" for act in reading.acts[:_MOST_SHOWN]]
    return ", ".join([*shown, "and more"] if len(reading.acts) > _MOST_SHOWN else shown) or "no acts"
