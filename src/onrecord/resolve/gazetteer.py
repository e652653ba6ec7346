"""Hits: where a text names a known state, body or outlet, longest name first."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

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


@cache
def _sorted_keys() -> list[str]:
    return sorted(_index()[0])


@lru_cache(maxsize=20_000)
def _limit(word: str) -> int:
    """How many characters the longest key has that opens as a word does; 0 where none does."""
    return _index()[1].get(_opening(word.casefold()), 0)


@lru_cache(maxsize=20_000)
def _opens_name(written: str) -> bool:
    """Whether some listed name goes on from these words, or ends with them."""
    key, keys = fold_spelling(written), _sorted_keys()
    place = bisect_left(keys, key)
    return place < len(keys) and keys[place].startswith(key)


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
    limit = _limit(tree.tokens[first].text)
    best = None
    for last in range(first, min(first + MOST_TOKENS, len(tree.tokens)) if limit else first):
        written = tree.text_between(first, last)
        if len(written) > limit + 2:
            break
        if not _opens_name(written):
            break
        spelling = _fitting(tree, first, written, _index()[0].get(fold_spelling(written), []))
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
