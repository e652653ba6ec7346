"""Pairs: *Chad and Mali sued Peru and Chile, respectively* tells of two acts, each with its own parties."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.reader.clauses import Clauses
from onrecord.reader.drafts import ActDraft

_SEVERALLY = frozenset({"respectively", "severally"})


def part_pairs(clauses: Clauses, draft: ActDraft) -> Iterator[ActDraft]:
    """The acts that one draft tells of: a pair of parties each where the text says *respectively*, else itself.

    Where the parties do not pair off, since one is not known for a party, nothing is said of any.
    """
    if not (draft.actors and draft.recipients and _is_several(clauses, draft)):
        yield draft
        return
    if len(draft.actors) != len(draft.recipients):
        return
    for actor, recipient in zip(draft.actors, draft.recipients, strict=True):
        yield replace(draft, actors=(actor,), recipients=(recipient,))


def _is_several(clauses: Clauses, draft: ActDraft) -> bool:
    heads = [draft.head]
    for filler in (draft.frame.actor, draft.frame.recipient):
        heads += clauses.conjuncts(filler) if filler is not None else []
    return any(clauses.lemma(k) in _SEVERALLY for head in heads for k in clauses.kids(head, "advmod"))
