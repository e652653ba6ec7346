"""The table from acts to PLOVER and CAMEO (data/plover.tsv): its lines, and which of them fits an act."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from onrecord.reader.tables import Row, read_rows
from onrecord.records import Act, Reading
from onrecord.records.acts import ActStatus, ActType
from onrecord.records.parties import PartyKind

Roles = Literal["act", "speaker"]
Test = Literal["rule", "about", "actor", "recipient", "norecipient", "own", "told", "unasked"]

COLUMNS = ("type", "status", "when", "plover", "draft", "cameo", "roles", "loss")
DRAFT_NAMES = frozenset(
    {
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "ACCUSE", "REQUEST", "REJECT",
        "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT",
    }
)  # fmt: skip
NAMES = (DRAFT_NAMES - {"ACCUSE", "REQUEST"}) | {"DEMAND", "DISAPPROVE", "INVESTIGATE", "FIGHT"}
CAMEO_ROOTS = frozenset(f"{number:02}" for number in range(1, 21))
_WITH_VALUES: dict[Test, Collection[str] | None] = {
    "rule": None,
    "about": get_args(ActType),
    "actor": get_args(PartyKind),
    "recipient": get_args(PartyKind),
    "norecipient": get_args(PartyKind),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must hold of an act's record: ``about:aid|consult``; a bare ``recipient`` has no values."""

    test: Test
    values: frozenset[str] = frozenset()

    def holds(self, act: Act, facts: "Facts") -> bool:
        match self.test:
            case "rule":
                return bool(phrase_of(act.rule) & self.values)
            case "about":
                return bool(facts.about & self.values)
            case "actor":
                return bool(facts.actor_kinds & self.values)
            case "recipient":
                return bool(facts.recipient_kinds & self.values) if self.values else bool(facts.recipient_kinds)
            case "norecipient":
                return not facts.recipient_kinds & self.values
            case "own":
                return facts.is_own
            case "told":
                return bool(act.chain)
            case "unasked":
                return facts.is_unasked


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the conditions ask about an act beyond its own record: of its parties and of the acts around it.

    `actor_kinds` has the kinds of those for whom the actors act as well: soldiers of Chad are Chad.
    """

    about: frozenset[str]
    actor_kinds: frozenset[str]
    recipient_kinds: frozenset[str]
    is_own: bool
    is_unasked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table. `plover`, `draft` and `cameo` are None where such an act has no code and is left out."""

    types: frozenset[str]
    statuses: frozenset[str]
    when: tuple[Condition, ...]
    plover: str | None
    draft: str | None
    cameo: str | None
    roles: Roles
    loss: str | None
    cells: tuple[str, ...]

    def fits(self, act: Act, facts: Facts) -> bool:
        return (
            act.status in self.statuses
            and ("*" in self.types or act.type in self.types)
            and all(condition.holds(act, facts) for condition in self.when)
        )


def phrase_of(rule: str) -> frozenset[str]:
    """The words of the lexicon's phrase that an act's rule names: ``verb:call on#request:2`` gives call, on."""
    words, _, _ = rule.partition(":")[2].partition("#")
    return frozenset(words.split(" "))


def facts_of(act: Act, reading: Reading) -> Facts:
    """What the reading says around an act."""
    kinds = {party.id: party.kind for party in reading.parties}
    sources = {att.id: att.source for att in reading.attributions}
    behind = [party.acts_for for party in reading.parties if party.id in act.actors and party.acts_for]
    return Facts(
        about=frozenset(other.type for other in reading.acts if is_about(act, other)),
        actor_kinds=frozenset(kinds[key] for key in [*act.actors, *behind] if key in kinds),
        recipient_kinds=frozenset(kinds[key] for key in act.recipients if key in kinds),
        is_own=bool({sources.get(key) for key in act.chain} & set(act.actors)),
        is_unasked=not any(act.id in other.about for other in reading.acts),
    )


def is_about(act: Act, other: Act) -> bool:
    """Whether an act is about another: it says so, or the other is told in its object."""
    within = act.object is not None and act.object.covers(other.trigger)
    return other.id in act.about or (within and other.id != act.id)


def line_for(act: Act, reading: Reading) -> Line:
    """The line that decides about an act; the table ends every status with a line for any type."""
    facts = facts_of(act, reading)
    return next(line for line in load_table() if line.fits(act, facts))


@cache
def load_table() -> tuple[Line, ...]:
    text = files("onrecord.export").joinpath("data", "plover.tsv").read_text(encoding="utf-8")
    return tuple(parse_line(row) for row in read_rows(text, file="plover.tsv", columns=COLUMNS))


def parse_line(row: Row) -> Line:
    return Line(
        types=_some_of(row, "type", (*get_args(ActType), "*")),
        statuses=_some_of(row, "status", get_args(ActStatus)),
        when=() if row.cells["when"] == "-" else tuple(_condition(row, text) for text in row.cells["when"].split(";")),
        plover=_one_or_none(row, "plover", NAMES),
        draft=_one_or_none(row, "draft", DRAFT_NAMES),
        cameo=_one_or_none(row, "cameo", CAMEO_ROOTS),
        roles=cast(Roles, row.one_of("roles", get_args(Roles))),
        loss=None if row.cells["loss"] == "-" else row.cells["loss"],
        cells=tuple(row.cells.values()),
    )


def _some_of(row: Row, column: str, allowed: Collection[str]) -> frozenset[str]:
    values = frozenset(row.cells[column].split("|"))
    if not values <= set(allowed):
        raise row.error(column, f"unknown {column}", expected=f"some of {', '.join(allowed)}, joined by |")
    return values


def _one_or_none(row: Row, column: str, allowed: Collection[str]) -> str | None:
    return None if row.cells[column] == "-" else row.one_of(column, allowed)


def _condition(row: Row, text: str) -> Condition:
    name, sign, cell = text.replace("~", ":", 1).partition(":")
    if name not in get_args(Test):
        raise row.error("when", f"unknown condition {text!r}", expected=", ".join(get_args(Test)))
    test, values = cast(Test, name), frozenset(cell.split("|")) if sign else frozenset[str]()
    allowed = _WITH_VALUES.get(test, ())
    if "" in values or (allowed is not None and not values <= set(allowed)):
        raise row.error("when", f"unknown value in {text!r}", expected=", ".join(allowed or ("a word",)))
    return Condition(test=test, values=values)
