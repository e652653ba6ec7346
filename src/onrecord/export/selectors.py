"""Selectors of the Web Annotation model: where words stand in the stored text, by place and by the words themselves.

https://www.w3.org/TR/annotation-model/#selectors counts code points, as spans do.
"""

from typing import Any

from onrecord.records import Span

AROUND_CHARS = 32
Node = dict[str, Any]


def selectors_of(text: str, span: Span, most_chars: int) -> list[Node]:
    """The place of a span, and its words with what stands around them, which find it where places have shifted.

    Of a span longer than `most_chars` only the beginning is quoted, as the start of a range. No words are given where
    no `most_chars` characters around them would tell them from the same words elsewhere.
    """
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    is_long = span.end - span.start > most_chars
    quoted = Span(span.start, span.start + most_chars) if is_long else span
    words = _quote(text, quoted, most_chars)
    if words is None:
        return [place]
    if not is_long:
        return [place, words]
    end = {"type": "TextPositionSelector", "start": span.end, "end": span.end}
    return [place, {"type": "RangeSelector", "startSelector": words, "endSelector": end}]


def _quote(text: str, span: Span, most_chars: int) -> Node | None:
    """The words with as much around them as makes them the only ones of their kind."""
    around = AROUND_CHARS
    while around <= max(AROUND_CHARS, most_chars):
        prefix, suffix = text[max(0, span.start - around) : span.start], text[span.end : span.end + around]
        if _is_single(text, prefix + span.of(text) + suffix):
            return {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": prefix, "suffix": suffix}
        around *= 2
    return None


def _is_single(text: str, words: str) -> bool:
    first = text.find(words)
    return text.find(words, first + 1) < 0
