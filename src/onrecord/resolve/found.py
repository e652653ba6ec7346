"""What a rule makes of one noun phrase: a party found, a pointer to one named elsewhere, or none."""

from dataclasses import dataclass

from onrecord.records import Count, PartyKind
from onrecord.resolve.tables import Entry, states


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A party as one phrase gives it.

    `key` says when two phrases are one party: ``state:ISR``, ``person:karim khan``; None if only the words
    of the phrase can tell. In *Egyptian officials*, `acts_for` is Egypt. `unsettled` is the reason why an
    identity was left open: *Georgia* may be the country or the US state. `acts_for_token` is a token whose party is
    acted for, where only resolving it can tell: *its* in *its foreign minister*. `rule` names the rule.
    """

    kind: PartyKind
    name: str
    rule: str
    key: str | None = None
    ids: tuple[tuple[str, str], ...] = ()
    role: str | None = None
    acts_for: "Found | None" = None
    acts_for_token: int | None = None
    of: str | None = None
    count: Count | None = None
    members: tuple[int, ...] = ()
    nouns: tuple[str, ...] = ()
    unsettled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A phrase that points to a party of the text: *she*, *the bloc*, *the 93 states*, *the newspaper*.

    `kinds` are those it may point to, `noun` its head noun, `fallback` what it is when nothing fits. `via` is
    the token whose party is meant: that of *its* for *its spy agencies*, that of the man for *who*. `gender` is what
    *he* (m) and *she* (f) tell.
    """

    kinds: frozenset[str]
    rule: str
    plural: bool = False
    noun: str | None = None
    count: Count | None = None
    of: str | None = None
    role: str | None = None
    acts_for: Found | None = None
    fallback: Found | None = None
    via: int | None = None
    gender: str | None = None
    refusal: str = "nothing in the text fits"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a phrase is no party, for instance ``abstract noun``."""

    reason: str


Described = Found | Pointer | Refusal


def found_entry(entry: Entry, rule: str) -> Found:
    """A known party under its standard name, with its ids; for a state's own body, the state it acts for."""
    from_table = [("wikidata", entry.wikidata)] if entry.wikidata else []
    if entry.kind == "state":
        ids = (("iso3", entry.state or ""), *from_table)
        return Found(kind="state", name=entry.name, rule=rule, key=f"state:{entry.state}", ids=ids)
    key = f"{entry.kind}:{entry.name.casefold()}"
    return Found(
        kind=entry.kind, name=entry.name, rule=rule, key=key, ids=tuple(from_table), nouns=entry.nouns,
        acts_for=_state_of(entry),
    )  # fmt: skip


def _state_of(entry: Entry) -> Found | None:
    return found_entry(states()[entry.state], "body of a state") if entry.state else None
