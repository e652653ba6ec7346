"""Check: what a matter finds in readings, so that a person sees which names and words do nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.matters.actors import Actors, name_key
from onrecord.matters.belonging import Belongs, find_belonging
from onrecord.matters.words import find_phrase
from onrecord.records import Reading
from onrecord.records.matters import Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterCheck:
    """How a matter fits readings: which belong and why, and which of its words and parties are in none that do."""

    belonging: tuple[Belongs, ...]
    left_out: int
    unused_words: tuple[str, ...]
    unused_parties: tuple[str, ...]
    instruments_unseen: tuple[str, ...]


def check_matter(matter: Matter, readings: Sequence[Reading]) -> MatterCheck:
    found = [find_belonging(reading, matter) for reading in readings]
    held = [reading for reading, belongs in zip(readings, found, strict=True) if belongs.belongs]
    texts = [f"{reading.report.title or ''}\n{reading.report.text}" for reading in held]
    words = (*matter.keywords, *(name for each in matter.instruments for name in each.names))
    seen = [
        each
        for each in matter.instruments
        if any(find_phrase(name, text) is not None for text in texts for name in (each.name, *each.names))
    ]
    actors = Actors(matter, held)
    named = {actors.of(party.id, reading) for reading in held for party in reading.parties}
    keys = {actor.key for actor in named} | {name_key(actor.name) for actor in named}
    return MatterCheck(
        belonging=tuple(each for each in found if each.belongs),
        left_out=len(readings) - len(held),
        unused_words=tuple(
            word for word in dict.fromkeys(words) if not any(find_phrase(word, text) is not None for text in texts)
        ),
        unused_parties=tuple(name for name in matter.parties if name not in keys and name_key(name) not in keys),
        instruments_unseen=tuple(each.name for each in matter.instruments if each not in seen),
    )
