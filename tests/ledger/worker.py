"""A program that writes readings 1 to COUNT into a ledger, or reads it till they are there, each state whole."""

import sys

from onrecord.ledger import Ledger
from tests.ledger.making import append_all, numbered, open_at


def main(job: str, place: str, count: str) -> None:
    if job == "write":
        print(*append_all(place, (numbered(number) for number in range(1, int(count) + 1))))
        return
    with open_at(place, read_only=True) as ledger:
        looks = sum(1 for _ in iter(lambda: look(ledger), int(count)))
    print("looked", looks, "times")


def look(ledger: Ledger) -> int:
    """How many reports there are; each state must have rows numbered without gaps, and for each report its act."""
    entries = list(ledger.entries())
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    acts, found = len(list(ledger.acts())), len(list(ledger.search("opinion", limit=100)))
    assert len(entries) <= acts <= found, "what was there stays"
    return len(entries)


if __name__ == "__main__":
    main(*sys.argv[1:])
