"""Timelines: the steps of a matter in time, as of a day and of one party."""

from onrecord.matters.actors import is_called
from onrecord.matters.folding import MatterFold
from onrecord.matters.timeline import fold_timeline
from onrecord.records.positions import TimelineEntry


def timeline_of(fold: MatterFold, as_of: str | None = None, party: str | None = None) -> tuple[TimelineEntry, ...]:
    """The steps that had been reported up to a day, of all parties or of one by its name or code."""
    steps = [step for step in fold.steps if as_of is None or (step.published or "") <= as_of]
    return fold_timeline(step for step in steps if party is None or is_called(step.party, party))
