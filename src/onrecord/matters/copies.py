"""Copies: reports whose texts are nearly the same, by MinHash over their word sequences.

Likeness of text is never taken for an origin: it only keeps two printings of one wire story from being counted twice.
"""

import re
from collections.abc import Iterable

from rensa import RMinHash

from onrecord.records import Reading

PERMUTATIONS = 128
SEED = 1
SHINGLE_WORDS = 5
LEAST_LIKE = 0.5  # half of all five-word sequences shared: two edits of one text; separate reports share under 0.05


def find_copies(readings: Iterable[Reading]) -> tuple[frozenset[str], ...]:
    """The sets of reports, by id, that are near copies of one another."""
    hashes = {reading.report.id: _minhash(reading.report.text) for reading in readings}
    groups: list[set[str]] = []
    for report in sorted(hashes):
        like = [group for group in groups if any(hashes[report].jaccard(hashes[o]) >= LEAST_LIKE for o in group)]
        merged = {report}.union(*like)
        groups = [group for group in groups if group not in like] + [merged]
    return tuple(frozenset(group) for group in groups if len(group) > 1)


def _minhash(text: str) -> RMinHash:
    words = re.findall(r"\w+", text.casefold())
    made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    last = max(1, len(words) - SHINGLE_WORDS + 1)
    made.update([" ".join(words[at : at + SHINGLE_WORDS]) for at in range(last)])
    return made
