"""Report: one article as it was published."""

from dataclasses import dataclass
from typing import Literal

PublishedBasis = Literal["given", "metadata", "page", "url", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who published the report, for instance *The Harbour Times*, harbourtimes.example."""

    name: str | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article as it was published; its text is normalised once and never altered after.

    `id` is ``r:`` and a hash of what was published; `given_id` the id that the input carried.
    `published` is an ISO date or None, and `published_basis` says where it came from.
    Every span of a reading is an offset into `text`, which does not repeat the title.
    """

    id: str
    text: str
    given_id: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: Outlet = Outlet()
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "none"
    language: str | None = None
