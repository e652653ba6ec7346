"""Matter folds: a matter and a ledger brought together, for whoever asks about a matter: commands, pages, the API."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from onrecord.ledger import Entry, JudgementEntry, Ledger, ListEntry
from onrecord.ledger.fold import counts_over
from onrecord.ledger.verdicts import find_act, find_standing, judge_reading
from onrecord.matters.folding import MatterFold, Recorded, fold_matter
from onrecord.matters.listed import ListGiven
from onrecord.matters.wanted import words_wanted
from onrecord.records import Act, Reading
from onrecord.records.judgements import ACT_VERBS, HappeningJudged, Judgement
from onrecord.records.matters import Matter


def fold_ledger(matter: Matter, ledger: Ledger, known_on: str | None = None) -> MatterFold:
    """The fold of what a ledger holds and what people decided, or held and had decided at the end of a day."""
    return fold_entries(matter, ledger, ledger.entries(words_wanted(matter)), known_on)


def fold_entries(matter: Matter, ledger: Ledger, entries: Iterable[Entry], known_on: str | None = None) -> MatterFold:
    """As `fold_ledger`, of rows of the log that were asked for already."""
    end = None if known_on is None else datetime.fromisoformat(f"{known_on}T23:59:59.999999+00:00")
    judgements = ledger.judgement_entries()
    known = find_standing(entry for entry in judgements if end is None or entry.recorded_at <= end)
    recorded = recorded_of(entries, known, end)
    read = ledger.count_reports(until=end)
    lists = [entry for entry in ledger.lists(matter=matter.id, until=end) if entry.ended_by is None]
    return fold_matter(matter, recorded, judged_happenings(recorded, known), lists_of(lists), read)


def lists_of(entries: Iterable[ListEntry]) -> list[ListGiven]:
    return [ListGiven(number=entry.seq, recorded=_time(entry), list=entry.list) for entry in entries]


def recorded_of(
    entries: Iterable[Entry], standing: Sequence[JudgementEntry] = (), end: datetime | None = None
) -> list[Recorded]:
    """For each report the reading that counts, or counted at a time, as people decided, with those that it replaced."""
    readings: dict[str, list[Entry]] = {}
    for entry in entries:
        if end is None or entry.recorded_at <= end:
            readings.setdefault(entry.reading.report.id, []).append(entry)
    return [_judged(_recorded(each), standing) for each in readings.values()]


def judged_happenings(recorded: Iterable[Recorded], standing: Iterable[JudgementEntry]) -> list[HappeningJudged]:
    """What people decided of acts that are one happening or not, by the ids of the acts in the readings that count."""
    readings = {each.reading.report.id: each.reading for each in recorded}
    return [
        HappeningJudged(verb=verb, acts=_acts(entry.judgement, readings), seq=entry.seq)
        for entry in standing
        if (verb := entry.judgement.verb) in ("merge_happenings", "split_happenings")
    ]


def _acts(judgement: Judgement, readings: Mapping[str, Reading]) -> tuple[tuple[str, str], ...]:
    """The acts that are still there; none where the one that is to stand apart is gone."""
    found = [find_act(readings[key.report], key) if key.report in readings else None for key in judgement.acts]
    if judgement.verb == "split_happenings" and not isinstance(found[0], Act):
        return ()
    pairs = zip(judgement.acts, found, strict=True)
    return tuple((key.report, act.id) for key, act in pairs if isinstance(act, Act))


def _recorded(entries: list[Entry]) -> Recorded:
    counted = entries[0]
    for entry in entries[1:]:
        if counts_over(entry.reading.reader, counted.reading.reader):
            counted = entry
    earlier = tuple(Recorded(reading=e.reading, recorded=_time(e)) for e in entries if e.seq < counted.seq)
    return Recorded(reading=counted.reading, recorded=_time(counted), earlier=earlier)


def _judged(read: Recorded, standing: Sequence[JudgementEntry]) -> Recorded:
    """The reading as people decided, with what it was before each judgement that changed it."""
    states = [read]
    for number, entry in enumerate(standing, 1):
        if not may_change(entry.judgement, read.reading.report.id):
            continue
        judged = judge_reading(read.reading, standing[:number])
        left = {act.id for act in judged.reading.acts}
        after = Recorded(
            reading=judged.reading,
            recorded=max(_time(entry), read.recorded or ""),
            stances=judged.stances,
            rejected=tuple(act.trigger for act in read.reading.acts if act.id not in left),
        )
        if (after.reading, after.stances) != (states[-1].reading, states[-1].stances):
            states.append(after)
    return replace(states[-1], earlier=(*read.earlier, *(replace(each, earlier=()) for each in states[:-1])))


def may_change(judgement: Judgement, report_id: str) -> bool:
    """Whether a judgement may change the reading of a report."""
    if judgement.verb in ACT_VERBS:
        return judgement.acts[0].report == report_id
    return judgement.verb == "merge_parties" or (judgement.verb == "split_party" and report_id in judgement.reports)


def _time(entry: Entry | JudgementEntry | ListEntry) -> str:
    return entry.recorded_at.astimezone(UTC).isoformat(timespec="seconds")
