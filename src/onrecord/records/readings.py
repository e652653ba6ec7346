"""Reading: all that was read in one report."""

from dataclasses import dataclass

from onrecord.records.acts import Act
from onrecord.records.attributions import Attribution
from onrecord.records.parties import Party
from onrecord.records.reports import Report

READING_VERSION = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """How many records of one kind failed a check and were left out, and which check."""

    record: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The record of one report: its parties, attributions and acts, and what was dropped on the way.

    `reader` names the model and rules that made it, for instance ``onrecord 0.1.0, model 1a2b3c``.
    """

    report: Report
    reader: str
    parties: tuple[Party, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    acts: tuple[Act, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows: the text with its attributions marked, and the acts as sentences."""
        from onrecord.records.markup import reading_html  # markup is built on this record

        return reading_html(self)
