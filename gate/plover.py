"""The reader by PLOVER's gold records, where they lie beside the repository: types and triples of events.

A gold record is one event of a short text: its type, its sources and its targets. Every text is read once, its acts are
made into events by onrecord.export, and events of one text with the same type and parties count once. A text may have
several records.

- type recall: the share of records whose type is among the types of the events of their text.
- type precision: of the types of the events, each counted once a text, the share that are a type of a record of the
  text. The records are positives only: a text may tell more than they hold, and all of that counts against the reader.
- triple recall: the share of records that an event matches in type, sources and targets. triple precision: the share of
  events that match a record. Parties match when every one of either side matches one of the other: by the ISO code of
  the state that it is or acts for, or by the words of its name. An event without targets that names all parties as
  sources matches a record that does (a meeting, an agreement), and one that names them as sources and targets does too.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gate.scoring import is_named, names_of
from onrecord.export.plover import PloverActor, PloverEvent, find_events
from onrecord.ingest import report_from_text
from onrecord.reader.reader import Reader
from onrecord.records import Reading

GOLD = Path(__file__).parents[2] / "shared" / "corpora" / "plover" / "gsr_dev.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One gold record: its type, and its sources and targets as pairs of code and words."""

    key: str
    text: str
    plover: str
    sources: tuple[tuple[str, str], ...]
    targets: tuple[tuple[str, str], ...]


@dataclass(slots=True, kw_only=True)
class Tally:
    """Hits of wanted and of found, for types and for triples."""

    wanted: int = 0
    type_hits: int = 0
    types_found: int = 0
    types_right: int = 0
    triple_hits: int = 0
    triples_found: int = 0
    triples_right: int = 0

    def figures(self) -> dict[str, float]:
        recall, precision = share(self.triple_hits, self.wanted), share(self.triples_right, self.triples_found)
        return {
            "type recall": share(self.type_hits, self.wanted),
            "type precision": share(self.types_right, self.types_found),
            "triple recall": recall,
            "triple precision": precision,
            "triple F1": 2 * recall * precision / (recall + precision) if recall + precision else 0.0,
        }


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def read_gold(path: Path = GOLD) -> list[Wanted]:
    return [
        Wanted(
            key=record["id"],
            text=record["text"].strip(" {}"),
            plover=record["event"],
            sources=_parties(record.get("source")),
            targets=_parties(record.get("target")),
        )
        for record in json.loads(path.read_text(encoding="utf-8"))
    ]


def _parties(cell: Any) -> tuple[tuple[str, str], ...]:
    """The parties of a record's cell, which is an empty text where there are none."""
    return tuple((party.get("code", ""), party.get("actorText", "")) for party in cell or ())


class Matcher:
    """Compares the events of one reading with records."""

    def __init__(self, reading: Reading) -> None:
        self.events = _once(find_events(reading))
        self.names = {party.id: names_of(party, reading.report.text) for party in reading.parties}

    def has_type(self, wanted: Wanted) -> bool:
        return any(event.plover == wanted.plover for event in self.events)

    def is_triple(self, event: PloverEvent, wanted: Wanted) -> bool:
        if event.plover != wanted.plover:
            return False
        if not wanted.targets and len(wanted.sources) > 1:
            return self._same((*event.sources, *event.targets), wanted.sources)
        return self._same(event.sources, wanted.sources) and self._same(event.targets, wanted.targets)

    def _same(self, found: Sequence[PloverActor], wanted: Sequence[tuple[str, str]]) -> bool:
        return all(any(self._is(f, w) for f in found) for w in wanted) and all(
            any(self._is(f, w) for w in wanted) for f in found
        )

    def _is(self, found: PloverActor, wanted: tuple[str, str]) -> bool:
        code, words = wanted
        return found.code == code or is_named(words, self.names[found.party])


def _once(events: Sequence[PloverEvent]) -> list[PloverEvent]:
    kept: dict[tuple[object, ...], PloverEvent] = {}
    for event in events:
        kept.setdefault((event.plover, frozenset(event.sources), frozenset(event.targets)), event)
    return list(kept.values())


def tally(gold: Sequence[Wanted], reader: Reader) -> tuple[Tally, list[str]]:
    """The counts, and a line for each record that is not matched in full."""
    texts: dict[str, list[Wanted]] = {}
    for wanted in gold:
        texts.setdefault(wanted.text, []).append(wanted)
    counts, missed = Tally(wanted=len(gold)), list[str]()
    for text, records in texts.items():
        matcher = Matcher(reader.read(report_from_text(text, published="2000-01-01")))
        types = {event.plover for event in matcher.events}
        counts.type_hits += sum(matcher.has_type(wanted) for wanted in records)
        counts.types_found += len(types)
        counts.types_right += len(types & {wanted.plover for wanted in records})
        counts.triples_found += len(matcher.events)
        counts.triples_right += sum(any(matcher.is_triple(e, w) for w in records) for e in matcher.events)
        for wanted in records:
            hit = any(matcher.is_triple(event, wanted) for event in matcher.events)
            counts.triple_hits += hit
            if not hit:
                found = "; ".join(_in_words(event) for event in matcher.events)
                missed.append(f"{wanted.key}: {'' if matcher.has_type(wanted) else 'type '}{found or 'nothing'}")
    return counts, missed


def _in_words(event: PloverEvent) -> str:
    sides = [", ".join(actor.code or actor.name for actor in side) for side in (event.sources, event.targets)]
    return f"{event.plover} {sides[0] or '-'} > {sides[1] or '-'}"


def score_plover(reader: Reader, path: Path = GOLD) -> dict[str, float] | None:
    """The figures by name, or None where the records are not there."""
    return tally(read_gold(path), reader)[0].figures() if path.exists() else None
