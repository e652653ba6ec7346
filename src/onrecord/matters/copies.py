"""Copies: reports whose texts are nearly the same, by MinHash over their word sequences.

Likeness of text is never taken for an origin: it only keeps two printings of one wire story from being counted twice.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from math import ceil

from rensa import RMinHash

from onrecord.records import Reading

PERMUTATIONS = 128
SEED = 1
SHINGLE_WORDS = 5
LEAST_LIKE = 0.5  # half of all five-word sequences shared: two edits of one text; separate reports share under 0.05
TOLD_BY = PERMUTATIONS - ceil(LEAST_LIKE * PERMUTATIONS) + 1  # two so alike share one of any so many values


def find_copies(readings: Iterable[Reading]) -> tuple[frozenset[str], ...]:
    """The sets of reports, by id, that are near copies of one another."""
    hashes = {reading.report.id: _minhash(reading.report.text) for reading in readings}
    places: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    groups: dict[str, set[str]] = {}
    for report in sorted(hashes):
        shared = [places[place] for place in enumerate(hashes[report].digest()[:TOLD_BY])]
        like = [other for other in set().union(*shared) if hashes[report].jaccard(hashes[other]) >= LEAST_LIKE]
        merged = {report}.union(*(groups[other] for other in like))
        groups |= dict.fromkeys(merged, merged)
        for reports in shared:
            reports.append(report)
    found = {id(group): group for group in groups.values() if len(group) > 1}
    return tuple(frozenset(group) for group in sorted(found.values(), key=max))


def _minhash(text: str) -> RMinHash:
    words = re.findall(r"\w+", text.casefold())
    made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    last = max(1, len(words) - SHINGLE_WORDS + 1)
    made.update([" ".join(words[at : at + SHINGLE_WORDS]) for at in range(last)])
    return made
