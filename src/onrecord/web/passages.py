"""Passages: the sentence that tells an act, with the one before and the one after, and who acts marked in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.matters.words import sentence_around, sentences
from onrecord.records import Act, Reading, Span

StretchKind = Literal["text", "trigger", "actor", "recipient"]
MOST_CHARS = 1500  # of a sentence, or of what stands around it: a text without a full stop is one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of the text; `inside` is the sentence of the act, the rest stands around it."""

    text: str
    kind: StretchKind = "text"
    inside: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What somebody reads to judge an act; `starts` and `ends` tell whether the report begins and ends with it."""

    stretches: tuple[Stretch, ...]
    starts: bool
    ends: bool


def find_passage(reading: Reading, act: Act) -> Passage:
    """The passage of an act, cut at each end of what is marked in it."""
    text = reading.report.text
    inner = _near(sentence_around(text, act.trigger), act.trigger)
    before = next((each for each in reversed(tuple(sentences(text))) if each.end <= inner.start), None)
    after = next((each for each in sentences(text) if each.start >= inner.end), None)
    whole = Span(
        inner.start if before is None else max(before.start, inner.start - MOST_CHARS),
        inner.end if after is None else min(after.end, inner.end + MOST_CHARS),
    )
    marks = [(kind, span) for kind, span in _marks(reading, act) if whole.covers(span)]
    edges = sorted({*whole, *inner, *(edge for _, span in marks for edge in span)})
    stretches = tuple(
        Stretch(text=text[start:end], kind=_kind(Span(start, end), marks), inside=inner.covers(Span(start, end)))
        for start, end in pairwise(edges)
    )
    return Passage(
        stretches=stretches, starts=not text[: whole.start].strip(), ends=not text[whole.end :].strip()
    )  # fmt: skip


def _near(sentence: Span, trigger: Span) -> Span:
    start, end = max(sentence.start, trigger.start - MOST_CHARS), min(sentence.end, trigger.end + MOST_CHARS)
    return Span(start, max(end, trigger.end))


def _marks(reading: Reading, act: Act) -> Iterator[tuple[StretchKind, Span]]:
    """What is marked; where two overlap, the first shows."""
    yield "trigger", act.trigger
    parties = {party.id: party for party in reading.parties}
    roles: tuple[tuple[StretchKind, tuple[str, ...]], ...] = (("actor", act.actors), ("recipient", act.recipients))
    for kind, keys in roles:
        for key in keys:
            for mention in parties[key].mentions if key in parties else ():
                yield kind, mention


def _kind(stretch: Span, marks: list[tuple[StretchKind, Span]]) -> StretchKind:
    return next((kind for kind, span in marks if span.covers(stretch)), "text")
