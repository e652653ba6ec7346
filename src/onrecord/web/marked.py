"""Marked text: a report's text as paragraphs of nested pieces, so that a template can show who says what.

In *Walla reported, citing officials, that the judges may be convinced* the passage stands in the content of the
officials, which stands in the content of Walla. A mark that runs over the end of a paragraph, or that crosses another,
is cut there and goes on in the next piece; only its first piece `begins` it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from onrecord.records import Act, Reading, Span
from onrecord.records.marks import Mark, MarkPart, Segment, cut_segments, find_marks

PieceKind = Literal["text", "content", "source", "cue", "trigger"]
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text, or a mark with the pieces in it. `key` is the id of the attribution or act it belongs to."""

    kind: PieceKind
    text: str = ""
    key: str = ""
    depth: int = 0
    begins: bool = False
    pieces: tuple["Piece", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with the acts whose trigger stands in it, in the order of the text."""

    span: Span
    pieces: tuple[Piece, ...]
    acts: tuple[Act, ...]


def cut_paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """The paragraphs of a reading's text, each with its marks nested and its acts beside it."""
    text, marks = reading.report.text, find_marks(reading)
    paragraphs = []
    for span in _paragraph_spans(text):
        acts = tuple(sorted((a for a in reading.acts if span.covers(a.trigger)), key=lambda act: act.trigger))
        triggers = {act.trigger: act for act in reversed(acts)}
        pieces = _nest(_segments(text, marks, triggers, span), 0, text, triggers)
        paragraphs.append(Paragraph(span=span, pieces=pieces, acts=acts))
    return tuple(paragraphs)


def _paragraph_spans(text: str) -> Iterator[Span]:
    """Runs of lines that no empty line parts; a text without one is a paragraph."""
    for found in _PARAGRAPH.finditer(text):
        yield Span(found.start(), found.start() + len(found.group().rstrip()))


def _segments(text: str, marks: tuple[Mark, ...], triggers: Iterable[Span], within: Span) -> list[Segment]:
    """The segments inside a paragraph, cut at its ends and at those of its triggers too."""
    edges = {edge for span in (within, *triggers) for edge in span}
    cut = []
    for segment in cut_segments(text, marks):
        inner = sorted({*segment.span, *(edge for edge in edges if segment.span.start < edge < segment.span.end)})
        cut += [Segment(span=Span(a, b), marks=segment.marks) for a, b in pairwise(inner)]
    return [segment for segment in cut if within.covers(segment.span)]


def _nest(segments: Sequence[Segment], depth: int, text: str, triggers: dict[Span, Act]) -> tuple[Piece, ...]:
    """The pieces of segments whose first `depth` marks are open already."""
    pieces: list[Piece] = []
    for mark, group in groupby(segments, key=lambda each: each.marks[depth] if len(each.marks) > depth else None):
        run = list(group)
        if mark is None:
            pieces += [_leaf(segment, text, triggers) for segment in run]
        else:
            inner = _nest(run, depth + 1, text, triggers)
            begins = run[0].span.start == mark.span.start
            pieces.append(
                Piece(kind=_kind(mark.part), key=mark.attribution, depth=mark.depth, begins=begins, pieces=inner)
            )
    return tuple(pieces)


def _kind(part: MarkPart) -> PieceKind:
    return part


def _leaf(segment: Segment, text: str, triggers: dict[Span, Act]) -> Piece:
    words = segment.span.of(text)
    for trigger, act in triggers.items():
        if trigger.covers(segment.span):
            return Piece(kind="trigger", text=words, key=act.id, begins=segment.span.start == trigger.start)
    return Piece(kind="text", text=words)
