"""Sequences: best label paths and the runs that they mark."""

from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.reader.sequences import best_path, best_paths, legal_transitions, runs, softmax

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue")


def test_best_path_never_opens_a_run_with_an_inside_label() -> None:
    scores = np.array([[0, 0, 5, 0, 0], [0, 0, 5, 0, 0]], dtype=np.float32)
    path = [LABELS[i] for i in best_path(scores, legal_transitions(LABELS))]
    assert path == ["B-source", "I-source"]


def test_best_path_follows_learnt_transitions() -> None:
    transitions = np.array([[0, -9], [0, 0]], dtype=np.float32)
    assert best_path(np.array([[1, 0], [0, 1]], dtype=np.float32), transitions) == [0, 0]


def test_best_path_takes_clear_favourites_that_may_follow_one_another() -> None:
    scores = np.array([[0, 5, 0, 0, 0], [0, 0, 5, 0, 0], [5, 0, 0, 0, 0]], dtype=np.float32)
    assert best_path(scores, legal_transitions(LABELS)) == [1, 2, 0]


@pytest.mark.parametrize("seed", range(5))
def test_best_paths_have_the_highest_sum_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(0, 4, (3, 4, len(LABELS))).astype(np.float32)
    transitions = legal_transitions(LABELS) + rng.normal(0, 1, (len(LABELS), len(LABELS))).astype(np.float32)

    def total(path: tuple[int, ...], of: int) -> float:
        opening = -1e4 if LABELS[path[0]].startswith("I-") else 0
        steps = sum(float(transitions[a, b]) for a, b in pairwise(path))
        return opening + steps + sum(float(scores[of, t, label]) for t, label in enumerate(path))

    every = list(product(range(len(LABELS)), repeat=4))
    wanted = [max(every, key=lambda path, of=of: total(path, of)) for of in range(3)]  # type: ignore[misc]
    assert best_paths(scores, transitions).tolist() == [list(path) for path in wanted]


def test_best_paths_of_one_word_are_its_best_labels() -> None:
    scores = np.array([[[0, 5, 0, 0, 0]], [[0, 0, 9, 1, 0]]], dtype=np.float32)
    assert best_paths(scores, legal_transitions(LABELS)).tolist() == [[1], [3]]


def test_runs_join_inside_labels_and_part_new_beginnings() -> None:
    labels = ["B-cue", "I-cue", "O", "B-source", "B-source", "I-cue"]
    assert runs(labels) == [(0, 1, "cue"), (3, 3, "source"), (4, 4, "source"), (5, 5, "cue")]


def test_softmax_sums_to_one_for_large_scores() -> None:
    assert softmax(np.array([[1000.0, 1001.0]], dtype=np.float32)).sum() == np.float32(1.0)
