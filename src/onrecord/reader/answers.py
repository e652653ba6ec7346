"""Answers: *Asked whether Peru had accepted the loan, its minister said it had* tells that Peru accepted it.

What is asked is left open by the asking, and settled by a saying that has nothing but a pronoun and an auxiliary.
"""

from dataclasses import dataclass

from onrecord.reader.clauses import Clauses
from onrecord.records.acts import ActStatus

_ASKING = frozenset({"ask", "press", "question", "quiz"})
_AHEAD = frozenset({"will", "would", "shall", "should"})
_OPEN = frozenset({"may", "might", "could", "can"})
_HELPERS = frozenset({"have", "do", "be"}) | _AHEAD | _OPEN
_MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """The word that answers what a clause asks, the clause's verb, and how what was asked then stands."""

    word: int
    clause: int
    status: ActStatus


def find_answer(clauses: Clauses, word: int) -> Answer | None:
    """The answer to the question in which a word stands, if the sentence gives one; None for other words."""
    for _ in range(_MOST_STEPS):
        head = clauses.governor(word)
        if head is None:
            return None
        if {"whether", "if"} & set(clauses.marks(word)) and clauses.lemma(head) in _ASKING:
            told = _answering(clauses, head)
            return None if told is None else Answer(told, word, _status(clauses, told))
        word = head
    return None


def _answering(clauses: Clauses, asking: int) -> int | None:
    """The elliptical clause of the saying that a participle of asking hangs on."""
    saying = clauses.governor(asking)
    if saying is None or clauses.tokens[asking].deprel != "advcl" or saying < asking:
        return None
    for told in clauses.kids(saying, "ccomp"):
        subjects = clauses.kids(told, "nsubj")
        alone = not clauses.kids(told, "obj", "xcomp", "ccomp", "obl")
        if told > saying and alone and clauses.lemma(told) in _HELPERS and subjects:
            return told if clauses.tokens[subjects[0]].upos == "PRON" else None
    return None


def _status(clauses: Clauses, told: int) -> ActStatus:
    if any("Polarity=Neg" in clauses.tokens[k].feats for k in clauses.kids(told, "advmod")):
        return "negated"
    if clauses.lemma(told) in _AHEAD:
        return "planned"
    return "possible" if clauses.lemma(told) in _OPEN else "actual"
