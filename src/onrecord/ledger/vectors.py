"""Vectors: words as PostgreSQL's text search takes them.

Which reports hold all words is told by an index over a `tsvector`. It forgets where a word stands beyond the 255th time
and the 16,383rd place, so words side by side are looked for in a line of all words: `` the court | ruled ``.
"""

import hashlib
from collections.abc import Iterator, Sequence

from onrecord.ledger.textwords import TextWord, cut_words
from onrecord.ledger.words import AllOf, Term, Wanted

_WEIGHTS = ("A", "D", "B")  # of title, text and parties
_MOST_PLACES, _LAST_PLACE = 60, 16_000
_MOST_WORD_BYTES = 1_000
_MOST_BYTES = 900_000  # of 1,048,575 that a tsvector may take; reached by no text but lists of a hundred thousand names


def word_vector(fields: Sequence[Sequence[TextWord]]) -> str:
    """A `tsvector` of the words of title, text and parties, each with its field's weight and some places."""
    places: dict[str, list[str]] = {}
    place = 0
    for words, weight in zip(fields, _WEIGHTS, strict=True):
        for word in words:
            place = min(place + 1, _LAST_PLACE)
            known = places.setdefault(lexeme(word.key), [])
            if len(known) < _MOST_PLACES:
                known.append(f"{place}{weight}")
    return " ".join(_within((f"'{key}':{','.join(known)}" for key, known in places.items())))


def word_line(fields: Sequence[Sequence[TextWord]]) -> str:
    """All words with a space around each, the fields parted by what is no word."""
    return " | ".join(["", *(" ".join(word.key for word in words) for words in fields), ""])


def find_query(terms: Sequence[Term]) -> str:
    """The `tsquery` that asks for every word of every term; empty when there is no word."""
    asked = []
    for term in terms:
        keys = [lexeme(word.key) for word in cut_words(term.words)]
        asked += [f"'{key}'" + (":*" if term.is_prefix and at == len(keys) else "") for at, key in enumerate(keys, 1)]
    return " & ".join(dict.fromkeys(asked))


def wanted_query(wanted: Wanted) -> str:
    """The `tsquery` that asks for words in any of several ways; the words of one term may stand anywhere."""
    if isinstance(wanted, Term):
        return f"({find_query([wanted])})"
    mark = " & " if isinstance(wanted, AllOf) else " | "
    return f"({mark.join(wanted_query(part) for part in wanted.parts)})"


def find_phrases(terms: Sequence[Term]) -> Iterator[str]:
    """What the line of words must hold: the terms of several words."""
    for term in terms:
        keys = [word.key for word in cut_words(term.words)]
        if len(keys) > 1:
            yield f" {' '.join(keys)}" + ("" if term.is_prefix else " ")


def lexeme(key: str) -> str:
    """A word as the index holds it: itself, or a hash where it is longer than the index takes."""
    written = key.encode()
    return key if len(written) <= _MOST_WORD_BYTES else f"long{hashlib.sha256(written).hexdigest()}"


def _within(entries: Iterator[str]) -> Iterator[str]:
    left = _MOST_BYTES
    for entry in entries:
        left -= len(entry.encode()) + 8
        if left < 0:
            return
        yield entry
