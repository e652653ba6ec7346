"""Judgement: what a person decided about what was read, with who and why."""

from dataclasses import dataclass
from typing import Literal

from onrecord.records.acts import ActStatus, ActType
from onrecord.records.errors import RecordError
from onrecord.records.parties import PartyKind
from onrecord.records.spans import Span
from onrecord.records.stances import Direction, Stage

Verb = Literal[
    "accept", "reject", "correct", "merge_parties", "split_party", "merge_happenings", "split_happenings", "undo"
]
PartyRole = Literal["actor", "recipient"]

ACT_VERBS: tuple[Verb, ...] = ("accept", "reject", "correct")
PARTY_VERBS: tuple[Verb, ...] = ("merge_parties", "split_party")
HAPPENING_VERBS: tuple[Verb, ...] = ("merge_happenings", "split_happenings")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActKey:
    """Which act is meant, in words that a new reading of the same report has too: its report, trigger and type.

    In *Freedonia asked 25 countries to file*, the asking is ``request`` at the span of *asked*. `type` is the one that
    was read, also where a person corrected it.
    """

    report: str
    trigger: Span
    type: ActType


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyName:
    """Which party is meant, in whatever report: by an id that it shares, else by kind and name."""

    kind: PartyKind
    name: str
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyChange:
    """Another party in an act: `now` in place of `was`. Without `was` it is added, without `now` it is taken out."""

    role: PartyRole
    was: PartyName | None = None
    now: PartyName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an act is instead of what was read; a field that is null stays as it was read.

    `stage` and `direction` say what the act tells of its party's position, on the instrument with this id or, where it
    is null, on whichever the act is about.
    """

    type: ActType | None = None
    status: ActStatus | None = None
    parties: tuple[PartyChange, ...] = ()
    stage: Stage | None = None
    direction: Direction | None = None
    instrument: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's word on what was read: *reject this act: the headline is satire*, by Ada Fenn.

    Nothing is overwritten: each judgement is a row of its own, and what a ledger answers follows from all that stand.

    - `accept`: the act in `acts` is right. `reject`: it is wrong, and is shown no more. `correct`: it is right when
      changed by `correction`. Of several on one act the last decides; corrections of different fields add up.
    - `merge_parties`: whatever is said of the later parties in `parties` is said of the first. `split_party`: where
      the reports in `reports` say the first party, the second is meant.
    - `merge_happenings`: all `acts` tell one happening. `split_happenings`: the first of `acts` tells another one than
      the rest.
    - `undo`: the judgement with the number `undoes` does not stand any more. An undo can be undone.
    """

    verb: Verb
    by: str
    why: str
    acts: tuple[ActKey, ...] = ()
    correction: Correction | None = None
    parties: tuple[PartyName, ...] = ()
    reports: tuple[str, ...] = ()
    undoes: int | None = None

    def __post_init__(self) -> None:
        for field in ("by", "why"):
            if not getattr(self, field).strip():
                raise RecordError(f"a judgement without {field}", where=field, found="nothing", expected="words")
        for field, (least, most) in _parts(self.verb).items():
            count = _count(getattr(self, field))
            if not least <= count <= most:
                expected = str(least) if least == most else f"{least} or more"
                raise RecordError(f"no {self.verb}", where=field, found=str(count), expected=expected)
        if self.correction is not None:
            _check_correction(self.correction)


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceJudged:
    """What people decided that an act of a reading says of its party's position, on one instrument or on any (None).

    `stage` or `direction` is None where nobody decided it. `act` is its id in the reading that counts.
    """

    report: str
    act: str
    instrument: str | None
    stage: Stage | None
    direction: Direction | None
    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningJudged:
    """Acts that people decided to be one happening, or the first of which to be another one than the rest.

    `acts` are pairs of report and act id in the readings that count; acts that are gone are left out.
    """

    verb: Literal["merge_happenings", "split_happenings"]
    acts: tuple[tuple[str, str], ...]
    seq: int


def _check_correction(correction: Correction) -> None:
    if any(change.was is None and change.now is None for change in correction.parties):
        raise RecordError("a change of no party", where="correction.parties", expected="was, now or both")
    if correction == Correction(instrument=correction.instrument):
        raise RecordError("a correction of nothing", where="correction", expected="a field to correct")


_MANY = 10_000
_NONE = {"acts": (0, 0), "correction": (0, 0), "parties": (0, 0), "reports": (0, 0), "undoes": (0, 0)}


def _parts(verb: Verb) -> dict[str, tuple[int, int]]:
    """How many of each part a judgement of a verb has, at least and at most."""
    parts: dict[Verb, dict[str, tuple[int, int]]] = {
        "accept": {"acts": (1, 1)},
        "reject": {"acts": (1, 1)},
        "correct": {"acts": (1, 1), "correction": (1, 1)},
        "merge_parties": {"parties": (2, _MANY)},
        "split_party": {"parties": (2, 2), "reports": (1, _MANY)},
        "merge_happenings": {"acts": (2, _MANY)},
        "split_happenings": {"acts": (2, _MANY)},
        "undo": {"undoes": (1, 1)},
    }
    return _NONE | parts[verb]


def _count(part: object) -> int:
    return len(part) if isinstance(part, tuple) else int(part is not None)
