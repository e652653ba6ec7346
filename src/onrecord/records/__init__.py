"""The nouns as frozen records, their one codec, ids and errors."""

from onrecord.records.acts import Act, ActStatus, ActTime, ActType
from onrecord.records.attributions import Attribution, AttributionForm, AttributionKind
from onrecord.records.parties import Bound, Count, Party, PartyKind
from onrecord.records.readings import READING_VERSION, Dropped, Reading
from onrecord.records.reports import Outlet, PublishedBasis, Report
from onrecord.records.spans import Span, is_within

__all__ = [
    "READING_VERSION", "Act", "ActStatus", "ActTime", "ActType", "Attribution", "AttributionForm", "AttributionKind",
    "Bound", "Count", "Dropped", "Outlet", "Party", "PartyKind", "PublishedBasis", "Reading", "Report", "Span",
    "is_within",
]  # fmt: skip
