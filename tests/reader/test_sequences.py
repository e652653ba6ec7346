"""Sequences: best label paths and the runs that they mark."""

import numpy as np

from onrecord.reader.sequences import best_path, legal_transitions, runs, softmax

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue")


def test_best_path_never_opens_a_run_with_an_inside_label() -> None:
    scores = np.array([[0, 0, 5, 0, 0], [0, 0, 5, 0, 0]], dtype=np.float32)
    path = [LABELS[i] for i in best_path(scores, legal_transitions(LABELS))]
    assert path == ["B-source", "I-source"]


def test_best_path_follows_learnt_transitions() -> None:
    transitions = np.array([[0, -9], [0, 0]], dtype=np.float32)
    assert best_path(np.array([[1, 0], [0, 1]], dtype=np.float32), transitions) == [0, 0]


def test_runs_join_inside_labels_and_part_new_beginnings() -> None:
    labels = ["B-cue", "I-cue", "O", "B-source", "B-source", "I-cue"]
    assert runs(labels) == [(0, 1, "cue"), (3, 3, "source"), (4, 4, "source"), (5, 5, "cue")]


def test_softmax_sums_to_one_for_large_scores() -> None:
    assert softmax(np.array([[1000.0, 1001.0]], dtype=np.float32)).sum() == np.float32(1.0)
