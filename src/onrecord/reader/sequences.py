"""Spans from scores of B and I labels: the best path, and the runs it marks."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
_CLEAR = 0.01  # a hundred times what adding up the scores of a window rounds off


@cache
def legal_transitions(labels: tuple[str, ...]) -> Array:
    """0 where one label may follow another, -10,000 where I-x does not continue B-x or I-x."""
    table = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for j, label in enumerate(labels):
        if label.startswith("I-"):
            for i, before in enumerate(labels):
                if before[2:] != label[2:]:
                    table[i, j] = -1e4
    return table


def best_paths(scores: Array, transitions: Array) -> NDArray[np.int64]:
    """For each sequence the labels with the highest sum of scores and transitions (Viterbi).

    `scores` (sequences, words, labels), `transitions` (labels, labels) from row to column -> (sequences, words).
    Label 0 is O; what may not follow O may not open a sequence.
    """
    sequences, words, labels = scores.shape
    steps = np.ascontiguousarray(scores.transpose(1, 2, 0))  # (words, labels, sequences): few calls, on long rows
    sums = np.empty_like(steps)
    sums[0] = steps[0] + np.where(transitions[0] < -1e3, transitions[0], 0)[:, None]
    table = transitions[:, :, None]
    for t in range(1, words):
        np.maximum.reduce(sums[t - 1][:, None] + table, axis=0, out=sums[t])
        sums[t] += steps[t]
    before = (sums[:-1].transpose(0, 2, 1)[:, :, None] + transitions.T).argmax(-1)  # (words - 1, sequences, labels)
    row_starts = np.arange(sequences) * labels
    path = [sums[-1].argmax(0)]
    for step in before.reshape(words - 1, sequences * labels)[::-1]:
        path.append(step[row_starts + path[-1]])
    return np.stack(path[::-1], axis=1)


def best_path(scores: Array, transitions: Array) -> list[int]:
    """The best labels of one sequence; `scores` (words, labels).

    Where every word has a clear favourite and the favourites may follow one another, they are the best path.
    """
    favourites = scores.argmax(1)
    contested = np.count_nonzero(scores > scores.max(1, keepdims=True) - _CLEAR) > len(favourites)
    costs = transitions[favourites[:-1], favourites[1:]].any() or transitions[0, favourites[0]]
    if contested or costs or transitions.max() > 0:
        favourites = best_paths(scores[None], transitions)[0]
    return [int(label) for label in favourites.tolist()]


def runs(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Inclusive ranges and kinds of a sequence of B-x, I-x and O labels."""
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        if label == "O":
            continue
        mark, kind = label.split("-", 1)
        if mark == "I" and found and found[-1][2] == kind and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i, kind)
        else:
            found.append((i, i, kind))
    return found


def softmax(scores: Array) -> Array:
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), dtype=np.float32)
