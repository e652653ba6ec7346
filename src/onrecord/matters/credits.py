"""Credits: the wire that a report is credited to at its head or foot, where that is not its own outlet."""

import re

from onrecord.records import Report
from onrecord.records.wording import word_outlet

_NAME = r"([A-Z][\w&.’' -]{1,40}?)"
_HEAD = re.compile(rf"^[^\n]{{0,60}}?\({_NAME}\)\s*[-–—]|^{_NAME}\s*[/|]\s")
_FOOT = re.compile(rf"\b(?:Source|Credit|With reporting by|Copyright):?\s+{_NAME}\W*$")
_FOOT_CHARS = 90


def wire_credit(report: Report) -> str | None:
    """*Meridian Wire* for *LONDON, 26 July (Meridian Wire) - ...*; None without a credit but the outlet's own."""
    found = _HEAD.search(report.text) or _FOOT.search(report.text[-_FOOT_CHARS:])
    name = next((group for group in found.groups() if group), None) if found else None
    return name if name and name.casefold() != (word_outlet(report) or "").casefold() else None
