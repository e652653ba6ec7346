"""Sureness: how likely the record of an act is to be right in all its parts, as a product of factors with names.

*Peru sued Chile* stands in a main clause, is done, and names both: nine in ten of such records are right. Each thing
that makes a reader stumble takes its share: a long sentence, a clause below others, a pronoun, a deed that is only
wished for. The factors were fitted, by likelihood and none above one, to acts of ordinary news that were judged by
hand (gate/sheets); a record says of itself what that likelihood is.
"""

from collections.abc import Iterator, Sequence
from math import prod

from onrecord.reader.citings import Citing
from onrecord.reader.clauses import Clauses
from onrecord.reader.drafts import ActDraft

LEAST = 0.65  # an act that is as likely wrong as right is left out
LEAST_SHORT = 0.26  # in a short sentence, whose tree is seldom wrong
LEAST_LEGAL = 0.2  # of an arrest or a charge, whose words have no other sense
LEAST_PUBLIC = 0.1  # where a state, a court or somebody acting for one takes part: what they may do is news
_PLAIN = frozenset({"root", "conj", "parataxis"})
_REAL = frozenset({"actual", "negated"})
_OFTEN_MISREAD = frozenset({"attack", "coerce", "cooperate", "investigate", "support", "withdraw"})
_MOSTLY_MISREAD = frozenset({"aid", "interfere", "protest", "rule", "sign", "yield"})  # their words have other senses
_LONG, _SHORT = 40, 15  # words of a sentence

Factors = tuple[tuple[str, float], ...]


class Sureness:
    """Weighs the drafts of one text."""

    def __init__(self, clauses: Clauses, citings: Sequence[Citing]) -> None:
        self.clauses, self.citings = clauses, citings

    def factors(self, draft: ActDraft) -> Factors:
        """What the confidence of an act is the product of, each with its name."""
        return tuple(self._factors(draft))

    def confidence(self, draft: ActDraft) -> float:
        return prod(value for _, value in self.factors(draft))

    def _factors(self, draft: ActDraft) -> Iterator[tuple[str, float]]:
        yield from self._place(draft)
        yield from self._telling(draft)
        for role, filler, value in (("actor", draft.frame.actor, 0.75), ("recipient", draft.frame.recipient, 0.43)):
            if filler is not None and self.clauses.tokens[filler].upos == "PRON":
                yield f"the {role} is a pronoun", value
        for i in draft.chain:
            yield f"link a{i + 1} of the chain", 0.5 + 0.5 * self.citings[i].confidence
        if len(draft.chain) > 1:
            yield "told through several", 0.5

    def _place(self, draft: ActDraft) -> Iterator[tuple[str, float]]:
        """Where the word stands."""
        token = self.clauses.tokens[draft.head]
        yield ("told by a verb", 0.9) if self.clauses.is_verbal(token) else ("told by a noun or adjective", 0.76)
        if token.deprel == "acl:relcl":
            yield "in a relative clause", 0.8
        elif token.deprel == "acl":
            yield "in a phrase beside a noun", 0.52
        elif token.deprel not in _PLAIN:
            yield "in a clause below another", 0.68
        if self._length(draft.head) >= _LONG:
            yield "in a long sentence", 0.75

    def _telling(self, draft: ActDraft) -> Iterator[tuple[str, float]]:
        """As what it is told."""
        if draft.judged.status not in _REAL:
            yield "not said to be done", 0.51
        if draft.judged.status == "negated":
            yield "said not to be done", 0.54
        if draft.frame.action.type in _OFTEN_MISREAD:
            yield "of a type that is often misread", 0.89
        if draft.frame.action.type in _MOSTLY_MISREAD:
            yield "of a type that is misread as often as not", 0.65

    def is_short(self, draft: ActDraft) -> bool:
        return self._length(draft.head) <= _SHORT

    def _length(self, head: int) -> int:
        first, last = self.clauses.analysis.sentences[self.clauses.sentence_of[head]]
        return last - first + 1
