"""Origin: where a claim entered the press."""

from dataclasses import dataclass
from typing import Literal

OriginBasis = Literal["cited", "own", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report has a claim from: *Walla* (cited), the reporting outlet itself (own), or unknown (no name).

    `relays` are the outlets through which it came on the way from there, the nearest to the report first. `source` is
    the person or office that the origin quotes: source and origin are two things. `why` tells the reason.
    """

    name: str | None = None
    basis: OriginBasis
    relays: tuple[str, ...] = ()
    source: str | None = None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The reports of one claim that have it from one origin, with the outlets that relayed it and the reasons."""

    origin: str
    basis: OriginBasis
    reports: tuple[str, ...]
    relays: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How one report has a claim: from an origin, through the relays of `path`, the nearest to the origin first."""

    report: str
    origin: str
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRange:
    """How many independent origins a claim has: from `least` to `most`, since a report that names none may be one more.

    `unknown` are the reports whose origin is not known, those that are copies of one another counted once in `most`.
    """

    least: int
    most: int
    shares: tuple[Share, ...] = ()
    links: tuple[Link, ...] = ()
    unknown: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
