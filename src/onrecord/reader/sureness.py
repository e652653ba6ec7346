"""Sureness: how likely the record of an act is to be right in all its parts.

The odds of a record are a product of factors: one for each sign that holds (*it is only planned*, *the recipient is a
pronoun*) and one for how each of its words stands in the text, as the encoder sees it; a word in another sense than the
lexicon's stands otherwise. The factors were fitted to acts of news that were judged by hand (gate/sheets), by
training/fit_sureness.py; a record's confidence is the probability that they give.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp, prod

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.citings import Citing
from onrecord.reader.clauses import Clauses
from onrecord.reader.drafts import ActDraft
from onrecord.reader.parties import Parties
from onrecord.reader.signs import Signs

LEAST = 0.7  # in other news an act of which one such record in five is wrong is left out
LEAST_BETWEEN = 0.2  # in a report of states and courts a step of the kinds that they take, between two of them
LEAST_STEP = 0.35  # such a step of one side
LEAST_BESIDE = 0.6  # and what else happens there
LEAST_PUBLIC = 0.12  # what a state or a court takes part in, where a report is of nothing else, or brief
LEAST_BRIEF = 0.5  # and what else happens there: the weights were learnt from articles, and say too little of a note
STANDING = ("act", "actor", "recipient", "object")  # whose words are looked at as the encoder sees them
_LEAST_TOLD = 0.05  # in log-odds: below that a factor is not worth telling apart

Factors = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each thing adds to the log-odds: `signs` by name, `vectors` (hidden,) for each of STANDING, and `usual`,
    what a vector adds on average, for an analysis that has none.
    """

    base: float
    signs: Mapping[str, float]
    vectors: Mapping[str, NDArray[np.float32]]
    usual: Mapping[str, float]


@cache
def load_weights() -> Weights:
    """The weights that the package ships."""
    held = json.loads((resources.files("onrecord.reader") / "model" / "sureness.json").read_text(encoding="utf-8"))
    vectors = {place: np.array(values, dtype=np.float32) for place, values in held["vectors"].items()}
    return Weights(base=held["base"], signs=held["signs"], vectors=vectors, usual=held["usual"])


def places_of(draft: ActDraft) -> dict[str, int | None]:
    """The word of each of STANDING, None where the clause has none."""
    frame = draft.frame
    return dict(zip(STANDING, (frame.head, frame.actor, frame.recipient, frame.object), strict=True))


class Sureness:
    """Weighs the drafts of one text."""

    def __init__(self, clauses: Clauses, citings: Sequence[Citing], parties: Parties) -> None:
        self.clauses = clauses
        self.signs = Signs(clauses, citings, parties)
        self._weights = load_weights()

    def factors(self, draft: ActDraft) -> Factors:
        """What the odds of an act are the product of, each with its name, those that tell most first."""
        weights = self._weights
        found = {name: value * weights.signs.get(name, 0.0) for name, value in self.signs.of(draft).items()}
        for place, word in places_of(draft).items():
            if word is not None:
                found[f"how the {place}’s word stands in the text"] = self._standing(place, word)
        told = {name: value for name, value in found.items() if abs(value) >= _LEAST_TOLD}
        rest = weights.base + sum(found.values()) - sum(told.values())
        ordered = sorted(told.items(), key=lambda item: -abs(item[1]))
        return (("any act, and lesser signs", exp(rest)), *((name, exp(value)) for name, value in ordered))

    def confidence(self, draft: ActDraft) -> float:
        """The probability, 0 to 1."""
        odds = prod(factor for _, factor in self.factors(draft))
        return odds / (1 + odds)

    def _standing(self, place: str, word: int) -> float:
        vectors = self.clauses.analysis.vectors
        if vectors is None:
            return self._weights.usual[place]
        return float(vectors[word] @ self._weights.vectors[place])
