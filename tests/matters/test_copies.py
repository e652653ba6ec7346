"""Copies: which reports are near copies of one another."""

from onrecord.matters.copies import find_copies
from onrecord.records import Reading
from tests.factories import make_reading, make_report

PARTS = [" ".join(f"word{at}x{part}" for at in range(40)) for part in range(7)]


def printed(*parts: int) -> Reading:
    return make_reading(make_report(" ".join(PARTS[part] for part in parts), given_id="".join(map(str, parts))))


def test_reports_that_share_half_of_their_words_are_copies() -> None:
    whole, cut, other = printed(0, 1, 2), printed(0, 1), printed(3, 4, 5)
    assert find_copies([other, cut, whole]) == (frozenset({whole.report.id, cut.report.id}),)


def test_copies_of_one_copy_are_one_set_whatever_the_order() -> None:
    first, middle, last, alone = printed(0, 1, 2, 3), printed(1, 2, 3, 4), printed(2, 3, 4, 5), printed(6)
    given = [last, alone, first, middle]
    assert find_copies(given) == find_copies(given[::-1])
    assert find_copies(given) == (frozenset({first.report.id, middle.report.id, last.report.id}),)
