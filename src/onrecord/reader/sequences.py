"""Spans from scores of B and I labels: the best path, and the runs it marks."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


def legal_transitions(labels: Sequence[str]) -> Array:
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
    alpha = scores[:, 0] + np.where(transitions[0] < -1e3, transitions[0], 0)
    back = np.zeros(scores.shape, dtype=np.int64)
    for t in range(1, scores.shape[1]):
        routes = alpha[:, :, None] + transitions
        back[:, t] = routes.argmax(1)
        alpha = routes.max(1) + scores[:, t]
    paths = np.zeros(scores.shape[:2], dtype=np.int64)
    paths[:, -1] = alpha.argmax(1)
    every = np.arange(len(scores))
    for t in range(scores.shape[1] - 1, 0, -1):
        paths[:, t - 1] = back[every, t, paths[:, t]]
    return paths


def best_path(scores: Array, transitions: Array) -> list[int]:
    """The best labels of one sequence; `scores` (words, labels)."""
    return [int(label) for label in best_paths(scores[None], transitions)[0]]


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
