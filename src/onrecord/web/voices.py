"""Voices: the attributions of a reading as a page shows them, so that one sees at a glance who says what."""

import re
from dataclasses import dataclass
from itertools import accumulate, groupby

from onrecord.records import Attribution, Reading
from onrecord.records.wording import Wording, word_outlet

HUES = 6
SHORT_CHARS = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says a passage: `short` for the tag in front of it, `words` with all who are cited on the way to the reader.

    `chain` are the ids of the attributions from this one outward. Whoever speaks twice has one `hue` of six, which only
    adds to the words; where more than six speak, hues come round again.
    """

    attribution: Attribution
    short: str
    words: str
    chain: tuple[str, ...]
    hue: int


def find_voices(reading: Reading) -> dict[str, Voice]:
    """The voice of each attribution, by its id, in the order of the reading."""
    wording, attributions = Wording(reading), {att.id: att for att in reading.attributions}
    speakers = [_speaker(att, wording) for att in reading.attributions]
    hues = {speaker: number % HUES for number, speaker in enumerate(dict.fromkeys(speakers))}
    outlet = word_outlet(reading.report) or "this report"
    voices = {}
    for att, speaker in zip(reading.attributions, speakers, strict=True):
        chain = _outward(att, attributions)
        links = [words for words, _ in groupby(wording.link(attributions[key]) for key in chain)]
        voices[att.id] = Voice(
            attribution=att,
            short=_short(speaker),
            words=", as cited by ".join([*links, outlet]),
            chain=chain,
            hue=hues[speaker],
        )
    return voices


def _speaker(att: Attribution, wording: Wording) -> str:
    """The source alone, without the outlet it spoke to."""
    return wording.party(att.source) if att.source else wording.link(att)


def _outward(att: Attribution, attributions: dict[str, Attribution]) -> tuple[str, ...]:
    """An attribution and those it stands in, the innermost first; a circle, which the reader never makes, ends it."""
    chain = [att.id]
    while (parent := attributions[chain[-1]].parent) in attributions and parent not in chain:
        chain.append(parent)
    return tuple(chain)


def _short(speaker: str) -> str:
    """*two senior officials at his…*: without what stands in brackets, cut between words."""
    bare = re.sub(r" \([^)]*\)", "", speaker)
    if len(bare) <= SHORT_CHARS:
        return bare
    starts = accumulate(bare.split(" "), lambda words, word: f"{words} {word}")
    fitting = [start for start in starts if len(start) < SHORT_CHARS]
    return f"{fitting[-1] if fitting else bare[: SHORT_CHARS - 1]}…"
