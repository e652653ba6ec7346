"""Explanations: how today's reader comes to what it reads. The reader is loaded once, and explains one at a time."""

from collections.abc import Callable
from threading import Lock
from typing import Protocol

from onrecord.answers.kept_folds import Kept
from onrecord.ledger.verdicts import find_act, key_of
from onrecord.records import Act, Reading, Report
from onrecord.records.errors import NotFoundError
from onrecord.records.explanations import Explanation

EXPLANATIONS_KEPT = 16
Explained = tuple[Reading, Explanation]


class Explainer(Protocol):
    """A reader, for how its readings come about."""

    @property
    def version(self) -> str: ...

    def explain(self, report: Report) -> Explained: ...


class Explanations:
    """The explanations of a site; NotFoundError for all of them where the site has no explainer."""

    def __init__(self, load: Callable[[], Explainer] | None) -> None:
        self._load = load
        self._explainer: Explainer | None = None
        self._lock = Lock()
        self._kept: Kept[str, Explained] = Kept(EXPLANATIONS_KEPT)

    @property
    def version(self) -> str:
        """The model and rules of the reader that explains."""
        with self._lock:
            return self._loaded().version

    def of(self, report: Report) -> Explained:
        """The report as it is read today, and how that comes about."""
        with self._lock:
            return self._kept.get_or(report.id, lambda: self._loaded().explain(report))

    def _loaded(self) -> Explainer:
        if self._load is None:
            raise NotFoundError("no explanations here", expected="a site that was given a reader")
        if self._explainer is None:
            self._explainer = self._load()
        return self._explainer


def find_same(act: str, recorded: Reading, read: Reading) -> Act:
    """The act of today's reading that an act of a recorded one is, by trigger and type; NotFoundError for none."""
    meant = next((each for each in recorded.acts if each.id == act), None)
    if meant is None:
        there = ", ".join(each.id for each in recorded.acts) or "no acts"
        raise NotFoundError(f"no act {act!r} in this report", expected=there, report_id=recorded.report.id)
    found = find_act(read, key_of(recorded, meant))
    if not isinstance(found, Act):
        raise NotFoundError(
            f"today's reader ({read.reader}) reads no such act as {act!r}", expected="an act that it reads too",
            report_id=recorded.report.id,
        )  # fmt: skip
    return found
