"""Gaps: *Peru thanked Chile, and Mali Togo* leaves the second verb out; two states side by side tell of it.

The tree gives the first of the two as joined to the verb, and the second as what is left of that clause, as Universal
Dependencies do.
"""

from collections.abc import Iterator
from itertools import pairwise

from onrecord.reader.clauses import Clauses
from onrecord.reader.statenames import StateName, find_state_names
from onrecord.reader.windows import Words

_JOINS = frozenset({"and", ",", ";", "while", "but"})


def mend_gaps(words: Words, heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """Hang the states on either side of a gap where they belong; in place, in word indexes of a window."""
    for one, other in pairwise(find_state_names(words.texts, words.breaks)):
        if not _is_gap(words.texts, one, other):
            continue
        doer, done_to = one.last, other.last
        verb = _verb_above(doer, done_to, heads, upos)
        if verb < 0 or verb > doer:
            continue
        for k, head in enumerate(heads):
            if head == done_to and k < doer and deprels[k] in {"cc", "punct"}:
                heads[k] = doer
        heads[doer], deprels[doer] = verb, "conj"
        heads[done_to], deprels[done_to] = doer, "orphan"


def _is_gap(texts: tuple[str, ...], one: StateName, other: StateName) -> bool:
    beside = other.first == one.last + 1 and one.form == other.form == "name" and one.state != other.state
    owns = texts[other.last + 1 : other.last + 2] in (("'s",), ("’s",), ("-",))
    return beside and not owns and one.first > 0 and texts[one.first - 1].lower() in _JOINS


def _verb_above(doer: int, done_to: int, heads: list[int], upos: list[str]) -> int:
    """The verb that a gap goes on with: the first above the pair."""
    at, seen = doer, {doer, done_to}
    for _ in heads:
        at = heads[at]
        if at < 0 or (upos[at] == "VERB" and at not in seen):
            return at
    return -1


def find_gaps(clauses: Clauses, verb: int) -> Iterator[tuple[int, int]]:
    """Who does what a verb tells of in the clauses that leave it out, and to whom, by their words."""
    for doer in clauses.kids(verb, "conj"):
        for done_to in clauses.kids(doer, "orphan"):
            yield doer, done_to
