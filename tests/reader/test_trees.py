"""Trees: the best tree with one root, also where the best heads make a cycle."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.reader.trees import best_tree


def best_by_trying_all(scores: NDArray[np.float32]) -> float:
    size = len(scores)
    totals = []
    for heads in product(range(size), repeat=size):
        roots = [i for i in range(size) if heads[i] == i]
        if len(roots) == 1 and all(reaches(heads, i, roots[0]) for i in range(size)):
            totals.append(sum(scores[i, h] for i, h in enumerate(heads)))
    return float(max(totals))


def reaches(heads: tuple[int, ...], word: int, root: int) -> bool:
    for _ in heads:
        word = heads[word]
    return word == root


def total_of(scores: NDArray[np.float32], tree: list[int]) -> float:
    return float(sum(scores[i, i if h < 0 else h] for i, h in enumerate(tree)))


def test_best_tree_of_one_word_is_its_root() -> None:
    assert best_tree(np.zeros((1, 1), dtype=np.float32)) == [-1]


def test_best_tree_breaks_a_cycle_of_best_heads() -> None:
    scores = np.array([[1, 0, 0], [0, 0, 9], [3, 8, 0]], dtype=np.float32)
    assert best_tree(scores) == [-1, 2, 0]


@pytest.mark.parametrize("seed", range(40))
def test_best_tree_equals_exhaustive_search(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 4)).astype(np.float32)
    tree = best_tree(scores)
    assert tree.count(-1) == 1
    assert total_of(scores, tree) == pytest.approx(best_by_trying_all(scores), abs=1e-5)
