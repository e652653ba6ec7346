"""Growth: a text twice as long costs the reader about twice as many steps, whatever it is made of."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from onrecord.ingest import report_from_text
from onrecord.reader.reader import Reader

MOST_GROWTH = 2.5  # twice, and something for what is there once or is kept
SHAPES = {
    "news": "Chile asked 25 countries to sign by 3 May 2024, among them Peru, officials told AFP. "
    "Both countries declined. “We will not sign,” he said. ",
    "nested quotes": "“he said ",
    "quotes on quotes": 'he said "',
    "he said that she said": "He said that she said that ",
    "brackets": "(Chile said ",
    "names in a row": "Chile and Peru, ",
    "lone marks": "\u0301 \u20e3 ",
    "no spaces": "外交部发言人表示",
    "emoji": "👨‍👩‍👧‍👦 said 🇺🇸 asked. ",
    "right to left": "قالت الوزارة إن \u202eChile\u202c asked. ",
    "lines of one letter": "a\n",
    "half an address": "a.b-",
    "dates": "on 3 May 2024, 2 weeks ago, ",
    "full stops": ". ",
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def count_calls(work: Callable[[], object]) -> int:
    """How many functions are called, Python's own and those of C."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:  # noqa: ARG001 - the shape that Python asks for
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("shape", SHAPES)
def test_text_twice_as_long_takes_twice_the_steps(reader: Reader, shape: str) -> None:
    unit = SHAPES[shape]
    once = unit * (2_000 // len(unit))
    reports = [report_from_text(text, published="2024-06-30") for text in (once, once + once)]
    reader.read(reports[1])  # fills the caches of words
    short, long = (count_calls(partial(reader.read, report)) for report in reports)
    assert long < MOST_GROWTH * short + 5_000


def test_word_of_a_hundred_thousand_letters_is_read(reader: Reader) -> None:
    report = report_from_text("x" * 100_000, published="2024-06-30")
    assert reader.read(report).acts == ()
