"""Span: where in the stored text something was read."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open interval of code points in a report's stored text.

    In *Israel asked 25 countries*, the span of *asked* is ``Span(7, 12)``.
    """

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def is_within(span: Span, text: str) -> bool:
    """Whether a span is non-empty, lies in the text and has no space at either edge."""
    if not 0 <= span.start < span.end <= len(text):
        return False
    quoted = text[span.start : span.end]
    return not quoted[0].isspace() and not quoted[-1].isspace()
