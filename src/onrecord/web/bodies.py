"""Bodies: the bytes of answers of the API."""

from collections.abc import Mapping
from dataclasses import dataclass

MOST_KEPT_BYTES = 1024 * 1024
BODIES_KEPT = 64
Links = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The bytes of an answer; `links` are the query parameters of other pages, by relation: *next*."""

    content: bytes
    links: Links | None = None

    @property
    def may_be_kept(self) -> bool:
        return len(self.content) <= MOST_KEPT_BYTES
