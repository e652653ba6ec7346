"""Kept answers: what was answered last, by the tag that says that it would be answered so again."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from onrecord.answers.kept_folds import Kept

AnswerT = TypeVar("AnswerT")


class KeptAnswers(Generic[AnswerT]):
    """The answers that were given last, for many who ask at once. What takes long to make keeps nobody else waiting."""

    def __init__(self, most: int, fits: Callable[[AnswerT], bool] = lambda _: True) -> None:
        self._fits = fits
        self._lock = Lock()
        self._kept: Kept[object, AnswerT] = Kept(most)

    def get_or(self, tag: object, make: Callable[[], AnswerT]) -> AnswerT:
        """The answer of a tag; one that does not fit is made each time."""
        with self._lock:
            if tag in self._kept:
                return self._kept.get_or(tag, make)
        made = make()
        if self._fits(made):
            with self._lock:
                self._kept.get_or(tag, lambda: made)
        return made
