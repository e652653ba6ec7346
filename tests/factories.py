"""Small records for tests: say what the test is about, leave the rest.

For instance ``make_reading(make_report("Freedonia denied it."), acts=(make_act(type="deny", trigger=Span(10, 16)),))``.
"""

from typing import Any

from onrecord.records import Act, Attribution, Outlet, Party, Reading, Report, Span
from onrecord.records.ids import report_id

TEXT = "Freedonia asked 25 countries to file an opinion, the Harbour Times said."


def span_of(text: str, words: str) -> Span:
    """Where `words` stand in `text` (the first time); a ValueError when they do not."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_report(text: str = TEXT, **fields: Any) -> Report:
    """A report with its true id: ``make_report("Freedonia denied it.", outlet=Outlet(name="The Harbour Times"))``."""
    hashed = {name: fields.get(name) for name in ("title", "url", "published")}
    identity = report_id(text=text, outlet=fields.get("outlet", Outlet()), **hashed)
    if fields.get("published"):
        fields.setdefault("published_basis", "given")
    return Report(**{"id": identity, "text": text} | fields)


def make_party(id: str = "p1", **fields: Any) -> Party:
    return Party(**{"id": id, "kind": "state", "name": "Freedonia"} | fields)


def make_attribution(id: str = "a1", **fields: Any) -> Attribution:
    """By default: the Harbour Times (no party) said that Freedonia asked 25 countries to file an opinion."""
    default = {"content": (span_of(TEXT, TEXT.partition(",")[0]),), "cue": span_of(TEXT, "said"), "rule": "test"}
    return Attribution(**{"id": id} | default | fields)


def make_act(id: str = "e1", **fields: Any) -> Act:
    return Act(**{"id": id, "type": "request", "trigger": span_of(TEXT, "asked"), "rule": "verb:ask#request"} | fields)


def make_reading(report: Report | None = None, **fields: Any) -> Reading:
    default: dict[str, Any] = {"report": report or make_report(), "reader": "onrecord test"}
    return Reading(**default | fields)
