"""Windows: a text's paragraphs packed into stretches that the encoder reads once.

A window holds whole paragraphs as long as they fit; a paragraph that is too long is cut at a likely sentence
end. The encoder never sees a word twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.reader.tokens import case_of, find_paragraphs, find_words, likely_breaks, quoted_words
from onrecord.records.spans import Span

WINDOW_PIECES = 208


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words with their spans and the features that the encoder is given beside the word pieces.

    `breaks` are indexes of words that open a paragraph (the first word excepted).
    """

    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    cases: tuple[int, ...]
    quoted: tuple[int, ...]
    breaks: tuple[int, ...]


def split_windows(text: str, count_pieces: Callable[[Sequence[str]], list[int]], limit: int) -> list[Words]:
    """Pack the text's paragraphs into windows of at most `limit` word pieces.

    `count_pieces` tells how many pieces each word has. A single sentence longer than the limit is cut hard.
    """
    windows: list[Words] = []
    pending: list[tuple[list[Span], list[str], list[int]]] = []
    room = limit
    for paragraph in find_paragraphs(text):
        spans = [Span(s + paragraph.start, e + paragraph.start) for s, e in find_words(paragraph.of(text))]
        texts = [text[start:end] for start, end in spans]
        quoted = quoted_words(texts)
        pieces = count_pieces(texts)
        for first, last in _cut(texts, pieces, limit):
            size = sum(pieces[first:last]) + 1
            if size > room and pending:
                windows.append(_join(pending))
                pending, room = [], limit
            pending.append((spans[first:last], texts[first:last], quoted[first:last]))
            room -= size
    if pending:
        windows.append(_join(pending))
    return windows


def _cut(texts: list[str], pieces: list[int], limit: int) -> list[tuple[int, int]]:
    """Half-open word ranges of a paragraph, each of fewer than `limit` pieces."""
    ranges: list[tuple[int, int]] = []
    ends = {*(b + 1 for b in likely_breaks(texts)), len(texts)}
    first, good, size = 0, 0, 0
    for i, count in enumerate(pieces):
        if size + count >= limit and i > first:
            end = good if good > first else i
            ranges.append((first, end))
            first, size = end, sum(pieces[end:i])
        size += count
        if i + 1 in ends:
            good = i + 1
    if first < len(texts):
        ranges.append((first, len(texts)))
    return ranges


def _join(parts: list[tuple[list[Span], list[str], list[int]]]) -> Words:
    spans = [span for part in parts for span in part[0]]
    texts = [text for part in parts for text in part[1]]
    quoted = [flag for part in parts for flag in part[2]]
    breaks, at = [], 0
    for part in parts[:-1]:
        at += len(part[0])
        breaks.append(at)
    return Words(
        spans=tuple(spans),
        texts=tuple(texts),
        cases=tuple(case_of(t) for t in texts),
        quoted=tuple(quoted),
        breaks=tuple(breaks),
    )
