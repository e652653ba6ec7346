"""Search: reports found by words of their title, their text and the names of their parties."""

from collections.abc import Iterator
from typing import Literal

from sqlalchemy import Connection

from onrecord.ledger.dialect import CLOSE_MARK, OPEN_MARK, Dialect, Found, Marked
from onrecord.ledger.heads import head_of, select_heads
from onrecord.ledger.rows import Hit, Snippet
from onrecord.ledger.tables import reports
from onrecord.ledger.words import Term
from onrecord.records import Span

SNIPPET_CHARS = 160


def search_reports(connection: Connection, dialect: Dialect, terms: tuple[Term, ...], limit: int) -> Iterator[Hit]:
    """The reports that hold all terms, in any field, the best first."""
    for found in dialect.find_words(connection, terms, limit):
        head = connection.execute(select_heads().where(reports.c.seq == found.seq)).one()
        yield Hit(report=head_of(head), score=found.score, snippets=tuple(snippets_of(found)))


def snippets_of(found: Found) -> Iterator[Snippet]:
    """A piece of each field that holds a word."""
    fields: tuple[tuple[Literal["text", "title", "parties"], Marked], ...] = (
        ("text", found.text),
        ("title", found.title),
        ("parties", found.parties),
    )
    for field, marked in fields:
        matches = find_matches(marked)
        if matches:
            span = find_window(marked.plain, matches)
            inside = tuple(match for match in matches if span.covers(match))
            yield Snippet(field=field, words=span.of(marked.plain), span=span, matches=inside)


def find_matches(field: Marked) -> tuple[Span, ...]:
    """Where the matches stand in the unmarked field, which may itself hold the marks."""
    matches = []
    at = start = 0
    for char in field.marked:
        if field.plain[at : at + 1] == char:
            at += 1
        elif char == OPEN_MARK:
            start = at
        elif char == CLOSE_MARK:
            matches.append(Span(start, at))
        else:
            break
    return tuple(matches)


def find_window(text: str, matches: tuple[Span, ...]) -> Span:
    """The stretch of about 160 characters that holds most matches, the first of equals, cut between words."""
    first = max(matches, key=lambda match: (_held(match, matches), -match.start))
    last = max((m for m in matches if first.start <= m.start and m.end <= first.start + SNIPPET_CHARS), default=first)
    room = max(0, SNIPPET_CHARS - (last.end - first.start)) // 2
    start, end = max(0, first.start - room), min(len(text), last.end + room)
    while start > 0 and start < first.start and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > last.end and not text[end].isspace():
        end -= 1
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _held(first: Span, matches: tuple[Span, ...]) -> int:
    return sum(first.start <= match.start and match.end <= first.start + SNIPPET_CHARS for match in matches)
