"""Quotes: words of a report, cut where they are long, with the offsets of the whole kept."""

from typing import NamedTuple

from onrecord.records import Span

CUT_MARK = " …"


class Quote(NamedTuple):
    """Words of a report as they stand in it, from the start of `span`; `is_cut` when `span` goes on after them."""

    words: str
    span: Span
    is_cut: bool

    @property
    def shown(self) -> str:
        """The words with a mark where they were cut: *to join the letter …*."""
        return self.words + CUT_MARK if self.is_cut else self.words


def cut_quote(text: str, span: Span, most_chars: int) -> Quote:
    """The words at a span, at most `most_chars` characters of them, cut between two words where there is a space.

    >>> cut_quote("The ministry declined to comment.", Span(0, 32), 15)
    Quote(words='The ministry', span=Span(start=0, end=32), is_cut=True)
    """
    words = span.of(text)
    if len(words) <= most_chars:
        return Quote(words, span, is_cut=False)
    head = words[:most_chars]
    if not words[most_chars].isspace():
        head = head.rsplit(maxsplit=1)[0] if len(head.split()) > 1 else head
    return Quote(head.rstrip(), span, is_cut=True)
