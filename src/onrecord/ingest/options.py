"""IngestOptions: the limits and permissions under which inputs are read."""

from dataclasses import dataclass

MOST_CHARS = 1_000_000
MOST_BYTES = 40_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """What an input may weigh, how long an address may take, and where an address may lead.

    `max_chars` is for the text of one report: a million characters are some 400 pages. `max_bytes` holds for a
    file and for a line of JSON Lines, `max_page_bytes` for HTML and for whatever an address gives, counted
    after decompression. `timeout_s` is for one address as a whole, redirects included. `allow_private` lets
    addresses lead into the local network, for instance to a newsroom's own archive. With `strict_dates` a
    publication date that cannot be read rejects its report; without it the date is None.
    """

    max_chars: int = MOST_CHARS
    max_bytes: int = MOST_BYTES
    max_page_bytes: int = 10_000_000
    timeout_s: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False
    strict_dates: bool = False
