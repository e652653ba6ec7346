"""Text words: a text cut into the words under which it is found, as FTS5's tokenizer `unicode61` cuts it.

PostgreSQL's own parsers cut otherwise (they take *icc-cpi.int* for a host and drop *the*), so the words are cut here
and given to it. A property test holds this module to what FTS5 makes of the same texts.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ledger.dialect import CLOSE_MARK, OPEN_MARK, Marked
from onrecord.ledger.words import Term
from onrecord.records import Span

_RUN = re.compile(r"[^\x00-/:-@\[-`{-\x7f]+")  # a fast first cut: of ASCII, only letters and digits are of a word
# Which of the code points from U+0300 on belong to the word that they stand in, from FTS5's fts5_unicode2.c.
_FIRST_MARK, _MARKS = 0x300, 0x000361F8 << 32 | 0x08029FDF


class TextWord(NamedTuple):
    """A word of a text: its key, in lower case and without accents, and where it stands."""

    key: str
    start: int
    end: int


def cut_words(text: str) -> Iterator[TextWord]:
    """The words of a text: runs of letters and digits.

    >>> [word.key for word in cut_words("Türkiye's 25 letters")]
    ['turkiye', 's', '25', 'letters']
    """
    for run in _RUN.finditer(text):
        words = run[0]
        if words.isascii():
            yield TextWord(words.lower(), run.start(), run.end())
        else:
            yield from _cut_run(words, run.start())


def _cut_run(text: str, at_char: int) -> Iterator[TextWord]:
    """The words of a piece of text that begins at a character of the whole."""
    start: int | None = None
    for at, char in enumerate(text):
        if _is_word(char):
            start = at if start is None else start
        elif start is not None and not _is_mark(char):
            yield TextWord(_key(text[start:at]), at_char + start, at_char + at)
            start = None
    if start is not None:
        yield TextWord(_key(text[start:]), at_char + start, at_char + len(text))


def mark_terms(text: str, terms: Sequence[Term]) -> Marked:
    """The text, and the same with the words of each term between marks; what overlaps is marked as one."""
    words = tuple(cut_words(text))
    pieces, at = [], 0
    for start, end in _merged(sorted(span for term in terms for span in _found(words, term))):
        pieces += [text[at:start], OPEN_MARK, text[start:end], CLOSE_MARK]
        at = end
    return Marked(text, "".join([*pieces, text[at:]]))


def _found(words: Sequence[TextWord], term: Term) -> Iterator[Span]:
    """Where a term's words stand side by side; the last of them may go on where the term is a beginning."""
    wanted = [word.key for word in cut_words(term.words)]
    for first in range(len(words) - len(wanted) + 1) if wanted else ():
        there = words[first : first + len(wanted)]
        fits = all(word.key == key for word, key in zip(there[:-1], wanted[:-1], strict=True))
        last, key = there[-1].key, wanted[-1]
        if fits and (last.startswith(key) if term.is_prefix else last == key):
            yield Span(there[0].start, there[-1].end)


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in spans:
        if current is None:
            current = span
        elif span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
        else:
            yield current
            current = span
    if current is not None:
        yield current


def _is_word(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Co"


def _is_mark(char: str) -> bool:
    place = ord(char) - _FIRST_MARK
    return 0 <= place < 50 and bool(_MARKS >> place & 1)


def _key(word: str) -> str:
    return "".join(_bare(_folded(char)) for char in word if not _is_mark(char))


def _folded(char: str) -> str:
    """In lower case, one character for one: ß stays what it is."""
    folded = char.casefold()
    return folded if len(folded) == 1 else char.lower()


def _bare(char: str) -> str:
    """A Latin letter without its accents; letters of other scripts keep theirs, as FTS5 has it."""
    parts = unicodedata.normalize("NFD", char)
    return parts[0] if parts[0].isascii() and all(map(unicodedata.combining, parts[1:])) else char
