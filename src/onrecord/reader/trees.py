"""Dependency trees from arc scores: the best tree with one root (Chu and Liu 1965, Edmonds 1967)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def best_tree(scores: Scores) -> list[int]:
    """Heads of the words of one sentence, -1 for its root.

    `scores` is (words, words): row the dependent, column its head; the diagonal holds each word's score as root.
    """
    size = len(scores)
    if size == 1:
        return [-1]
    heads = scores.argmax(1).tolist()
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) == 1 and not _cycle(heads, roots[0]):
        return [-1 if i == roots[0] else head for i, head in enumerate(heads)]
    best, chosen = -np.inf, [-1] * size
    for root in np.argsort(-(scores.diagonal() - scores.max(1)))[:3]:
        tree = _arborescence(scores.astype(np.float64), int(root))
        total = sum(scores[i, h] for i, h in enumerate(tree) if i != root) + scores[root, root]
        if total > best:
            best, chosen = total, [-1 if i == root else h for i, h in enumerate(tree)]
    return chosen


def _cycle(heads: list[int], root: int) -> list[int]:
    """The words of one cycle among heads, or none."""
    colour = [0] * len(heads)
    colour[root] = 2
    for start in range(len(heads)):
        if colour[start]:
            continue
        path, at = [], start
        while colour[at] == 0:
            colour[at] = 1
            path.append(at)
            at = heads[at]
        if colour[at] == 1:
            return path[path.index(at) :]
        for word in path:
            colour[word] = 2
    return []


def _arborescence(scores: NDArray[np.float64], root: int) -> list[int]:
    """Best heads with a fixed root, by contracting cycles; the root's own entry means nothing."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    best = scores.argmax(1)
    best[root] = root
    heads: list[int] = best.tolist()
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    rest = sorted({*range(len(scores))} - {*cycle})
    kept = scores[cycle, best[cycle]]
    inner = sum(kept.tolist())
    entering = scores[np.ix_(cycle, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, cycle)]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = entering.max(0) + inner
    small[:-1, -1] = leaving.max(1)
    tree = _arborescence(small, rest.index(root))
    for position, word in enumerate(rest):
        if word != root:
            head = tree[position]
            heads[word] = rest[head] if head < len(rest) else cycle[int(leaving[position].argmax())]
    outside = tree[-1]
    heads[cycle[int(entering[:, outside].argmax())]] = rest[outside]
    return heads


def hangs_below(heads: Sequence[int], word: int, top: int) -> bool:
    """Whether a word is another or hangs on it, through whatever words; then that other cannot be hung on the word."""
    while word >= 0 and word != top:
        word = heads[word]
    return word == top
