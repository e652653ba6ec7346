"""Trace: what the reader weighed while it read, told by the very places that decided.

A trace is filled only where one is passed in; the reader never looks into it, so that a report is read alike with one
and without. All numbers are token indexes; a head is the word that may tell of an act.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from onrecord.reader.lexicon import Action, Complement
from onrecord.records.acts import ActStatus
from onrecord.records.reasons import Reason

if TYPE_CHECKING:
    from onrecord.reader.workings import Workings

UnsaidRule = Literal["behind", "alike", "court", "promised"]
StatusRule = Literal["ahead", "none", "if", "negation", "answer"]
Way = Literal["slot", "asked", "given", "answered", "gap"]
RECEIVER, GIVER, SPEAKER, OBLIGED = "receiver", "giver", "speaker", "obliged"
"""The slots of a noun that the subject of its verb receives, *Peru won praise from Chad*, and those of a *must*, *Peru
said that Chad must act*: Peru and Chad are in them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTried:
    """A line of actions.tsv that was tried for a word and did not fit: for want of `word`, or because the condition
    of that number in its column `when` does not hold.
    """

    action: Action
    word: str | None = None
    condition: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A word that had a say in a status: one of the act's own clause (`at` is None), or one that governs `at`."""

    word: int
    gives: ActStatus
    so_far: ActStatus
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The parties of a frame, and the way each was come by: its own slot, or another word that told them."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_way: Way
    recipient_way: Way


@dataclass(slots=True)
class Trace:
    """Everything that was noted in one report, by the head it was noted for."""

    barred: dict[int, Reason] = field(default_factory=dict)
    tried: dict[int, list[LineTried]] = field(default_factory=lambda: defaultdict(list))
    slots: dict[tuple[int, int], str] = field(default_factory=dict)
    refused: dict[int, Reason] = field(default_factory=dict)
    found: dict[int, Found] = field(default_factory=dict)
    gaps: set[int] = field(default_factory=set)
    merged: dict[int, int] = field(default_factory=dict)
    unsaid: dict[int, UnsaidRule] = field(default_factory=dict)
    steps: dict[int, list[Step]] = field(default_factory=lambda: defaultdict(list))
    stops: dict[int, int | None] = field(default_factory=dict)
    own: dict[int, Complement | StatusRule] = field(default_factory=dict)
    given: dict[tuple[int, int], Complement | Action] = field(default_factory=dict)
    questions: set[int] = field(default_factory=set)
    links: dict[int, dict[int, Reason | None]] = field(default_factory=lambda: defaultdict(dict))
    factors: dict[int, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    signs: dict[int, dict[str, float]] = field(default_factory=dict)
    places: dict[int, dict[str, int | None]] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    workings: "Workings | None" = None
    deeds: list[tuple[tuple[int, int] | None, tuple[tuple[int, int], ...]]] = field(default_factory=list)
