"""Judgement words: what somebody decided and what became of it, in words, for terminal and page alike."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.ledger import JudgementState
from onrecord.records.judgements import ActKey, Correction, Judgement, PartyName

ORPHAN_WORDS = {
    "report_gone": "the ledger has no such report",
    "act_gone": "the reading that counts now has no such act",
    "act_doubtful": "the reading that counts now has two such acts",
    "party_gone": "the act has no such party now",
}
VERB_WORDS = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "merge_parties": "one party",
    "split_party": "another party",
    "merge_happenings": "one happening",
    "split_happenings": "another happening",
    "undo": "undone",
}


def lines_of(judgement: Judgement, titles: Mapping[str, str]) -> Iterator[str]:
    """What a judgement is about, a line each."""
    for key in judgement.acts:
        yield act_words(key, titles)
    if judgement.correction is not None:
        yield from correction_words(judgement.correction)
    if judgement.verb == "merge_parties":
        yield f"{', '.join(map(party_words, judgement.parties[1:]))} → {party_words(judgement.parties[0])}"
    if judgement.verb == "split_party":
        was, now = map(party_words, judgement.parties)
        yield f"{was} → {now} in {', '.join(titles.get(report, report) for report in judgement.reports)}"
    if judgement.undoes is not None:
        yield f"judgement {judgement.undoes}"


def act_words(key: ActKey, titles: Mapping[str, str]) -> str:
    return f"{key.type} at characters {key.trigger.start} to {key.trigger.end} of {titles.get(key.report, key.report)}"


def correction_words(correction: Correction) -> Iterator[str]:
    for name in ("type", "status", "stage", "direction", "instrument"):
        if getattr(correction, name):
            yield f"{name}: {getattr(correction, name)}"
    for change in correction.parties:
        yield f"{change.role}: {party_words(change.was)} → {party_words(change.now)}"


def party_words(party: PartyName | None) -> str:
    return f"{party.name} [{party.kind}]" if party else "nobody"


def fate_of(state: JudgementState) -> Iterable[str]:
    if state.undone_by is not None:
        yield f"undone by judgement {state.undone_by}"
    if state.orphaned:
        yield f"orphaned: {ORPHAN_WORDS[state.orphaned]}"
