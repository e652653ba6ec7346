"""Wrapped lines: text that was broken at a column, as in plain mail, to paragraphs of one line each.

A line break is a wrap where the next line's first word would not have fitted before the column, or where a sentence
goes on in lower case. Else it was meant: a heading, an item of a list and the last line of a paragraph are shorter than
they had to be.
"""

from collections.abc import Iterator
from itertools import pairwise

_WIDEST, _NARROWEST = 100, 50  # columns between which text is wrapped at all
_ENDS = frozenset('.?!:;”"')


def unwrap(text: str) -> str:
    """The text with its wraps undone and a blank line between paragraphs.

    >>> unwrap("The ministry of transport of Freedonia said on Monday\\nthat it was ready.\\nPort Harbour")
    'The ministry of transport of Freedonia said on Monday that it was ready.\\n\\nPort Harbour'
    """
    lines = [line.rstrip() for line in text.splitlines()]
    column = _column(lines)
    return "\n\n".join(_paragraphs(lines, column))


def _column(lines: list[str]) -> int | None:
    """Where the text was wrapped: its longest line that another follows; None where no text is as wide as that."""
    widths = (len(line) for line, after in pairwise(lines) if after and " " in line.strip())
    widest = max((width for width in widths if width <= _WIDEST), default=0)
    return widest if widest >= _NARROWEST else None


def _paragraphs(lines: list[str], column: int | None) -> Iterator[str]:
    joined: list[str] = []
    before = ""
    for line in lines:
        if joined and not (line.strip() and _is_wrapped(before, line, column)):
            yield " ".join(joined)
            joined = []
        if line.strip():
            joined.append(line.strip())
        before = line
    if joined:
        yield " ".join(joined)


def _is_wrapped(line: str, following: str, column: int | None) -> bool:
    if column is None or len(line) > _WIDEST:
        return False
    first = following.split(maxsplit=1)[0]
    goes_on = first[0].islower() and line[-1:] not in _ENDS and len(line) > column / 2
    return goes_on or len(line) + 1 + len(first) > column
