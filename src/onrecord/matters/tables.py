"""Tables: the rules and word lists of the fold, read once from the package's own files."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from onrecord.records import Act, ActStatus, ActType
from onrecord.records.errors import RecordError
from onrecord.records.matters import Instrument, InstrumentKind
from onrecord.records.stances import Stage

Sign = Literal["+", "-", "0", "?", "words"]
Role = Literal["actors", "recipients"]
ANY, DEED = "*", "deed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of rules.tsv: which acts on which instruments put whom at which stage.

    `sign` tells the direction: ``+`` as the instrument's backing, ``-`` the opposite, ``0`` neutral, ``?`` unclear,
    ``words`` whatever the words tell. `needs` is a condition that the act has to meet beyond its type and status.
    """

    name: str
    types: tuple[str, ...]
    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    role: Role
    needs: str
    stage: Stage
    sign: Sign
    why: str


def rules_for(act: Act, instrument: Instrument) -> tuple[int, ...]:
    """The places in `rules` of those for such acts on such an instrument; what carries it out is a deed and no more."""
    return _fitting(act.type, act.status, instrument.kind, act.type in instrument.deeds)


@cache
def _fitting(act_type: ActType, status: ActStatus, kind: InstrumentKind, is_deed: bool) -> tuple[int, ...]:
    types = {DEED} if is_deed else {ANY, act_type}
    return tuple(
        place
        for place, rule in enumerate(rules())
        if types & set(rule.types) and {ANY, status} & set(rule.statuses) and {ANY, kind} & set(rule.kinds)
    )


def _rows(file: str) -> Iterator[tuple[int, list[str]]]:
    text = files("onrecord.matters").joinpath("data", file).read_text(encoding="utf-8")
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    columns = lines[0][1].split("\t")
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            found, expected = f"{len(cells)} cells", f"{len(columns)} cells"
            raise RecordError("wrong cells", where=f"{file}:{number}", found=found, expected=expected)
        yield number, cells


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in their order: of several that fit one act, party and instrument the first counts."""
    return tuple(_rule(number, cells) for number, cells in _rows("rules.tsv"))


def _rule(number: int, cells: list[str]) -> Rule:
    name, types, statuses, kinds, role, needs, stage, sign, why = cells
    for cell, allowed in (
        (types, (*get_args(ActType), ANY, DEED)),
        (statuses, (*get_args(ActStatus), ANY)),
        (kinds, (*get_args(InstrumentKind), ANY)),
        (role, get_args(Role)),
        (stage, get_args(Stage)),
        (sign, get_args(Sign)),
    ):
        for value in cell.split("|"):
            if value not in allowed:
                where = f"rules.tsv:{number}"
                raise RecordError("unknown value", where=where, found=value, expected=", ".join(allowed))
    return Rule(
        name=name, types=tuple(types.split("|")), statuses=tuple(statuses.split("|")), kinds=tuple(kinds.split("|")),
        role=cast(Role, role), needs=needs, stage=cast(Stage, stage), sign=cast(Sign, sign), why=why,
    )  # fmt: skip


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of one list of words.tsv, in its order; none where there is no such list."""
    return tuple(word for _, (key, cell) in _rows("words.tsv") if key == name for word in cell.split("|"))
