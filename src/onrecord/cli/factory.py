"""Factory: where the commands get their reader from. Tests put a reader without a model in its place."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol

from onrecord.records import Reading, Report


class ReportReader(Protocol):
    """What the commands need of a reader; `version` names its model and rules."""

    @property
    def version(self) -> str: ...

    def read(self, report: Report) -> Reading: ...

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]: ...


def load_reader() -> ReportReader:
    """The reader with the model that the package ships; raises ModelError where it cannot be loaded."""
    reader: ReportReader = import_module("onrecord.reader.reader").Reader.load()
    return reader
