"""Kept: look-ups over one text that are worked out once for each word.

The rules ask the same things of the same words again and again: whether *was sued* is passive, what its subject is.
The answers follow from a tree that never changes, so each is kept with the object that gave it.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Owner = TypeVar("_Owner")
_Answer = TypeVar("_Answer")


def kept(look_up: Callable[[_Owner, int], _Answer]) -> Callable[[_Owner, int], _Answer]:
    """A method that takes the index of a word, and gives a value that nobody changes, answering once for each word."""
    place = f"_kept_{look_up.__name__}"

    @wraps(look_up)
    def answer(self: _Owner, word: int) -> _Answer:
        answers: dict[int, _Answer] | None = self.__dict__.get(place)
        if answers is None:
            answers = self.__dict__[place] = {}
        if word not in answers:
            answers[word] = look_up(self, word)
        return answers[word]

    return answer
