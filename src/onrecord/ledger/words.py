"""Words: what a person typed into a search, cut into terms that no database can take for syntax of its own."""

import re
from dataclasses import dataclass

from onrecord.records.errors import LedgerError

MOST_TERMS = 64
_PIECE = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
_UNFIT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word, or words that must stand next to one another; `is_prefix` finds *sanctions* for ``sanction*``."""

    words: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """What holds all of these: *joint* and *statement*, wherever they stand."""

    parts: tuple["Wanted", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """What holds one of these or more."""

    parts: tuple["Wanted", ...]


Wanted = Term | AllOf | AnyOf


def find_terms(words: str) -> tuple[Term, ...]:
    """The terms of a search, all of which a report must hold.

    >>> [(term.words, term.is_prefix) for term in find_terms('warrant* "joint statement" (NOT)')]
    [('warrant', True), ('joint statement', False), ('(NOT)', False)]

    A search without a letter or digit, or with more than 64 terms, raises LedgerError.
    """
    pieces = _PIECE.finditer(_UNFIT.sub(" ", words))
    terms = [_term(piece[3]) if piece[3] else _term(piece[1] + piece[2]) for piece in pieces]
    kept = tuple(term for term in terms if any(char.isalnum() for char in term.words))
    if not kept:
        raise LedgerError(
            "nothing to search for",
            found=repr(words),
            expected='words, for instance: warrant "joint statement" sanction*',
        )
    if len(kept) > MOST_TERMS:
        raise LedgerError("too many words to search for", found=str(len(kept)), expected=f"at most {MOST_TERMS}")
    return kept


def _term(piece: str) -> Term:
    words = piece.rstrip("*")
    return Term(words=words.strip(), is_prefix=words != piece)
