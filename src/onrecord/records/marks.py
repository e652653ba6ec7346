"""Marks: where the attributions of a reading stand in its text, cut so that they can be shown without crossing.

In *Walla quoted officials as saying that the judges may be convinced* the content of Walla's attribution holds the
source, the cue and the content of the officials'.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.records.attributions import Attribution
from onrecord.records.readings import Reading
from onrecord.records.spans import Span

MarkPart = Literal["content", "source", "cue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One piece of one attribution in the text; `depth` is 0 for an attribution that stands in no other."""

    span: Span
    part: MarkPart
    attribution: str
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the text with the marks that cover all of it, outermost first."""

    span: Span
    marks: tuple[Mark, ...]


def find_marks(reading: Reading) -> tuple[Mark, ...]:
    """All marks of a reading, in the order in which they enclose one another: contents by depth, then the rest."""
    parents = {att.id: att.parent for att in reading.attributions}
    marks = [mark for att in reading.attributions for mark in _marks_of(att, _depth(att.id, parents))]
    return tuple(sorted(marks, key=lambda mark: (mark.part != "content", mark.depth, mark.span.start, -mark.span.end)))


def cut_segments(text: str, marks: tuple[Mark, ...]) -> Iterator[Segment]:
    """The whole text, cut at each end of a mark, so that marks that overlap never break one another's nesting."""
    ends = sorted({0, len(text), *(end for mark in marks for end in mark.span)})
    for start, end in pairwise(ends):
        span = Span(start, end)
        yield Segment(span=span, marks=tuple(mark for mark in marks if mark.span.covers(span)))


def _marks_of(att: Attribution, depth: int) -> Iterator[Mark]:
    for span in att.content:
        yield Mark(span=span, part="content", attribution=att.id, depth=depth)
    if att.source_span is not None:
        yield Mark(span=att.source_span, part="source", attribution=att.id, depth=depth)
    if att.cue is not None:
        yield Mark(span=att.cue, part="cue", attribution=att.id, depth=depth)


def _depth(key: str, parents: dict[str, str | None]) -> int:
    """How many attributions stand around this one; a circle, which the reader never makes, ends the count."""
    seen = {key}
    while (parent := parents.get(key)) is not None and parent not in seen:
        seen.add(parent)
        key = parent
    return len(seen) - 1
