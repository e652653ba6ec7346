"""Coreference: the best links that English allows."""

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.coreference import Mentions, link_mentions


def scores(size: int, **best: int) -> NDArray[np.float32]:
    """Scores in which each word is new, save those named ``w3=0``: word 3 best links to word 0, then to word 1."""
    table = np.zeros((size, size), dtype=np.float32)
    np.fill_diagonal(table, 2.0)
    for word, earlier in best.items():
        at = int(word[1:])
        table[at, at] = -5.0
        table[at, earlier] = 9.0
    return table


def mentions(texts: str, heads: tuple[int, ...], deprels: str, verbs: tuple[int, ...]) -> Mentions:
    words = texts.split()
    return Mentions(words, heads, deprels.split(), [i not in verbs for i in range(len(words))])


def test_a_pronoun_follows_the_best_score() -> None:
    found = link_mentions(scores(3, w2=0), mentions("Chad said it", (1, -1, 1), "nsubj root dep", (1,)))
    assert found == [None, None, 0]


def test_an_object_pronoun_is_not_its_subject() -> None:
    table = scores(4, w3=1)
    table[3, 0] = 4.0
    found = link_mentions(table, mentions("Chad Peru asked it", (2, 2, -1, 2), "dep nsubj root obj", (2,)))
    assert found[3] == 0


def test_he_and_she_are_not_one_person() -> None:
    table = scores(4, w2=0, w3=0)
    table[3, 1] = 4.0
    found = link_mentions(table, mentions("Marou Danev she he", (-1, -1, -1, -1), "root root root root", ()))
    assert found == [None, None, 0, 1]


def test_words_that_head_no_mention_are_never_linked() -> None:
    found = link_mentions(scores(2, w1=0), mentions("said it", (-1, 0), "root obj", (0,)))
    assert found == [None, None]
