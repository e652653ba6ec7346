"""Kept: a look-up answers once for each word of each text."""

from onrecord.resolve.kept import kept


class Counting:
    def __init__(self) -> None:
        self.asked: list[int] = []

    @kept
    def double(self, word: int) -> int:
        self.asked.append(word)
        return 2 * word


def test_kept_answers_are_worked_out_once_a_word() -> None:
    counting = Counting()
    assert [counting.double(3), counting.double(3), counting.double(4)] == [6, 6, 8]
    assert counting.asked == [3, 4]


def test_kept_answers_belong_to_one_object() -> None:
    first, second = Counting(), Counting()
    first.double(3)
    second.double(3)
    assert second.asked == [3]
