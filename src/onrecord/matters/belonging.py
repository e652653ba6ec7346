"""Belonging: which reports belong to a matter, and why.

A report belongs when it names an instrument and has a keyword or a party of the matter as well, or when it has keywords
enough by themselves. Parties alone never suffice: states turn up in every report.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.matters.actors import Actors, name_key
from onrecord.matters.instruments import matter_words
from onrecord.matters.words import held_phrases, holds_any
from onrecord.records import Reading
from onrecord.records.matters import Matter

LEAST_KEYWORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongs:
    """Whether a report belongs to a matter, with the words, parties and instruments that tell so."""

    report: str
    belongs: bool
    keywords: tuple[str, ...]
    instruments: tuple[str, ...]
    parties: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reason in words: *instrument “legal opinion”; keywords ICC, arrest warrant; parties GBR, ISR*."""
        parts = [
            f"{label} {', '.join(words)}"
            for label, words in (
                ("names", self.instruments),
                ("keywords", self.keywords),
                ("parties", self.parties),
            )
            if words
        ]
        return "; ".join(parts) or "nothing of the matter is in it"


def find_belonging(reading: Reading, matter: Matter) -> Belongs:
    """Whether a reading belongs to a matter, and why."""
    report = reading.report
    text = f"{report.title or ''}\n{report.text}"
    keywords = held_phrases(dict.fromkeys(matter.keywords), text)
    instruments = held_phrases(dict.fromkeys(matter_words(matter)), text)
    parties = _parties(reading, matter)
    belongs = len(keywords) >= LEAST_KEYWORDS or bool(instruments and (keywords or (parties and not matter.keywords)))
    return Belongs(report=report.id, belongs=belongs, keywords=keywords, instruments=instruments, parties=parties)


def belongs_to(reading: Reading, matter: Matter) -> bool:
    """Whether a reading belongs to a matter; as `find_belonging` without the reasons, which cost more to find."""
    text = f"{reading.report.title or ''}\n{reading.report.text}"
    keywords = len(held_phrases(dict.fromkeys(matter.keywords), text))
    if keywords >= LEAST_KEYWORDS or not holds_any(matter_words(matter), text):
        return keywords >= LEAST_KEYWORDS
    return bool(keywords) or (not matter.keywords and bool(_parties(reading, matter)))


def select_readings(readings: Iterable[Reading], matter: Matter) -> tuple[Reading, ...]:
    """The readings that belong to a matter, in their order."""
    return tuple(reading for reading in readings if belongs_to(reading, matter))


def _parties(reading: Reading, matter: Matter) -> tuple[str, ...]:
    actors = Actors(matter, ())
    names = {name_key(name) for name in matter.parties}
    found = {actors.of(party.id, reading) for party in reading.parties}
    return tuple(
        sorted({actor.name for actor in found if name_key(actor.name) in names or actor.key in matter.parties})
    )
