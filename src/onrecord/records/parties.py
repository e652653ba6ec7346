"""Party: who acts or speaks."""

from dataclasses import dataclass
from typing import Literal

from onrecord.records.errors import RecordError
from onrecord.records.spans import Span

PartyKind = Literal["state", "person", "organisation", "court", "outlet", "group", "document"]
Bound = Literal["exact", "at_least", "at_most", "about"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many a group is said to have: *at least 20 states* is 20, at_least."""

    value: int
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who acts or speaks, with each place where the report names them.

    *25 countries* is one party of kind group with count 25 and no members: a count is not a
    membership. `of` is the kind of a group's members. `acts_for` is the party id of the state or body
    for which a person or unnamed official speaks. `ids` are pairs such as ("iso3", "ISR").
    """

    id: str
    kind: PartyKind
    name: str
    ids: tuple[tuple[str, str], ...] = ()
    role: str | None = None
    acts_for: str | None = None
    of: str | None = None
    count: Count | None = None
    members: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        schemes = [scheme for scheme, _ in self.ids]
        if len(set(schemes)) < len(schemes):
            where, found = f"party {self.id}", ", ".join(schemes)
            raise RecordError("two ids of one kind", where=where, found=found, expected="one of each")
