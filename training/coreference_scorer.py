"""The CoNLL-2012 coreference score: the mean F1 of MUC, B-cubed and CEAF-e.

Figures follow the reference scorer, version 8 (Pradhan et al. 2014, *Scoring Coreference Partitions of Predicted
Mentions*): MUC of Vilain et al. 1995, B-cubed of Bagga and Baldwin 1998, entity-based CEAF with phi-4 of Luo 2005,
none of them altered for mentions that one side lacks: a missing mention loses recall, a spurious one precision.

A mention is any hashable thing, by default the exact span ``(document, first word, last word)``; two mentions are the
same when they are equal. `matched_by_head` says which response mention stands for which key mention when only the head
word has to agree, as CorefUD and CRAC count (Žabokrtský et al. 2022). A singleton is an entity of one mention. It is
scored if it is given, as in CRAC 2022 with singletons: MUC, which counts links, takes no notice of it, B-cubed and
CEAF-e do. `without_singletons` drops them from one side, as OntoNotes never annotates them.

Numerators and denominators are kept apart and add up over documents, as the reference scorer adds them.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

M = TypeVar("M", bound=Hashable)
Entities = Sequence[frozenset[M]]
METRICS = ("muc", "b3", "ceafe")


@dataclass(frozen=True, slots=True)
class Tally:
    """What recall and precision of one metric are made of; they add up over documents."""

    recalled: float = 0.0
    key: float = 0.0
    precise: float = 0.0
    response: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.recalled + other.recalled,
            self.key + other.key,
            self.precise + other.precise,
            self.response + other.response,
        )

    @property
    def recall(self) -> float:
        return self.recalled / self.key if self.key else 0.0

    @property
    def precision(self) -> float:
        return self.precise / self.response if self.response else 0.0

    @property
    def f1(self) -> float:
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def tally(key: Entities[M], response: Entities[M]) -> dict[str, Tally]:
    """The three metrics of one document; `key` and `response` are disjoint sets of mentions."""
    shared = _shared(key, response)
    recalled, links = _muc(key, response)
    precise, guessed = _muc(response, key)
    similarity = _ceafe(key, response, shared)
    return {
        "muc": Tally(recalled, links, precise, guessed),
        "b3": Tally(
            sum(n * n / len(key[k]) for (k, _), n in shared.items()),
            sum(map(len, key)),
            sum(n * n / len(response[r]) for (_, r), n in shared.items()),
            sum(map(len, response)),
        ),
        "ceafe": Tally(similarity, len(key), similarity, len(response)),
    }


def conll_f1(tallies: Iterable[Mapping[str, Tally]]) -> float:
    """The mean of the three F1 over documents, in percent."""
    documents = list(tallies)
    return 100 * sum(sum((d[metric] for d in documents), Tally()).f1 for metric in METRICS) / len(METRICS)


def without_singletons(entities: Entities[M]) -> list[frozenset[M]]:
    return [entity for entity in entities if len(entity) > 1]


def matched_by_head(
    key: Mapping[tuple[int, int], int], response: Mapping[tuple[int, int], int]
) -> dict[tuple[int, int], tuple[int, int]]:
    """The key span that each response span stands for where head words agree, one to one; other spans are left out.

    Both sides map spans (first and last word) to their head word. Of several with one head the exact span comes first,
    then the one with most words in common.
    """
    heads: dict[int, list[tuple[int, int]]] = {}
    for span, head in key.items():
        heads.setdefault(head, []).append(span)
    pairs = [(_alike(k, r), r, k) for r, head in response.items() for k in heads.get(head, ())]
    found: dict[tuple[int, int], tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    for _, r, k in sorted(pairs, reverse=True):
        if r not in found and k not in taken:
            found[r] = k
            taken.add(k)
    return found


def _alike(one: tuple[int, int], other: tuple[int, int]) -> tuple[bool, float]:
    """Whether two spans are equal, then the share of their words that both have."""
    common = min(one[1], other[1]) - max(one[0], other[0]) + 1
    return one == other, common / (max(one[1], other[1]) - min(one[0], other[0]) + 1)


def _shared(key: Entities[M], response: Entities[M]) -> Counter[tuple[int, int]]:
    """How many mentions each pair of entities has in common; pairs with none are left out."""
    owner = {mention: r for r, entity in enumerate(response) for mention in entity}
    return Counter((k, owner[mention]) for k, entity in enumerate(key) for mention in entity if mention in owner)


def _muc(entities: Entities[M], others: Entities[M]) -> tuple[int, int]:
    """Links of `entities` that `others` keep, and how many there are: an entity in p parts keeps its size less p."""
    owner = {mention: number for number, entity in enumerate(others) for mention in entity}
    kept = links = 0
    for entity in entities:
        parts = {owner[m] for m in entity if m in owner}
        alone = sum(m not in owner for m in entity)
        kept += len(entity) - len(parts) - alone
        links += len(entity) - 1
    return kept, links


def _ceafe(key: Entities[M], response: Entities[M], shared: Mapping[tuple[int, int], int]) -> float:
    """The similarity (phi-4: share of common mentions) of the best one-to-one alignment of entities."""
    table = np.zeros((len(key), len(response)))
    for (k, r), n in shared.items():
        table[k, r] = 2 * n / (len(key[k]) + len(response[r]))
    return float(table[linear_sum_assignment(table, maximize=True)].sum())
