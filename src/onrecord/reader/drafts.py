"""Drafts: acts on their way to the record, their parties still to be completed from what was told before."""

from dataclasses import dataclass

from onrecord.reader.dates import TimeFound
from onrecord.reader.frames import Frame
from onrecord.reader.statuses import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDraft:
    """One act of a frame.

    `chain` holds numbers of citings, outermost first; `behind` the heads of earlier acts that this one speaks of
    (*condemned the step*).
    """

    frame: Frame
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    judged: Judged
    chain: tuple[int, ...]
    time: TimeFound | None
    behind: tuple[int, ...] = ()

    @property
    def head(self) -> int:
        return self.frame.head
