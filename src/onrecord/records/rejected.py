"""Rejected: an input that could not be read, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """An input that gave no report. The batch goes on, and the count of these is told at its end.

    `where` is the path, address or line (``reports.jsonl:12``) of the input; `reason` a short code such as
    ``empty`` or ``not_utf8``, the same for the same cause; `detail` the words for a person.
    """

    where: str
    reason: str
    detail: str
