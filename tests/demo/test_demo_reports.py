"""The reports of the demo: complete, short, from fictional outlets, each with the acts a careful reader expects."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import pytest

from onrecord.records import ActStatus, ActType

DEMO = Path(__file__).parents[2] / "demo"
FILES = sorted((DEMO / "reports").glob("*.md"))
FIELDS = ["id", "title", "outlet", "published", "url"]
OUTLETS = {
    "Eastgate News", "Fenland Courier", "Lakeside Post", "Meridian Wire", "Northgate Daily", "Radio Estuary",
    "The Harbour Times", "The Quayside Herald",
}  # fmt: skip


def split_report(file: Path) -> tuple[dict[str, str], str]:
    _, fields, body = file.read_text(encoding="utf-8").split("---\n", 2)
    pairs = (line.split(": ", 1) for line in fields.splitlines())
    return {key: value.strip('"') for key, value in pairs}, body.strip()


def load_expected() -> dict[str, list[dict[str, Any]]]:
    reports = tomllib.loads((DEMO / "expected.toml").read_text(encoding="utf-8"))["report"]
    return {report["id"]: report["act"] for report in reports}


REPORTS = [split_report(file) for file in FILES]
BODIES = {fields["id"]: body for fields, body in REPORTS}
EXPECTED = load_expected()
EXPECTED_ACTS = [(key, act) for key, acts in EXPECTED.items() for act in acts]
STEMS = [file.stem for file in FILES]
each_report = pytest.mark.parametrize(("fields", "body"), REPORTS, ids=STEMS)
each_front_matter = pytest.mark.parametrize("fields", [fields for fields, _ in REPORTS], ids=STEMS)


def test_demo_has_at_least_fourteen_reports() -> None:
    assert len(FILES) >= 14


@each_report
def test_front_matter_is_complete(fields: dict[str, str], body: str) -> None:
    assert list(fields) == FIELDS
    assert all(fields.values())
    assert body


def test_ids_titles_and_addresses_are_unique() -> None:
    for field in ("id", "title", "url"):
        assert len({fields[field] for fields, _ in REPORTS}) == len(REPORTS)


def test_file_order_is_the_order_of_publication() -> None:
    published = [fields["published"] for fields, _ in REPORTS]
    assert published == sorted(published)
    assert [fields["id"][-2:] for fields, _ in REPORTS] == [file.name[:2] for file in FILES]


@each_front_matter
def test_published_is_a_date_of_the_matter(fields: dict[str, str]) -> None:
    assert date(2024, 5, 20) <= date.fromisoformat(fields["published"]) <= date(2024, 11, 30)


@each_front_matter
def test_outlet_is_fictional_and_owns_the_address(fields: dict[str, str]) -> None:
    assert fields["outlet"] in OUTLETS
    address = urlsplit(fields["url"])
    name = fields["outlet"].removeprefix("The ").replace(" ", "").lower()
    assert (address.scheme, address.hostname) == ("https", f"{name}.example")


@each_report
def test_text_is_short_and_does_not_repeat_the_title(fields: dict[str, str], body: str) -> None:
    assert 120 <= len(body.split()) <= 260
    assert fields["title"] not in body
    assert "demonstration" not in body


def test_readme_tells_that_the_outlets_are_fictional() -> None:
    words = " ".join((DEMO / "README.md").read_text(encoding="utf-8").replace("**", "").split())
    assert "were written for this demonstration; the reporting outlets are fictional" in words
    assert all(outlet in words for outlet in OUTLETS)


def test_one_story_is_had_from_one_site_by_four_other_outlets() -> None:
    citing = {fields["outlet"] for fields, body in REPORTS if "Eastgate News" in body}
    assert len(citing - {"Eastgate News"}) >= 4


def test_every_report_has_expected_acts() -> None:
    assert list(EXPECTED) == [fields["id"] for fields, _ in REPORTS]
    assert all(4 <= len(acts) <= 9 for acts in EXPECTED.values())


@pytest.mark.parametrize(("key", "act"), EXPECTED_ACTS)
def test_expected_act_stands_on_words_of_its_report(key: str, act: dict[str, Any]) -> None:
    assert act["evidence"] in BODIES[key]
    assert {act["type"], *act.get("also", [])} <= set(get_args(ActType))
    assert act["status"] in get_args(ActStatus)
    assert act["actors"] or act["recipients"]


@pytest.mark.parametrize("act", [act for _, act in EXPECTED_ACTS])
def test_expected_origin_agrees_with_its_basis(act: dict[str, Any]) -> None:
    basis, origin = act.get("basis"), act.get("origin")
    assert basis in {None, "own", "cited", "unknown"}
    assert (origin is None) == (basis in {None, "unknown"})
    if basis == "own":
        assert origin in OUTLETS
