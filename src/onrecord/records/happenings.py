"""Happening: acts of several reports that are one event."""

from dataclasses import dataclass

from onrecord.records.acts import ActStatus, ActTime, ActType
from onrecord.records.origins import OriginRange
from onrecord.records.positions import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One report's telling of a happening: the act, and why it was put together with the others."""

    report: str
    act: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Acts of several reports that are one event, told with one status. Acts of contradicting statuses never share one.

    `id` follows from what is in it, so that the same acts give the same id. `words` tells it in a sentence of one
    report, `time` is the narrowest that a report states.
    """

    id: str
    type: ActType
    status: ActStatus
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    words: str
    time: ActTime = ActTime()
    told: tuple[Told, ...]
    origins: OriginRange
