"""The lines of a PDF page, from its characters in their places. All measures are points.

The small raised number that points to a footnote goes, since *Sylvania12* is no word.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

_RAISED = 0.8  # of its line's size: a number that points to a footnote


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A character and its box; one that the library put in, a space or a line's end, has no box."""

    char: str
    left: float = 0
    bottom: float = 0
    right: float = 0
    top: float = 0
    is_hyphen: bool = False

    @property
    def size(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page. `size` is the height of its letters; `is_cut` when a hyphen at its end cuts a word."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    is_cut: bool = False


def read_lines(glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """The lines that characters make; a raised number does not end one, though the library thinks so."""
    held: list[Glyph] = []
    last: Glyph | None = None
    may_end = False
    for glyph in glyphs:
        if glyph.char == "\n":
            may_end = True
            continue
        if glyph.size and last is not None and may_end and not _is_beside(last, glyph):
            yield from _line(held)
            held = []
        held.append(glyph)
        if glyph.size:
            last, may_end = glyph, glyph.is_hyphen
    yield from _line(held)


def _line(glyphs: list[Glyph]) -> Iterator[Line]:
    boxed = [glyph for glyph in glyphs if glyph.size and not glyph.char.isspace()]
    if not boxed:
        return
    size = median(glyph.size for glyph in boxed)
    base = median(glyph.bottom for glyph in boxed)
    kept = [glyph for glyph in glyphs if not _is_raised(glyph, size, base)]
    text = " ".join("".join(glyph.char for glyph in kept).split())
    if text:
        yield Line(
            text=text, left=min(glyph.left for glyph in boxed), bottom=base, right=max(glyph.right for glyph in boxed),
            top=max(glyph.top for glyph in boxed), size=size, is_cut=boxed[-1].is_hyphen,
        )  # fmt: skip


def _is_raised(glyph: Glyph, size: float, base: float) -> bool:
    return glyph.char.isdigit() and 0 < glyph.size < _RAISED * size and glyph.bottom > base + 0.1 * size


def _is_beside(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands on the line of the one before it, to its right."""
    shared = min(last.top, glyph.top) - max(last.bottom, glyph.bottom)
    return shared > min(last.size, glyph.size) / 2 and glyph.left > last.left
