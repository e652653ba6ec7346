"""Explanations of readings, told from the trace that the rules filled while they read."""

from onrecord.reader.explain.explanation import explain_reading

__all__ = ["explain_reading"]
