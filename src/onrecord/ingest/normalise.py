"""Normalisation: one stored form for a text, so that offsets and hashes mean the same thing everywhere.

Pure and idempotent; a text that is clean already comes out as it went in, curly quotes and all. In this order:

1. Line ends (CRLF, CR, NEL, VT, FF, U+2028) become ``\\n``, a paragraph separator (U+2029) two of them.
2. Every other space separator, such as the no-break space, becomes a plain space.
3. Controls (Cc) except ``\\n`` and ``\\t``, and format characters (Cf) such as the byte order mark, zero-width
   space, bidi marks and the soft hyphen, are taken out. Kept are the few format characters that draw something
   (the Arabic number signs), and a joiner (U+200C, U+200D) where it carries meaning; see `joiners.py`.
4. Unicode normal form C, in its stream-safe form: after 30 marks upon one character comes a joiner (U+034F) that
   shows nothing, since putting a thousand of them into their order takes a thousand times a thousand steps.
5. Spaces and tabs at the ends of lines go, more than one blank line becomes one, and so do spaces and blank
   lines at both ends of the text.
"""

import re
import unicodedata
from functools import lru_cache

from onrecord.ingest.joiners import JOINERS, drop_idle_joiners

_LINE_ENDS = {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"}
# Prepended_Concatenation_Mark in PropList.txt: format characters that have a glyph of their own.
_DRAWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_LINE_TAIL = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)  # tried once a run: else a long one takes its square
_MOST_MARKS = 30  # upon one character: Unicode Standard Annex 15, Stream-Safe Text Format
_MARK_JOINER = "\u034f"  # COMBINING GRAPHEME JOINER, over which no mark is put into order
_BLANK_LINES = re.compile(r"\n{3,}")


def normalise_text(text: str) -> str:
    """The form of a text that is stored and hashed, and that every span points into.

    >>> normalise_text("The minister\\u00a0said:\\r\\n\\r\\n\\r\\n\\u201cNo.\\u201d \\ufeff")
    'The minister said:\\n\\n“No.”'
    """
    text = text.replace("\r\n", "\n")
    changes = {ord(char): become for char in set(text) if (become := _replacement(char)) != char}
    if changes:
        text = text.translate(changes)
    text = unicodedata.normalize("NFC", _part_marks(drop_idle_joiners(text)))
    text = _LINE_TAIL.sub("", text)
    return _BLANK_LINES.sub("\n\n", text).strip("\n\t ")


def normalise_line(text: str) -> str:
    """A title, name or byline on one line, with single spaces.

    >>> normalise_line(" Court  hears\\nappeal ")
    'Court hears appeal'
    """
    return " ".join(normalise_text(text).split())


def find_surrogate(text: str) -> int | None:
    """Where the first unpaired surrogate stands: half a character, which no file or database can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return error.start
    return None


def _part_marks(text: str) -> str:
    """The text with a joiner after each 30 marks in a row; a character counts for the marks that it is made of."""
    if not any(map(unicodedata.combining, set(text))):
        return text
    kept: list[str] = []
    marks = 0
    for char in text:
        starts, count = _marks_in(char)
        if starts:
            marks = 0
        elif marks + count > _MOST_MARKS:
            kept.append(_MARK_JOINER)
            marks = 0
        marks += count
        kept.append(char)
    return "".join(kept)


@lru_cache(maxsize=4096)
def _marks_in(char: str) -> tuple[bool, int]:
    """Whether a character is one that marks stand upon, and how many marks it comes apart into."""
    parts = unicodedata.normalize("NFD", char)
    return not unicodedata.combining(parts[0]), sum(1 for part in parts if unicodedata.combining(part))


@lru_cache(maxsize=4096)
def _replacement(char: str) -> str:
    if char in _LINE_ENDS:
        return _LINE_ENDS[char]
    if char in _DRAWN or char in JOINERS or char in "\n\t":
        return char
    match unicodedata.category(char):
        case "Zs":
            return " "
        case "Cc" | "Cf":
            return ""
    return char
