"""Factory: where the commands get their reader from. Tests put a reader without a model in its place."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from onrecord.records import Reading, Report
from onrecord.records.explanations import Explanation


class ReportReader(Protocol):
    """What the commands need of a reader; `version` names its model and rules."""

    @property
    def version(self) -> str: ...

    def read(self, report: Report) -> Reading: ...

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]: ...


class Explainer(Protocol):
    """What `onrecord explain` needs of a reader."""

    @property
    def version(self) -> str: ...

    def explain(self, report: Report) -> tuple[Reading, Explanation]: ...


def load_explainer() -> Explainer:
    """The same reader, for how its readings come about."""
    reader: Explainer = _load()
    return reader


def load_reader() -> ReportReader:
    """The reader with the model that the package ships; raises ModelError where it cannot be loaded."""
    reader: ReportReader = _load()
    return reader


@cache
def _load() -> Any:
    return import_module("onrecord.reader.reader").Reader.load()
