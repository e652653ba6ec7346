"""Obligations: *Peru said Chad must free the crew* is Peru's request to Chad, whatever it is that Chad must do."""

from collections.abc import Iterator, Sequence

from onrecord.reader.citings import Citing
from onrecord.reader.clauses import Clauses
from onrecord.reader.frames import Frame
from onrecord.reader.lexicon import action
from onrecord.reader.parties import Parties
from onrecord.reader.trace import OBLIGED, SPEAKER, Trace

OBLIGATION = "verb:must#request"
_NEVER_ASK = frozenset({"outlet", "document", "court"})  # they report, or rule
_PAST = frozenset({"have", "be"})  # "must have known", "must be acting": a guess


def find_obligations(
    clauses: Clauses, parties: Parties, citings: Sequence[Citing], trace: Trace | None = None
) -> Iterator[Frame]:
    """A frame for each *must* in what somebody named says of somebody else; its head is the *must*."""
    for token in clauses.tokens:
        if token.upos != "AUX" or clauses.lemma(token.index) != "must" or token.head < 0:
            continue
        verb = token.head
        speaker, subject = _speaker(token.index, citings), clauses.subject(verb)
        others = {clauses.lemma(k) for k in clauses.kids(verb, "aux", "cop")}
        if speaker is None or subject is None or clauses.is_passive(verb) or others & _PAST:
            continue
        if clauses.tokens[verb].upos == "VERB" and _is_between_parties(parties, speaker, subject):
            if trace is not None:
                trace.slots |= {
                    (token.index, speaker): SPEAKER, (token.index, subject): OBLIGED, (token.index, verb): "comp"
                }  # fmt: skip
            yield Frame(
                head=token.index,
                action=action(OBLIGATION),
                actor=speaker,
                recipient=subject,
                object=verb,
                complement=verb,
            )


def _speaker(token: int, citings: Sequence[Citing]) -> int | None:
    """Who says what a word stands in, the innermost first; nobody where a belief or a report is told."""
    holders = [citing for citing in citings if citing.holds(token)]
    if not holders:
        return None
    inner = min(holders, key=lambda citing: citing.size())
    return inner.speaker if inner.kind == "statement" else None


def _is_between_parties(parties: Parties, speaker: int, subject: int) -> bool:
    asking, asked = parties.of(speaker), parties.of(subject)
    if not asking or not asked or set(asking) & set(asked):
        return False
    told = any(parties.named(p) for p in asked)  # "students must work hard" is told to nobody
    return told and all(parties.named(p) and parties.kind(p) not in _NEVER_ASK for p in asking)
