"""The layout of PDF pages: lines in their places to the paragraphs that a person sees.

Running heads and page numbers go; a paragraph goes on over the end of a column or page; footnotes come last.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from onrecord.ingest.pdflines import Line

_EDGE = 0.12  # of a page's height, at its top and bottom: where running heads stand
_SMALL = 0.9  # of the usual size: a footnote
_GAP = 1.3  # of the usual distance of lines: more is between paragraphs
_SAME_SIZE = 0.12
_INDENT = 0.8  # of a line's size
_ENDS = frozenset('.?!:;”"')
_NUMBER = re.compile(r"[-–—\s]*(?:page\s+)?\d+(?:\s*(?:/|of)\s*\d+)?[-–—\s]*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ITEM = re.compile(r"(?:[•▪◦*–—-]|\(?\w{1,4}[.)])\s")  # its lines hang
_KEPT_HYPHENS = frozenset({"anti", "co", "ex", "mid", "non", "pro", "self", "so", "vice", "well"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: its height, and its lines in reading order."""

    height: float
    lines: tuple[Line, ...]


def read_paragraphs(sheets: Sequence[Sheet]) -> list[str]:
    """The paragraphs of a document, each one line."""
    sheets = _without_running(sheets)
    usual = _usual_size(sheets)
    notes: list[Line] = []
    flow: list[tuple[int, Line]] = []
    for number, sheet in enumerate(sheets):
        body, below = _split_notes(sheet.lines, usual)
        flow += [(number, line) for line in body]
        notes += below
    layout = _Layout(flow)
    return [*layout.paragraphs(), *_Layout([(-1, line) for line in notes], layout.words).paragraphs()]


class _Layout:
    """Lines in reading order with the number of their page, and what is usual among them."""

    def __init__(self, flow: list[tuple[int, Line]], words: frozenset[str] = frozenset()) -> None:
        self._flow = flow
        self._by_page: dict[int, list[Line]] = defaultdict(list)
        for page, line in flow:
            self._by_page[page].append(line)
        pitches = [a.bottom - b.bottom for (p, a), (q, b) in pairwise(flow) if p == q and _under(a, b)]
        self._pitch = median(pitches) if pitches else 0.0
        self.words = words | {word.lower() for _, line in flow for word in _WORD.findall(line.text)}

    def paragraphs(self) -> list[str]:
        made: list[str] = []
        for at, (_, line) in enumerate(self._flow):
            if at and self._goes_on(at):
                made[-1] = self._join(made[-1], line.text, is_cut=self._flow[at - 1][1].is_cut)
            else:
                made.append(line.text)
        return made

    def _goes_on(self, at: int) -> bool:
        """Whether a line goes on with the paragraph of the line before it."""
        (page, before), (number, line) = self._flow[at - 1], self._flow[at]
        if not _alike(before, line):
            return False
        if before.is_cut:
            return True
        if page != number or not _under(before, line):
            return before.text[-1] not in _ENDS and (self._is_full(at - 1) or line.text[0].islower())
        if before.bottom - line.bottom > _GAP * self._pitch or self._is_indented(at):
            return False
        starts_low = line.text[0].islower() and before.text[-1] not in _ENDS
        return starts_low or self._is_full(at - 1)

    def _is_full(self, at: int) -> bool:
        """Whether the first word of the next line would not have fitted into a line."""
        page, line = self._flow[at]
        first = self._flow[at + 1][1].text.split(maxsplit=1)[0]
        letter = (line.right - line.left) / len(line.text)
        column = max(other.right for other in self._by_page[page] if _overlap(line, other) and _alike(line, other))
        return line.right + letter * (len(first) + 0.5) > column

    def _is_indented(self, at: int) -> bool:
        """Whether a line begins to the right of the one before and, if it is not the last, of the one after it."""
        page, line = self._flow[at]
        room = _INDENT * line.size
        before = self._flow[at - 1][1]
        if line.left - before.left < room or _ITEM.match(before.text):
            return False
        after = self._flow[at + 1] if at + 1 < len(self._flow) else None
        hangs = (
            after is not None and after[0] == page and _under(line, after[1]) and line.left - after[1].left < room / 2
        )
        return not hangs

    def _join(self, start: str, rest: str, *, is_cut: bool) -> str:
        if not is_cut:
            return f"{start} {rest}"
        first, second = re.split(r"[\s(“\"]", start[:-1])[-1], re.split(r"[\s.,;:)”\"]", rest)[0]
        if f"{first}{second}".lower() in self.words:
            return start[:-1] + rest
        is_compound = first.lower() in _KEPT_HYPHENS or f"{first}-{second}".lower() in self.words
        return start + rest if is_compound or not second[:1].islower() else start[:-1] + rest


def _without_running(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without what stands at the edge of several of them alike, digits aside, and without page numbers."""
    seen = Counter(key for sheet in sheets for key in {_key(line) for line in sheet.lines if _at_edge(line, sheet)})
    needed = max(2, len(sheets) / 3)
    kept = []
    for sheet in sheets:
        lines = [
            line for line in sheet.lines
            if not (_at_edge(line, sheet) and (seen[_key(line)] >= needed or _NUMBER.fullmatch(line.text)))
        ]  # fmt: skip
        kept.append(Sheet(height=sheet.height, lines=tuple(lines)))
    return kept


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _at_edge(line: Line, sheet: Sheet) -> bool:
    return line.bottom > (1 - _EDGE) * sheet.height or line.top < _EDGE * sheet.height


def _usual_size(sheets: Sequence[Sheet]) -> float:
    """The size in which most characters stand."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _split_notes(lines: Sequence[Line], usual: float) -> tuple[list[Line], list[Line]]:
    """The lines of a page, and the small ones below all of usual size, which are footnotes."""
    lowest = min((line.bottom for line in lines if line.size >= _SMALL * usual), default=0.0)
    body: list[Line] = []
    notes: list[Line] = []
    for line in lines:
        (notes if line.size < _SMALL * usual and line.top <= lowest else body).append(line)
    return body, notes


def _under(line: Line, after: Line) -> bool:
    return after.bottom < line.bottom and _overlap(line, after)


def _alike(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= _SAME_SIZE * line.size


def _overlap(line: Line, other: Line) -> bool:
    return min(line.right, other.right) > max(line.left, other.left)
