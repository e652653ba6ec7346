"""The ledger: an append-only log of readings on a database, and what is folded from it."""

from onrecord.ledger.cursors import Place
from onrecord.ledger.feeds import Feeds
from onrecord.ledger.judgement_rows import JudgementEntry, JudgementState
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.lists import ListEntry
from onrecord.ledger.opening import open_ledger
from onrecord.ledger.rows import (
    ActRow,
    Appended,
    ChainLink,
    CitedRow,
    Entry,
    Facet,
    Facets,
    Heights,
    Hit,
    ReportHead,
    Said,
    SaidRow,
    SearchPage,
    Selection,
    Snippet,
)  # fmt: skip
from onrecord.records.judgements import HappeningJudged, StanceJudged

__all__ = [
    "ActRow", "Appended", "ChainLink", "CitedRow", "Entry", "Facet", "Facets", "Feeds", "HappeningJudged", "Heights",
    "Hit", "JudgementEntry", "JudgementState", "Ledger", "ListEntry", "Place", "ReportHead", "Said", "SaidRow",
    "SearchPage", "Selection", "Snippet", "StanceJudged", "open_ledger",
]  # fmt: skip
