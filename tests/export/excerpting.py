"""Excerpts for tests: the reading of the CLI's fake reader, and what can go wrong with words."""

from datetime import UTC, datetime
from typing import Any

from onrecord.export.excerpts import Excerpt
from onrecord.records import Outlet, Reading
from tests.cli.fake_reader import FakeReader
from tests.factories import TEXT, make_report

NOW = datetime(2024, 6, 30, 8, 15, tzinfo=UTC)


def letter(text: str = TEXT, **fields: Any) -> Reading:
    """Freedonia asked 25 countries to file an opinion: two acts, one attribution."""
    default: dict[str, Any] = {
        "given_id": "x1",
        "title": "Letters sent",
        "outlet": Outlet(name="Lakeside Post", domain="lakeside.example"),
        "url": "https://lakeside.example/1",
        "published": "2024-06-30",
    }
    return FakeReader().read(make_report(text, **default | fields))


def excerpt_of(reading: Reading, **fields: Any) -> Excerpt:
    default: dict[str, Any] = {"reading": reading, "acts": reading.acts, "recorded_at": NOW}
    return Excerpt(**default | fields)
