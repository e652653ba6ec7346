"""Hits: where a text names a known state, body or outlet, longest name first."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.resolve.spelling import fits_case, fold_spelling
from onrecord.resolve.tables import Entry, Manner, Spelling, ambiguous, spellings
from onrecord.resolve.tree import Tree

MOST_TOKENS = 12
_WORD = re.compile(r"\w+")
AMBIGUOUS = Entry("state", "?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name in the text; `entry` is None for a name that only the text can settle (*Georgia*)."""

    first: int
    last: int
    written: str
    entry: Entry | None
    manner: Manner = "name"


@cache
def _index() -> tuple[dict[str, list[Spelling]], dict[str, int]]:
    """Spellings by key, and for each opening word the length in characters of the longest key."""
    found: dict[str, list[Spelling]] = {}
    for name in ambiguous():
        found.setdefault(fold_spelling(name), []).append(Spelling(name, AMBIGUOUS))
    for spelling in spellings():
        found.setdefault(fold_spelling(spelling.written), []).append(spelling)
    longest: dict[str, int] = {}
    for key in found:
        opening = _opening(key)
        longest[opening] = max(longest.get(opening, 0), len(key))
    return found, longest


def _opening(key: str) -> str:
    match = _WORD.match(key)
    return match.group() if match else key[:1]


def find_hits(tree: Tree) -> tuple[Hit, ...]:
    """Known names of a text from left to right, none inside another."""
    hits: list[Hit] = []
    index = 0
    while index < len(tree.tokens):
        hit = _hit_at(tree, index)
        if hit is None:
            index += 1
        else:
            hits.append(hit)
            index = hit.last + 1
    return tuple(hits)


def _hit_at(tree: Tree, first: int) -> Hit | None:
    by_key, longest = _index()
    limit = longest.get(_opening(tree.tokens[first].text.casefold()), 0)
    best = None
    for last in range(first, min(first + MOST_TOKENS, len(tree.tokens)) if limit else first):
        written = tree.text_between(first, last)
        if len(written) > limit + 2:
            break
        spelling = _fitting(tree, first, written, by_key.get(fold_spelling(written), []))
        if spelling:
            entry = None if spelling.entry is AMBIGUOUS else spelling.entry
            best = Hit(first, last, written, entry, spelling.manner)
    return best


def _fitting(tree: Tree, first: int, written: str, listed: list[Spelling]) -> Spelling | None:
    for spelling in listed:
        if fits_case(written, spelling.written) and (not spelling.entry.strict or _has_article(tree, first, written)):
            return spelling
    return None


def _has_article(tree: Tree, first: int, written: str) -> bool:
    """Whether a common word stands as a title: *The Sun* inside a sentence, or a name found as an organisation."""
    name = tree.names.get(first)
    if name is not None and name.kind == "organisation":
        return True
    opens = first == tree.analysis.sentences[tree.sentence_of[first]][0] if tree.analysis.sentences else first == 0
    return written.startswith("The ") and not opens
