"""Coreference: for each word that heads a mention, the earlier word that heads a mention of the same thing.

Links are chosen from left to right by the network's scores, under two constraints: *he* and *she* are not one
person, and an object pronoun is not the subject of its own verb (*she accused him*, *Peru asked it*).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_GENDER = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "mr.": "m", "mr": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f",
}  # fmt: skip
_OBJECTS = frozenset({"obj", "iobj", "obl", "obl:agent"})


@dataclass(frozen=True, slots=True)
class Mentions:
    """The words of a window: texts, heads (-1 for a root), relations, and which of them head a mention."""

    texts: Sequence[str]
    heads: Sequence[int]
    deprels: Sequence[str]
    heads_mention: Sequence[bool]

    def subject_of(self, word: int) -> int | None:
        """The subject of the verb that a pronoun is the object of."""
        if self.deprels[word] not in _OBJECTS or self.texts[word].lower().endswith(("self", "selves")):
            return None
        verb = self.heads[word]
        for other in range(word):
            if self.heads[other] == verb and self.deprels[other] == "nsubj":
                return other
        return None

    def gender_of(self, word: int) -> str | None:
        """The gender that a pronoun, or a title hung on a name, tells."""
        text = self.texts[word]
        own = _GENDER.get(text.lower())
        if own or not text[:1].isupper():
            return own
        titles = (self.texts[k] for k in range(max(0, word - 2), word) if self.heads[k] == word)
        return next((_GENDER[t.lower()] for t in titles if t.lower() in _GENDER), None)


def link_mentions(scores: NDArray[np.float32], mentions: Mentions) -> list[int | None]:
    """The antecedent of each word, None where it is new; `scores` (words, words), the diagonal for a new thing."""
    antecedents: list[int | None] = []
    root: list[int] = []
    genders: dict[int, str] = {}
    for word in range(len(mentions.texts)):
        choice = _choose(scores[word], word, mentions, root, genders) if mentions.heads_mention[word] else word
        antecedents.append(None if choice == word else choice)
        root.append(word if choice == word else root[choice])
        gender = mentions.gender_of(word)
        if gender is not None:
            genders[root[word]] = gender
    return antecedents


def _by_score(row: NDArray[np.float32]) -> Iterator[int]:
    """The words of a row by their scores, best first; the rest is sorted only when the best will not do."""
    best = int(row.argmax())
    yield best
    yield from (other for other in np.argsort(-row).tolist() if other != best)


def _choose(row: NDArray[np.float32], word: int, mentions: Mentions, root: list[int], genders: dict[int, str]) -> int:
    for other in _by_score(row[: word + 1]):
        if other == word:
            return word
        subject = mentions.subject_of(word)
        if not mentions.heads_mention[other] or (subject is not None and root[other] == root[subject]):
            continue
        gender, known = mentions.gender_of(word), genders.get(root[other])
        if gender is None or known is None or gender == known:
            return other
    return word
