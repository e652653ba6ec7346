"""Kept folds: what a matter's reports say, folded once and kept for as long as the ledger stays as it is.

A page asks the same of a ledger over and over. Folding a matter of some hundred reports takes a second, finding out
that nothing changed takes a millisecond.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TypeVar

from onrecord.answers.matter_folds import fold_entries
from onrecord.ledger import Entry, Heights, Ledger
from onrecord.matters.folding import MatterFold
from onrecord.matters.tables_kept import keep_party
from onrecord.matters.wanted import words_wanted
from onrecord.records.judgements import PARTY_VERBS
from onrecord.records.matters import Matter
from onrecord.records.positions import PositionTable

FOLDS_KEPT = 64
TABLES_KEPT = 32
KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Kept(OrderedDict[KeyT, ValueT]):
    """The answers that were asked for last."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def get_or(self, key: KeyT, make: Callable[[], ValueT]) -> ValueT:
        if key not in self:
            self[key] = make()
            if len(self) > self._most:
                self.popitem(last=False)
        self.move_to_end(key)
        return self[key]


@dataclass(frozen=True, eq=False)
class KeptFold:
    """The fold of a matter at some heights of the logs, with its tables of the days that were asked for.

    `rows` are the numbers of the rows of the log that it was made from.
    """

    matter: Matter
    heights: Heights
    rows: tuple[int, ...]
    fold: MatterFold
    known_on: str | None = None
    _tables: Kept[str | None, PositionTable] = field(default_factory=lambda: Kept(TABLES_KEPT))
    _lock: Lock = field(default_factory=Lock)

    def table(self, as_of: str | None = None) -> PositionTable:
        with self._lock:
            return self._tables.get_or(as_of, lambda: self.fold.table(as_of, self.known_on))

    def table_of(self, party: str, as_of: str | None = None) -> PositionTable:
        """As `MatterFold.table_of`: the table of one party; explicit silence where no report tells a step of it."""
        kept = keep_party(self.table(as_of), party)
        return kept if kept.positions or kept.silences else self.fold.table_of(party, as_of, self.known_on)


class KeptEntries:
    """The rows of the log that may belong to a matter, asked for again only where the ledger has grown."""

    def __init__(self, matter: Matter) -> None:
        self._wanted = words_wanted(matter)
        self._by_report: dict[str, list[Entry]] = {}
        self._seen: int | None = None
        self._regrouped: frozenset[int] = frozenset()

    def refresh(self, ledger: Ledger, heights: Heights) -> list[Entry]:
        """All rows as of these heights.

        Words are looked for in the names of parties too, so all is asked anew when people say that parties are one.
        """
        regrouping = (*PARTY_VERBS, "undo")
        regrouped = frozenset(each.seq for each in ledger.judgement_entries() if each.judgement.verb in regrouping)
        if regrouped != self._regrouped:
            self._by_report, self._regrouped, self._seen = {}, regrouped, None
        found: dict[str, list[Entry]] = {}
        for entry in ledger.entries(self._wanted, after=self._seen):
            found.setdefault(entry.reading.report.id, []).append(entry)
        self._by_report |= found
        self._seen = heights.readings
        return sorted((entry for each in self._by_report.values() for entry in each), key=lambda entry: entry.seq)


class KeptFolds:
    """The folds of a ledger's matters, for many who ask at once: what one of them has folded serves the others."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._locks: dict[Matter, Lock] = {}
        self._entries: dict[Matter, KeptEntries] = {}
        self._folds: Kept[tuple[Matter, str | None], KeptFold] = Kept(FOLDS_KEPT)

    def fold(self, matter: Matter, known_on: str | None = None) -> KeptFold:
        """The fold of a matter as the ledger is now, or as it was at the end of a day."""
        with self._lock:
            lock = self._locks.setdefault(matter, Lock())
        with lock:
            heights = self._ledger.heights()
            kept = self._folds.get((matter, known_on))
            if kept is None or kept.heights != heights:
                kept = self._fold(matter, known_on, heights, kept)
                with self._lock:
                    self._folds.pop((matter, known_on), None)
                    self._folds.get_or((matter, known_on), lambda: kept)
            return kept

    def _fold(self, matter: Matter, known_on: str | None, heights: Heights, before: KeptFold | None) -> KeptFold:
        """The fold at these heights: the one before, where all that was added belongs to other matters."""
        entries = self._entries.setdefault(matter, KeptEntries(matter)).refresh(self._ledger, heights)
        rows = tuple(entry.seq for entry in entries)
        if before is not None and before.rows == rows and before.heights[1:] == heights[1:]:
            return replace(before, heights=heights)
        return KeptFold(matter, heights, rows, fold_entries(matter, self._ledger, entries, known_on), known_on)
