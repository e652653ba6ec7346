"""Explanation of a whole reading: its acts, and the words of the lexicon that made none."""

from onrecord.reader.explain.acts import ActExplainer
from onrecord.reader.explain.passed import PassedFinder
from onrecord.reader.trace import Trace
from onrecord.records.explanations import Explanation
from onrecord.records.readings import Reading


def explain_reading(reading: Reading, trace: Trace) -> Explanation:
    """How a reading came about, by the trace that was filled while it was read."""
    workings = trace.workings
    if workings is None:
        raise ValueError("the trace was not filled; read the report with it first")
    explainer = ActExplainer(reading, trace, workings)
    return Explanation(
        report=reading.report.id,
        reader=reading.reader,
        acts=tuple(explainer.explain(act, trace.heads[act.id]) for act in reading.acts),
        passed=tuple(PassedFinder(reading, trace, workings).find()),
        tokens=workings.clauses.tokens,
    )
